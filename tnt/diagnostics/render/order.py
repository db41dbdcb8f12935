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
    for diagnostic in diagnostics:
        same = (
            diagnostic.code,
            diagnostic.place,
            tuple(sorted(diagnostic.values.items())),
            diagnostic.suggestion,
            diagnostic.related,
        )
        unique.setdefault(same, diagnostic)
    by_file = groupby(sorted(unique.values(), key=_key), key=lambda diagnostic: diagnostic.place.file)
    return [one for file, diagnostic in by_file for one in _first(file, list(diagnostic))]


def _first(file: str, of_file: list[Diagnostic]) -> Iterator[Diagnostic]:
    problems = [one for one in of_file if one.code is not Code.MORE_PROBLEMS]
    notes = [one for one in of_file if one.code is Code.MORE_PROBLEMS]  # of a table, whose others nobody gathered
    if len(problems) <= limits.PROBLEMS_SHOWN and len(notes) <= 1:
        yield from [*problems, *notes]
        return
    shown = sorted(problems, key=lambda one: one.severity is not Severity.ERROR)[: limits.PROBLEMS_SHOWN]
    yield from sorted(shown, key=_key)
    more = len(problems) - len(shown) + sum(map(_counted, notes))
    yield Diagnostic(Code.MORE_PROBLEMS, Place(file), {"count": str(more)})


def _counted(note: Diagnostic) -> int:
    """How many a note counts; one that does not say stands for one."""
    count = note.values.get("count", "")
    return int(count) if re.fullmatch("[0-9]{1,18}", count) else 1


def _key(diagnostic: Diagnostic) -> tuple[Any, ...]:
    line, column = (diagnostic.place.span.line, diagnostic.place.span.column) if diagnostic.place.span else (0, 0)
    row, name = diagnostic.place.cell or (line, "")
    return diagnostic.place.file, row, column, name, diagnostic.code.value
