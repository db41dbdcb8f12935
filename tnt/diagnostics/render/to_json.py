"""For other programs: a JSON list with the same keys for every problem."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from tnt.diagnostics.diagnostic import Diagnostic, Place
from tnt.diagnostics.render.order import ordered
from tnt.diagnostics.render.words import message


def render_json(
    diagnostics: Iterable[Diagnostic], *, lang: str = "en", sources: Mapping[str, str] | None = None
) -> str:
    """A list of mappings; what is not known is null. `row` and `table_column` name a cell of a table.

    Lines, columns and rows count from 1, and `end_column` is the one after the last character.
    """
    return dumped([_problem(problem, lang) for problem in ordered(diagnostics)])


def dumped(value: Any) -> str:
    r"""JSON in UTF-8 that is safe to print: unprintable characters stand as `\u202e`."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text) + "\n"


def _problem(problem: Diagnostic, lang: str) -> dict[str, Any]:
    return {
        "code": problem.code.value,
        "severity": problem.severity.value,
        **_place(problem.place),
        "message": message(problem, lang),
        "suggestion": problem.suggestion,
        "related": [_place(place) for place in problem.related],
    }


def _place(place: Place) -> dict[str, Any]:
    span = place.span
    row, table_column = place.cell or (None, None)
    return {
        "file": place.file or None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        "end_line": span.end_line if span else None,
        "end_column": span.end_column if span else None,
        "row": row,
        "table_column": table_column,
    }
