"""Available time, verdicts and totals of a role, by hand."""

import math

import numpy as np
import pytest

from tnt.engine.capacity.summary import summarise
from tnt.engine.capacity.verdict import OverloadThresholds, RoleLists, RoleTime, State, list_capacity

NAN = math.nan
TIME = RoleTime(gross_hours_per_post=1725.0, reserved_share=0.2, reserved_hours_per_post=180.0)  # 1,200 h are left
THRESHOLDS = OverloadThresholds(overload=1.0, watch=0.85)


def lists(*rows: tuple[float, float, float, bool]) -> RoleLists:
    people, posts, required, imputed = zip(*rows, strict=True)
    return RoleLists(np.array(people), np.array(posts), np.array(required), np.array(imputed, dtype=np.bool_))


@pytest.mark.parametrize(
    ("row", "state", "ratio"),
    [
        ((1000.0, 1.0, 600.0, False), State.OK, 0.5),
        ((1000.0, 1.0, 1020.0, False), State.WATCH, 0.85),
        ((1000.0, 1.0, 1200.0, False), State.WATCH, 1.0),
        ((1000.0, 2.0, 3000.0, False), State.OVERLOAD, 1.25),
        ((1000.0, 0.0, 600.0, False), State.VACANT, NAN),
        ((1000.0, NAN, 600.0, False), State.UNKNOWN, NAN),
        ((1000.0, 1.0, NAN, False), State.UNKNOWN, NAN),
        ((1000.0, 1.0, 2400.0, True), State.IMPUTED, 2.0),
        ((1000.0, 0.0, 600.0, True), State.VACANT, NAN),
        ((1000.0, NAN, 600.0, True), State.UNKNOWN, NAN),
        ((0.0, 1.0, 0.0, False), State.OK, 0.0),
        ((0.0, 0.0, 0.0, False), State.OK, 0.0),
        ((0.0, NAN, 0.0, False), State.UNKNOWN, NAN),
    ],
)
def test_state_and_ratio(row: tuple[float, float, float, bool], state: State, ratio: float) -> None:
    found = list_capacity(lists(row), TIME, THRESHOLDS)
    assert found.state.tolist() == [state]
    assert found.ratio.tolist() == pytest.approx([ratio], nan_ok=True)


def test_without_a_watch_threshold_nothing_is_watched() -> None:
    found = list_capacity(lists((1000.0, 1.0, 1199.0, False)), TIME, OverloadThresholds())
    assert found.state.tolist() == [State.OK]


def test_a_reserve_that_takes_all_the_time_is_overload_without_a_ratio() -> None:
    time = RoleTime(1725.0, reserved_hours=np.array([1800.0, 1800.0, 0.0]))
    found = list_capacity(lists(*[(3000.0, 1.0, 10.0, imputed) for imputed in (False, True, False)]), time, THRESHOLDS)
    assert found.available_hours.tolist() == [0.0, 0.0, 1725.0]
    assert found.state.tolist() == [State.OVERLOAD, State.IMPUTED, State.OK]
    assert np.isnan(found.ratio[:2]).all()


def test_reserves_may_differ_between_lists_and_grow_with_the_list() -> None:
    rows = lists((1000.0, 1.0, 1.0, False), (2000.0, 2.0, 1.0, False))
    time = RoleTime(1000.0, np.array([0.1, 0.0]), np.array([0.0, 50.0]), reserved_hours=0.5 * rows.people)
    assert list_capacity(rows, time, THRESHOLDS).available_hours.tolist() == [400.0, 900.0]


def test_summary_runs_over_staffed_lists() -> None:
    rows = lists(
        (1000.0, 1.0, 600.0, False),
        (3000.0, 2.0, 3000.0, False),
        (500.0, 1.0, 300.0, True),
        (700.0, 0.0, 420.0, False),
        (900.0, NAN, 540.0, False),
    )
    found = summarise(rows, TIME, THRESHOLDS, list_capacity(rows, TIME, THRESHOLDS), 2254.0)
    assert found.available_hours == pytest.approx(4800.0)
    assert found.required_hours == pytest.approx(3900.0)
    assert found.gross_hours == pytest.approx(6900.0)
    assert found.share_of_capacity == pytest.approx(3900 / 4800)
    assert found.mean_available_hours_per_post == pytest.approx(1200.0)
    assert found.positions == pytest.approx(4860 / 1200)
    assert found.break_even_reserve == pytest.approx(1 - 3900 / 6900)
    assert found.load_before == pytest.approx(2254 / 1725)
    assert found.load_with(345.0) == pytest.approx((4 * 2254 + 345) / 6900)
    assert found.lists_in_state == (1, 0, 1, 1, 1, 1)
    assert found.lists_with_verdict == 2


def test_break_even_reserve_is_the_reserve_that_just_overloads() -> None:
    rows = lists((1000.0, 1.0, 600.0, False))
    thresholds = OverloadThresholds(overload=0.9)
    reserve = summarise(rows, RoleTime(1725.0), thresholds, list_capacity(rows, TIME, thresholds)).break_even_reserve
    for share, state in ((reserve - 1e-6, State.OK), (reserve + 1e-6, State.OVERLOAD)):
        assert list_capacity(rows, RoleTime(1725.0, share), thresholds).state.tolist() == [state]


def test_mean_available_hours_per_post_are_weighted_by_people() -> None:
    rows = lists((1000.0, 1.0, 600.0, False), (3000.0, 2.0, 600.0, False))
    time = RoleTime(1000.0, reserved_share=np.array([0.0, 0.4]))
    found = summarise(rows, time, THRESHOLDS, list_capacity(rows, time, THRESHOLDS))
    assert found.mean_available_hours_per_post == pytest.approx((1000 * 1000 + 3000 * 600) / 4000)


@pytest.mark.parametrize("posts", [NAN, 0.0])
def test_without_staffed_lists_capacity_is_unknown(posts: float) -> None:
    rows = lists((1000.0, posts, 600.0, False))
    found = summarise(rows, TIME, THRESHOLDS, list_capacity(rows, TIME, THRESHOLDS), 2254.0)
    figures = (found.available_hours, found.required_hours, found.share_of_capacity, found.positions)
    assert all(math.isnan(figure) for figure in figures)
    assert math.isnan(found.break_even_reserve)
    assert math.isnan(found.load_before)
    assert math.isnan(found.load_with(0.0))


def test_unknown_hours_today_and_unknown_change_stay_unknown() -> None:
    rows = lists((1000.0, 1.0, 600.0, False))
    capacity = list_capacity(rows, TIME, THRESHOLDS)
    assert math.isnan(summarise(rows, TIME, THRESHOLDS, capacity).load_before)
    assert math.isnan(summarise(rows, TIME, THRESHOLDS, capacity, 1800.0).load_with(math.nan))
