"""All parts of what a plain sum leaves out at once: random packs and their draws against the slow calculation."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

import tnt
from tests.agreement.draws import STREAMS, loaded, nothing, simulated, value_in
from tests.agreement.test_draws import begins_as_often_as_drawn, holds_no_prevalence, is_exact, overloaded_in
from tests.oracle.agreement import assert_agrees
from tests.oracle.changes import recommendations, with_missing_times
from tests.oracle.drawn import in_draw
from tests.oracle.drawn_packs.all_parts import of_all_parts
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs, packs
from tests.oracle.drawn_packs.rules import CONDITIONS
from tests.oracle.expected import expected
from tests.oracle.season import busiest_week_share
from tests.profile import looks
from tnt.analyses.uncertainty.most_draws import SharedDraws
from tnt.analyses.uncertainty.today.role import hours_of_today
from tnt.diagnostics import Code, Problems


def assert_all_agrees(pack: Folder) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert_agrees(pack.estimate(Path(folder)), expected(pack.given()))


@looks(40)
@given(of_all_parts(packs()))
def test_every_figure_of_a_random_pack(pack: Folder) -> None:
    assert_all_agrees(pack)


@looks(40)
@given(of_all_parts(new_packs()))
def test_every_figure_with_the_new_keys(pack: Folder) -> None:
    assert_all_agrees(pack)


@looks(12)
@given(of_all_parts(packs()))
def test_the_busiest_week(pack: Folder) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pack.write(Path(folder))
        found = tnt.estimate(tnt.load(folder)).total
    for role, one in found.items():
        wanted = busiest_week_share(pack.given(), role)
        assert one.busiest_week_share == (None if wanted is None else pytest.approx(wanted, rel=1e-6, abs=1e-9)), role


@settings(looks(30), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(of_all_parts(packs()))
def test_a_draw_is_the_estimate_with_the_drawn_numbers(pack: Folder) -> None:
    assert_drawn(pack)


@settings(looks(30), suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(of_all_parts(new_packs()))
def test_a_draw_of_the_new_keys_is_the_estimate_with_the_drawn_numbers(pack: Folder) -> None:
    assume(not begins_as_often_as_drawn(pack))
    assert_drawn(pack)


def assert_drawn(pack: Folder) -> None:
    """Hours required and of today, the time there is and the lists overloaded, as far as draws are exact."""
    pack = with_missing_times(pack, "7 min")
    known = {name for document in pack.conditions for name in document["conditions"]}
    more = {name: {"prevalence": [{"ages": "all", "share": "10 %"}]} for name in CONDITIONS if name not in known}
    pack.conditions = [*pack.conditions, {"conditions": more}] if more else pack.conditions
    pack.lists.pop("registers", None)
    for one in recommendations(pack):
        if not any(task.keys() & {"observed", "activity"} for task in one["tasks"].values()):
            one["uptake"] = {"current": "40 %"} | one.get("uptake", {})
    inputs = loaded(pack)
    assume(is_exact(inputs) and holds_no_prevalence(inputs))
    result, shared = tnt.estimate(inputs), SharedDraws(inputs, STREAMS.draws)
    try:
        beliefs, roles = simulated(inputs)
        today = {
            role: hours_of_today(inputs, role, beliefs, STREAMS, shared)
            for role in roles
            if result.total[role].current_is_at_most and result.total[role].current_hours is not None
        }
    except Problems as problems:
        assume([one.code for one in problems.diagnostics] != [Code.TOO_MUCH_DRAWN])
        raise
    for draw in (0, 77):
        drawn = in_draw(pack, value_in(inputs, beliefs, draw))
        wanted = expected(drawn.given())
        for role, one in roles.items():
            slow = wanted.total[role]
            assert one.required_in_each_draw()[draw] == pytest.approx(slow["required_hours"], rel=1e-7, abs=1e-7), role
            if role in today:
                assert today[role][draw] == pytest.approx(slow["current_hours"], rel=1e-7, abs=1e-7), role
            if (available := one.available_in_each_draw()) is not None:
                assert available[draw] == pytest.approx(slow["available_hours"], rel=1e-9, abs=1e-6), role
            if role in wanted.overload:
                lists = one.lists(nothing).independent
                assert lists.overloaded[draw] == pytest.approx(overloaded_in(drawn, wanted, role), abs=1e-7), role
