"""The relaxation bounds from above, its rows hold at every set, and its prices are what one more hour is worth."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given

from tests.engine.fit.brute_force import allowed_sets
from tests.engine.fit.problems import benefits, seeds, whole_problem, whole_problems
from tests.profile import looks
from tnt.engine.fit.cuts import Cutting
from tnt.engine.fit.model import Model
from tnt.engine.fit.problem import FitProblem
from tnt.engine.fit.relaxing import Relaxing


def relaxed_value(problem: FitProblem, seed: int) -> float | None:
    model = Model(problem)
    answer = Relaxing(model).solve(model.objective(benefits(problem, seed)))
    return None if answer is None else answer.value


@looks(120)
@given(whole_problems(), seeds)
def test_the_relaxation_is_never_below_a_set(problem: FitProblem, seed: int) -> None:
    sets = allowed_sets(problem)
    assume(sets.fits.any())
    value = relaxed_value(problem, seed)
    assert value is not None
    assert value >= sets.best(benefits(problem, seed)) - 1e-6


@looks(120)
@given(whole_problems(), seeds)
def test_rows_hold_at_every_set_and_bind_at_their_own(problem: FitProblem, seed: int) -> None:
    follow = np.random.default_rng(seed).random(problem.must.size)
    sets = allowed_sets(replace(problem, must=np.zeros_like(problem.must), instead=(), needs=())).chosen
    saved = problem.shared.saved(sets)
    cutting = Cutting(problem.shared, problem.must.size)
    for group, members in enumerate(problem.shared.groups):
        assert cutting.saved(group, sets[:, members]) == pytest.approx(saved[:, group])
    for cut in cutting.cuts(follow, np.arange(len(problem.shared.groups))):
        allowed = sets[:, cut.members] @ cut.steps
        assert (saved[:, cut.group] <= allowed + 1e-9).all()
        first = np.zeros(problem.must.size)
        for member in cut.members:
            first[member] = 1
            assert problem.shared.saved(first[None] > 0)[0, cut.group] == pytest.approx(cut.value(first))


@looks(60)
@given(seeds, seeds)
def test_a_price_is_what_one_more_hour_is_worth(of_problem: int, seed: int) -> None:
    problem = whole_problem(of_problem, 9, 2, 2)
    model = Model(problem)
    answer = Relaxing(model).solve(model.objective(benefits(problem, seed)))
    assume(answer is not None)
    assert answer is not None
    assert (answer.prices >= -1e-9).all()
    assert (answer.prices[~np.isfinite(problem.available)] == 0).all()
    for role in np.flatnonzero(np.isfinite(problem.available)).tolist():
        step = np.zeros(2)
        step[role] = 1e-3
        more = relaxed_value(replace(problem, available=problem.available + step), seed)
        assert more is not None
        assert more - answer.value <= 1e-3 * answer.prices[role] + 1e-6
