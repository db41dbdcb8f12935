"""How the numbers of a table are written: its decimal mark and its thousands mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow.compute as pc

from tnt.diagnostics import Code
from tnt.reading.tables.files.sheet import TEXT, Sheet
from tnt.reading.tables.findings import Findings

SPACES, APOSTROPHES = " \u00a0\u202f", "'\u2019"
"""Marks that stand in no number but between its thousands; each is written in several ways."""


@dataclass(frozen=True)
class Marks:
    """The marks of numbers in text; a space or an apostrophe is a thousands mark unless another is stated."""

    decimal: str = "."
    thousands: str | None = None
    """As stated, or found; None: any that `decimal` is not."""
    are_found: bool = False
    """Whether nobody stated them."""

    def thousands_of(self, *, counts: bool) -> str:
        """The characters that may stand between thousands, all but one for nothing else.

        Of counts a point or a comma too, as the decimal mark does not let it be anything else; of other numbers only
        where it is stated, since nobody states a mark in order to have `1.250` posts read as a thousand.
        """
        point_or_comma = "." if self.decimal == "," else ","
        if self.thousands is None or self.are_found:
            return SPACES + APOSTROPHES + (point_or_comma if counts else "")
        return next((family for family in (SPACES, APOSTROPHES) if self.thousands in family), self.thousands)


def marks(
    stated: tuple[str | None, str | None],
    sheet: Sheet,
    counts: Sequence[str],
    others: Sequence[str],
    findings: Findings,
) -> Marks:
    """The marks of a table, by what its lists file states (decimal, thousands) and by all of its numbers.

    A count with three digits after the decimal mark, `1.480`, is thousands where no decimal mark is stated and every
    number of the table that has the mark is written so. Else nobody can tell, which is one problem of the table, unless
    both marks are stated. `counts` are columns of people, `others` of numbers that may have decimals.
    """
    decimal, thousands = stated
    if thousands is not None:
        return Marks(decimal or ("," if thousands == "." else "."), thousands)
    made = Marks(decimal or ".")
    first = _first_grouped(sheet, counts, made.decimal)
    if first is None:
        return made
    fractions = any(_matches(sheet, column, _has_decimals(made.decimal)) for column in (*counts, *others))
    if decimal is None and not fractions and _first_grouped(sheet, [*counts, *others], ",") is None:
        first = _first_grouped(sheet, others, ".")
        if first is None:
            return Marks(",", ".", are_found=True)
    column, record = first
    found = sheet.text(column)[record].as_py()
    findings.add(Code.THOUSANDS_OR_DECIMALS, sheet.place(record, column), found=found, mark=made.decimal)
    return made


def _first_grouped(sheet: Sheet, columns: Sequence[str], mark: str) -> tuple[str, int] | None:
    """The first cell written as thousands are with this mark: column and record."""
    pattern = rf"^[1-9][0-9]{{0,2}}([{mark}][0-9]{{3}})+$"
    found = [(_where(sheet, column, pattern), column) for column in columns if _may_hold(sheet, column, mark)]
    record, column = min(((where, column) for where, column in found if where >= 0), default=(-1, ""))
    return (column, record) if record >= 0 else None


def _has_decimals(mark: str) -> str:
    """A number with the mark that thousands cannot have."""
    return rf"^([0-9]*[{mark}]([0-9]{{1,2}}|[0-9]{{4,}})|0*[{mark}][0-9]+|[0-9]{{4,}}[{mark}][0-9]*)$"


def _matches(sheet: Sheet, column: str, pattern: str) -> bool:
    return sheet.columns[column].type == TEXT and _where(sheet, column, pattern) >= 0


def _where(sheet: Sheet, column: str, pattern: str) -> int:
    """The first record whose text matches, or -1."""
    records = pc.indices_nonzero(pc.match_substring_regex(sheet.text(column), pattern))
    return int(records[0].as_py()) if len(records) else -1


def _may_hold(sheet: Sheet, column: str, character: str) -> bool:
    """Whether a column of text may hold the character: a look at its memory, which costs next to nothing."""
    cells = sheet.columns[column]
    if cells.type != TEXT:
        return False
    memories = (chunk.buffers()[2] for chunk in cells.chunks)
    return any(character.encode() in memory.to_pybytes() for memory in memories if memory is not None)
