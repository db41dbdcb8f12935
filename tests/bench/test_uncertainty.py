"""Quantiles of every list over ten thousand draws: against the textbook, and against the product alone."""

import tracemalloc

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.ratios import Bar, clock, note, side_by_side, timed
from tests.engine.builders import ages, random_lists
from tnt.arrays import Floats
from tnt.distributions.named import from_range
from tnt.engine.draws.all_lists import simulate_all_lists
from tnt.engine.draws.differing.own_factor import OwnFactor, own_factor
from tnt.engine.draws.each_list import ListSimulation, OverloadLimit, simulate_lists
from tnt.engine.draws.hours_sum import HoursSum, hours_sum
from tnt.engine.draws.parameters import Draws, Parameter
from tnt.engine.draws.streams import Method, Streams
from tnt.engine.draws.term import Prevalences, Term
from tnt.engine.draws.terms import Prepared, prepare
from tnt.engine.draws.value_of_information import value_over_lists
from tnt.engine.people.cells import CELLS

pytestmark = pytest.mark.benchmark(timer=clock)

# A third to two thirds of the textbook's time is the system clearing 900 MB for it, and swings with what else runs.
TEXTBOOK = Bar("5,700 lists x 200 x 10,000 draws, quantiles: against N @ X and numpy.quantile", 9.0, 13.0, faster=True)
PRODUCT = Bar("the same: to the product N @ X of 5,700 x 200 x 10,000 alone", 3.0, 1.5)
FEWER = Bar("2,000 lists x 200 x 10,000 draws, quantiles: against N @ X and numpy.quantile", 2.5, 13.0, faster=True)
CHANGED = Bar("one changed parameter of 600: against a full run of 5,700 lists", 20.0, 100.0, faster=True)
MEMORY = Bar("38,000 lists x 200 x 10,000 draws: MB beyond inputs and answers, to 100 MB", 1.0, 0.5)
MOST_DRAWS = Bar("300 lists x 200 x 65,536 draws: MB beyond inputs and answers, to 100 MB", 1.0, 0.5)
DIFFERING = Bar("7,000 lists that differ x 4,096 draws, chances and quantiles: against the same without", 6.0, 2.5)
SHORT = Bar("hours that do not fit of the same, and the worth of 8 numbers: against the same without", 9.0, 4.0)
SOBOL = Bar("scrambled Sobol, 8,192 draws: error of the mean, to plain Monte Carlo's", 1 / 3, 1 / 7)
STRATIFIED = Bar("named stratified streams, 8,192 draws: error of the mean, to plain Monte Carlo's", 1 / 3, 1 / 7)


class Problem:
    """Recommendations with three drawn parameters each; lists without registers."""

    def __init__(self, lists: int, draws: int = 10_000, recommendations: int = 200) -> None:
        random = np.random.default_rng(1)
        parameters, terms = [], []
        for number in range(recommendations):
            first = 5 * int(random.integers(0, 14))
            minutes, share = float(random.uniform(5, 30)), float(random.uniform(0.1, 0.6))
            for name, low, high, scale, mean in (
                ("minutes", 0.7, 1.5, "positive", minutes),
                ("share", 0.7, 1.3, "share", share),
                ("frequency", 0.7, 1.4, "positive", 1.0),
            ):
                distribution = from_range(low * mean, mean, high * mean, scale)  # type: ignore[arg-type]
                parameters.append(Parameter(f"{number}/{name}", distribution))
            factors = (3 * number, 3 * number + 1, 3 * number + 2)
            terms.append(Term(ages(first, first + 29, 1 / 60), -1, number, factors))
        none = Prevalences(np.empty((CELLS, 0)), np.empty((CELLS, 0), dtype=np.intp), np.empty(0, dtype=np.bool_))
        self.parameters = parameters
        self.recommendations = recommendations
        self.draws = Draws(parameters, Streams(1, draws))
        self.prepared: Prepared = prepare(terms, none, random_lists(lists))
        self.sum: HoursSum = hours_sum(self.prepared)
        self.limit = OverloadLimit(np.full(lists, 300.0))
        self.terms = terms

    def lists(self) -> ListSimulation:
        return simulate_lists(self.prepared, self.draws, self.limit)

    def textbook(self) -> tuple[Floats, Floats]:
        """N [lists, recommendations] people asked, X [recommendations, draws] hours per person."""
        split = self.prepared.counts.split
        assert split is not None
        people = self.prepared.counts.people @ (split.T @ np.array([term.weights for term in self.terms]).T)
        factors = [[self.draws.values(factor) for factor in term.factors] for term in self.terms]
        return people, np.array([a * b * c for a, b, c in factors])


def against_the_textbook(benchmark: BenchmarkFixture, problem: Problem, bar: Bar, rounds: int) -> float:
    """The textbook gets people asked and hours per person ready; ours multiplies the draws first. CPU time."""
    people, hours_per_person = problem.textbook()
    found = problem.lists()
    expected = np.quantile(people @ hours_per_person, [0.05, 0.5, 0.95], axis=1, method="inverted_cdf")
    np.testing.assert_allclose([found.hours.p05, found.hours.p50, found.hours.p95], expected, rtol=1e-11)
    others = {
        "textbook": lambda: np.quantile(people @ hours_per_person, [0.05, 0.5, 0.95], axis=1),
        "product": lambda: people @ hours_per_person,
    }
    ours, spent = side_by_side(benchmark, problem.lists, others, rounds)
    bar.hold(spent["textbook"] / ours, benchmark)
    return ours / spent["product"]


def error_of_mean(problem: Problem, method: Method, seeds: int) -> float:
    """Root mean square over seeds of the relative error of the mean of the total."""
    exact = float(problem.sum.at(problem.draws.means).hours()[0])
    means = [
        problem.sum.at(Draws(problem.parameters, Streams(seed, 8192, method)).values).hours().mean()
        for seed in range(seeds)
    ]
    return float(np.sqrt(np.mean((np.array(means) / exact - 1) ** 2)))


def memory_beyond(lists: int, draws: int, bar: Bar) -> None:
    """tracemalloc sees what numpy asks for; the buffers of BLAS are a few MB whatever the size."""
    problem = Problem(lists, draws)
    tracemalloc.start()
    kept = problem.lists(), simulate_all_lists(problem.sum, problem.draws, 200).total
    held = 8 * (5 * lists + 2 * draws)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(kept) == 2
    bar.hold((peak - held) / 100e6)


def test_fewer_lists_against_the_textbook(benchmark: BenchmarkFixture) -> None:
    against_the_textbook(benchmark, Problem(2_000), FEWER, rounds=3)


@pytest.mark.bench
def test_lists_against_the_textbook_and_the_product(benchmark: BenchmarkFixture) -> None:
    ratio = against_the_textbook(benchmark, Problem(5_700), TEXTBOOK, rounds=6)
    PRODUCT.hold(ratio, benchmark)


def test_one_changed_parameter(benchmark: BenchmarkFixture) -> None:
    """A full run: draws, all lists, recommendations and total; with a changed parameter recommendations and total."""
    problem = Problem(5_700)
    nation = simulate_all_lists(problem.sum, problem.draws, problem.recommendations)

    def full() -> object:
        problem.draws = Draws(problem.parameters, problem.draws.streams)
        return simulate_all_lists(problem.sum, problem.draws, problem.recommendations), problem.lists()

    other = from_range(10.0, 14.0, 20.0, "positive")
    ours, spent = side_by_side(benchmark, lambda: nation.changed(0, other), {"full": full}, rounds=2)
    CHANGED.hold(spent["full"] / ours, benchmark)
    again = timed(lambda: simulate_all_lists(problem.sum, problem.draws, problem.recommendations))
    note(f"   the same against recommendations and total alone, draws kept: {again / ours:,.1f} ×")


@pytest.mark.bench
def test_lists_that_differ(benchmark: BenchmarkFixture) -> None:
    """One normal distribution function a list and draw for the chances, two for the hours that do not fit. CPU time."""
    problem = Problem(7_000, 4_096)
    limit = OverloadLimit(problem.lists().hours.mean * np.linspace(0.6, 1.5, 7_000))
    own = own_factor(np.array([0.2]), problem.draws.streams)
    streams = list(problem.draws.members())[:8]

    def lists(factor: OwnFactor | None) -> object:
        return simulate_lists(problem.prepared, problem.draws, limit, own=factor)

    def worth(factor: OwnFactor | None) -> object:
        return value_over_lists(problem.prepared, problem.draws, limit, streams, own=factor)

    ours, spent = side_by_side(benchmark, lambda: lists(own), {"without": lambda: lists(None)}, rounds=3)
    DIFFERING.hold(ours / spent["without"], benchmark)
    SHORT.hold(timed(lambda: worth(own)) / timed(lambda: worth(None)))


@pytest.mark.bench
def test_memory_of_many_lists() -> None:
    memory_beyond(38_000, 10_000, MEMORY)


@pytest.mark.bench
def test_memory_of_many_draws() -> None:
    memory_beyond(300, 65_536, MOST_DRAWS)


@pytest.mark.bench
def test_error_of_the_mean() -> None:
    problem = Problem(50, 8192)
    plain = error_of_mean(problem, "plain", 24)
    SOBOL.hold(error_of_mean(problem, "sobol", 12) / plain)
    STRATIFIED.hold(error_of_mean(problem, "stratified", 12) / plain)
