"""What must stay and does not fit: the fewest hours too many, and what excludes itself."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given

from tests.engine.fit.brute_force import allowed_sets
from tests.engine.fit.problems import benefits, seeds, whole_problems
from tests.profile import looks
from tnt.engine.fit.overfull import MustExcludesItselfError
from tnt.engine.fit.problem import FitProblem
from tnt.engine.fit.solve import solve


@looks(120)
@given(whole_problems(), seeds)
def test_what_must_stay_has_the_least_too_much(problem: FitProblem, seed: int) -> None:
    """The sum over roles of what is too much, each as a share of the hours of the role."""
    must = np.random.default_rng(seed).random(problem.must.size) < 0.7
    for one, other in problem.instead:
        must[other] &= not must[one]
    problem = replace(problem, must=must)
    sets = allowed_sets(problem)
    assume(len(sets.chosen) and not sets.fits.any())
    solution = solve(problem, [benefits(problem, seed)])
    limited = np.isfinite(problem.available)
    weights = np.where(problem.available[limited] > 0, 1000 / np.maximum(problem.available[limited], 1e-300), 1.0)
    over = np.maximum(sets.used[:, limited] - problem.available[limited], 0.0) @ weights
    assert not solution.is_feasible
    assert solution.over[limited] @ weights == pytest.approx(over.min(), rel=1e-6, abs=1e-4)
    beyond = np.maximum(solution.used - problem.available, 0.0)
    assert solution.over == pytest.approx(beyond, rel=1e-6, abs=1e-6 * problem.hours.sum())
    assert solution.value == 0


def problem(pairs: tuple[tuple[int, int], ...], needs: tuple[tuple[int, tuple[int, ...]], ...]) -> FitProblem:
    must = np.array([True, True, False, False])
    return FitProblem(np.ones((4, 1)), np.array([9.0]), must, np.zeros(4, dtype=np.bool_), pairs, needs)


@pytest.mark.parametrize(
    ("pairs", "needs", "named"),
    [
        (((0, 1), (2, 3)), (), ((0, 1),)),
        (((2, 3),), ((0, (2,)), (1, (3,))), ((2, 3),)),
        (((0, 2), (1, 3)), ((0, (2, 3)),), ((0, 2), (1, 3))),
    ],
    ids=["directly", "by what it needs", "all ways shut"],
)
def test_what_excludes_itself_is_named(
    pairs: tuple[tuple[int, int], ...],
    needs: tuple[tuple[int, tuple[int, ...]], ...],
    named: tuple[tuple[int, int], ...],
) -> None:
    with pytest.raises(MustExcludesItselfError) as raised:
        solve(problem(pairs, needs), [np.ones(4)])
    assert raised.value.pairs == named
