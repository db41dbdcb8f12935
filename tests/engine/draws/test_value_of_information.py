"""The value of knowing, against closed forms and a slow double loop."""

import math

import numpy as np
import pytest
from scipy import stats

from tests.engine.draws.test_sensitivity import draws_of, linear
from tests.engine.draws.uncertain import typical
from tnt.distributions.named import Normal, Uniform
from tnt.engine.draws.each_list import OverloadLimit
from tnt.engine.draws.hours_sum import HoursSum, Product
from tnt.engine.draws.list_hours import list_hours
from tnt.engine.draws.terms import prepare
from tnt.engine.draws.value_of_information import losses, value_of_knowing, value_over_lists

DENSITY_AT_0 = 1 / math.sqrt(2 * math.pi)


def test_losses() -> None:
    found = losses(np.array([4.0, -1.0, 1.0, 0.0]), overload_weight=3)
    assert (found.if_called_fitting, found.if_called_overloaded, found.least) == (1.25, 0.75, 0.75)


def test_perfect_information_about_a_normal() -> None:
    """Nothing lacking on average: E(x)+ of a normal is its standard deviation x φ(0)."""
    found = losses(draws_of([Normal(0, 100)], 16_384).values(0))
    assert found.least == pytest.approx(100 * DENSITY_AT_0, rel=2e-3)


def test_knowing_one_of_two_normals() -> None:
    """Knowing x of x + y: the conditional mean is x, and the gain is E(x)+ where nothing is lacking on average."""
    gains = value_of_knowing(linear([1, 1]), draws_of([Normal(0, 30), Normal(0, 40)], 8192), points=128)
    assert gains["a"] == pytest.approx(30 * DENSITY_AT_0, rel=0.02)
    assert gains["b"] == pytest.approx(40 * DENSITY_AT_0, rel=0.02)


def test_knowing_one_of_two_normals_when_much_is_lacking() -> None:
    """E max(E[x|known], 0) - max(E x, 0) for a conditional mean Normal(m, s): s φ(m/s) - |m| Φ(-|m|/s)."""
    draws = draws_of([Normal(-50, 30), Normal(0, 40)], 8192)
    gains = value_of_knowing(linear([1, 1]), draws, points=256)
    for stream, sd in (("a", 30), ("b", 40)):
        expected = sd * stats.norm.pdf(50 / sd) - 50 * stats.norm.cdf(-50 / sd)
        assert gains[stream] == pytest.approx(expected, rel=0.03)


def test_the_weight_of_calling_it_overloaded() -> None:
    """With λ the decision changes where λ E(available - required)+ and E(required - available)+ meet."""
    draws, lacking = draws_of([Uniform(-1, 1), Uniform(-1, 1)], 8192), linear([1, 0.2])
    heavier = value_of_knowing(lacking, draws, overload_weight=2, points=256)
    x, y = np.meshgrid((np.arange(500) + 0.5) / 250 - 1, (np.arange(500) + 0.5) / 250 - 1, indexing="ij")
    for stream, others in (("a", 1), ("b", 0)):
        short = np.maximum(x + 0.2 * y, 0).mean(axis=others)
        over = 2 * np.maximum(-x - 0.2 * y, 0).mean(axis=others)
        expected = min(short.mean(), over.mean()) - np.minimum(short, over).mean()
        assert heavier[stream] == pytest.approx(expected, rel=0.01, abs=1e-4)


def test_the_straight_line_is_the_whole_calculation() -> None:
    """A factor that occurs twice goes the long way; written once with its square's distribution it goes the short."""
    twice = HoursSum((Product(1.0, (0, 0)), Product(-1.0, (1,))))
    draws = draws_of([Uniform(1, 2), Uniform(2, 3)], 1024)
    assert not twice.proportional([0])
    slow = []
    values = draws.values(1)
    for u in (np.arange(64) + 0.5) / 64:
        slow.append(losses((1 + u) ** 2 - values))
    expected = min(np.mean([s.if_called_fitting for s in slow]), np.mean([s.if_called_overloaded for s in slow]))
    gain = expected - np.mean([s.least for s in slow])
    assert value_of_knowing(twice, draws)["a"] == pytest.approx(gain, rel=1e-9)


def test_knowing_everything_that_varies_is_perfect_information() -> None:
    draws = draws_of([Uniform(-1, 2)], 4096)
    gains = value_of_knowing(linear([100]), draws, points=512)
    assert gains["a"] == pytest.approx(losses(100 * draws.values(0)).least, rel=1e-3)


def test_decisions_list_by_list_add_up() -> None:
    """Over many lists in bins, against one list at a time without them."""
    problem = typical(12, 4, draws=8192, drawn=False)
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    hours = np.concatenate([part.copy() for _, part in list_hours(prepared, problem.draws.values, 8192).blocks()])
    available = np.quantile(hours, 0.5, axis=1) * np.linspace(0.9, 1.1, 12)
    available[3] = np.nan
    streams = [parameter.stream for parameter in problem.draws.parameters]
    found = value_over_lists(prepared, problem.draws, OverloadLimit(available), [*streams, "in nothing"], 1.5)
    lacking = [hours[row] - available[row] for row in np.flatnonzero(~np.isnan(available))]
    each = [losses(one, 1.5) for one in lacking]
    assert found.perfect == pytest.approx(sum(one.least for one in each))
    assert found.all_alike.if_called_fitting == pytest.approx(sum(one.if_called_fitting for one in each))
    assert found.all_alike.if_called_overloaded == pytest.approx(sum(one.if_called_overloaded for one in each))

    def in_bins(stream: str) -> float:
        order = np.array_split(np.argsort(problem.draws.streams.uniforms(stream)), 16)
        by_bin = [[losses(one[draws], 1.5).least for draws in order] for one in lacking]
        return sum(one.least for one in each) - float(np.mean(by_bin, axis=1).sum())

    nothing = in_bins("\0nothing")
    for stream in streams[:3]:
        assert found.by_stream[stream] == pytest.approx(max(in_bins(stream) - nothing, 0), abs=1e-6 * found.perfect)
    assert found.by_stream["in nothing"] < 0.01 * found.perfect < max(found.by_stream.values())
