"""Where a command's output goes: a file that appears whole, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import IO, BinaryIO

import click

from tnt.cli.lazy import LANG
from tnt.locale import Texts, language
from tnt.reading.files_read import files_read
from tnt.show.files import write_whole
from tnt.show.screen import legible_on_terminal


def write_out(out: Path | None, write: Callable[[BinaryIO], None]) -> None:
    """Let `write` fill the file, or standard output where there is none."""
    refuse_input(out)
    if out is None:
        write(legible_on_terminal(sys.stdout.buffer))
        sys.stdout.flush()
    else:
        write_whole(out, lambda file: write(legible_on_terminal(file)))


def refuse_input(out: Path | None) -> None:
    """Wrong use: the file to be written has been read, by this or another name."""
    read_as = None if out is None else files_read().name_of(out)
    if read_as is not None:
        texts = Texts(click.get_current_context().meta.get(LANG) or language())
        raise click.UsageError(texts.text("cli.out-is-input", file=str(out), input=read_as))


def write_text(out: Path | None, text: str) -> None:
    """The same for a text. What a file name holds and UTF-8 cannot say is written as an escape."""
    write_out(out, lambda file: _write(file, text.encode("utf-8", "backslashreplace")))


def print_out(out: Path | None, show: Callable[[IO[str]], None]) -> None:
    """Let `show` print to standard output, or into the file where there is one."""
    if out is None:
        show(sys.stdout)
        return
    text = StringIO()
    show(text)
    write_text(out, text.getvalue())


@contextmanager
def telling_too_many_rows(texts: Texts) -> Iterator[None]:
    """An error of the command where a sheet has no room for the rows."""
    from tnt.show.xlsx import MOST_ROWS, TooManyRowsError

    try:
        yield
    except TooManyRowsError as error:
        raise click.ClickException(texts.text("cli.too-many-rows", rows=error.rows, most=MOST_ROWS)) from None


def refuse_terminal(out: Path | None, texts: Texts, example: str) -> None:
    """Wrong use: what is not for reading would be printed on a terminal."""
    if out is None and sys.stdout.isatty():
        raise click.UsageError(texts.text("cli.needs-out", example=example))


def _write(file: BinaryIO, data: bytes) -> None:
    file.write(data)
