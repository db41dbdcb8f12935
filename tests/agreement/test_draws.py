"""Random packs, drawn: every draw is what the slow calculation says of a pack with the drawn numbers in it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import tnt
from tests.agreement.draws import assert_required_in_draws, loaded, nothing, simulated, value_in
from tests.oracle.changes import in_visits
from tests.oracle.differing import chances, variation
from tests.oracle.drawn import in_draw, minutes_of
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs, packs
from tests.oracle.expected import Expected, expected
from tests.profile import looks
from tnt.compile.inputs import Inputs
from tnt.drawn.task_terms import scaled_activities


def is_exact(inputs: Inputs) -> bool:
    """Shared work of conditions that registers scale is drawn in proportion only; where ages are unknown a prevalence
    by age is not drawn."""
    return not list(scaled_activities(inputs)) and inputs.counts.split is not None


def holds_no_prevalence(inputs: Inputs) -> bool:
    """Where a register scales one of the conditions that decide together, their prevalences are held at their means."""
    return not any(at in inputs.folded.calibrated for at in inputs.rules.measures.combined)


def begins_as_often_as_drawn(pack: Folder) -> bool:
    """Whether courses begin with what recurs: how often is then drawn in proportion, and the most at once is held."""
    return any(
        "for" in task and "incidence" not in one.get("population", {})
        for document in pack.guidelines
        for one in document["recommendations"].values()
        for task in one["tasks"].values()
    )


differences = st.sampled_from([None, "0 %", "20 %", {"low": "10 %", "mean": "20 %", "high": "45 %"}])


def differing(pack: Folder, between_lists: Any) -> Folder:
    """With lists that have a factor of their own; None: nothing is said of that."""
    if pack.capacity is None or between_lists is None:
        return pack
    return replace(pack, capacity=pack.capacity | {"between_lists": between_lists})


def overloaded_in(pack: Folder, wanted: Expected, role: str) -> float:
    """How many lists are in a draw, on average over what each has of its own."""
    assert pack.capacity is not None
    people = [one.people for one in wanted.lists]
    found = sum(chance or 0.0 for chance in chances(wanted.on_lists[role], people, pack.capacity))
    if not variation(pack.capacity):
        assert found == wanted.overload[role]["lists"]
    return found


@looks(40)
@given(packs(), differences)
def test_a_draw_is_the_estimate_with_the_drawn_numbers(pack: Folder, between_lists: Any) -> None:
    pack = differing(pack, between_lists)
    inputs = loaded(pack)
    assume(is_exact(inputs))
    beliefs, roles = simulated(inputs)
    for draw in (0, 77):
        drawn = in_draw(pack, value_in(inputs, beliefs, draw))
        wanted = expected(drawn.given())
        for role, one in roles.items():
            slow = wanted.total[role]["required_hours"]
            assert one.required_in_each_draw()[draw] == pytest.approx(slow, rel=1e-7, abs=1e-7), role
            if role in wanted.overload:
                lists = one.lists(nothing).independent
                assert lists.overloaded[draw] == pytest.approx(overloaded_in(drawn, wanted, role), abs=1e-7), role


@looks(30)
@given(packs().map(in_visits))
def test_a_draw_of_merged_visits_is_the_estimate_with_the_drawn_numbers(pack: Folder) -> None:
    inputs = loaded(pack)
    assume(is_exact(inputs))
    assert_required_in_draws(pack, inputs)


@looks(30)
@given(new_packs().map(in_visits))
def test_at_the_means_merged_visits_are_the_estimate_and_the_lists_add_up(pack: Folder) -> None:
    """Those that are drawn in proportion too."""
    inputs = loaded(pack)
    result = tnt.estimate(inputs)
    for role, one in simulated(inputs)[1].items():
        assert one.required_at_means() == pytest.approx(result.total[role].required_hours, rel=1e-9, abs=1e-9)
        lists = one.lists(nothing).independent.hours.mean.sum()
        assert lists == pytest.approx(one.required_in_each_draw().mean(), rel=1e-9, abs=1e-9)


@looks(40)
@given(new_packs())
def test_a_draw_of_the_new_keys_is_the_estimate_with_the_drawn_numbers(pack: Folder) -> None:
    inputs = loaded(pack)
    assume(is_exact(inputs) and holds_no_prevalence(inputs) and not begins_as_often_as_drawn(pack))
    assert_required_in_draws(pack, inputs)


@looks(60)
@given(new_packs())
def test_at_the_means_the_new_keys_are_the_estimate(pack: Folder) -> None:
    inputs = loaded(pack)
    result = tnt.estimate(inputs)
    for role, one in simulated(inputs)[1].items():
        assert one.required_at_means() == pytest.approx(result.total[role].required_hours, rel=1e-9, abs=1e-9)


@looks(25)
@given(packs(), differences)
def test_where_minutes_move_together_a_draw_is_the_estimate_with_them_so(pack: Folder, between_lists: Any) -> None:
    pack = differing(pack, between_lists)
    inputs = loaded(pack)
    assume(is_exact(inputs))
    beliefs, roles = simulated(inputs)
    for role, one in roles.items():
        drawn = in_draw(pack, value_in(inputs, beliefs, 77, minutes_of(pack, role)))
        wanted = expected(drawn.given())
        slow = wanted.total[role]["required_hours"]
        assert one.required_in_each_draw(together=True)[77] == pytest.approx(slow, rel=1e-7, abs=1e-7), role
        if role in wanted.overload:
            lists = one.lists(nothing).together
            assert lists.overloaded[77] == pytest.approx(overloaded_in(drawn, wanted, role), abs=1e-7), role


@looks(40)
@given(packs(), differences)
def test_at_the_means_the_terms_are_the_estimate_and_the_lists_add_up_to_the_total(
    pack: Folder, between_lists: Any
) -> None:
    """Shared work that is drawn in proportion too."""
    pack = differing(pack, between_lists)
    inputs = loaded(pack)
    result = tnt.estimate(inputs)
    for role, one in simulated(inputs)[1].items():
        assert one.required_at_means() == pytest.approx(result.total[role].required_hours, rel=1e-9, abs=1e-9)
        lists = one.lists(nothing)
        assert lists.independent.hours.mean.sum() == pytest.approx(
            one.required_in_each_draw().mean(), rel=1e-9, abs=1e-9
        )
        assert lists.together.hours.mean.sum() == pytest.approx(one.total.minutes_together.mean, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("shares", [["10 %", "20 %"], ["10 %"]])
def test_shares_of_groups_without_a_condition_are_drawn_in_shared_work_too(shares: list[str]) -> None:
    """Two tasks of the same people: the hours counted twice follow how many these are in the draw."""
    often = {"a": "1.5 / year", "b": "every 2 years"}
    tasks = {
        name: {"role": "gp", "time": "10 min", "frequency": each, "activity": "visit"} for name, each in often.items()
    }
    rule = {"populations": [{"share": each} for each in shares], "tasks": tasks}
    pack = Folder(
        guidelines=[{"guideline": "g", "time_kind": "all-work", "recommendations": {"r": rule}}],
        lists={"lists": "l", "table": "t.csv", "id": "id", "people": "{sex}_{ages}"},
        rows=[{"id": "a", "female_0-105": "600", "male_0-105": "400"}],
    )
    inputs = loaded(pack)
    beliefs, roles = simulated(inputs)
    for draw in (0, 77):
        wanted = expected(in_draw(pack, value_in(inputs, beliefs, draw)).given()).total["gp"]
        assert wanted["overlap_hours"] > 1
        assert roles["gp"].required_in_each_draw()[draw] == pytest.approx(wanted["required_hours"], rel=1e-9)
