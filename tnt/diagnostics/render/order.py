"""The order in which problems are shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tnt.diagnostics.codes import Code
from tnt.diagnostics.diagnostic import Diagnostic, Place


def ordered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, line (or row), column and code; the same problem found twice is shown once."""
    unique: dict[Any, Diagnostic] = {}
    for found in diagnostics:
        same = (found.code, found.place, tuple(sorted(found.values.items())), found.suggestion, found.related)
        unique.setdefault(same, found)
    return sorted(unique.values(), key=_key)


def _position(place: Place) -> tuple[int, int, str]:
    line, column = (place.span.line, place.span.column) if place.span else (0, 0)
    row, name = place.cell or (line, "")
    return row, column, name


def _key(found: Diagnostic) -> tuple[Any, ...]:
    counts_the_rest = found.code is Code.MORE_PROBLEMS  # comes after what it counts
    return found.place.file, counts_the_rest, *_position(found.place), found.code.value
