"""What a person sees when a command cannot do its work."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from tnt.cli.messages import say
from tnt.cli.streams import OutputLostError
from tnt.diagnostics import Diagnostic, Problems
from tnt.locale import Texts, language
from tnt.plugins import PluginError, blamed

_LARGEST_SHOWN = 10_000_000  # bytes; lines of larger files are not shown
_COLOURS = {"error": "red", "caret-error": "red", "warning": "yellow", "caret-warning": "yellow", "place": "cyan"}


def report_failure(error: Exception, lang: str | None) -> int:
    """Show problems of the input one by one, anything else in a sentence; a traceback only if TNT_TRACEBACK is set."""
    lang = lang or language()
    if isinstance(error, Problems):
        say(rendered(error.diagnostics, lang, sys.stderr.isatty()), err=True, is_coloured=True)
        return 1
    texts = Texts(lang)
    plugin = error if isinstance(error, PluginError) else None if isinstance(error, OSError) else blamed(error)
    if os.environ.get("TNT_TRACEBACK"):
        traceback.print_exception(error)
    if plugin is not None:
        say(texts.text(plugin.key, **plugin.values), err=True)
        return 2
    if isinstance(error, OSError):
        say(_refused(error, texts), err=True)
    else:
        say(texts.text("cli.bug", error=f"{type(error).__name__}: {error}"), err=True)
    return 1


def _refused(error: OSError, texts: Texts) -> str:
    """What the machine would not do, in the reader's words where there are any."""
    key = f"reason.{errno.errorcode.get(error.errno or 0, '').lower()}"
    reason = texts.text(key) if texts.has(key) else error.strerror or type(error).__name__
    if isinstance(error, OutputLostError):
        return texts.text("cli.file-failed", file=texts.text("cli.standard-output"), reason=reason)
    if error.filename is None:
        return texts.text("cli.refused", reason=reason)
    return texts.text("cli.file-failed", file=error.filename, reason=reason)


def rendered(
    diagnostics: Iterable[Diagnostic], lang: str, is_terminal: bool, sources: Mapping[str, str] | None = None
) -> str:
    """Problems as text, with the lines of the files: those of `sources`, or those that can still be read."""
    from tnt.diagnostics.render import render_text

    all_of_them = tuple(diagnostics)
    style = _coloured if is_terminal and not os.environ.get("NO_COLOR") else _plain
    return render_text(
        all_of_them, lang=lang, sources=_sources(all_of_them) if sources is None else sources, style=style
    )


def _sources(diagnostics: Iterable[Diagnostic]) -> dict[str, str]:
    """The text of files that were read as YAML. A place may be named by a path that leads to another file here."""
    from tnt.reading.files_read import files_read

    read = files_read()
    places = [place for one in diagnostics for place in (one.place, *one.related) if place.span is not None]
    texts = {}
    for name in {place.file for place in places}:
        path = Path(name)
        if read.is_document(path) and path.stat().st_size <= _LARGEST_SHOWN:
            texts[name] = path.read_text(encoding="utf-8-sig", errors="replace")
    return texts


def _coloured(text: str, what: str) -> str:
    return click.style(text, fg=_COLOURS[what], bold=what == "error") if what in _COLOURS else text


def _plain(text: str, _: str) -> str:
    return text
