"""What a choice is made from, drawn: in every draw what the slow calculation says of a pack with the drawn numbers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.agreement.draws import STREAMS, loaded, value_in
from tests.agreement.test_draws import begins_as_often_as_drawn, holds_no_prevalence
from tests.oracle.changes import recommendations
from tests.oracle.drawn import helped_in_draw, in_draw, with_all_treated_helped
from tests.oracle.drawn_packs.all_parts import of_all_parts
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import new_packs, packs
from tests.oracle.expected import Expected, expected
from tests.oracle.unknowns import known_sum
from tests.profile import looks
from tnt.analyses.fit.drawn import DrawnSums, drawn
from tnt.analyses.fit.question import benefiting_at_target
from tnt.analyses.fit.sets import WorkOnLists, staffed
from tnt.drawn.number_distributions import NumberDistributions
from tnt.engine.draws.parameters import Draws

RANGES = "thirty-percent"
horizons = st.sampled_from([None, ("2 years", "3 years", "5 years"), ("6 months", "1 year", "18 months")])


def with_horizons(pack: Folder, horizon: tuple[str, str, str] | None) -> Folder:
    """The same, with a range of the horizon where there is one."""
    for one in recommendations(pack):
        if horizon is not None and "horizon" in one.get("benefit", {}):
            one["benefit"]["horizon"] = dict(zip(("low", "mean", "high"), horizon, strict=True))
    return pack


def hours_on_lists_with_posts(pack: Folder, wanted: Expected, role: str) -> list[float]:
    """Of every recommendation, 0 where none can be told."""
    times = wanted.on_lists[role].times
    has_time = role in (pack.capacity or {"roles": {}})["roles"] and any(one.posts for one in times)
    rows = [row for row, one in enumerate(times) if one.posts or not has_time]
    mine = [work.roles[role].required_hours if role in work.roles else [] for work in wanted.works]
    return [known_sum([hours[row] for row in rows if hours]) or 0.0 for hours in mine]


def assert_drawn(pack: Folder) -> None:
    inputs = loaded(pack)
    assume(inputs.counts.split is not None and holds_no_prevalence(inputs) and not begins_as_often_as_drawn(pack))
    roles, beliefs = list(inputs.rules.roles), NumberDistributions(inputs, RANGES)
    found = drawn(inputs, roles, STREAMS.draws, STREAMS.seed, assume_range=RANGES)
    central = [work.benefiting_at_target for work in expected(pack.given()).works]
    for draw in (0, 77):
        value = value_in(inputs, beliefs, draw)
        in_this = with_all_treated_helped(in_draw(pack, value), value)
        wanted = expected(in_this.given())
        for at, role in enumerate(roles):
            slow = hours_on_lists_with_posts(pack, wanted, role)
            assert found.hours[draw, :, at] == pytest.approx(slow, rel=1e-7, abs=1e-7), role
        for at, (work, known, one) in enumerate(zip(wanted.works, central, recommendations(pack), strict=True)):
            treated = None if known is None or known_sum(known) is None else known_sum(work.benefiting_at_target or [])
            slow_people = np.nan if treated is None else treated * helped_in_draw(one, work.id, value)
            assert found.benefiting[draw, at] == pytest.approx(slow_people, rel=1e-7, abs=1e-7, nan_ok=True), work.id


@looks(60)
@given(packs(), horizons)
def test_a_draw_is_what_the_slow_calculation_says_of_the_drawn_numbers(
    pack: Folder, horizon: tuple[str, str, str] | None
) -> None:
    assert_drawn(with_horizons(pack, horizon))


@looks(60)
@given(of_all_parts(new_packs()), horizons)
def test_a_draw_of_the_new_keys_is_what_the_slow_calculation_says(
    pack: Folder, horizon: tuple[str, str, str] | None
) -> None:
    assert_drawn(with_horizons(pack, horizon))


@looks(60)
@given(of_all_parts(st.one_of(packs(), new_packs())))
def test_at_the_means_it_is_what_is_chosen_from_without_draws(pack: Folder) -> None:
    """Registers, unknown ages and courses too."""
    inputs = loaded(pack)
    roles = list(inputs.rules.roles)
    sums = DrawnSums(inputs, roles, NumberDistributions(inputs, RANGES))
    means = Draws(sums.parameters.numbered, STREAMS).means
    hours = np.array([WorkOnLists(inputs, staffed(inputs, role)).hours[:, at] for at, role in enumerate(roles)]).T
    np.testing.assert_allclose(sums.hours(means, 1)[0], hours, rtol=1e-12, atol=1e-12)
    np.testing.assert_allclose(sums.benefiting(means, 1)[0], benefiting_at_target(inputs), rtol=1e-12, atol=1e-12)
