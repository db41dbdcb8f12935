"""Cells that hold no count: what a lists file calls `missing`, and between what the count then lies."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from tnt.arrays import Floats
from tnt.reading.tables.files.sheet import TEXT, Sheet
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.marks import Marks
from tnt.reading.tables.numbers import numbers

_BELOW = re.compile(r"(?P<sign><=|<|≤)\s*(?P<end>\d{1,6})", re.ASCII)
_BETWEEN = re.compile(r"(?P<first>\d{1,6})\s*[-–]\s*(?P<last>\d{1,6})", re.ASCII)


@dataclass(frozen=True)
class MissingWords:
    """Words of cells that hold no count; an empty one stands for empty cells, and in a long table for rows that are
    not there."""

    words: tuple[str, ...] = ()

    @property
    def may_be_empty(self) -> bool:
        """Whether a cell without anything in it is one of them."""
        return "" in self.words

    def in_column(self, sheet: Sheet, column: str) -> pa.ChunkedArray | None:
        """Which records have one; None where none has."""
        if not self.words:
            return None
        found = pc.is_in(sheet.text(column), value_set=pa.array(self.words, TEXT))
        return found if pc.any(found).as_py() else None


NONE_MISSING = MissingWords()


def missing_words(written: Sequence[str | int]) -> MissingWords:
    """Those of a lists file."""
    return MissingWords(tuple(str(word).strip() for word in written))


def bounds_of(word: str) -> tuple[float, float]:
    """The least and the greatest count that a word may stand for: `<5` 0 to 4, `≤5` 0 to 5, `1-4` 1 to 4; infinite
    where the word does not say."""
    if below := _BELOW.fullmatch(word):
        return 0.0, float(int(below["end"]) - (below["sign"] == "<"))
    if between := _BETWEEN.fullmatch(word):
        return float(between["first"]), float(between["last"])
    return 0.0, math.inf


def counted(
    sheet: Sheet, column: str, findings: Findings, marks: Marks, missing: MissingWords
) -> tuple[Floats, Floats | None]:
    """Counts of people, the least where they are missing, and how many more there may be; None where none is missing.

    What is wrong goes to `findings`, as for `numbers`.
    """
    where = missing.in_column(sheet, column)
    if where is None:
        return numbers(sheet, column, findings, marks), None
    text = sheet.text(column)
    values = numbers(_with(sheet, column, pc.if_else(where, "0", text)), column, findings, marks)
    beyond = np.zeros(len(sheet))
    records = np.flatnonzero(np.asarray(where.combine_chunks()))
    for record, word in zip(records.tolist(), text.take(pa.array(records)).to_pylist(), strict=True):
        least, most = bounds_of(word)
        values[record], beyond[record] = least, most - least
    return values, beyond


def without_missing(sheet: Sheet, column: str, missing: MissingWords) -> Sheet:
    """The sheet with empty cells in a column where these words stand."""
    where = missing.in_column(sheet, column)
    return sheet if where is None else _with(sheet, column, pc.if_else(where, "", sheet.text(column)))


def _with(sheet: Sheet, column: str, cells: pa.ChunkedArray) -> Sheet:
    return replace(sheet, columns={**sheet.columns, column: cells})
