"""The choice of `tnt fit` against every set there is, by the slow calculation and the rules of the contracts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.fit_asked import answer, followed
from tests.agreement.fit_by_hand import ByHand, Set
from tests.agreement.fit_packs import FitPack, fit_pack
from tests.profile import looks
from tnt.analyses.fit.result import FitChoice

seeds = st.integers(0, 10**6)


def assert_best(asked: FitPack) -> None:
    by_hand, found = ByHand(asked), answer(asked)
    kept = frozenset(by_hand.unknown)
    if found is None:
        assert by_hand.best(kept) is None or by_hand.best(frozenset()) is None
        return
    if found.choice is None:
        assert found.status == "needs-weights"
        return
    assert set(found.unknown_benefit) == by_hand.unknown
    assert set(found.unknown_hours) == {name for name in by_hand.all if by_hand.lacks_time(name)}
    assert_is_best(found.choice, by_hand, kept)
    if found.without_unknown is not None:
        assert_is_best(found.without_unknown, by_hand, frozenset())


def assert_is_best(choice: FitChoice, by_hand: ByHand, kept: Set) -> None:
    best, chosen = by_hand.best(kept), followed(choice)
    if best is None:
        assert choice.status == "infeasible"
        assert sum(choice.shortfall.values()) > 0
        return
    assert choice.status == "optimal"
    assert not choice.shortfall
    assert by_hand.keeps_rules(chosen, kept)
    assert by_hand.fits(chosen)
    assert by_hand.values(chosen) == pytest.approx(best, rel=1e-7, abs=1e-9)
    if by_hand.asked.priorities is None:
        assert choice.benefit == pytest.approx(best[0], rel=1e-9)
    used, without = by_hand.hours(chosen), by_hand.hours(chosen - kept)
    for role, hours in choice.hours.items():
        if role in used:
            assert hours.available == pytest.approx(by_hand.available[role])
            assert hours.used == pytest.approx(used[role], rel=1e-9, abs=1e-7)
            assert hours.kept_for_unknown == pytest.approx(used[role] - without[role], rel=1e-9, abs=1e-7)
        elif hours.available is not None:
            assert hours.used == 0


@looks(30)
@given(seeds)
def test_nothing_that_fits_is_better(seed: int) -> None:
    assert_best(fit_pack(seed))


@looks(6)
@given(seeds)
def test_so_it_is_where_visits_are_merged(seed: int) -> None:
    assert_best(fit_pack(seed, visits=True, most=5))
