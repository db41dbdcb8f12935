"""What must hold of any pack, whatever its numbers: shown on random packs, through the public path."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given

from tests.oracle import changes
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import packs
from tests.oracle.figures import (
    HOURS,
    PER_PERSON,
    START_UP_TOTAL,
    all_figures,
    assert_same,
    list_figures,
    recommendation_figures,
    scaled,
    total_figures,
)
from tests.profile import looks
from tnt import Result

EXAMPLES = 15


def estimated(pack: Folder) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        return pack.estimate(Path(folder))


@looks(EXAMPLES)
@given(packs())
def test_no_people_no_hours(pack: Folder) -> None:
    result = estimated(changes.nobody(pack))
    hours = recommendation_figures(result, HOURS) | total_figures(result, ("required_hours", "one_off_hours"))
    assert {name: value for name, value in hours.items() if value} == {}


@looks(EXAMPLES)
@given(packs())
def test_a_list_in_two_halves_keeps_the_totals(pack: Folder) -> None:
    whole, halves = estimated(changes.unscaled(pack)), estimated(changes.in_halves(pack))
    assert_same(recommendation_figures(halves), recommendation_figures(whole))
    assert_same(total_figures(halves), total_figures(whole))


@looks(EXAMPLES)
@given(packs())
def test_twice_the_minutes_are_twice_the_hours(pack: Folder) -> None:
    once, twice = estimated(pack), estimated(changes.with_times(pack, 2))
    assert_same(recommendation_figures(twice), scaled(recommendation_figures(once), lambda name: 2))
    hours = (
        "required_hours",
        "current_hours",
        "incremental_hours",
        "incremental_hours_at_most",
        "one_off_hours",
        "positions",
        *START_UP_TOTAL,
        "first_year_share_of_capacity",
    )
    assert_same(total_figures(twice, hours), scaled(total_figures(once, hours), lambda name: 2))


@looks(EXAMPLES)
@given(packs())
def test_order_never_matters(pack: Folder) -> None:
    assert_same(all_figures(estimated(changes.turned_round(pack))), all_figures(estimated(pack)))


@looks(EXAMPLES)
@given(packs())
def test_half_the_uptake_is_half_the_required_hours_and_the_same_tnt(pack: Folder) -> None:
    whole, half = estimated(pack), estimated(changes.with_uptake(pack, 0.5))
    kept = ("tnt_hours", *PER_PERSON)
    assert_same(recommendation_figures(half, kept), recommendation_figures(whole, kept))
    halved = ("required_hours", "current_hours", "incremental_hours", "backlog_hours")
    assert_same(recommendation_figures(half, halved), scaled(recommendation_figures(whole, halved), lambda name: 0.5))
    alone = {role for role, total in whole.total.items() if not total.overlap_hours}  # overlap falls by more than half
    totals = [
        {name: value for name, value in total_figures(one, halved).items() if name.split()[0] in alone}
        for one in (half, whole)
    ]
    assert_same(totals[0], scaled(totals[1], lambda name: 0.5))


@looks(EXAMPLES)
@given(packs().map(changes.at_one_pace))
def test_delegation_moves_hours_they_do_not_vanish(pack: Folder) -> None:
    alone, shared_out = estimated(pack), estimated(changes.delegated(pack, 0.4, "midwife"))
    for before, after in zip(alone.recommendations, shared_out.recommendations, strict=True):
        for key in ("tnt_hours", "required_hours"):
            was, now = (sum(getattr(hours, key) or 0.0 for hours in one.roles.values()) for one in (before, after))
            assert now == pytest.approx(was, rel=1e-9, abs=1e-9), f"{before.id} {key}"


@looks(EXAMPLES)
@given(packs())
def test_the_parts_less_the_overlap_are_the_total(pack: Folder) -> None:
    result = estimated(pack)
    for role, total in result.total.items():
        parts = [one.roles[role].required_hours for one in result.recommendations if role in one.roles]
        if total.required_hours is not None:
            added = sum(part or 0.0 for part in parts)
            assert total.required_hours == pytest.approx(added - total.overlap_hours, rel=1e-9, abs=1e-9)


@looks(EXAMPLES)
@given(packs())
def test_finding_and_treating_are_the_whole_within_its_range(pack: Folder) -> None:
    for one in estimated(pack).recommendations:
        for hours in one.roles.values():
            whole, low = hours.hours_per_person_benefiting, hours.hours_per_person_low
            high = hours.hours_per_person_high
            if whole is None:
                assert (hours.hours_per_person_finding, hours.hours_per_person_treating, low, high) == (None,) * 4
                continue
            parts = (hours.hours_per_person_finding or 0.0) + (hours.hours_per_person_treating or 0.0)
            assert parts == pytest.approx(whole, rel=1e-12)
            assert low is None or low <= whole * (1 + 1e-12)
            assert high is None or (high >= whole * (1 - 1e-12) and not one.has_no_upper_limit)


@looks(EXAMPLES)
@given(packs())
def test_the_first_year_is_the_yearly_work_and_its_part_of_the_start_up(pack: Folder) -> None:
    result = estimated(pack)
    for role, total in result.total.items():
        parts = [one.roles[role] for one in result.recommendations if role in one.roles]
        start_up = sum((one.first_year_hours or 0.0) - (one.required_hours or 0.0) for one in parts)
        if total.first_year_hours is not None and total.required_hours is not None:
            assert total.first_year_hours == pytest.approx(total.required_hours + start_up, rel=1e-9, abs=1e-7)
            assert total.start_up_period_hours is not None
            in_all = total.required_hours * total.start_up_years + (total.start_up_hours or 0.0)
            assert total.start_up_period_hours == pytest.approx(in_all, rel=1e-9, abs=1e-7)


@looks(EXAMPLES)
@given(packs())
def test_the_change_is_what_is_required_less_what_is_done_today(pack: Folder) -> None:
    result = estimated(pack)
    everything = recommendation_figures(result) | total_figures(result)
    for name in [
        name for name, value in everything.items() if name.endswith(" incremental_hours") and value is not None
    ]:
        required, current = (everything[name.replace("incremental", key)] for key in ("required", "current"))
        assert required is not None
        assert current is not None
        assert everything[name] == pytest.approx(required - current, rel=1e-9, abs=1e-7)


@looks(EXAMPLES)
@given(packs())
def test_the_lists_add_up_to_the_total(pack: Folder) -> None:
    result = estimated(pack)
    figures = list_figures(result)
    for role, total in result.total.items():
        on_lists = [figures[f"{name} {role} required_hours"] for name in result.lists.ids]
        assert sum(hours or 0.0 for hours in on_lists) == pytest.approx(total.required_hours or 0.0, rel=1e-9, abs=1e-7)
