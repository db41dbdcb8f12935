"""A column with one figure a list, whichever table it stands in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from tnt.arrays import Floats
from tnt.reading.tables.files.sheet import Indices, Sheet
from tnt.reading.tables.findings import Findings, Key
from tnt.reading.tables.marks import Marks
from tnt.reading.tables.missing import NONE_MISSING, MissingWords, without_missing
from tnt.reading.tables.numbers import numbers


@dataclass(frozen=True)
class PerList:
    """At most one cell for each of so many `lists`. `list_of` is the list of each record; None: in their order."""

    sheet: Sheet
    column: str
    marks: Marks
    lists: int
    list_of: Indices | None = None
    missing: MissingWords = NONE_MISSING

    def numbers(self, findings: Findings, *, counts: bool) -> Floats:
        """The figure of each list; NaN where its cell is empty, and where it has none."""
        sheet = without_missing(self.sheet, self.column, self.missing)
        found = numbers(sheet, self.column, findings, self.marks, counts=counts, may_be_empty=True)
        if self.list_of is None:
            return found
        values = np.full(self.lists, np.nan)
        values[self.list_of] = found
        return values

    def with_text(self, text: pa.ChunkedArray) -> PerList:
        """The same, its cells in other words."""
        return replace(self, sheet=replace(self.sheet, columns={**self.sheet.columns, self.column: text}))


Figures = Mapping[Key, PerList]
"""Path of a key of the lists file -> the column it names."""
