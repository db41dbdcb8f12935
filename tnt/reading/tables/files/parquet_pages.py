"""What a Parquet file unpacks to, as the headers of its pages say it, before any page is unpacked.

The footer may say anything, and Arrow never compares it with the pages; a page cannot unpack to more than its own
header says. The footer is read here too: where it lies in certain ways, pyarrow's view of it ends the program. The
structures are those of https://github.com/apache/parquet-format, parquet.thrift.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tnt.reading.tables.files.thrift import Fields, ThriftReader

_ROW_GROUPS = 4
_COLUMNS, _ROWS = 1, 3
_METADATA = 3
_VALUES, _COMPRESSED_BYTES, _DATA_AT, _DICTIONARY_AT = 5, 7, 9, 11
"""Fields of the footer, of a group of rows, of a column in it, and of its metadata."""
_PAGE_BYTES, _STORED_BYTES, _DATA, _DICTIONARY, _DATA_V2 = 2, 3, 5, 7, 8
_ENCODING = {_DATA: 2, _DICTIONARY: 2, _DATA_V2: 4}
"""Fields of a page's header, and the encoding in what they hold."""
_REPEATS = 7
"""The encoding DELTA_BYTE_ARRAY, in which a text may take its beginning from the one before."""
_LEAST_BYTES = 2_048
"""A page counts for this much, since it takes time however small it is."""


@dataclass(frozen=True)
class Pages:
    """Of some columns together."""

    content_bytes: int
    """All pages unpacked."""
    largest_bytes: int
    """The largest page."""
    repeats: bool
    """Whether texts may be longer than all pages together."""


@dataclass(frozen=True)
class RowGroup:
    """Some rows, and for each column where its pages are."""

    rows: int
    columns: Sequence[Fields]


def row_groups(path: Path) -> list[RowGroup]:
    """The groups of rows a footer names. ValueError or LookupError where it is none, or says two things of one."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(size - 8, 0))
        length = int.from_bytes(file.read(4), "little")
        file.seek(max(size - 8 - length, 0))
        footer = ThriftReader(file.read(length)).structure()
    groups = []
    for group in footer.get(_ROW_GROUPS, []):
        columns = [column[_METADATA] for column in group[_COLUMNS]]
        if group[_ROWS] < 0 or any(column[_VALUES] < 0 for column in columns):
            raise ValueError("fewer than none")
        groups.append(RowGroup(group[_ROWS], columns))
    return groups


def pages_of(path: Path, groups: Sequence[RowGroup], columns: Sequence[int], most_bytes: int) -> Pages:
    """Of the columns with these numbers, looking no further than `most_bytes`. Raises as `row_groups`."""
    content = largest = 0
    repeats = False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for group in groups:
            for column in columns:
                if group.columns[column][_VALUES] != group.rows:  # Arrow makes room for as many as are said here
                    raise ValueError("a column as long as its rows is not")
                for size, encoding in _pages(data, group.columns[column]):
                    content += max(size, _LEAST_BYTES)
                    largest = max(largest, size)
                    repeats |= encoding == _REPEATS
                    if content > most_bytes:
                        return Pages(content, largest, repeats)
    return Pages(content, largest, repeats)


def _pages(data: mmap.mmap, column: Fields) -> Iterator[tuple[int, int | None]]:
    """Bytes unpacked and the encoding of each page of a column in one group of rows."""
    start, values = column[_DATA_AT], 0
    if 0 < column.get(_DICTIONARY_AT, 0) < start:
        start = column[_DICTIONARY_AT]
    end = start + column[_COMPRESSED_BYTES]
    if column[_VALUES] and not 4 <= start < end <= len(data):
        raise ValueError("a column outside the file")
    reader = ThriftReader(data)
    reader.at = start
    while reader.at < end and values < column[_VALUES]:
        header = reader.structure()
        kind = next((kind for kind in _ENCODING if kind in header), None)
        if min(header[_PAGE_BYTES], header[_STORED_BYTES]) < 0:
            raise ValueError("a page of less than nothing")
        if kind in (_DATA, _DATA_V2):
            values += header[kind][1]
        yield header[_PAGE_BYTES], None if kind is None else header[kind].get(_ENCODING[kind])
        reader.at += header[_STORED_BYTES]
