"""Each way to make room, written into the files of a random pack: the estimate says that the load is as it was."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given

from tests.analyses.fit.room.random_packs import (
    ROLES,
    ComesIn,
    comes_in,
    hours_of,
    load_of,
    with_moves,
    with_posts,
    with_shorter_lists,
    without,
)
from tests.oracle import changes
from tests.oracle.drawn_packs.all_parts import of_all_parts
from tests.oracle.drawn_packs.packs import new_packs, packs
from tests.profile import looks
from tnt.analyses.fit.room.result import Administrative, Delegation, EqualHours, MorePosts, RoomOfRole, ShorterLists

EXACT = 1e-9


@looks(60)
@given(comes_in(packs()))
def test_ways_of_a_random_pack(one: ComesIn) -> None:
    assert_ways(one)


@looks(60)
@given(comes_in(packs().map(changes.sharing)))
def test_ways_with_shared_work(one: ComesIn) -> None:
    assert_ways(one)


@looks(60)
@given(comes_in(packs().map(changes.in_visits)))
def test_ways_with_merged_visits(one: ComesIn) -> None:
    assert_ways(one)


@looks(40)
@given(comes_in(of_all_parts(packs())))
def test_ways_with_all_parts(one: ComesIn) -> None:
    assert_ways(one)


@looks(40)
@given(comes_in(new_packs().map(changes.in_visits)))
def test_ways_with_the_new_keys(one: ComesIn) -> None:
    assert_ways(one)


def assert_ways(one: ComesIn) -> None:
    for role in ROLES:
        found = one.of_role(role)
        if found is None:
            continue
        assert_hours(one, found)
        if found.hours_added <= 0:
            assert found.ways == ()
        for way in found.ways:
            if isinstance(way, MorePosts):
                more = with_posts(one.after, role, (way.posts_before + way.posts) / way.posts_before)
                assert load_of(more, role) == pytest.approx(found.load_before, rel=EXACT)
            elif isinstance(way, ShorterLists):
                kept = 1 - way.people_to_move / found.people
                assert way.fewer_people_per_post / way.people_per_post_before == pytest.approx(1 - kept, rel=EXACT)
                assert load_of(with_shorter_lists(one.after, kept), role) == pytest.approx(found.load_before, rel=EXACT)
            elif isinstance(way, Delegation):
                assert_delegation(one, found, way)
            elif isinstance(way, EqualHours):
                assert_equal_hours(one, found, way)
            elif isinstance(way, Administrative) and way.share <= 1:
                assert_administrative(one, found, way)


def assert_hours(one: ComesIn, found: RoomOfRole) -> None:
    assert hours_of(one.before, found.role) == pytest.approx(found.hours_before, rel=EXACT, abs=1e-9)
    after = hours_of(one.after, found.role)
    assert after == pytest.approx(found.hours_before + found.hours_added, rel=EXACT, abs=1e-9)
    if found.hours_before > 0:
        assert load_of(one.before, found.role) == pytest.approx(found.load_before, rel=EXACT)


def assert_delegation(one: ComesIn, found: RoomOfRole, way: Delegation) -> None:
    if way.basis == "break-even":
        assert not any(move.from_role == found.role for move in one.moves)
        assert way.hours_moved == pytest.approx(found.hours_added)
        return
    moves = [move for move in one.moves if move.path in way.tasks and move.from_role == found.role]
    moved = with_moves(one.after, moves, way.share)
    hours = hours_of(moved, found.role)
    assert hours_of(one.after, found.role) - hours == pytest.approx(way.hours_moved, rel=EXACT, abs=1e-7)
    assert hours == pytest.approx(found.hours_before + way.hours_left, rel=EXACT, abs=1e-7)
    assert way.is_enough == (way.hours_left == 0)
    assert way.is_enough or (way.share == 1 and way.hours_left > 0)


def assert_equal_hours(one: ComesIn, found: RoomOfRole, way: EqualHours) -> None:
    after = hours_of(one.after, found.role)
    for each in way.nearest:
        spared = after - hours_of(without(one.after, [each.id]), found.role)
        assert spared == pytest.approx(each.hours, rel=EXACT, abs=1e-9 * max(after, 1))
    if way.smallest_set:
        left = hours_of(without(one.after, [each.id for each in way.smallest_set]), found.role)
        assert left <= found.hours_before * (1 + EXACT) + 1e-9 * after
        assert after - left == pytest.approx(way.hours, rel=EXACT, abs=1e-9 * max(after, 1))


def assert_administrative(one: ComesIn, found: RoomOfRole, way: Administrative) -> None:
    changed = copy.deepcopy(one.after)
    assert changed.capacity is not None
    reserve = changed.capacity["roles"][found.role]["reserved"][way.reserve]
    if "share" not in reserve:
        return
    reserve["share"] = f"{float(reserve['share'].removesuffix(' %')) * (1 - way.share)!r} %"
    assert load_of(changed, found.role) == pytest.approx(found.load_before, rel=EXACT)
