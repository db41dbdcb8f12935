"""What a name draws depends on the name and the seed only, and says how sure its mean is."""

from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.profile import times
from tnt.distributions.named import Uniform, from_range
from tnt.engine.draws.parameters import KEPT_BYTES, Draws, Parameter
from tnt.engine.draws.streams import REPLICATES, Method, Streams
from tnt.limits import MOST_DRAWS


@pytest.mark.parametrize("method", get_args(Method))
@pytest.mark.parametrize("draws", [128, 4096])
def test_uniform_numbers_inside_0_and_1(method: Method, draws: int) -> None:
    streams = Streams(1, draws, method, ("a", "b"))
    numbers = np.array([streams.uniforms("a"), streams.uniforms("b")])
    assert numbers.shape == (2, draws)
    assert 0 < numbers.min() < numbers.max() < 1
    assert abs(float(np.corrcoef(numbers)[0, 1])) < 4 / np.sqrt(draws)
    np.testing.assert_allclose(numbers.mean(axis=1), 0.5, atol=2 / np.sqrt(12 * draws))


@settings(max_examples=times(30))
@given(st.integers(128, 3000), st.text(), st.integers(0, 2**63))
def test_every_stratum_of_every_part_has_one(draws: int, name: str, seed: int) -> None:
    numbers = Streams(seed, draws).uniforms(name)
    edges = [draws * part // REPLICATES for part in range(REPLICATES + 1)]
    for begin, end in pairwise(edges):
        strata = np.floor(numbers[begin:end] * (end - begin))
        np.testing.assert_array_equal(np.sort(strata), np.arange(end - begin))


@pytest.mark.parametrize("method", ["stratified", "plain"])
def test_other_streams_move_nothing(method: Method) -> None:
    some = Draws([Parameter("a", Uniform(0, 1))], Streams(1, 128, method))
    more = Draws([Parameter("0", Uniform(0, 1)), Parameter("a", Uniform(0, 1))], Streams(1, 128, method))
    np.testing.assert_array_equal(some.values(0), more.values(1))
    assert not np.array_equal(more.values(0), more.values(1))
    assert not np.array_equal(some.values(0), Draws(some.parameters, Streams(2, 128, method)).values(0))


def test_the_same_numbers_for_ever() -> None:
    """A seed in a published report must give its figures again, with whatever version of numpy."""
    found = [Streams(1, 128, method).uniforms("a/minutes")[:3] for method in ("stratified", "plain")]
    np.testing.assert_allclose(found, FOR_EVER, rtol=1e-15)


def test_a_group_shares_its_luck_and_nothing_else() -> None:
    parameters = [Parameter("together", from_range(8, 10, 15, "positive")), Parameter("together", Uniform(0, 1))]
    draws = Draws(parameters, Streams(1, 128))
    np.testing.assert_array_equal(np.argsort(draws.values(0)), np.argsort(draws.values(1)))
    assert draws.members() == {"together": (0, 1)}


def test_a_changed_distribution_keeps_its_luck() -> None:
    before = Draws([Parameter("a", Uniform(0, 1)), Parameter("b", Uniform(0, 1))], Streams(1, 128))
    kept = before.values(1)
    after = before.changed(0, Uniform(0, 10))
    np.testing.assert_allclose(after.values(0), 10 * before.values(0), rtol=1e-15)
    assert after.values(1) is kept


def test_many_draws_are_made_again_rather_than_kept() -> None:
    draws = Draws([Parameter(str(number), Uniform(0, 1)) for number in range(200)], Streams(1, MOST_DRAWS))
    for number in range(200):
        draws.values(number)
    assert sum(values.nbytes for values in draws._kept.values()) <= KEPT_BYTES
    np.testing.assert_array_equal(draws.values(199), draws.values(199))


@pytest.mark.parametrize("method", ["stratified", "plain"])
def test_the_standard_error_is_honest(method: Method) -> None:
    """A product of two inputs, 200 seeds: the true mean lies within two standard errors about as often as promised."""
    parameters = [Parameter(name, Uniform(0, 1)) for name in "ab"]
    inside = 0
    for seed in range(200):
        draws = Draws(parameters, Streams(seed, 512, method))
        hours = draws.values(0) * draws.values(1)
        error = draws.streams.standard_error(hours)
        assert error is not None
        inside += abs(float(hours.mean()) - 0.25) < 2.13 * error  # 95 % of Student's t with 15 degrees of freedom
    assert inside >= 178


def test_stratified_draws_say_how_much_surer_they_are() -> None:
    errors = []
    for method in ("stratified", "plain"):
        streams = Streams(1, 4096, method)
        errors.append(streams.standard_error(streams.uniforms("a") + streams.uniforms("b")) or 0.0)
    assert 0 < errors[0] < errors[1] / 50


@pytest.mark.parametrize(("draws", "method"), [(127, "plain"), (65_537, "stratified"), (1000, "sobol")])
def test_numbers_of_draws_that_are_not_allowed(draws: int, method: Method) -> None:
    with pytest.raises(ValueError, match=r"draws|power"):
        Streams(1, draws, method)


FOR_EVER = [
    [0.66341707482934, 0.5465080998837948, 0.8182923160493374],
    [0.6760940650248745, 0.5009361033295773, 0.9228796797290472],
]


@pytest.mark.parametrize("method", get_args(Method))
def test_parameters_that_move_together_share_the_luck_of_the_first(method: Method) -> None:
    draws = Draws(
        [Parameter(name, Uniform(0, size)) for name, size in (("a", 1), ("b", 2), ("c", 4))], Streams(1, 128, method)
    )
    kept = draws.values(1)
    together = draws.together({0, 2})
    np.testing.assert_array_equal(together.values(2), 4 * together.values(0))
    assert abs(float(np.corrcoef(together.values(0), together.values(1))[0, 1])) < 4 / np.sqrt(128)
    assert (together.values(1) is kept) == (method in ("stratified", "plain"))
    assert together.together({0, 2}) is together
    assert draws.together({1}) is draws
