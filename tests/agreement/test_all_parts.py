"""All parts of what a plain sum leaves out at once: random packs and their draws against the slow calculation."""

import pytest
from hypothesis import HealthCheck, assume, given, settings

import tnt
from tests.agreement.draws import STREAMS, loaded, nothing, simulated, unless_too_much, value_in, with_today_told
from tests.agreement.test_draws import begins_as_often_as_drawn, holds_no_prevalence, is_exact, overloaded_in
from tests.agreement.test_season import assert_busiest_weeks
from tests.oracle.agreement import assert_pack_agrees
from tests.oracle.drawn import in_draw
from tests.oracle.drawn_packs.all_parts import of_all_parts
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs, packs
from tests.oracle.expected import expected
from tests.profile import looks
from tnt.analyses.uncertainty.most_draws import SharedDraws
from tnt.analyses.uncertainty.today.role import hours_of_today


@looks(40)
@given(of_all_parts(packs()))
def test_every_figure_of_a_random_pack(pack: Folder) -> None:
    assert_pack_agrees(pack)


@looks(40)
@given(of_all_parts(new_packs()))
def test_every_figure_with_the_new_keys(pack: Folder) -> None:
    assert_pack_agrees(pack)


@looks(12)
@given(of_all_parts(packs()))
def test_the_busiest_week(pack: Folder) -> None:
    assert_busiest_weeks(pack)


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
    pack = with_today_told(pack)
    inputs = loaded(pack)
    assume(is_exact(inputs) and holds_no_prevalence(inputs))
    result, shared = tnt.estimate(inputs), SharedDraws(inputs, STREAMS.draws)
    beliefs, roles = simulated(inputs)
    with unless_too_much():
        today = {
            role: hours_of_today(inputs, role, beliefs, STREAMS, shared)
            for role in roles
            if result.total[role].current_is_at_most and result.total[role].current_hours is not None
        }
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
