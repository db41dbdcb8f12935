"""Holds every figure of a result against the slow calculation; says all that differ, not only the first."""

from __future__ import annotations

import math
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from tests.oracle.drawn_packs.files import Folder
from tests.oracle.expected import Expected, expected
from tests.oracle.slow import hours_per_list
from tests.oracle.totals import STATES, OnLists
from tnt import Result
from tnt.result.total import RoleTotal

_ON_THE_WAY = ("one_off_of_all", "start_up_hours", "start_up_years")
RELATIVE = 1e-9
SMALL = 1e-7
"""Below this many hours (a third of a millisecond) differences are rounding of sums that cancel out."""


def differences(result: Result, wanted: Expected) -> list[str]:
    found: list[str] = []
    _recommendations(result, wanted, found)
    _detail(result, wanted, found)
    if set(result.total) != set(wanted.total):
        found.append(f"roles: {sorted(result.total)} for {sorted(wanted.total)}")
    for role in wanted.total.keys() & result.total.keys():
        _figures(f"total {role}", result.total[role], wanted.total[role], found)
        for at, bound in enumerate(("least", "most")):
            on_lists = wanted.on_lists[role]
            has_end = bound == "least" or not on_lists.is_partly_shared
            slow = sum(getattr(one, bound) for one in on_lists.twice) if has_end else None
            _figure(f"total {role} overlap {bound}", result.total[role].overlap_hours_bounds[at], slow, found)
            _ends_of_visits(result.total[role], on_lists, at, bound, found)
        _lists(f"lists {role}", result, wanted, role, found)
    for role, (posts, largest) in wanted.posts_needed.items():
        supply = result.supply[0].roles[role]
        _figure(f"{role} posts needed", supply.posts_needed, posts, found)
        _figure(f"{role} largest list", supply.largest_manageable_list, largest, found)
    return found


def _ends_of_visits(total: RoleTotal, on_lists: OnLists, at: int, bound: str, found: list[str]) -> None:
    """The bounds of merged visits, and of overlap and merged visits together; they hold the value."""
    outer = min if bound == "least" else max
    value = sum(one.saved.hours for one in on_lists.merged)
    saved = outer(max(0.0, sum(getattr(one.saved, bound) for one in on_lists.merged)), value)
    both = outer(
        sum(getattr(one.together, bound) for one in on_lists.merged), value + sum(one.hours for one in on_lists.twice)
    )
    has_end = bound == "least" or not on_lists.is_partly_merged
    _figure(f"merged visits {bound}", total.merged_visit_hours_bounds[at], saved if has_end else None, found)
    has_end = bound == "least" or not (on_lists.is_partly_merged or on_lists.is_partly_shared)
    _figure(f"together {bound}", total.overlap_and_merged_hours_bounds[at], both if has_end else None, found)


def assert_agrees(result: Result, wanted: Expected) -> None:
    found = differences(result, wanted)
    assert not found, "\n" + "\n".join(found)


def assert_pack_agrees(pack: Folder) -> None:
    """Every figure of a pack that is written to files and estimated."""
    with tempfile.TemporaryDirectory() as folder:
        assert_agrees(pack.estimate(Path(folder)), expected(pack.given()))


def _recommendations(result: Result, wanted: Expected, found: list[str]) -> None:
    actual = {one.id: one for one in result.recommendations}
    if actual.keys() != wanted.recommendations.keys():
        found.append(f"recommendations: {sorted(actual)} for {sorted(wanted.recommendations)}")
        return
    for name, one in wanted.recommendations.items():
        for key in ("eligible_people", "people_benefiting_per_year", "people_at_least"):
            _figure(f"{name} {key}", getattr(actual[name], key), getattr(one, key), found)
        if actual[name].roles.keys() != one.roles.keys():
            found.append(f"{name} roles: {sorted(actual[name].roles)} for {sorted(one.roles)}")
            continue
        for role, hours in one.roles.items():
            figures = {key: value for key, value in vars(hours).items() if key not in _ON_THE_WAY}
            _figures(f"{name} {role}", actual[name].roles[role], figures, found)


def _detail(result: Result, wanted: Expected, found: list[str]) -> None:
    """Hours of every list and recommendation."""
    if result.detail is None:
        found.append("no detail")
        return
    order = {name: row for row, name in enumerate(result.lists.ids)}
    columns = {(recommendation, role): column for column, (recommendation, role) in enumerate(result.detail.columns)}
    for work in wanted.works:
        for role in work.roles:
            for one, hours in zip(wanted.lists, hours_per_list(work, role), strict=True):
                column = columns.get((work.id, role))  # what has no time at all needs no column
                actual = None if column is None else result.detail.tnt_hours[order[one.id], column]
                _figure(f"detail {work.id} {role} {one.id}", actual, hours, found)


def _lists(place: str, result: Result, wanted: Expected, role: str, found: list[str]) -> None:
    actual, slow = result.lists.roles[role], wanted.on_lists[role]
    order = {name: row for row, name in enumerate(result.lists.ids)}
    for row, (one, time) in enumerate(zip(wanted.lists, slow.times, strict=True)):
        at = order[one.id]
        _figure(f"{place} {one.id} people", result.lists.people[at], one.people, found)
        _figure(f"{place} {one.id} posts", actual.posts[at], time.posts, found)
        _figure(f"{place} {one.id} required", actual.required_hours[at], slow.required[row], found)
        _figure(f"{place} {one.id} available", actual.available_hours[at], time.available, found)
        if bool(actual.at_least[at]) != time.at_least:
            found.append(f"{place} {one.id} at least: {actual.at_least[at]} for {time.at_least}")
        _figure(f"{place} {one.id} other care", actual.other_care_hours[at], time.other_care, found)
        _figure(f"{place} {one.id} ratio", actual.ratio[at], time.ratio, found)
        state = STATES[actual.state[at]]
        if state != time.state and not _at_a_threshold(time.ratio, wanted):
            found.append(f"{place} {one.id} state: {state} for {time.state}")
    if (role in result.overload) != (role in wanted.overload):
        found.append(f"overload {role}: {role in result.overload} for {role in wanted.overload}")
    elif role in wanted.overload and not any(_at_a_threshold(time.ratio, wanted) for time in slow.times):
        _figures(f"overload {role}", result.overload[role], wanted.overload[role], found)


def _at_a_threshold(ratio: float | None, wanted: Expected) -> bool:
    """Whether rounding alone may decide the state."""
    limits = [limit for limit in (wanted.limits.watch, wanted.limits.overload) if limit is not None]
    return ratio is not None and any(math.isclose(ratio, limit, rel_tol=1e-9) for limit in limits)


def _figures(place: str, actual: Any, wanted: dict[str, Any], found: list[str]) -> None:
    for key, value in wanted.items():
        _figure(f"{place} {key}", getattr(actual, key), value, found)


def _figure(place: str, actual: float | None, wanted: float | None, found: list[str]) -> None:
    if isinstance(actual, float | np.floating) and math.isnan(actual):
        actual = None
    if (actual is None) != (wanted is None):
        found.append(f"{place}: {actual} for {wanted}")
    elif (
        actual is not None and wanted is not None and not math.isclose(actual, wanted, rel_tol=RELATIVE, abs_tol=SMALL)
    ):
        found.append(f"{place}: {actual!r} for {wanted!r}")
