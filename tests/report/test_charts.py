"""Lengths and places of what is drawn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.results import many_recommendations
from tests.result.factory import known_on_lists, rich_result
from tests.result.uncertain import drivers, uncertain_result
from tnt.analyses.uncertainty.chances import chances
from tnt.analyses.uncertainty.tornado import ends_of_required, tornado
from tnt.locale import Texts
from tnt.report.page.load_histogram import histogram
from tnt.report.page.verdict import verdict
from tnt.result.capacity import CapacityUsed
from tnt.result.lists import RoleOnLists
from tnt.result.model import Result
from tnt.show.page.bar_chart import MOST_BARS, bar_chart
from tnt.show.page.wording import Wording

TEXTS = Texts("en")
CAPACITY = CapacityUsed("c", "C", None, 0.85, 1.0, {}, {})


def wording(result: Result) -> Wording:
    return Wording(result, TEXTS)


def on_lists(ratios: list[float]) -> RoleOnLists:
    ratio = np.array(ratios)
    state = np.where(ratio > 1.0, 2, np.where(ratio >= 0.85, 1, 0)).astype(np.int8)
    return known_on_lists(np.ones(len(ratio)), ratio, np.ones(len(ratio)), ratio, state)


def test_bars_are_as_long_as_their_hours() -> None:
    result = rich_result()
    chart = bar_chart(result, wording(result))
    assert chart is not None
    first, second = chart.bars
    assert first.total.value == 915.0
    assert second.end_percent / first.end_percent == pytest.approx((705.67 + 181.60625) / 915.0, abs=1e-4)
    assert [part.series for part in first.segments] == [0, 1]
    assert [entry.label for entry in chart.legend] == ["GP", "Nurse"]
    assert chart.left_out is not None


def test_the_rest_stand_in_the_last_bar() -> None:
    result = many_recommendations(50, 0)
    chart = bar_chart(result, wording(result))
    assert chart is not None
    assert len(chart.bars) == MOST_BARS + 1
    drawn = sum(bar.total.value or 0 for bar in chart.bars)
    assert drawn == pytest.approx(
        sum(hours.tnt_hours or 0 for one in result.recommendations for hours in one.roles.values())
    )
    assert chart.bars[-1].label == ("The other 30 recommendations",)


def test_a_bar_holds_as_many_colours_as_there_are_and_no_more() -> None:
    result = rich_result()
    hours = result.recommendations[0].roles["gp"]
    roles = [f"role-{number}" for number in range(9)]
    totals = {role: replace(result.total["nurse"], title=role) for role in roles}
    one = replace(result.recommendations[0], roles=dict.fromkeys(roles, hours))
    chart = bar_chart(replace(result, total=totals, recommendations=(one,)), wording(replace(result, total=totals)))
    assert chart is not None
    assert [entry.series for entry in chart.legend] == [0, 1, 2, 3, 4]
    assert chart.bars[0].total.value == pytest.approx(9 * 705.67)


@given(st.lists(st.floats(0, 50), min_size=2, max_size=60))
def test_every_list_stands_in_one_interval(ratios: list[float]) -> None:
    drawn = histogram(on_lists(ratios), CAPACITY, wording(rich_result()))
    assert drawn is not None
    assert sum(one.count.value or 0 for one in drawn.bins) == len(ratios)
    assert all(11 <= one.start_percent <= one.start_percent + one.width_percent <= 98.001 for one in drawn.bins)
    assert all(0 <= part.start_percent <= 100.001 for one in drawn.bins for part in one.segments)
    assert len(drawn.bins) <= 23
    assert len(drawn.ticks) <= 6


def test_a_list_on_an_edge_stands_in_the_interval_it_begins() -> None:
    drawn = histogram(on_lists([0.3, 0.3, 0.6, 1.0]), CAPACITY, wording(rich_result()))
    assert drawn is not None
    counted = {one.label: one.count.value for one in drawn.bins}
    assert (counted["30% to 35%"], counted["60% to 65%"], counted["100% to 105%"]) == (2, 1, 1)
    assert [mark.label for mark in drawn.thresholds] == ["watch from 85%", "overload above 100%"]


def test_the_axis_is_told_all_along_and_where_it_stays_open() -> None:
    drawn = histogram(on_lists([0.3] * 200 + [1.0, 30.0]), CAPACITY, wording(rich_result()))
    assert drawn is not None
    assert [mark.label for mark in drawn.ticks] == ["0%", "25%", "50%", "75%", "≥ 105%"]


def test_overloaded_lists_without_any_time_left_are_counted_and_not_drawn() -> None:
    lists = on_lists([0.5, 0.6, 0.7])
    state = np.array([0, 0, 2], dtype=np.int8)
    drawn = histogram(replace(lists, ratio=np.array([0.5, 0.6, np.nan]), state=state), CAPACITY, wording(rich_result()))
    assert drawn is not None
    assert drawn.no_time_left is not None
    assert drawn.no_time_left.value == 1
    assert sum(one.count.value or 0 for one in drawn.bins) == 2


def test_fewer_than_two_lists_are_not_drawn() -> None:
    assert histogram(on_lists([0.5]), CAPACITY, wording(rich_result())) is None


def test_a_reserve_below_nothing_is_said_in_words() -> None:
    result = rich_result()
    total = replace(result.total["gp"], headroom=-0.2, break_even_reserve=-0.2)
    over = replace(result, total={**result.total, "gp": total})
    assert verdict("gp", over, wording(over)).endswith("these recommendations need more than gross working time.")


def test_at_another_threshold_the_reserve_is_no_room() -> None:
    """2,167 of 2,000 hours are called fitting up to 120 %, and still there is no room."""
    result = rich_result()
    assert result.capacity is not None
    total = replace(result.total["gp"], headroom=1 - 2167 / 2000, break_even_reserve=1 - 2167 / 2400)
    over = replace(result, total={**result.total, "gp": total}, capacity=replace(result.capacity, overload=1.2))
    sentences = verdict("gp", over, wording(over))
    assert "these recommendations need more than gross working time." in sentences
    assert "may take up to" not in sentences
    assert sentences.endswith("takes more than a share of gross working time that is at most 9.7%.")
    total = replace(total, at_least=False)
    known = replace(over, total={**result.total, "gp": total})
    sentence = "above 120% of the available time: when other work takes more than 9.7% of gross working time."
    assert verdict("gp", known, wording(known)).endswith(sentence)


def test_lists_that_cannot_be_judged_are_named() -> None:
    result = rich_result()
    none = replace(result.overload["gp"], lists=0, of=0, vacant=2, unknown=3)
    vacant = replace(result, overload={**result.overload, "gp": none})
    assert verdict("gp", vacant, wording(vacant)).startswith(
        "GP: no list has a verdict (2 vacant and 3 with posts, or most of the work, unknown)."
    )


def test_a_tornado_bar_goes_from_one_end_to_the_other_and_names_both() -> None:
    result = uncertain_result()
    chart = tornado(ends_of_required(drivers()["gp"]), 1005.0, wording(result))
    time, share, _ = chart.bars
    assert (time.left.label, time.right.label) == ("low: 880", "high: 1,180")
    assert (share.left.label, share.right.label) == ("high: 930", "low: 1,090")
    for bar in chart.bars:
        length = bar.right.position_percent - bar.left.position_percent
        assert bar.low_length_percent + bar.high_length_percent == pytest.approx(length, abs=0.01)
        assert min(bar.low_start_percent, bar.high_start_percent) == bar.left.position_percent
    swing = time.right.position_percent - time.left.position_percent
    assert swing / (share.right.position_percent - share.left.position_percent) == pytest.approx(299.75 / 160, rel=1e-3)


def test_a_tornado_of_numbers_that_move_nothing_is_drawn() -> None:
    still = replace(drivers()["gp"][0], at_low=5.0, at_high=5.0)
    [bar] = tornado(ends_of_required([still]), 5.0, wording(uncertain_result())).bars
    assert (bar.low_length_percent, bar.high_length_percent) == (0.0, 0.0)


@given(st.lists(st.one_of(st.floats(0, 1), st.just(float("nan"))), max_size=80))
def test_every_list_with_a_verdict_has_its_chance_drawn_once(values: list[float]) -> None:
    known = [value for value in values if value == value]
    drawn = chances(np.array(values), wording(rich_result()))
    assert (drawn is None) == (len(known) < 20)
    if drawn is not None:
        assert sum(one.count.value or 0 for one in drawn.bins) == len(known)
