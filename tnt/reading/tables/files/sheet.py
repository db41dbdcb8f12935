"""The columns read from a table, and where each of their cells stands in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tnt.diagnostics import Place
from tnt.reading.tables.files.arrow_numpy import floats_of, is_empty, positions_of, whole_numbers_of

FIRST_ROW = 2
"""Row of the first record, as a spreadsheet counts: the header is row 1."""
TEXT = pa.large_string()

Indices = npt.NDArray[np.int64]
Labels = npt.NDArray[np.object_]
"""Text, as numpy holds it without padding."""


@dataclass(frozen=True)
class RowsLeftOut:
    """Rows left out by a column: by `where` those that have none of the values, by `not` those that have one."""

    key: Literal["where", "not"]
    column: str
    values: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class Sheet:
    """Columns of text, or of floats where the file itself says that they are numbers (Parquet); all of one length.

    An empty cell is an empty text, or null. `rows` are the row numbers a spreadsheet shows.
    """

    file: str
    columns: Mapping[str, pa.ChunkedArray]
    rows: Indices
    sha256: str
    encoding_found: str | None = None
    """The encoding of its letters, where nobody stated it and it is not UTF-8."""
    left_out: tuple[RowsLeftOut, ...] = ()
    """Records of the table that are not in it."""
    rows_above: int = 0
    """Rows above the heading, if something is in them and nobody stated that they are to be skipped; else 0."""

    def __len__(self) -> int:
        """Records."""
        return len(self.rows)

    def place(self, record: int, column: str) -> Place:
        """Where the cell of a record stands."""
        return Place(self.file, cell=(int(self.rows[record]), column))

    def text(self, column: str) -> pa.ChunkedArray:
        """The column as text without surrounding spaces; an empty text where the cell is empty."""
        values = self.columns[column]
        if pa.types.is_floating(values.type):
            values = _whole(values)
        texts = values.cast(TEXT)
        return pc.utf8_trim_whitespace(pc.fill_null(texts, "") if texts.null_count else texts)

    def labels(self, column: str) -> Labels:
        """The text, one Python str a record."""
        return np.array(self.text(column).to_pylist(), dtype=object)

    def coded(self, column: str) -> tuple[list[str], Indices]:
        """The different texts of a column in the order they first appear, and which of them each record has."""
        encoded = self.text(column).dictionary_encode()  # every chunk has the dictionary of all
        codes = [whole_numbers_of(chunk.indices) for chunk in encoded.chunks]
        return encoded.chunk(0).dictionary.to_pylist(), np.concatenate(codes)

    def take(self, records: npt.NDArray[Any]) -> Sheet:
        """Only these records."""
        positions = positions_of(records)
        columns = {name: values.take(positions) for name, values in self.columns.items()}
        return replace(self, columns=columns, rows=self.rows[records])


def filled(
    file: str, sha256: str, columns: Mapping[str, pa.ChunkedArray], records: int, first_row: int = FIRST_ROW
) -> Sheet:
    """The sheet, without the records in which every column is empty: spreadsheets leave such rows behind. `first_row`
    is the row of the first record."""
    sheet = Sheet(file, columns, np.arange(first_row, first_row + records), sha256)
    blank = np.ones(records, dtype=bool)
    for values in columns.values():
        if not blank.any():
            return sheet
        blank &= is_empty(values) if values.type == TEXT else np.isnan(floats_of(values))
    return sheet.take(np.flatnonzero(~blank)) if blank.any() else sheet


def _whole(values: pa.ChunkedArray) -> pa.ChunkedArray:
    """Floats as whole numbers where they all are: pandas writes an id or an age 12 as 12.0 if a cell is empty."""
    try:
        return values.cast(pa.int64())
    except pa.ArrowInvalid:
        return values
