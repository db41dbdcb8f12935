"""Columns of Arrow and arrays of numpy hold the same, however Arrow keeps them."""

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tnt.reading.tables.files.arrow_numpy import floats_of, is_empty, positions_of, whole_numbers_of

CHUNKS = st.lists(st.lists(st.none() | st.floats(allow_nan=False)), max_size=4)


@given(CHUNKS, st.integers(0, 9), st.integers(0, 20))
def test_floats_with_nulls_in_chunks_from_anywhere(chunks: list[list[float | None]], start: int, length: int) -> None:
    column = pa.chunked_array([pa.array(chunk, pa.float64()) for chunk in chunks], pa.float64())
    part = column.slice(min(start, len(column)), length)
    expected = [np.nan if value is None else value for value in part.to_pylist()]
    np.testing.assert_array_equal(floats_of(part), np.array(expected, dtype=np.float64))


@pytest.mark.parametrize("kind", [pa.int8(), pa.int16(), pa.int32(), pa.int64()])
def test_whole_numbers_of_any_width(kind: pa.DataType) -> None:
    array = pa.array([1, -2, 3, 4], kind)
    column = pa.chunked_array([array[1:3], array[:0], array[3:]])
    assert whole_numbers_of(column).tolist() == [-2, 3, 4]
    assert whole_numbers_of(array[2:]).tolist() == [3, 4]
    assert whole_numbers_of(column).dtype == np.int64


def test_empty_texts() -> None:
    column = pa.chunked_array([["a", ""], [], ["æ", "", "b"]], pa.large_string())
    assert is_empty(column).tolist() == [False, True, False, True, False]
    assert is_empty(column[3:]).tolist() == [True, False]
    assert is_empty(column[:0]).tolist() == []


@pytest.mark.parametrize("records", [np.array([2, 0]), np.arange(6)[::2], np.array([], dtype=np.int64)])
def test_positions(records: np.ndarray) -> None:
    assert positions_of(records).to_pylist() == [int(record) for record in records]
