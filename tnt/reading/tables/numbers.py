"""Cells -> numbers, a column at a time; only a column that will not do is looked at cell by cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tnt import limits
from tnt.arrays import Floats
from tnt.diagnostics import Code, Diagnostic
from tnt.reading.tables.files.arrow_numpy import floats_of, is_empty, positions_of
from tnt.reading.tables.files.sheet import TEXT, Sheet
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.likely_cause import likely_cause
from tnt.reading.tables.marks import Marks

_NUMBER = r"^-?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,3})?$"
_LONGEST = 40
"""Characters of a number."""


def numbers(
    sheet: Sheet, column: str, findings: Findings, marks: Marks, *, counts: bool = True, may_be_empty: bool = False
) -> Floats:
    """The numbers of a column, each 0 or within the limits of any number; NaN where the cell is empty, if it may be.

    Surrounding spaces are allowed, and between thousands the marks that `marks` has for `counts` and for other numbers.
    What is wrong goes to `findings`, and is NaN here.
    """
    cells = sheet.columns[column]
    written = cells.type == TEXT
    values = _at_once(cells, marks, may_be_empty=may_be_empty)
    if values is not None:
        return values
    text = sheet.text(column)
    values = np.full(len(sheet), np.nan)
    plain = _plain(text, marks, counts=counts) if written else text
    for code, where in _sorted_out(plain, values):
        if code is not Code.CELL_MISSING or not may_be_empty:
            bad = np.flatnonzero(where)
            causes = _causes(text, bad, marks, counts=counts) if code is Code.CELL_NOT_NUMBER else {}
            _add(sheet, column, text, code, bad, causes, findings)
    return values


def _are_within(values: Floats) -> bool:
    """Whether there is nothing to tell of any cell; NaN is not within."""
    if not (values.min(initial=0) >= 0 and values.max(initial=0) <= limits.LARGEST_NUMBER):
        return False
    return not bool(np.any((values < limits.SMALLEST_NUMBER) & (values != 0)))


def _at_once(cells: pa.ChunkedArray, marks: Marks, *, may_be_empty: bool) -> Floats | None:
    """The numbers, where there is nothing to tell of any cell."""
    if cells.type != TEXT:
        values = floats_of(cells)
        return values if _are_within(values) else None
    empty = is_empty(cells) if may_be_empty else np.zeros(0, dtype=np.bool_)
    filled = _cast(pc.if_else(pa.array(empty), "0", cells) if empty.any() else cells, marks)
    if filled is None or not _are_within(filled):
        return None
    return np.where(empty, np.nan, filled) if empty.any() else filled


def _cast(text: pa.ChunkedArray, marks: Marks) -> Floats | None:
    """All cells at once; None where one of them is no number, or is one only without its thousands marks."""
    if marks.decimal == ",":
        if pc.any(pc.match_substring(text, ".")).as_py():
            return None
        text = pc.replace_substring(text, ",", ".")
    try:
        values = floats_of(pc.cast(text, pa.float64()))
    except pa.ArrowInvalid:
        return None
    return values


def _plain(text: pa.ChunkedArray, marks: Marks, *, counts: bool) -> pa.ChunkedArray:
    """The cells with a point as the decimal mark and without thousands marks, each of which stands before three digits
    and is the same as the others of its number; a cell that is no number remains none. No thousands begin with 0:
    `0.875` has decimals, whatever is stated."""
    point = re.escape(marks.decimal)
    plain = text
    for mark in marks.thousands_of(counts=counts):
        form = rf"^-?[1-9][0-9]{{0,2}}({re.escape(mark)}[0-9]{{3}})+({point}[0-9]*)?$"
        grouped = pc.match_substring_regex(text, form)
        plain = pc.if_else(grouped, pc.replace_substring(text, mark, ""), plain)
    if marks.decimal == ",":
        pointed = pc.replace_substring(plain, ",", ".")
        plain = pc.if_else(pc.match_substring(plain, "."), "no number", pointed)
    return plain


def _sorted_out(text: pa.ChunkedArray, values: Floats) -> Iterator[tuple[Code, npt.NDArray[np.bool_]]]:
    """Fill `values` with what can be read, and tell for each kind of problem which records have it."""
    right = pc.and_(pc.match_substring_regex(text, _NUMBER), pc.less_equal(pc.binary_length(text), _LONGEST))
    read = floats_of(pc.cast(pc.if_else(right, text, None), pa.float64()))
    within = (read == 0) | ((read >= limits.SMALLEST_NUMBER) & (read <= limits.LARGEST_NUMBER))
    np.copyto(values, read, where=within)
    empty = is_empty(text)
    yield Code.CELL_MISSING, empty
    yield Code.CELL_NOT_NUMBER, ~(np.isfinite(read) | empty)
    yield Code.CELL_NEGATIVE, read < 0
    yield Code.CELL_OUT_OF_RANGE, np.isfinite(read) & (read > 0) & ~within


def _causes(
    text: pa.ChunkedArray, where: npt.NDArray[np.int64], marks: Marks, *, counts: bool
) -> Mapping[str, Mapping[str, str]]:
    """For texts that are no numbers why, where that can be told: of the first that are different."""
    different = text.take(positions_of(where)).unique().slice(0, limits.PROBLEMS_SHOWN).to_pylist()
    return {found: likely_cause(found, different, marks, counts=counts) for found in different}


def _add(
    sheet: Sheet,
    column: str,
    text: pa.ChunkedArray,
    code: Code,
    where: npt.NDArray[np.int64],
    causes: Mapping[str, Mapping[str, str]],
    findings: Findings,
) -> None:
    def diagnostic(record: int) -> Diagnostic:
        found = text[record].as_py()
        values = {} if code is Code.CELL_MISSING else {"found": found, **causes.get(found, {})}
        return Diagnostic(code, sheet.place(record, column), values)

    findings.add_each(where, diagnostic)
