"""The smallest set that makes room, against all subsets, each by the estimate itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given

from tests.analyses.fit.room.many import many
from tests.analyses.fit.room.random_packs import ComesIn, hours_of, without
from tests.analyses.fit.room.test_random_packs import assert_ways
from tests.profile import looks
from tnt.analyses.fit.room.result import EqualHours, RoomOfRole

LOOKS = 12


@looks(LOOKS)
@given(many(is_shared=False, is_merged=False, is_split=False))
def test_nothing_shared(one: ComesIn) -> None:
    assert_smallest(one)


@looks(LOOKS)
@given(many(is_shared=True, is_merged=False, is_split=False))
def test_shared_work(one: ComesIn) -> None:
    assert_smallest(one)


@looks(LOOKS)
@given(many(is_shared=True, is_merged=True, is_split=False))
def test_shared_work_and_merged_visits(one: ComesIn) -> None:
    assert_smallest(one)


@looks(LOOKS)
@given(many(is_shared=True, is_merged=True, is_split=True))
def test_roles_that_share_tasks_in_several_ways(one: ComesIn) -> None:
    assert_smallest(one)


def assert_smallest(one: ComesIn) -> None:
    assert_ways(one)
    for found in one.found.of_roles:
        for way in found.ways:
            if isinstance(way, EqualHours):
                assert_no_better(one, found, way)


def assert_no_better(one: ComesIn, found: RoomOfRole, way: EqualHours) -> None:
    enough = sets_that_are_enough(one, found)
    first = next(enough, None)
    if first is None:
        assert way.smallest_set == ()
        return
    names, spared = first
    best = min([spared, *(each for some, each in enough if len(some) == len(names))])
    assert way.is_fewest
    assert way.is_least_slack
    assert len(way.smallest_set) == len(names)
    assert way.slack == pytest.approx(best - found.hours_added, rel=1e-6, abs=1e-7 * found.hours_added)


def sets_that_are_enough(one: ComesIn, found: RoomOfRole) -> Iterator[tuple[tuple[str, ...], float]]:
    """The smaller first, with the hours they spare."""
    rules = one.after.guidelines[0]["recommendations"]
    may_leave = [
        f"pack/{name}"
        for name, rule in rules.items()
        if rule.get("strength") != "legal" and f"pack/{name}" not in one.new
    ]
    after = hours_of(one.after, found.role)
    for size in range(1, len(may_leave) + 1):
        for names in combinations(may_leave, size):
            spared = after - hours_of(without(one.after, list(names)), found.role)
            if spared >= found.hours_added * (1 - 1e-9):
                yield names, spared
