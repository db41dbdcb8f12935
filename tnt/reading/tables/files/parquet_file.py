"""Parquet: only the columns that are needed; numbers stay numbers, everything else becomes text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from tnt import limits
from tnt.diagnostics import Place
from tnt.reading.tables.files.file import check_size, sha256_of, too_large, unreadable, with_rows
from tnt.reading.tables.files.parquet_pages import Pages, pages_of, row_groups
from tnt.reading.tables.files.sheet import TEXT, Sheet, filled

_BROKEN = (pa.ArrowException, OSError, ValueError, LookupError, TypeError, AttributeError)
"""The last two where a field of the footer is not of the kind it should be."""
_KINDS = pa.types
_WRITTEN_AS_NUMBERS = (_KINDS.is_integer, _KINDS.is_floating, _KINDS.is_decimal)
_WRITTEN_AS_TEXT: tuple[Callable[[pa.DataType], bool], ...] = (
    _KINDS.is_string,
    _KINDS.is_large_string,
    _KINDS.is_string_view,
    _KINDS.is_binary,
    _KINDS.is_large_binary,
    _KINDS.is_binary_view,
    _KINDS.is_fixed_size_binary,
    _KINDS.is_boolean,
    _KINDS.is_temporal,
    _KINDS.is_null,
)
_MOST_WHOLE = 2**53
"""Beyond it floats no longer tell whole numbers apart."""


class ParquetFile:
    """A Parquet file whose schema has been read."""

    def __init__(self, path: Path, name: str) -> None:
        """Read the schema of the file at `path`, which messages call `name`."""
        self.name, self.heading_row = name, 1
        self._path, self._place = path, Place(name)
        try:
            self._check_footer()
            with pq.ParquetFile(path, **_FOOTER) as file:
                self._metadata = file.metadata
                if self._metadata.num_columns > limits.TABLE_COLUMNS:
                    raise too_large(self._place, limits.TABLE_COLUMNS, "columns")
                self.header: list[str] = file.schema_arrow.names
                self._types = file.schema_arrow.types
        except _BROKEN:
            raise unreadable(self._place, "parquet") from None

    def read(self, columns: Sequence[str]) -> Sheet:
        """These columns of all rows."""
        if any(not _is_read(self._types[self.header.index(column)]) for column in columns):
            raise unreadable(self._place, "parquet")
        try:
            pages = self._check_pages(columns)
            table = self._table(columns, pages)
            table.validate(full=True)
            values = {column: _plain(table[column]) for column in columns}
        except _BROKEN:
            raise unreadable(self._place, "parquet") from None
        return with_rows(filled(self.name, sha256_of(self._path), values, table.num_rows))

    def _check_footer(self) -> None:
        """Its length stands before the last four bytes; Arrow reads all of it, whatever it is."""
        with self._path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(size - 8, 0))
            length = int.from_bytes(file.read(4), "little")
        if limits.PARQUET_FOOTER_BYTES < length < size:
            raise too_large(self._place, limits.PARQUET_FOOTER_BYTES, "bytes")

    def _check_pages(self, columns: Sequence[str]) -> Pages:
        """Refuse what would unpack to too much."""
        schema = self._metadata.schema
        position = {schema.column(index).path: index for index in range(self._metadata.num_columns)}
        leaves = [position[column] for column in columns if column in position]
        if len(leaves) < len(columns):
            raise ValueError("a column that holds none")
        groups = row_groups(self._path)
        rows = sum(group.rows for group in groups)
        if rows != self._metadata.num_rows:
            raise ValueError("a footer that lies")
        check_size(self._place, rows, len(columns))
        if any(rows * schema.column(leaf).length > limits.TABLE_CONTENT_BYTES for leaf in leaves):
            raise too_large(self._place, limits.TABLE_CONTENT_BYTES, "bytes")
        pages = pages_of(self._path, groups, leaves, limits.TABLE_CONTENT_BYTES)
        if pages.content_bytes > limits.TABLE_CONTENT_BYTES:
            raise too_large(self._place, limits.TABLE_CONTENT_BYTES, "bytes")
        return pages

    def _table(self, columns: Sequence[str], pages: Pages) -> pa.Table:
        """As dictionaries, because a repeated text takes next to nothing in the file and may be very long."""
        at_a_time, as_dictionaries = limits.TABLE_ROWS, list(columns)
        if pages.repeats:  # not to be had as dictionaries; each text may be as long as all of its page
            at_a_time, as_dictionaries = max(1, limits.TABLE_CONTENT_BYTES // max(pages.largest_bytes, 1) // 2), []
        content, batches = 0, []
        with pq.ParquetFile(self._path, read_dictionary=as_dictionaries, **_FOOTER) as file:
            for batch in file.iter_batches(batch_size=at_a_time, columns=list(columns), use_threads=False):
                content += sum(_bytes(values) for values in batch.columns)
                if content > limits.TABLE_CONTENT_BYTES:
                    raise too_large(self._place, limits.TABLE_CONTENT_BYTES, "bytes")
                batches.append(batch)
        if not batches:
            raise unreadable(self._place, "header-only")
        return pa.Table.from_batches(batches)


_FOOTER: dict[str, Any] = {"thrift_container_size_limit": 200_000, "thrift_string_size_limit": 10_000_000}
"""What Arrow may believe of a footer: so many columns or groups of rows, and so long a text."""


def _is_read(kind: pa.DataType) -> bool:
    if _KINDS.is_dictionary(kind):
        kind = kind.value_type
    return any(is_kind(kind) for is_kind in (*_WRITTEN_AS_NUMBERS, *_WRITTEN_AS_TEXT)) and not _KINDS.is_duration(kind)


def _bytes(values: pa.Array) -> int:
    """Bytes of a column once its dictionary is written out."""
    if not _KINDS.is_dictionary(values.type):
        return int(values.nbytes)
    return pc.sum(pc.binary_length(values.dictionary).take(values.indices)).as_py() or 0


def _plain(values: pa.ChunkedArray) -> pa.ChunkedArray:
    if not any(is_kind(values.type) for is_kind in _WRITTEN_AS_NUMBERS):
        return pc.fill_null(values.cast(TEXT), "")
    numbers = values.cast(pa.float64(), safe=False)
    if not _KINDS.is_floating(values.type) and pc.any(pc.greater_equal(pc.abs(numbers), _MOST_WHOLE)).as_py():
        return pc.fill_null(values.cast(TEXT), "")
    return pc.if_else(pc.is_nan(numbers), None, numbers)  # pandas' way to leave a cell empty
