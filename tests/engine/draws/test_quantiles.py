"""The three order statistics are those of a sorted row, whatever the numbers."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tnt.arrays import Floats
from tnt.engine.draws.quantiles import PERCENTS, positions, spread_of


def rows_of(numbers: st.SearchStrategy[float]) -> st.SearchStrategy[Floats]:
    few = st.one_of(numbers, st.sampled_from([0.0, 1.0, 2.0]))
    return arrays.arrays(np.float64, st.tuples(st.integers(1, 4), st.integers(3, 300)), elements=few)


rows = rows_of(st.floats(-1e6, 1e6)) | rows_of(st.floats(-0.0, 1e200)) | rows_of(st.floats(0, 1e-300))
"""Hours of rules for are never below zero, and go another way through memory than those of rules against."""


@given(rows)
def test_order_statistics_and_mean(hours: Floats) -> None:
    ordered = np.sort(hours, axis=1)
    mean = hours.mean(axis=1)
    found = spread_of(hours.copy())
    at = positions(hours.shape[1])
    for values, position in zip((found.p05, found.p50, found.p95), at, strict=True):
        np.testing.assert_array_equal(values, ordered[:, position])
    np.testing.assert_allclose(found.mean, mean, rtol=1e-12, atol=1e-9)


def test_what_is_unknown_stands_last_and_moves_nothing_else() -> None:
    hours = np.array([[3.0, np.nan, 1.0, 2.0, 0.0], [4.0, 3.0, 2.0, 1.0, 0.0]])
    found = spread_of(hours.copy())
    assert np.isnan(found.p95[0])
    np.testing.assert_array_equal([found.p05, found.p50], [[0.0, 0.0], [2.0, 2.0]])
    assert found.p95[1] == 4.0


@given(rows)
def test_numpys_inverted_cdf(hours: Floats) -> None:
    """Wherever its q x n does not round."""
    draws = hours.shape[1]
    found = spread_of(hours.copy())
    for percent, values in zip(PERCENTS, (found.p05, found.p50, found.p95), strict=True):
        if Fraction(percent / 100) * draws == Fraction(percent * draws, 100) or percent * draws % 100:
            theirs = np.quantile(hours, percent / 100, axis=1, method="inverted_cdf")
            np.testing.assert_array_equal(values, theirs)


@pytest.mark.parametrize(("draws", "expected"), [(100, (4, 49, 94)), (128, (6, 63, 121)), (10_000, (499, 4999, 9499))])
def test_positions(draws: int, expected: tuple[int, int, int]) -> None:
    assert positions(draws) == expected
