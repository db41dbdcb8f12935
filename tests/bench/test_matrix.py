"""The full matrix of lists by recommendations, by the public `tnt.estimate`."""

import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import tnt
from tests.bench import slow_ways
from tests.bench.limits import calibration, described, least_seconds
from tests.bench.packs import Compile
from tests.bench.ratios import Bar, clock, note, side_by_side
from tnt import Inputs
from tnt.arrays import Floats

pytestmark = pytest.mark.benchmark(timer=clock)

LOOPS = Bar("5,700 lists x 500, full matrix: times faster than loops over the documents", 1000, 5000, faster=True)
PANDAS = Bar("5,700 lists x 500, full matrix: times faster than pandas merge and groupby", 100, 300, faster=True)
FRESH = Bar("38,000 lists x 500, full matrix in fresh memory: to the machine's limit", 2.0, 1.25)
REUSED = Bar("38,000 lists x 500, full matrix over an earlier one: to the machine's limit", 2.0, 1.25)
SMALL_LOOPS = Bar("700 lists x 100, full matrix: times faster than loops over the documents", 200, 1000, faster=True)
SMALL_PANDAS = Bar("700 lists x 100, full matrix: times faster than pandas merge and groupby", 10, 30, faster=True)


def detail(inputs: Inputs) -> Floats:
    """All hours of all lists."""
    found = tnt.estimate(inputs, detail=True).detail
    assert found is not None
    return found.tnt_hours


def against_loops(benchmark: BenchmarkFixture, inputs: Inputs, bar: Bar, lists: int) -> None:
    """The loops run over some of the lists, and their time is multiplied up: it grows as the lists do."""
    np.testing.assert_allclose(detail(inputs)[:lists], slow_ways.loops(inputs, lists), rtol=1e-9)
    ours, spent = side_by_side(
        benchmark,
        lambda: tnt.estimate(inputs, detail=True),
        {"loops": lambda: slow_ways.loops(inputs, lists)},
        rounds=15,
    )
    bar.hold(spent["loops"] * inputs.counts.length / lists / ours, benchmark)


def against_pandas(benchmark: BenchmarkFixture, inputs: Inputs, bar: Bar, rounds: int) -> None:
    people, weights = slow_ways.frames(inputs)
    hours = detail(inputs)
    np.testing.assert_allclose(hours, slow_ways.as_matrix(slow_ways.merged(people, weights), *hours.shape), rtol=1e-9)
    ours, spent = side_by_side(
        benchmark,
        lambda: tnt.estimate(inputs, detail=True),
        {"pandas": lambda: slow_ways.merged(people, weights)},
        rounds=rounds,
    )
    bar.hold(spent["pandas"] / ours, benchmark)


def test_small_against_loops(benchmark: BenchmarkFixture, compiled: Compile) -> None:
    against_loops(benchmark, compiled(700, 100), SMALL_LOOPS, lists=10)


def test_small_against_pandas(benchmark: BenchmarkFixture, compiled: Compile) -> None:
    against_pandas(benchmark, compiled(700, 100), SMALL_PANDAS, rounds=7)


@pytest.mark.bench
@pytest.mark.parametrize("reused", [False, True], ids=["fresh", "reused"])
def test_against_the_limit_of_the_machine(benchmark: BenchmarkFixture, compiled: Compile, reused: bool) -> None:
    inputs = compiled(38_000, 500)
    earlier = detail(inputs)
    ours, spent = side_by_side(
        benchmark,
        lambda: tnt.estimate(inputs, detail=earlier if reused else True),
        calibration(inputs.counts.people, earlier.shape),
        rounds=25,
    )
    shape = (*inputs.counts.people.shape, earlier.shape[1])
    limit = least_seconds(spent, shape, "write touched" if reused else "write fresh")
    note(f"    {described(spent, inputs.counts.people.nbytes, earlier.nbytes)}")
    (REUSED if reused else FRESH).hold(ours / limit, benchmark)


@pytest.mark.bench
def test_against_loops_over_the_documents(benchmark: BenchmarkFixture, compiled: Compile) -> None:
    against_loops(benchmark, compiled(5_700, 500), LOOPS, lists=10)


@pytest.mark.bench
def test_against_pandas(benchmark: BenchmarkFixture, compiled: Compile) -> None:
    against_pandas(benchmark, compiled(5_700, 500), PANDAS, rounds=5)
