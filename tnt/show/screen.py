"""What a terminal is given: as much as fits, and nothing from a file that it would obey."""

from __future__ import annotations

import codecs
import os
import re
from io import BufferedIOBase
from typing import Any, BinaryIO, cast

from tnt.visible import legible

FEWEST_COLUMNS, MOST_COLUMNS = 40, 120
"""Less holds no table; more is no line to read."""
_USUAL = os.terminal_size((80, 25))
_SIZE = re.compile("[1-9][0-9]{0,4}")


def size_of_terminal() -> tuple[int, int]:
    """Columns to write in, and lines: as COLUMNS and LINES say where they are numbers above 0, else as there are."""
    there = next(filter(None, map(_size_of, (0, 1, 2))), _USUAL)
    columns, lines = columns_said() or there.columns, _from_environment("LINES") or there.lines
    return min(max(columns, FEWEST_COLUMNS), MOST_COLUMNS), lines


def columns_said() -> int | None:
    """What COLUMNS says, where it is a number above 0."""
    return _from_environment("COLUMNS")


def _size_of(stream: int) -> os.terminal_size | None:
    try:
        size = os.get_terminal_size(stream)
    except OSError:  # no terminal
        return None
    return size if min(size) > 0 else None


def _from_environment(name: str) -> int | None:
    size = os.environ.get(name, "")
    return int(size) if _SIZE.fullmatch(size) else None


def legible_on_terminal(file: BinaryIO) -> BinaryIO:
    """The file itself, or where it is a terminal one that shows controls and direction marks as escapes."""
    return cast(BinaryIO, _Legible(file)) if file.isatty() else file


class _Legible(BufferedIOBase):
    """Shows text that comes in pieces; a character may be cut between two of them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8")("backslashreplace")

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self._file.write(legible(self._decoder.decode(bytes(data))).encode())
        return memoryview(data).nbytes

    def flush(self) -> None:
        self._file.flush()
