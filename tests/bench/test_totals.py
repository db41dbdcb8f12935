"""Role totals of very many lists, and the memory they take."""

import tracemalloc
from dataclasses import replace

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

import tnt
from tests.bench.packs import Compile
from tests.bench.ratios import Bar, clock, side_by_side
from tnt import Inputs, Result

pytestmark = pytest.mark.benchmark(timer=clock)

TOTALS = Bar("400,000 lists x 50, totals of 1 role: to reading the list matrix once", 5.0, 2.0)
FIRST = Bar("the same, the first estimate on these lists (which sums them by stratum)", 5.0, 2.0)
THREE = Bar("400,000 lists x 50, totals of 3 roles: to reading the list matrix once", 3.0, 2.0)
FEWER = Bar("100,000 lists x 20, totals of 1 role: to reading the list matrix once", 5.0, 2.0)
MEMORY = Bar("400,000 lists x 50, full matrix: memory beyond inputs and outputs, to the output", 1.2, 0.2)
LESS_MEMORY = Bar("100,000 lists x 20, full matrix: memory beyond inputs and outputs, to the output", 1.2, 0.2)


def against_reading(benchmark: BenchmarkFixture, inputs: Inputs, bar: Bar, rounds: int) -> None:
    """Reading is the fastest pass over the matrix that numpy has: its product with itself."""
    flat = inputs.counts.people.reshape(-1)
    run = first_estimate if bar is FIRST else tnt.estimate
    ours, spent = side_by_side(benchmark, lambda: run(inputs), {"read": lambda: flat @ flat}, rounds)
    bar.hold(ours / spent["read"], benchmark)


def first_estimate(inputs: Inputs) -> Result:
    """As if nothing had been asked of these lists before."""
    return tnt.estimate(replace(inputs, counts=replace(inputs.counts)))


def memory_beyond(inputs: Inputs, bar: Bar) -> None:
    """The most that was held at once, less what the result holds. Python and numpy report to tracemalloc, BLAS does not
    (its buffers are a few MB, whatever the size)."""
    tnt.estimate(inputs, detail=True)
    tracemalloc.start()
    result = tnt.estimate(inputs, detail=True)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert result.detail is not None
    bar.hold((peak - held) / result.detail.tnt_hours.nbytes)


def test_fewer_totals_against_reading(benchmark: BenchmarkFixture, compiled: Compile) -> None:
    against_reading(benchmark, compiled(100_000, 20), FEWER, rounds=30)


def test_less_memory(compiled: Compile) -> None:
    memory_beyond(compiled(100_000, 20), LESS_MEMORY)


@pytest.mark.bench
@pytest.mark.parametrize("bar", [TOTALS, FIRST, THREE], ids=["one-role", "first", "three-roles"])
def test_role_totals_against_reading_once(benchmark: BenchmarkFixture, compiled: Compile, bar: Bar) -> None:
    roles = ("gp", "nurse", "secretary") if bar is THREE else ("gp",)
    against_reading(benchmark, compiled(400_000, 50, roles), bar, rounds=40)


@pytest.mark.bench
def test_memory(compiled: Compile) -> None:
    memory_beyond(compiled(400_000, 50), MEMORY)
