"""Bars, interaction and what cannot be compared, on results made by hand."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from tests.result.factory import rich_result, role_hours
from tnt.analyses.compare.comparison import ComparedRecommendation, Comparison, compare_results
from tnt.result.model import Result


def result(hours: dict[str, float | None], overlap: float = 0.0, role: str = "gp") -> Result:
    """A result in which only one role is asked, for these required hours of recommendations `a/…`."""
    made = rich_result()
    one = made.recommendations[0]
    known = [each for each in hours.values() if each is not None]
    total = replace(
        made.total["gp"],
        required_hours=math.fsum(known) - overlap if known else None,
        overlap_hours=overlap,
        at_least=len(known) < len(hours),
    )
    recommendations = tuple(
        replace(one, id=name, roles={role: role_hours(each, at_least=each is None)}) for name, each in hours.items()
    )
    return replace(made, recommendations=recommendations, total={role: total}, overload={})


def adds_up(comparison: Comparison) -> None:
    for role in comparison.roles.values():
        assert role.before_hours is not None
        assert role.after_hours is not None
        steps = [bar.change_hours for bar in role.bars]
        end = math.fsum([role.before_hours, *steps, role.shared_work_hours, role.one_sided_hours])
        assert end == pytest.approx(role.after_hours, rel=1e-9, abs=1e-9)


def test_a_bar_for_each_recommendation_whose_hours_change() -> None:
    before = result({"a/same": 10.0, "a/more": 5.0, "a/gone": 3.0})
    after = result({"a/same": 10.0, "a/more": 25.0, "a/new": 7.0})
    comparison = compare_results(before, after)
    bars = comparison.roles["gp"].bars
    assert [(bar.id, bar.before_hours, bar.after_hours) for bar in bars] == [
        ("a/more", 5.0, 25.0),
        ("a/new", 0.0, 7.0),
        ("a/gone", 3.0, 0.0),
    ]
    adds_up(comparison)


def test_shared_work_is_the_interaction() -> None:
    """Two that share work: one alone asks 10; together they ask 20 less the 4 that are counted once."""
    comparison = compare_results(result({"a/one": 10.0}), result({"a/one": 10.0, "a/two": 10.0}, overlap=4.0))
    role = comparison.roles["gp"]
    assert role.shared_work_hours == -4.0
    assert role.change_hours == 6.0
    adds_up(comparison)
    assert compare_results(comparison.after, comparison.before).roles["gp"].shared_work_hours == 4.0


def test_what_is_unknown_on_one_side_is_no_bar_and_the_rest_still_adds_up() -> None:
    comparison = compare_results(result({"a/one": 10.0, "a/two": None}), result({"a/one": 12.0, "a/two": 5.0}))
    role = comparison.roles["gp"]
    assert [bar.id for bar in role.bars] == ["a/one"]
    assert [(one.id, one.before_hours, one.after_hours) for one in role.not_compared] == [("a/two", None, 5.0)]
    assert role.one_sided_hours == 5.0
    assert role.at_least
    adds_up(comparison)


def test_unknown_on_both_sides_says_nothing_of_the_change() -> None:
    role = compare_results(result({"a/one": 1.0, "a/two": None}), result({"a/one": 1.0, "a/two": None})).roles["gp"]
    assert not role.is_changed
    assert role.at_least


def test_a_new_recommendation_without_a_time_cannot_be_compared() -> None:
    role = compare_results(result({"a/one": 1.0}), result({"a/one": 1.0, "a/two": None})).roles["gp"]
    assert [(one.before_hours, one.after_hours) for one in role.not_compared] == [(0.0, None)]


def test_a_role_that_one_side_does_not_ask_starts_from_nothing() -> None:
    comparison = compare_results(result({"a/one": 10.0}), result({"a/one": 10.0}, role="nurse"))
    assert {name: (role.before_hours, role.after_hours) for name, role in comparison.roles.items()} == {
        "nurse": (0.0, 10.0),
        "gp": (10.0, 0.0),
    }
    assert comparison.roles["gp"].bars == (
        ComparedRecommendation("a/one", comparison.before.recommendations[0].title, 10.0, 0.0, False),
    )
    adds_up(comparison)


def test_nothing_known_on_a_side_is_not_0() -> None:
    role = compare_results(result({"a/one": None}), result({"a/one": 3.0})).roles["gp"]
    assert (role.before_hours, role.after_hours, role.change_hours) == (None, 3.0, None)


def test_sums_of_the_same_terms_in_another_order_are_no_change() -> None:
    role = compare_results(result({"a/one": 0.1 + 0.2}), result({"a/one": 0.3})).roles["gp"]
    assert role.bars == ()


def test_lists_that_change_state_are_counted_where_the_lists_are_the_same() -> None:
    before = rich_result()
    gp = before.lists.roles["gp"]
    worse = replace(gp, state=np.array([2, 2, 4, 3, 1], dtype=np.int8))
    after = replace(before, lists=replace(before.lists, roles={**before.lists.roles, "gp": worse}))
    comparison = compare_results(before, after)
    assert comparison.states["gp"] == {("ok", "watch"): 1, ("ok", "overload"): 1}
    others = replace(before, lists=replace(before.lists, ids=before.lists.ids[::-1]))
    assert compare_results(before, others).states == {}
