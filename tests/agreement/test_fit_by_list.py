"""The choice of one list within its own time: by the rules, within the hours, and no nearer the best than it says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.agreement.fit_asked import answer, followed
from tests.agreement.fit_by_hand import ByHand, Set
from tests.agreement.fit_packs import fit_pack
from tests.profile import looks
from tnt.analyses.fit.result import FitChoice


@looks(24)
@given(st.integers(0, 10**6))
def test_one_list_keeps_the_rules_and_its_time_and_the_gap_is_honest(seed: int) -> None:
    asked = fit_pack(seed, lists=1)
    found, by_hand = answer(asked, per_list=True), ByHand(asked)
    if found is None or found.choice is None:
        return
    assert_honest(found.choice, by_hand, frozenset(by_hand.unknown))
    if found.without_unknown is not None:
        assert_honest(found.without_unknown, by_hand, frozenset())


def assert_honest(choice: FitChoice, by_hand: ByHand, kept: Set) -> None:
    best, chosen = by_hand.best(kept), followed(choice)
    if best is None:
        assert choice.status == "infeasible"
        return
    assert choice.status != "infeasible"
    assert by_hand.keeps_rules(chosen, kept)
    assert by_hand.fits(chosen)
    if by_hand.asked.priorities is None:
        assert choice.benefit is not None
        assert abs(choice.benefit - by_hand.values(chosen)[0]) <= 1e-9 * choice.benefit
        assert best[0] <= choice.benefit * (1 + choice.gap) + 1e-9
    elif choice.status == "optimal":
        assert by_hand.values(chosen)[0] >= best[0] - 1e-9
