"""Rows of a CSV file that have more or fewer cells than its heading."""

from __future__ import annotations

from typing import Any

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.reading.tables.findings import Findings

_MOST_RAGGED = 200
"""Rows of another length than the header after which the table is not read on."""


class RaggedRows:
    """Takes Arrow's word for rows that have more or fewer cells than the header."""

    def __init__(self, file: str, lines_not_shown: int) -> None:
        """Of `file`, `lines_not_shown` of whose lines are no rows of a spreadsheet."""
        self._file, self._lines_not_shown = file, lines_not_shown
        self._count = 0
        self.findings = Findings(file)

    @property
    def are_too_many(self) -> bool:
        """Whether reading has been stopped because of them."""
        return self._count > _MOST_RAGGED

    def __call__(self, row: Any) -> str:
        """Note the row and go on; to hear of each takes so long that after some of them reading is stopped."""
        self._count += 1
        if self.are_too_many:
            self.findings.go_uncounted()
            return "error"
        self.findings.add_each([row.number - self._lines_not_shown], lambda number: self._diagnostic(number, row))
        return "skip"

    def _diagnostic(self, number: int, row: Any) -> Diagnostic:
        values = {"reason": "ragged", "found": str(row.actual_columns), "expected": str(row.expected_columns)}
        return Diagnostic(Code.TABLE_UNREADABLE, Place(self._file, cell=(number, "")), values)
