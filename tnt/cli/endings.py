"""Names of files that promise another kind of file than is written: a page that is called PDF."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from tnt.locale import Texts

_OF_ONE_KIND = frozenset(
    {
        *("pdf", "doc", "docx", "odt", "rtf", "ppt", "pptx", "htm", "html", "svg", "png", "jpg", "jpeg"),
        *("xls", "xlsx", "ods", "csv", "tsv", "json", "parquet", "zip"),
    }
)
"""Endings that tell programs and people what is in a file. Any other name is as good as none."""
_SAME = {"htm": "html"}


def refuse_ending(
    out: Path | None, suffix: str, texts: Texts, formats: Iterable[tuple[str, str]] = (), *, is_read: bool = False
) -> None:
    """Wrong use: a file would be written whose name says that it is of another kind than `suffix`.

    A file that is there already is looked at when the inputs have been read (`is_read`): that it is one of them is told
    first. `formats` are names of formats with the endings of their files, for an example of right use.
    """
    ending = "" if out is None else out.suffix.removeprefix(".").lower()
    ending = _SAME.get(ending, ending)
    if out is None or ending not in _OF_ONE_KIND or ending == suffix or (out.exists() and not is_read):
        return
    said = [texts.text("cli.out-ending", file=str(out), suffix=suffix)]
    fitting = next((name for name, its_suffix in formats if its_suffix == ending), None)
    if fitting is not None:
        said.append(texts.text("cli.out-format", file=str(out), format=fitting))
    elif ending == "pdf":
        said.append(texts.text("cli.out-pdf"))
    elif ending == "html" and suffix != "html":
        said.append(texts.text("cli.out-html", file=str(out)))
    raise click.UsageError(" ".join(said))
