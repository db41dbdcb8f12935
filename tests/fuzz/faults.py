"""What counts as a fault, and which faults are the same."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

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
    kind = {"OutOfTimeError": "hang", "MemoryError": "memory"}.get(type(error).__name__, type(error).__name__)
    return Fault(kind, innermost(error.__traceback__), f"{type(error).__name__}: {error}"[:300])


def innermost(trace: TracebackType | None) -> str:
    """`reading/tree.py:read_tree`, the last of tnt's own functions on the way."""
    place = "outside of tnt"
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename.startswith(_HOME):
            place = f"{code.co_filename[len(_HOME) :]}:{code.co_name}"
        trace = trace.tb_next
    return place
