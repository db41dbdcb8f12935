"""What counts as a fault, and which faults are the same."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType, TracebackType

import tnt

_HOME = str(Path(tnt.__file__).parent) + os.sep


@dataclass(frozen=True)
class Fault:
    """Something a run must not do. Two of one kind at one place are the same."""

    kind: str
    place: str
    detail: str

    @property
    def key(self) -> str:
        """Tells one fault from another."""
        return f"{self.kind} at {self.place}"


class OutOfTimeError(BaseException):
    """Raised inside a run that has had all the time an input may take; nothing in tnt catches it."""


def of_exception(error: BaseException) -> Fault:
    """A fault of the exception's name, at the innermost function of tnt it passed."""
    kind = "hang" if isinstance(error, OutOfTimeError) else "memory" if isinstance(error, MemoryError) else _name(error)
    return Fault(kind, innermost(error.__traceback__), f"{type(error).__name__}: {error}"[:300])


def _name(error: BaseException) -> str:
    """`TypeError`, `zlib.error`."""
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def of_warning(message: Warning, frame: FrameType | None) -> Fault:
    """A fault at the innermost function of tnt that was under way; a file left open is noticed anywhere."""
    detail = f"{type(message).__name__}: {message}"[:300]
    if isinstance(message, ResourceWarning):
        return Fault("file left open", "some place", detail)
    while frame is not None and not frame.f_code.co_filename.startswith(_HOME):
        frame = frame.f_back
    return Fault("warning", "outside of tnt" if frame is None else _place(frame.f_code), detail)


def innermost(trace: TracebackType | None) -> str:
    """`reading/tree.py:read_tree`, the last of tnt's own functions on the way."""
    place = "outside of tnt"
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.startswith(_HOME):
            place = f"{code.co_filename[len(_HOME) :]}:{code.co_name}"
        trace = trace.tb_next
    return place


def _place(code: CodeType) -> str:
    return f"{code.co_filename[len(_HOME) :]}:{code.co_name}"
