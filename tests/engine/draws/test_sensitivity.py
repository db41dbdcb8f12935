"""What drives a sum: closed forms of linear models and products, and Ishigami's function for the estimator itself."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from tests.engine.draws.uncertain import typical
from tnt.arrays import Floats
from tnt.distributions.named import Constant, Distribution, Uniform
from tnt.engine.draws.hours_sum import DrawnOverlap, HoursSum, Product, hours_sum
from tnt.engine.draws.parameters import Draws, Parameter
from tnt.engine.draws.sensitivity import indices_of, sobol_indices, tornado
from tnt.engine.draws.streams import Streams
from tnt.engine.draws.terms import prepare


def draws_of(distributions: Sequence[Distribution], draws: int = 4096, streams: Sequence[str] = "abcdef") -> Draws:
    parameters = [Parameter(stream, each) for stream, each in zip(streams, distributions, strict=False)]
    return Draws(parameters, Streams(1, draws))


def linear(weights: Sequence[float]) -> HoursSum:
    return HoursSum(tuple(Product(weight, (number,)) for number, weight in enumerate(weights)))


def test_tornado_of_a_linear_model() -> None:
    swings = tornado(linear([2, -3]), draws_of([Uniform(0, 1), Uniform(0, 10)]))
    assert swings["a"].at_low == pytest.approx(2 * 0.05 - 15)
    assert swings["a"].at_high == pytest.approx(2 * 0.95 - 15)
    assert (swings["b"].at_low, swings["b"].at_high) == pytest.approx((1 - 1.5, 1 - 28.5))


def test_tornado_moves_a_group_together() -> None:
    swings = tornado(HoursSum((Product(1.0, (0, 1)),)), draws_of([Uniform(0, 1), Uniform(0, 2)], streams="aa"))
    assert (swings["a"].at_low, swings["a"].at_high) == pytest.approx((0.05 * 0.1, 0.95 * 1.9))


def test_indices_of_a_linear_model() -> None:
    weights = [1, 2, 3, 0]
    found = sobol_indices(linear(weights), draws_of([Uniform(0, 1)] * 4))
    for stream, weight in zip("abcd", weights, strict=True):
        expected = weight**2 / 14
        assert found[stream].first == pytest.approx(expected, abs=0.01)
        assert found[stream].total == pytest.approx(expected, abs=4 * found[stream].total_error + 1e-12)


def test_indices_of_a_product() -> None:
    """(1 + x)(1 + y) has means 1.5, so V = 2 x 1.5² / 12 + 1 / 144."""
    found = sobol_indices(HoursSum((Product(1.0, (0, 1)),)), draws_of([Uniform(1, 2)] * 2))
    variance = 2 * 2.25 / 12 + 1 / 144
    for stream in "ab":
        assert found[stream].first == pytest.approx(2.25 / 12 / variance, abs=0.01)
        assert found[stream].total == pytest.approx((2.25 / 12 + 1 / 144) / variance, abs=4 * found[stream].total_error)


def test_a_group_is_one_input() -> None:
    found = sobol_indices(linear([1, 1, 2]), draws_of([Uniform(0, 1)] * 3, streams="aab"))
    for stream in "ab":
        assert found[stream].first == pytest.approx(0.5, abs=5 * found[stream].first_error + 0.01)
        assert found[stream].total == pytest.approx(0.5, abs=5 * found[stream].total_error)


def test_what_does_not_vary_has_no_share() -> None:
    assert sobol_indices(linear([1]), draws_of([Constant(3)])) == {}
    found = sobol_indices(linear([1, 1]), draws_of([Constant(3), Uniform(0, 1)]))
    assert (found["a"].first, found["a"].total) == (0, 0)
    assert found["b"].first == pytest.approx(1, abs=0.02)


def ishigami(x: Floats) -> Floats:
    value: Floats = np.sin(x[0]) + 7 * np.sin(x[1]) ** 2 + 0.1 * x[2] ** 4 * np.sin(x[0])
    return value


def test_ishigamis_function() -> None:
    """[Ishigami & Homma 1990] first 0.3139, 0.4424, 0; total 0.5576, 0.4424, 0.2437."""
    one, other = (
        np.array([Streams(seed, 65_536).uniforms(name) for name in "abc"]) * 2 * math.pi - math.pi for seed in (1, 2)
    )
    for row, first, total in ((0, 0.3139, 0.5576), (1, 0.4424, 0.4424), (2, 0.0, 0.2437)):
        mixed = one.copy()
        mixed[row] = other[row]
        found = indices_of(ishigami(one), ishigami(other), ishigami(mixed) - ishigami(one))
        assert found.first == pytest.approx(first, abs=4 * found.first_error)
        assert found.total == pytest.approx(total, abs=4 * found.total_error)
        assert max(found.first_error, found.total_error) < 0.01


def test_only_what_is_touched_is_computed_again_and_that_is_everything() -> None:
    problem = typical(20, 6)
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    shared = DrawnOverlap(frozenset({6}), lambda values: np.full((36, 1), 0.02) * values(6) ** 2)
    total = hours_sum(prepared, shared)
    now = total.at(problem.draws.values)
    for parameter in range(len(problem.draws.parameters)):
        other = problem.draws.changed(parameter, Uniform(0.1, 0.3))
        fresh = total.at(other.values).hours() - now.hours()
        change = np.broadcast_to(now.change([parameter], other.values), 512)
        np.testing.assert_allclose(change, fresh, rtol=1e-7, atol=1e-6)
        straight = parameter > 6  # 0 to 5 are prevalences of calibrated conditions, 6 is in the shared work
        assert total.proportional([parameter]) == straight
    assert not total.proportional([7, 8])
