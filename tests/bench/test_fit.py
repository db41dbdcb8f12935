"""What fits: the best choice against the solver alone, draws against one choice, lists against a solver call each."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.fit_problems import nation, pack, people_and_hours
from tests.bench.ratios import Bar, clock, note, side_by_side
from tnt.arrays import Floats
from tnt.engine.fit.by_list import ByList, choose_by_list
from tnt.engine.fit.highs import quiet
from tnt.engine.fit.model import Model
from tnt.engine.fit.problem import FitProblem, Solution
from tnt.engine.fit.resolve import Resolved, resolve
from tnt.engine.fit.solve import choose, solve

pytestmark = pytest.mark.benchmark(timer=clock)

GAP = 1e-3
RECOMMENDATIONS, GROUPS, PAIRS, DRAWS, LISTS = 500, 40, 50, 200, 5_700
SAMPLE, SOLVED = 8, 40
NATION = Bar("500 recommendations, 40 shared activities, 3 roles, best choice: to the solver alone", 1.5, 0.2)
REDRAWN = Bar("200 draws of the same, re-solved in place: to one such choice", 40.0, 20.0)
BY_LIST = Bar("5,700 lists, each its own choice: against the solver alone (8 lists, times 712.5)", 200.0, 1_000.0, True)
SHORT = 0.005
"""What the rule may miss of the value that the solver finds on a sample of lists."""


class Alone:
    """The solver on a program as it stands when all rows that were needed are in it."""

    def __init__(self, problem: FitProblem, benefit: Floats) -> None:
        model = Model(problem)
        choose(model, [benefit], gap=GAP)
        self.program = model.highs.getLp()

    def __call__(self) -> object:
        highs = quiet()
        highs.passModel(self.program)
        highs.setOptionValue("mip_rel_gap", GAP)
        highs.run()
        return highs.getInfo()


def test_the_best_choice_against_the_solver_alone(benchmark: BenchmarkFixture) -> None:
    """Ours begins with a problem: it makes the program and finds the rows too."""
    problem, benefit = nation(pack(RECOMMENDATIONS, GROUPS, PAIRS))
    alone = Alone(problem, benefit)
    found: list[Solution] = []

    def ours() -> None:
        found[:] = [solve(problem, [benefit], gap=GAP)]

    spent, others = side_by_side(benchmark, ours, {"alone": alone}, rounds=5)
    assert found[0].gap <= GAP
    NATION.hold(spent / others["alone"], benchmark)


def test_draws_against_one_choice(benchmark: BenchmarkFixture) -> None:
    """Hours of a recommendation differ by a fifth from draw to draw, benefits by three tenths, each by itself."""
    problem, benefit = nation(pack(RECOMMENDATIONS, GROUPS, PAIRS))
    random = np.random.default_rng(1)
    hours = problem.hours * random.lognormal(0, 0.2, (DRAWS, RECOMMENDATIONS, 1))
    benefits = benefit * random.lognormal(0, 0.3, (DRAWS, RECOMMENDATIONS))
    found: list[Resolved] = []

    def ours() -> None:
        found[:] = [resolve(problem, benefit, hours, benefits)]

    one = {"one": lambda: solve(problem, [benefit], gap=GAP)}
    spent, others = side_by_side(benchmark, ours, one, rounds=3)
    assert found[0].fits.all()
    assert found[0].mean_gap < 0.005
    REDRAWN.hold(spent / others["one"], benchmark)
    note(
        f"the same: gap to the bound of each draw {found[0].mean_gap:.2%} on average, {found[0].worst_gap:.2%} at most"
    )


@pytest.mark.bench
def test_lists_against_a_solver_call_each(benchmark: BenchmarkFixture) -> None:
    """The solver runs on the first lists, and its time is multiplied up; making the programs is not counted."""
    of = pack(RECOMMENDATIONS, GROUPS, PAIRS)
    people, hours = people_and_hours(of, LISTS)
    lists = of.lists(people, hours)
    problems = [of.problem(people[number], hours[number]) for number in range(SOLVED)]
    alone = [Alone(*each) for each in problems[:SAMPLE]]
    found: list[ByList] = []

    def ours() -> None:
        found[:] = [choose_by_list(lists)]

    each = {"alone": lambda: [one() for one in alone], "ours": lambda: [solve(p, [b], gap=GAP) for p, b in problems]}
    spent, others = side_by_side(benchmark, ours, each, rounds=2)
    BY_LIST.hold(others["alone"] * LISTS / SAMPLE / spent, benchmark)
    note(f"the same, against the national choice's way on each list: {others['ours'] * LISTS / SOLVED / spent:.0f} ×")
    assert not found[0].over.any()
    solved = sum(solve(problem, [benefit], gap=GAP).value for problem, benefit in problems)
    short, gap = 1 - float(found[0].value[:SOLVED].sum()) / solved, found[0].gap
    note(f"the same: value {short:.2%} below the solver's on {SOLVED} lists, {gap:.2%} below the bounds of all")
    assert short <= SHORT
