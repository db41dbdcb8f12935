"""The shipped capacities with other care, on the shipped pack."""

import pytest

import tnt
from tnt.analyses.uncertainty.simulate import simulate
from tnt.compile.notice import NoticeCode

SHIPPED = ["norwegian-gp-2018", "norwegian-gp-2023"]


@pytest.mark.parametrize("name", SHIPPED)
def test_they_are_the_capacity_without_it_less_the_contacts_that_are_not_the_packs(name: str) -> None:
    """SSB's rates of 2023 for the people of 2026, 37 % of them the pack's, 20 minutes each."""
    with_it, without = (tnt.estimate(tnt.load(capacity=each)) for each in (f"{name}-other-care", name))
    care, total = with_it.other_care["gp"][0], with_it.total["gp"]
    assert care.contacts_per_year == pytest.approx(17.0e6, rel=0.01)
    assert total.other_care_hours == pytest.approx((care.contacts_per_year or 0) * 0.63 * 20 / 60)
    before = without.total["gp"]
    assert before.available_hours == pytest.approx((total.available_hours or 0) + (total.other_care_hours or 0))
    assert (before.break_even_reserve, before.load_before) == (total.break_even_reserve, total.load_before)


def test_whether_there_is_room_is_an_interval_and_no_silent_zero() -> None:
    inputs = tnt.load(capacity="norwegian-gp-2018-other-care")
    room = simulate(inputs, draws=256).room["gp"]
    assert room.other_care_hours is not None
    assert room.other_care_hours.p95 > 1.5 * room.other_care_hours.p05 > 0
    assert room.hours_left.p05 < room.hours_left.p50 < room.hours_left.p95
    moved = {one.stream.rpartition("/")[2] for one in simulate(inputs, draws=256).drivers["gp"] if one.moves_available}
    assert moved == {"in_pack", "minutes"}


@pytest.mark.parametrize("name", SHIPPED)
def test_the_default_never_has_it_and_says_so(name: str) -> None:
    inputs = tnt.load(capacity=name)
    assert NoticeCode.LEFT_OUT in {notice.code for notice in tnt.estimate(inputs).notices}
    default = tnt.load().capacity
    assert default is not None
    assert not default.roles["gp"].other_care
