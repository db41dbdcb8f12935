"""What a Parquet file unpacks to, as the headers of its pages say it, before any page is unpacked.

The footer may say anything, and Arrow never compares it; a page cannot unpack to more than its own header says. The
headers are Thrift's compact protocol: https://github.com/apache/parquet-format, parquet.thrift.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_REPEATS = 7
"""The encoding DELTA_BYTE_ARRAY, in which a text may take its beginning from the one before."""
_LEAST_BYTES = 2_048
"""A page counts for this much, since it takes time however small it is."""
_FIELDS = {"size": 2, "stored": 3}
_KINDS = (5, 7, 8)
"""The fields that say more of a page of data, a dictionary, and a page of data in the second version."""
_ENCODING = {5: 2, 7: 2, 8: 4}
_DEEPEST = 4
_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _STRUCT = 1, 2, 3, 7, 8, 12
_INTEGERS = (4, 5, 6)


@dataclass(frozen=True)
class Pages:
    """Of some columns together."""

    content_bytes: int
    """All pages unpacked."""
    largest_bytes: int
    """The largest page."""
    repeats: bool
    """Whether texts may be longer than all pages together."""


def pages_of(path: Path, metadata: Any, columns: list[int], most_bytes: int) -> Pages:
    """Of the leaves `columns`, looking no further than `most_bytes`. ValueError or IndexError where it is no file of
    pages."""
    content = largest = 0
    repeats = False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        for group in range(metadata.num_row_groups):
            for column in columns:
                for size, encoding in _pages(data, metadata.row_group(group).column(column)):
                    content += max(size, _LEAST_BYTES)
                    largest = max(largest, size)
                    repeats |= encoding == _REPEATS
                    if content > most_bytes:
                        return Pages(content, largest, repeats)
    return Pages(content, largest, repeats)


def _pages(data: mmap.mmap, chunk: Any) -> Iterator[tuple[int, int | None]]:
    """Bytes unpacked and the encoding of each page of a column in one group of rows."""
    at, values = chunk.data_page_offset, 0
    if chunk.num_values == 0:
        return
    if chunk.has_dictionary_page and 0 < chunk.dictionary_page_offset < at:
        at = chunk.dictionary_page_offset
    end = at + chunk.total_compressed_size
    if at < 4 or not at < end <= len(data):
        raise ValueError("a column outside the file")
    while at < end and values < chunk.num_values:
        header, at = _struct(data, at)
        size, stored = (header.get(field) for field in _FIELDS.values())
        if not isinstance(size, int) or not isinstance(stored, int) or min(size, stored) < 0:
            raise ValueError("a page without a size")
        encoding = None
        for kind in _KINDS:
            if isinstance(said := header.get(kind), dict):
                encoding = said.get(_ENCODING[kind])
                values += 0 if kind == 7 else int(said.get(1, 0))
        yield size, encoding
        at += stored


def _struct(data: mmap.mmap, at: int, depth: int = 0) -> tuple[dict[int, Any], int]:
    """The fields of a structure by number, and where it ends."""
    if depth > _DEEPEST:
        raise ValueError("a header inside itself")
    fields: dict[int, Any] = {}
    number = 0
    while first := data[at]:
        at += 1
        step, kind = first >> 4, first & 15
        if step:
            number += step
        else:
            number, at = _integer(data, at)
        if kind in (_TRUE, _FALSE):
            fields[number] = kind == _TRUE
        elif kind in _INTEGERS:
            fields[number], at = _integer(data, at)
        elif kind == _BINARY:
            length, at = _varint(data, at)
            at += length
        elif kind == _STRUCT:
            fields[number], at = _struct(data, at, depth + 1)
        elif kind in (_BYTE, _DOUBLE):
            at += 1 if kind == _BYTE else 8
        else:
            raise ValueError("no header of a page")
    return fields, at + 1


def _integer(data: mmap.mmap, at: int) -> tuple[int, int]:
    zigzag, at = _varint(data, at)
    return (zigzag >> 1) ^ -(zigzag & 1), at


def _varint(data: mmap.mmap, at: int) -> tuple[int, int]:
    value = shift = 0
    while shift < 70:
        byte = data[at]
        value |= (byte & 127) << shift
        at += 1
        if byte < 128:
            return value, at
        shift += 7
    raise ValueError("no number")
