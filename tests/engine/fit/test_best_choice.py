"""The choice against every set there is, and against another solver with other rows."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.engine.fit.brute_force import allowed_sets
from tests.engine.fit.extended import Extended
from tests.engine.fit.problems import benefits, in_parts, seeds, whole_problem, whole_problems
from tests.profile import looks
from tnt.arrays import Floats
from tnt.engine.fit.problem import FitProblem, Solution
from tnt.engine.fit.solve import solve

NEAR = pytest.approx


def assert_keeps_the_rules(problem: FitProblem, solution: Solution) -> None:
    uptake, some = solution.uptake, solution.uptake > 0
    assert (uptake[problem.must] == 1).all()
    assert (problem.partial | (uptake == 0) | (uptake == 1)).all()
    assert problem.barred is None or not some[problem.barred].any()
    assert all(uptake[list(several)].sum() >= 1 - 1e-7 for several in problem.one_of)
    assert not any(some[one] and some[other] for one, other in problem.instead)
    assert all(uptake[list(others)].sum() >= uptake[one] - 1e-7 for one, others in problem.needs)
    assert (solution.moved <= problem.moving.most * uptake[problem.moving.of] + 1e-7).all()
    assert solution.used == NEAR(problem.used(uptake, solution.moved))
    if solution.is_feasible:
        assert (solution.used <= problem.available * (1 + 1e-7) + 1e-7).all()


@looks(200)
@given(whole_problems(), seeds)
def test_no_set_is_worth_more(problem: FitProblem, seed: int) -> None:
    benefit, sets = benefits(problem, seed), allowed_sets(problem)
    assume(sets.fits.any())
    solution = solve(problem, [benefit])
    assert_keeps_the_rules(problem, solution)
    assert solution.value == NEAR(sets.best(benefit))
    assert benefit @ solution.uptake == NEAR(solution.value)
    assert solution.gap == 0
    assert solution.bound >= solution.value


@looks(12)
@given(seeds, seeds)
def test_no_set_of_fifteen_is_worth_more(of_problem: int, seed: int) -> None:
    problem = whole_problem(of_problem, 15, 3, 4)
    benefit, sets = benefits(problem, seed), allowed_sets(problem)
    assume(sets.fits.any())
    assert solve(problem, [benefit]).value == NEAR(sets.best(benefit))


@looks(200)
@given(whole_problems(7), seeds, seeds)
def test_parts_and_moves_against_another_solver(whole: FitProblem, of_parts: int, seed: int) -> None:
    problem = in_parts(whole, of_parts)
    benefit = benefits(problem, seed)
    best = Extended(problem).best(benefit)
    assume(best is not None)
    solution = solve(problem, [benefit])
    assert_keeps_the_rules(problem, solution)
    assert solution.value == NEAR(best, rel=1e-6, abs=1e-6)


@looks(120)
@given(whole_problems(), st.lists(seeds, min_size=2, max_size=3))
def test_tiers_one_after_the_other(problem: FitProblem, tiers: list[int]) -> None:
    """Each is as great as it can be among the sets that are as good in those before it."""
    objectives, sets = [benefits(problem, seed, ties=True) for seed in tiers], allowed_sets(problem)
    assume(sets.fits.any())
    values = np.stack([sets.chosen[sets.fits] @ each for each in objectives], axis=1)
    solution = solve(problem, objectives)
    assert_keeps_the_rules(problem, solution)
    assert tuple(objective @ solution.uptake for objective in objectives) == NEAR(max(map(tuple, values.tolist())))
    assert len(solution.reached) == len(objectives)


@looks(120)
@given(whole_problems(), seeds, st.sampled_from([0.01, 0.1, 0.5]))
def test_a_gap_is_no_more_than_was_asked_for(problem: FitProblem, seed: int, gap: float) -> None:
    benefit, sets = benefits(problem, seed), allowed_sets(problem)
    assume(sets.fits.any())
    solution, best = solve(problem, [benefit], gap=gap), sets.best(benefit)
    assert_keeps_the_rules(problem, solution)
    assert solution.gap <= gap + 1e-9
    assert solution.value * (1 - 1e-9) <= best <= solution.bound * (1 + 1e-9) + 1e-9


@looks(120)
@given(whole_problems(), seeds)
def test_by_ratio_is_never_better(problem: FitProblem, seed: int) -> None:
    """Benefit for the share of hours there are, the greatest first, as long as it fits."""
    assume(not problem.needs and problem.barred is None and not problem.one_of)
    benefit = benefits(problem, seed)
    uptake = problem.must * 1.0
    assume((used(problem, uptake) <= problem.available).all())
    some = np.isfinite(problem.available) & (problem.available > 0)
    shares = problem.hours[:, some] @ (1 / problem.available[some])
    for one in np.argsort(-benefit / np.maximum(shares, 1e-9)).tolist():
        beside = np.maximum(uptake, np.arange(uptake.size) == one)
        apart = not any({one, *np.flatnonzero(uptake).tolist()} >= set(pair) for pair in problem.instead)
        if apart and (used(problem, beside) <= problem.available).all():
            uptake = beside
    assume(not any(uptake[list(pair)].all() for pair in problem.instead))
    assert solve(problem, [benefit]).value >= benefit @ uptake - 1e-9


def used(problem: FitProblem, uptake: Floats) -> Floats:
    return problem.used(uptake, np.zeros(problem.moving.of.size))


def test_the_same_question_has_the_same_answer() -> None:
    problem = whole_problem(5, 15, 3, 4)
    benefit = benefits(problem, 6)
    first, second = solve(problem, [benefit]), solve(problem, [benefit])
    assert (first.uptake == second.uptake).all()
    assert first.value == second.value


def test_time_that_runs_out_is_a_gap() -> None:
    problem = whole_problem(11, 15, 3, 4)
    benefit = benefits(problem, 6)
    hurried, best = solve(problem, [benefit], seconds=0.0), solve(problem, [benefit])
    assert hurried.value <= best.value <= hurried.bound + 1e-9
    assert_keeps_the_rules(problem, hurried)


def test_nothing_to_choose_from_is_nothing_chosen() -> None:
    nobody = np.zeros(0, dtype=np.bool_)
    solution = solve(FitProblem(np.zeros((0, 1)), np.ones(1), nobody, nobody), [np.zeros(0)])
    assert (solution.uptake.size, solution.value, solution.gap, solution.is_feasible) == (0, 0, 0, True)
