"""The share of posts below so many hours: a straight line between percentiles, bounds outside."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tnt.engine.capacity.hours_worked import Percentiles, share_below

WITHOUT_OUT_OF_HOURS = Percentiles(np.array([0.1, 0.25, 0.5, 0.75, 0.9]), np.array([35.5, 42.0, 48.6, 55.8, 63.6]))
"""Norwegian GPs in January 2018, hours a week. [Rebnord et al. 2018, as quoted by Legeforeningen]"""


def below(hours: list[float], posts: list[float]) -> tuple[float, float, float]:
    found = share_below(WITHOUT_OUT_OF_HOURS, np.array(hours), np.array(posts))
    assert found is not None
    return found.least, found.most, found.value


@pytest.mark.parametrize(("hours", "share"), [(35.5, 0.1), (48.6, 0.5), (52.2, 0.625), (63.6, 0.9)])
def test_inside_a_straight_line_is_drawn(hours: float, share: float) -> None:
    assert below([hours], [1.0]) == pytest.approx((share, share, share))


def test_outside_only_bounds_are_known() -> None:
    assert below([20.0], [1.0])[:2] == (0.0, 0.1)
    assert below([np.inf], [1.0])[:2] == (0.9, 1.0)
    assert np.isnan(below([20.0], [1.0])[2])


def test_nobody_works_fewer_than_no_hours() -> None:
    assert below([0.0], [1.0]) == (0.0, 0.0, 0.0)


def test_lists_weigh_by_their_posts_and_unknown_ones_are_left_out() -> None:
    least, most, value = below([48.6, 70.0, np.nan], [3.0, 1.0, 9.0])
    assert (least, most) == pytest.approx((0.75 * 0.5 + 0.25 * 0.9, 0.75 * 0.5 + 0.25))
    assert np.isnan(value)
    assert share_below(WITHOUT_OUT_OF_HOURS, np.array([np.nan]), np.array([1.0])) is None


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 20)), min_size=1, max_size=20))
def test_against_a_loop_over_lists(given_lists: list[tuple[float, float]]) -> None:
    points = list(zip(WITHOUT_OUT_OF_HOURS.hours, WITHOUT_OUT_OF_HOURS.shares, strict=True))
    least = most = 0.0
    for hours, posts in given_lists:
        low, high = (0.0, 0.0) if hours == 0 else (0.0, 0.1) if hours < 35.5 else (0.9, 1.0)
        for (before, p), (after, q) in pairwise(points):
            if before <= hours <= after:
                low = high = p + (q - p) * (hours - before) / (after - before)
        least, most = least + posts * low, most + posts * high
    total = sum(posts for _, posts in given_lists)
    found = below([hours for hours, _ in given_lists], [posts for _, posts in given_lists])
    assert found[:2] == pytest.approx((least / total, most / total))
