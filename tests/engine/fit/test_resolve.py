"""The choice in every draw against every set there is in that draw."""

from dataclasses import dataclass, replace

import numpy as np
import pytest
from hypothesis import given

from tests.engine.fit.brute_force import allowed_sets
from tests.engine.fit.extended import Extended
from tests.engine.fit.problems import benefits, in_parts, seeds, whole_problem, whole_problems
from tests.profile import looks
from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.problem import FitProblem, SharedHours
from tnt.engine.fit.resolve import resolve

DRAWS = 4


@dataclass(frozen=True)
class Times:
    """What groups save, times a factor [G]."""

    of: SharedHours
    factor: Floats

    @property
    def groups(self) -> tuple[Ints, ...]:
        return self.of.groups

    @property
    def column_of(self) -> Ints:
        return self.of.column_of

    def saved(self, chosen: Bools) -> Floats:
        return np.asarray(self.of.saved(chosen) * self.factor)


def drawn(problem: FitProblem, seed: int) -> tuple[Floats, Floats, Floats]:
    """Hours and benefits of draws, and by how much more groups save; no more than what any of them takes."""
    random = np.random.default_rng(seed)
    factor = random.choice([0.7, 1.0, 1.4], (DRAWS, problem.must.size, 1))
    benefit = np.stack([benefits(problem, seed + number) for number in range(DRAWS)])
    return problem.hours * factor, benefit, random.choice([0.5, 0.7], (DRAWS, len(problem.shared.groups)))


@looks(120)
@given(whole_problems(), seeds)
def test_each_draw_keeps_the_rules_and_its_hours(problem: FitProblem, seed: int) -> None:
    hours, benefit, factors = drawn(problem, seed)
    found = resolve(problem, benefits(problem, seed), hours, benefit, shared_factors=factors)
    for draw in range(DRAWS):
        of = replace(problem, hours=hours[draw], shared=Times(problem.shared, factors[draw]))
        sets = allowed_sets(of)
        if not found.fits[draw]:
            assert (found.chosen[draw] == problem.must).all()
            assert np.isnan(found.bound[draw])
            continue
        assert (sets.chosen[sets.fits] == found.chosen[draw]).all(axis=1).any()
        assert found.value[draw] == pytest.approx(benefit[draw] @ found.chosen[draw])
        assert found.value[draw] <= sets.best(benefit[draw]) + 1e-9
        assert sets.best(benefit[draw]) <= found.bound[draw] + 1e-6
    if found.fits.any():
        assert found.share_in == pytest.approx(found.chosen[found.fits].mean(axis=0))
        assert 0 <= found.mean_gap <= found.worst_gap
    else:
        assert np.isnan(found.share_in).all()


@looks(60)
@given(seeds, seeds)
def test_what_can_stay_is_not_said_to_be_too_much(of_problem: int, seed: int) -> None:
    """Where nothing must stay, there is always a choice."""
    problem = whole_problem(of_problem, 9, 3, 3)
    problem = replace(problem, must=np.zeros_like(problem.must), one_of=())
    hours, benefit, factors = drawn(problem, seed)
    assert resolve(problem, benefits(problem, seed), hours, benefit, shared_factors=factors).fits.all()


@looks(60)
@given(whole_problems(6), seeds)
def test_events_that_move_in_draws(whole: FitProblem, seed: int) -> None:
    """A choice with moves is worth no more than the best there is with moves, and the bound no less."""
    problem = replace(in_parts(whole, seed), partial=np.zeros_like(whole.partial))
    hours, benefit, factors = drawn(problem, seed)
    found = resolve(problem, benefits(problem, seed), hours, benefit, shared_factors=factors)
    for draw in np.flatnonzero(found.fits).tolist():
        ratio = np.ones(problem.must.size)
        some = problem.hours.sum(axis=1) > 0
        ratio[some] = hours[draw, some].sum(axis=1) / problem.hours[some].sum(axis=1)
        moving = problem.moving
        moves = replace(moving, hours=moving.hours * ratio[moving.of, None])
        of = replace(problem, hours=hours[draw], moves=moves, shared=Times(problem.shared, factors[draw]))
        best = Extended(of).best(benefit[draw])
        assert best is not None
        assert found.value[draw] <= best + 1e-6
        assert best <= found.bound[draw] + 1e-6


def test_draws_that_are_all_the_same_have_one_answer() -> None:
    problem = whole_problem(5, 12, 3, 3)
    benefit = benefits(problem, 6)
    hours = np.broadcast_to(problem.hours, (3, *problem.hours.shape))
    found = resolve(problem, benefit, hours, np.broadcast_to(benefit, (3, 12)))
    assert (found.chosen == found.chosen[0]).all()
    assert set(found.share_in.tolist()) <= {0.0, 1.0}


def test_no_draws_say_nothing() -> None:
    problem = whole_problem(5, 12, 3, 3)
    found = resolve(problem, benefits(problem, 6), np.zeros((0, 12, 3)), np.zeros((0, 12)))
    assert np.isnan(found.share_in).all()
    assert (found.mean_gap, found.worst_gap) == (0, 0)


def test_what_is_worth_nothing_in_a_draw_is_out() -> None:
    nobody = np.zeros(2, dtype=np.bool_)
    problem = FitProblem(np.ones((2, 1)), np.array([3.0]), nobody, nobody)
    found = resolve(problem, np.ones(2), np.ones((2, 2, 1)), np.array([[0.0, 1.0], [0.0, 0.0]]))
    assert found.chosen.tolist() == [[False, True], [False, False]]
