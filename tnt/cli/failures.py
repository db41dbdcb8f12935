"""What a person sees when a command cannot do its work."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path

import click

from tnt.diagnostics import Diagnostic, Problems
from tnt.locale import Texts, language

_LARGEST_SHOWN = 10_000_000  # bytes; lines of larger files are not shown
_COLOURS = {"error": "red", "caret-error": "red", "warning": "yellow", "caret-warning": "yellow", "place": "cyan"}


def report_failure(error: Exception, lang: str | None) -> int:
    """Show problems of the input one by one, anything else in a sentence; a traceback only if TNT_TRACEBACK is set."""
    lang = lang or language()
    if isinstance(error, Problems):
        click.echo(rendered(error.diagnostics, lang, sys.stderr.isatty()), err=True, nl=False)
        return 1
    texts = Texts(lang)
    if isinstance(error, OSError) and error.filename is not None:
        click.echo(
            texts.text("cli.file-failed", file=error.filename, reason=error.strerror or type(error).__name__), err=True
        )
        return 1
    if os.environ.get("TNT_TRACEBACK"):
        traceback.print_exception(error)
    click.echo(texts.text("cli.bug", error=f"{type(error).__name__}: {error}"), err=True)
    return 1


def rendered(diagnostics: Iterable[Diagnostic], lang: str, is_terminal: bool) -> str:
    """Problems as text, with the lines of files that can still be read."""
    from tnt.diagnostics.render import render_text

    found = tuple(diagnostics)
    style = coloured if is_terminal and not os.environ.get("NO_COLOR") else _plain
    return render_text(found, lang=lang, sources=_sources(found), style=style)


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


def coloured(text: str, what: str) -> str:
    """A text of a diagnostic in the colour of what it is."""
    return click.style(text, fg=_COLOURS[what], bold=what == "error") if what in _COLOURS else text


def _plain(text: str, _: str) -> str:
    return text
