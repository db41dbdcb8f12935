"""The three streams every program is given, such that a closed, full or deserted one is told and never a crash."""

from __future__ import annotations

import os
import sys
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import Any

STANDARD_INPUT, STANDARD_OUTPUT, STANDARD_ERROR = 0, 1, 2


class ReaderGone(Exception):  # noqa: N818 - nobody's error
    """Whoever read the output has stopped, as `head` does."""


class OutputLostError(OSError):
    """Standard output takes no more: it is closed, or what is behind it is full."""


def own_streams() -> None:
    """Replace `sys.stdout` and `sys.stderr`: what is not taken by the first is an error, by the second is let go."""
    for number in (STANDARD_INPUT, STANDARD_OUTPUT, STANDARD_ERROR):
        _fill_if_closed(number)
    sys.stdout = _text(_Output(STANDARD_OUTPUT, "w", closefd=False), sys.stdout)
    sys.stderr = _text(_Stream(STANDARD_ERROR, "w", closefd=False), sys.stderr, line_buffering=True)


def drop_output() -> None:
    """Let go what is not yet written: whoever reads it may never read on."""
    for stream in (sys.stdout, sys.stderr):
        raw = getattr(getattr(stream, "buffer", None), "raw", None)
        if isinstance(raw, _Stream):
            raw.is_lost = True


def _fill_if_closed(number: int) -> None:
    """A closed stream would become the next file that is opened, and be written into: nothing stands in for it."""
    try:
        os.fstat(number)
    except OSError:
        os.open(os.devnull, os.O_WRONLY if number == STANDARD_ERROR else os.O_RDONLY)  # gets the lowest free number


def _text(raw: FileIO, given: object, *, line_buffering: bool = False) -> TextIOWrapper:
    """A text stream as Python has set it up; what its encoding lacks is written as an escape."""
    known = given if isinstance(given, TextIOWrapper) else None
    return TextIOWrapper(
        BufferedWriter(raw),
        encoding=known.encoding if known else "utf-8",
        errors="backslashreplace",  # a terminal that knows no ø still gets its answer
        line_buffering=line_buffering or raw.isatty(),
        write_through=known.write_through if known else False,
    )


class _Stream(FileIO):
    """Writes until something is wrong; the rest is let go, as Python writes it once more when it ends."""

    is_lost = False

    def write(self, data: Any, /) -> int:
        if self.is_lost:
            return memoryview(data).nbytes
        try:
            return super().write(data)
        except OSError as error:
            self.is_lost = True
            self._tell(error)
            return memoryview(data).nbytes

    def _tell(self, error: OSError) -> None:
        """A message that nobody can be told leaves the exit code."""


class _Output(_Stream):
    def _tell(self, error: OSError) -> None:
        if isinstance(error, BrokenPipeError):
            raise ReaderGone from None
        raise OutputLostError(error.errno, error.strerror) from None
