"""Which problems are shown, and in what order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from tnt import limits
from tnt.diagnostics.codes import Code, Severity
from tnt.diagnostics.diagnostic import Diagnostic, Place


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, line (or row), column and code; the same problem found twice is shown once.

    Of each file the first `limits.PROBLEMS_SHOWN`, errors rather than what is no error, and a note that counts the
    others.
    """
    unique: dict[Any, Diagnostic] = {}
    for found in diagnostics:
        same = (found.code, found.place, tuple(sorted(found.values.items())), found.suggestion, found.related)
        unique.setdefault(same, found)
    by_file = groupby(sorted(unique.values(), key=_key), key=lambda found: found.place.file)
    return [one for file, found in by_file for one in _first(file, list(found))]


def _first(file: str, found: list[Diagnostic]) -> Iterator[Diagnostic]:
    told = [one for one in found if one.code is not Code.MORE_PROBLEMS]
    notes = [one for one in found if one.code is Code.MORE_PROBLEMS]  # of a table, whose others nobody gathered
    if len(told) <= limits.PROBLEMS_SHOWN and len(notes) <= 1:
        yield from [*told, *notes]
        return
    shown = sorted(told, key=lambda one: one.severity is not Severity.ERROR)[: limits.PROBLEMS_SHOWN]
    yield from sorted(shown, key=_key)
    more = len(told) - len(shown) + sum(map(_counted, notes))
    yield Diagnostic(Code.MORE_PROBLEMS, Place(file), {"count": str(more)})


def _counted(note: Diagnostic) -> int:
    """How many a note counts; one that does not say stands for one."""
    count = note.values.get("count", "")
    return int(count) if re.fullmatch("[0-9]{1,18}", count) else 1


def _key(found: Diagnostic) -> tuple[Any, ...]:
    line, column = (found.place.span.line, found.place.span.column) if found.place.span else (0, 0)
    row, name = found.place.cell or (line, "")
    return found.place.file, row, column, name, found.code.value
