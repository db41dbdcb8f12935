"""Columns of Arrow to arrays of numpy and back, through their memory.

Arrow's own `to_numpy`, `pa.array` and `pa.scalar` import pandas where it is installed, which takes longer than to read
a small table.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from tnt.arrays import Bools, Floats


def floats_of(column: pa.ChunkedArray) -> Floats:
    """A column of float64; NaN where it is null."""
    return np.concatenate([np.empty(0), *(_floats(chunk) for chunk in column.chunks)])


def whole_numbers_of(column: pa.Array | pa.ChunkedArray) -> npt.NDArray[np.int64]:
    """A column of signed whole numbers of any width, without nulls."""
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    parts = (_values(chunk, np.dtype(f"i{chunk.type.bit_width // 8}")) for chunk in chunks)
    return np.concatenate([np.empty(0, dtype=np.int64), *parts])


def positions_of(records: npt.NDArray[Any]) -> pa.Array:
    """Positions of records, for `take`."""
    whole_numbers = np.ascontiguousarray(records, dtype=np.int64)
    return pa.Array.from_buffers(pa.int64(), len(whole_numbers), [None, pa.py_buffer(whole_numbers)])


def is_empty(text: pa.ChunkedArray) -> Bools:
    """Which cells hold an empty text; none may be null."""
    return np.asarray(whole_numbers_of(pc.binary_length(text)) == 0)


def _floats(chunk: pa.Array) -> Floats:
    values: Floats = _values(chunk, np.float64)
    return np.where(_bits(chunk), values, np.nan) if chunk.null_count else values


def _values(chunk: pa.Array, kind: Any) -> npt.NDArray[Any]:
    """The memory of a chunk, which may begin before the chunk does."""
    memory = chunk.buffers()[1]
    if memory is None or not len(chunk):
        return np.empty(0, dtype=kind)
    return np.frombuffer(memory, dtype=kind, count=chunk.offset + len(chunk))[chunk.offset :]


def _bits(chunk: pa.Array) -> Bools:
    """Which cells are not null: a bit each, the lowest first."""
    bits = np.frombuffer(chunk.buffers()[0], dtype=np.uint8)
    return np.unpackbits(bits, count=chunk.offset + len(chunk), bitorder="little")[chunk.offset :].astype(np.bool_)


def column_of_floats(values: Floats) -> pa.ChunkedArray:
    """A column of float64, null where a value is NaN."""
    bits = pa.py_buffer(np.packbits(~np.isnan(values), bitorder="little"))
    return pa.chunked_array([pa.Array.from_buffers(pa.float64(), len(values), [bits, pa.py_buffer(values)])])


def column_of_texts(texts: Sequence[str]) -> pa.ChunkedArray:
    """A column of large strings."""
    encoded = [text.encode() for text in texts]
    ends = np.zeros(len(encoded) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in encoded], out=ends[1:])
    memory = [None, pa.py_buffer(ends), pa.py_buffer(b"".join(encoded))]
    return pa.chunked_array([pa.Array.from_buffers(pa.large_string(), len(encoded), memory)])
