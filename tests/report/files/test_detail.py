"""Hours of every list and recommendation, only when asked for."""

from datetime import date

import numpy as np

from tnt.compile.inputs import load
from tnt.estimating.estimate import estimate


def test_the_matrix_of_an_earlier_result_can_be_written_over() -> None:
    inputs = load(as_of=date(2026, 11, 22))
    first = estimate(inputs, detail=True).detail
    assert first is not None
    expected, memory = first.tnt_hours.copy(), first.tnt_hours
    memory[:] = -1.0
    again = estimate(inputs, detail=memory).detail
    assert again is not None
    assert np.shares_memory(again.tnt_hours, memory)
    np.testing.assert_array_equal(again.tnt_hours, expected)
