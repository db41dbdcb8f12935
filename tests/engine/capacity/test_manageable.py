"""The largest manageable list: people at whom required equals available hours, whatever is reserved."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tnt.engine.capacity.manageable import gross_hours_needed, manageable_lists
from tnt.engine.capacity.verdict import OverloadThresholds, RoleLists, RoleTime, list_capacity

hours = st.floats(1, 5000)
few = st.floats(0.01, 20)


def lists(people: list[float], posts: list[float], required: list[float]) -> RoleLists:
    return RoleLists(np.array(people), np.array(posts), np.array(required))


@given(gross=hours, share=st.floats(0, 0.9), per_person=st.floats(0, 2), required=few, people=st.floats(1, 10_000))
def test_at_the_largest_list_required_equals_available(
    gross: float, share: float, per_person: float, required: float, people: float
) -> None:
    here = lists([people], [1.0], [required * people])
    largest = manageable_lists(here, RoleTime(gross, share, 0.0, np.array([per_person * people]))).largest
    there = lists([*largest], [1.0], [*(required * largest)])
    time = RoleTime(gross, share, 0.0, per_person * largest)
    assert list_capacity(there, time, OverloadThresholds()).ratio[0] == pytest.approx(1)


@given(gross=hours, required=few, people=st.floats(1, 10_000))
def test_twice_the_minutes_halve_the_largest_list(gross: float, required: float, people: float) -> None:
    once, twice = (
        manageable_lists(lists([people], [1.0], [times * required * people]), RoleTime(gross)).largest
        for times in (1, 2)
    )
    assert once[0] == pytest.approx(2 * twice[0])


@given(people=st.lists(st.floats(1, 5000), min_size=1, max_size=6), per_person=st.floats(0, 1), data=st.data())
def test_as_many_posts_as_needed_make_every_list_just_enough(
    people: list[float], per_person: float, data: st.DataObject
) -> None:
    required = data.draw(st.lists(st.floats(1, 3000), min_size=len(people), max_size=len(people)))
    time = RoleTime(1725.0, 0.1, 20.0, np.array(people) * per_person)
    found = manageable_lists(lists(people, [1.0] * len(people), required), time)
    again = list_capacity(lists(people, [*found.posts_needed], required), time, OverloadThresholds())
    assert again.ratio == pytest.approx(np.ones(len(people)))
    everybody, needed, largest = found.pooled(np.ones(len(people), dtype=np.bool_))
    assert everybody / largest == pytest.approx(needed) == pytest.approx(float(found.posts_needed.sum()))


def test_posts_play_no_part() -> None:
    found = manageable_lists(lists([1000, 1000, 1000], [np.nan, 0.0, 3.0], [1725.0] * 3), RoleTime(1725.0))
    assert found.largest.tolist() == [1000.0, 1000.0, 1000.0]


def test_no_limit_no_time_nobody_and_unknown() -> None:
    some = lists([1000, 1000, 0, 1000], [1.0] * 4, [0.0, 100.0, 0.0, np.nan])
    found = manageable_lists(some, RoleTime(100.0, np.array([0.0, 1.0, 0.0, 0.0])))
    assert np.isnan(found.largest[[0, 2, 3]]).all()
    assert found.largest[1] == 0
    assert found.posts_needed[:3].tolist() == [0.0, np.inf, 0.0]
    assert np.isnan(found.posts_needed[3])


def test_nothing_to_pool_is_unknown() -> None:
    found = manageable_lists(lists([1000], [1.0], [np.nan]), RoleTime(1725.0))
    assert np.isnan(found.pooled(np.ones(1, dtype=np.bool_))).all()


@given(required=few, people=st.floats(1, 3000), share=st.floats(0, 0.9), per_person=st.floats(0, 1))
def test_the_gross_hours_needed_make_a_list_just_not_overloaded(
    required: float, people: float, share: float, per_person: float
) -> None:
    here = lists([people], [2.0], [required * people])
    time = RoleTime(1.0, share, 30.0, np.array([per_person * people]))
    needed = gross_hours_needed(here, time, overload=1.1)[0]
    enough = RoleTime(float(needed), share, 30.0, np.array([per_person * people]))
    assert list_capacity(here, enough, OverloadThresholds()).ratio[0] == pytest.approx(1.1)


def test_gross_hours_needed_where_there_are_no_posts_no_people_or_no_time() -> None:
    some = lists([100, 100, 0, 100], [np.nan, 0.0, 1.0, 1.0], [50.0] * 4)
    found = gross_hours_needed(some, RoleTime(1725.0, np.array([0.0, 0.0, 0.0, 1.0])), 1.0)
    assert np.isnan(found[:2]).all()
    assert found[2:].tolist() == [0.0, np.inf]
