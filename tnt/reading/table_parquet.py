"""Parquet: only the columns that are needed; numbers stay numbers, everything else becomes text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tnt import limits
from tnt.diagnostics import Place
from tnt.reading.table_file import check_size, sha256_of, too_large, unreadable, with_rows
from tnt.reading.table_sheet import TEXT, Sheet, filled

_BROKEN = (pa.ArrowException, OSError, ValueError)
_WRITTEN_AS_NUMBERS = (pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal)


class ParquetFile:
    """A Parquet file whose schema has been read."""

    def __init__(self, path: Path, name: str) -> None:
        """Read the schema of the file at `path`, which messages call `name`."""
        self.name = name
        self._path, self._place = path, Place(name)
        try:
            with pq.ParquetFile(path) as file:
                self.header: list[str] = file.schema_arrow.names
                self._types = file.schema_arrow.types
                self._rows: int = file.metadata.num_rows
        except _BROKEN:
            raise unreadable(self._place, "parquet") from None
        if len(self.header) > limits.TABLE_COLUMNS:
            raise too_large(self._place, limits.TABLE_COLUMNS, "columns")

    def read(self, columns: Sequence[str]) -> Sheet:
        """These columns of all rows."""
        check_size(self._place, self._rows, len(columns))
        if any(pa.types.is_nested(self._types[self.header.index(column)]) for column in columns):
            raise unreadable(self._place, "parquet")
        try:
            # As dictionaries, because a repeated text takes next to nothing in the file and may be very long.
            with pq.ParquetFile(self._path, read_dictionary=list(columns)) as file:
                table = file.read(columns=list(columns), use_threads=False)
            table.validate(full=True)
            unpacked = sum(_bytes(table[column]) for column in columns)
            if unpacked > limits.TABLE_CONTENT_BYTES:
                raise too_large(self._place, limits.TABLE_CONTENT_BYTES, "bytes")
            values = {column: _plain(table[column]) for column in columns}
        except _BROKEN:
            raise unreadable(self._place, "parquet") from None
        return with_rows(filled(self.name, sha256_of(self._path), values, table.num_rows))


def _bytes(values: pa.ChunkedArray) -> int:
    """Bytes of a column once its dictionaries are written out."""
    if not pa.types.is_dictionary(values.type):
        return int(values.nbytes)
    return sum(pc.sum(pc.binary_length(chunk.dictionary).take(chunk.indices)).as_py() or 0 for chunk in values.chunks)


def _plain(values: pa.ChunkedArray) -> pa.ChunkedArray:
    if not any(is_kind(values.type) for is_kind in _WRITTEN_AS_NUMBERS):
        return pc.fill_null(values.cast(TEXT), "")
    numbers = values.cast(pa.float64(), safe=False)
    return pc.if_else(pc.is_nan(numbers), None, numbers)  # pandas' way to leave a cell empty
