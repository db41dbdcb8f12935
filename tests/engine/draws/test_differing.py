"""Lists that differ by a factor of their own: METHOD "Lists differ", against factors that are drawn one by one."""

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from tests.engine.draws.test_simulation import matrix
from tests.engine.draws.uncertain import Uncertain, typical, uncertain
from tests.profile import times
from tnt.arrays import Floats
from tnt.engine.draws.differing import count_of_lists
from tnt.engine.draws.differing.count_of_lists import CountOfLists
from tnt.engine.draws.differing.own_factor import OwnFactor, own_factor
from tnt.engine.draws.each_list import ListSimulation, OverloadLimit, simulate_lists
from tnt.engine.draws.quantiles import positions
from tnt.engine.draws.streams import Streams
from tnt.engine.draws.terms import prepare
from tnt.engine.draws.value_of_information import value_over_lists

FACTORS = 400_000


def of(variation: float, draws: int = 512) -> OwnFactor:
    return own_factor(np.array([variation]), Streams(3, draws))


def simulated(problem: Uncertain, limit: Floats, own: OwnFactor | None) -> ListSimulation:
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    return simulate_lists(prepared, problem.draws, OverloadLimit(limit), own=own)


def chance(own: OwnFactor, hours: Floats, limit: Floats) -> Floats:
    """As `simulate_lists` asks: of hours that have the factor in them."""
    drawn = hours * own.factor
    return own.chance(drawn, limit, np.empty_like(drawn))


@pytest.mark.parametrize("variation", [0.05, 0.2, 0.8])
def test_the_factor_has_mean_1_and_the_variation_that_is_said(variation: float) -> None:
    factor = of(variation, 65_536).factor
    assert factor.mean() == pytest.approx(1, abs=2e-3 * variation)
    assert factor.std() == pytest.approx(variation, rel=0.02)


@pytest.mark.parametrize("variation", [0.05, 0.2, 0.8])
@pytest.mark.parametrize("ratio", [0.5, 0.9, 1.0, 1.3, 4.0])
def test_closed_forms_are_those_of_factors_drawn_by_another_generator(variation: float, ratio: float) -> None:
    available = 250.0
    hours, limit = np.full((1, 512), ratio * available), np.array([[available]])
    own, sigma = of(variation), math.sqrt(math.log(1 + variation**2))
    drawn = ratio * available * np.random.default_rng(5).lognormal(-(sigma**2) / 2, sigma, FACTORS)
    share = float((drawn > available).mean())
    error = math.sqrt(share * (1 - share) / FACTORS) + 2 / FACTORS
    np.testing.assert_allclose(chance(own, hours, limit), share, atol=4 * error)
    beyond = np.maximum(drawn - available, 0)
    error = float(beyond.std() / math.sqrt(FACTORS)) + 1e-9 * available
    np.testing.assert_allclose(own.expected_short(hours, limit), beyond.mean(), atol=4 * error)


@settings(max_examples=times(40), deadline=None)
@given(st.floats(0.02, 1.0), st.floats(0.05, 20.0))
def test_closed_forms_are_those_of_the_integral(variation: float, ratio: float) -> None:
    """In units of the available hours."""
    own, sigma = of(variation, 128), math.sqrt(math.log(1 + variation**2))
    factor = stats.lognorm(s=sigma, scale=math.exp(-(sigma**2) / 2))
    hours, one = np.full((1, 128), ratio), np.array([[1.0]])
    np.testing.assert_allclose(chance(own, hours, one), factor.sf(1 / ratio), rtol=1e-9, atol=1e-14)
    first, last = sorted([1 / ratio, max(1 / ratio, factor.isf(1e-17))])
    short = integrate.quad(lambda each: (ratio * each - 1) * factor.pdf(each), first, last, limit=400)[0]
    np.testing.assert_allclose(own.expected_short(hours, one), short, rtol=1e-6, atol=1e-9)


def test_no_time_no_hours_and_no_verdict() -> None:
    """Where no time is left any hour is too much, none is not; nothing overloads a list of nobody."""
    own = of(0.3, 128)
    limits = np.array([[0.0], [0.0], [-5.0], [-5.0], [100.0], [np.inf], [-np.inf], [np.nan]])
    hours = np.broadcast_to(np.array([[7.0], [0.0], [7.0], [0.0], [0.0], [7.0], [0.0], [7.0]]), (8, 128))
    assert chance(own, hours, limits)[:, 0].tolist() == [1, 0, 1, 1, 0, 0, 1, 0]
    finite = limits[:5]
    assert own.expected_short(hours[:5], finite)[:, 0].tolist() == [7, 0, 12, 5, 0]


def test_lists_that_do_not_differ_are_as_without_a_factor() -> None:
    problem = typical(40, 4)
    limit = np.quantile(matrix(problem), 0.5, axis=1) * np.linspace(0.8, 1.2, 40)
    limit[3] = np.nan
    without, with_none = simulated(problem, limit, None), simulated(problem, limit, of(0.0))
    np.testing.assert_array_equal(without.overloaded, with_none.overloaded)
    np.testing.assert_allclose(without.probability_of_overload, with_none.probability_of_overload, rtol=1e-12)
    for name in ("mean", "p05", "p50", "p95"):
        assert getattr(without.number_overloaded, name) == pytest.approx(getattr(with_none.number_overloaded, name))
        np.testing.assert_allclose(getattr(without.hours, name), getattr(with_none.hours, name), rtol=1e-10)


@settings(max_examples=times(30), deadline=None)
@given(uncertain(), st.sampled_from([0.1, 0.5]))
def test_lists_one_by_one(problem: Uncertain, variation: float) -> None:
    """Against the closed form and the hours x the factor, list by list and draw by draw."""
    hours, draws = matrix(problem), problem.draws.streams.draws
    own = own_factor(np.array([variation]), problem.draws.streams)
    limit = np.maximum(hours.mean(axis=1), 1.0) * np.linspace(0.5, 1.5, len(hours))
    found = simulated(problem, limit, own)
    sigma = math.sqrt(math.log(1 + variation**2))
    with np.errstate(divide="ignore"):
        chances = stats.norm.cdf((np.log(np.maximum(hours, 0) / limit[:, None]) - sigma**2 / 2) / sigma)
    np.testing.assert_allclose(found.probability_of_overload, chances.mean(axis=1), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(found.overloaded, chances.sum(axis=0), rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(found.hours.mean, hours.mean(axis=1), rtol=1e-9, atol=1e-9)
    ordered = np.sort(hours * np.exp(sigma * own.normal - sigma**2 / 2), axis=1)
    for name, position in zip(("p05", "p50", "p95"), positions(draws), strict=True):
        np.testing.assert_allclose(getattr(found.hours, name), ordered[:, position], rtol=1e-9, atol=1e-9)


def test_many_lists_are_in_groups_and_orders_of_their_own() -> None:
    """Beyond `LEAST_LISTS` and `LEAST_DRAWS` draws are sorted; the numbers of overloaded lists keep their draws."""
    problem = typical(600, 6, draws=4096)
    hours = matrix(problem)
    limit = np.quantile(hours, 0.5, axis=1) * np.linspace(0.7, 1.4, 600)
    own = own_factor(np.array([0.2]), problem.draws.streams)
    found = simulated(problem, limit, own)
    chances = chance(own, hours, limit[:, None])
    np.testing.assert_allclose(found.overloaded, chances.sum(axis=0), rtol=1e-9)
    ordered = np.sort(hours * own.factor, axis=1)
    for name, position in zip(("p05", "p50", "p95"), positions(4096), strict=True):
        np.testing.assert_allclose(getattr(found.hours, name), ordered[:, position], rtol=1e-9)


def test_a_variation_that_is_drawn_differs_by_draw() -> None:
    streams = Streams(1, 128)
    variation = np.linspace(0.0, 0.6, 128)
    own = own_factor(variation, streams)
    found = chance(own, np.full((1, 128), 110.0), np.array([[100.0]]))
    for draw in (0, 40, 127):
        sigma = max(math.sqrt(math.log(1 + variation[draw] ** 2)), 1e-12)
        assert found[0, draw] == pytest.approx(stats.norm.cdf((math.log(1.1) - sigma**2 / 2) / sigma), rel=1e-9)


@pytest.mark.parametrize("method", ["stratified", "plain", "latin-hypercube", "sobol"])
def test_the_factor_is_the_same_whatever_else_is_drawn(method: str) -> None:
    one, other = (Streams(4, 256, method, names) for names in ((), ("a", "b")))  # type: ignore[arg-type]
    np.testing.assert_array_equal(*(own_factor(np.array([0.2]), each).factor for each in (one, other)))
    assert (own_factor(np.array([0.2]), replace(one, seed=5)).factor != own_factor(np.array([0.2]), one).factor).any()


def exactly(chances: Floats) -> Floats:
    """[n + 1] of each number, by every outcome there is."""
    found = np.zeros(len(chances) + 1)
    for outcome in product((0, 1), repeat=len(chances)):
        found[sum(outcome)] += math.prod(p if yes else 1 - p for p, yes in zip(chances, outcome, strict=True))
    return found


def counted(chances: Floats, order: list[int] | None = None) -> CountOfLists:
    counts = CountOfLists(len(chances), chances.shape[1])
    counts.add(chances, np.arange(chances.shape[1]) if order is None else np.array(order))
    return counts


def percentiles(of_numbers: Floats) -> list[int]:
    below = np.cumsum(of_numbers)
    return [int(np.argmax(below >= share - 1e-12)) for share in (0.05, 0.5, 0.95)]


@settings(max_examples=times(40), deadline=None)
@given(st.integers(1, 7), st.integers(0, 2**32 - 1))
def test_few_lists_are_every_outcome(lists: int, seed: int) -> None:
    chances = np.random.default_rng(seed).beta(0.6, 0.6, (lists, 9))
    counts = CountOfLists(lists, 9)
    order = np.random.default_rng(seed).permutation(9)
    for row in chances:  # told one by one, in an order of their own
        counts.add(row[None, order], order)
    found = counts.summary()
    wanted = np.mean([exactly(draw) for draw in chances.T], axis=0)
    assert [float(each[0]) for each in (found.p05, found.p50, found.p95)] == percentiles(wanted)
    assert found.mean[0] == pytest.approx(wanted @ np.arange(lists + 1))


@pytest.mark.parametrize("spread", [(0.3, 0.3), (5.0, 60.0), (0.05, 8.0), (40.0, 3.0)])
def test_many_lists_are_as_if_added_up_exactly(spread: tuple[float, float], monkeypatch: pytest.MonkeyPatch) -> None:
    chances = np.random.default_rng(8).beta(*spread, (400, 5))
    by_normals = counted(chances).summary()
    monkeypatch.setattr(count_of_lists, "MOST_EXACT", 400)
    one_by_one = counted(chances).summary()
    for name in ("p05", "p50", "p95"):
        assert abs(getattr(by_normals, name) - getattr(one_by_one, name)) <= 1, name
    assert by_normals.mean == pytest.approx(one_by_one.mean)


def test_the_spread_between_draws_and_that_within_them_add_up() -> None:
    """METHOD: Σ P (1 - P) on top of the spread between draws."""
    between = np.linspace(0.2, 0.6, 501)
    chances = np.broadcast_to(between, (900, 501))
    found = counted(chances).summary()
    wanted = np.zeros(901)
    for draw in between:
        wanted += stats.binom.pmf(np.arange(901), 900, draw) / 501
    assert [float(each[0]) for each in (found.p05, found.p50, found.p95)] == pytest.approx(percentiles(wanted), abs=1)


def test_certain_lists_are_counted_as_they_are() -> None:
    """Whole numbers, and the percentiles those of draws without a factor."""
    chances = (np.random.default_rng(2).random((100, 40)) < np.linspace(0, 1, 40)).astype(float)
    found, by_draw = counted(chances).summary(), np.sort(chances.sum(axis=0))
    first, middle, last = positions(40)
    assert [float(each[0]) for each in (found.p05, found.p50, found.p95)] == by_draw[[first, middle, last]].tolist()


def test_losses_are_those_of_factors_that_are_drawn() -> None:
    """And what a number is worth knowing: the factor stays unknown then."""
    problem = typical(3, 3, draws=8192, drawn=False)
    hours = matrix(problem)
    available = np.quantile(hours, 0.5, axis=1) * np.array([0.95, np.nan, 1.02])
    own = own_factor(np.array([0.2]), problem.draws.streams)
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    streams = list(problem.draws.members())
    found = value_over_lists(prepared, problem.draws, OverloadLimit(available), streams, 1.5, own=own)
    random = np.random.default_rng(6)
    fitting = overloaded = perfect = 0.0
    short_of = []
    for row in (0, 2):
        factors = random.lognormal(-(own.sigma[0] ** 2) / 2, own.sigma[0], (200, 8192))
        lacking = hours[row] * factors - available[row]
        short = np.maximum(lacking, 0).mean(axis=0)
        over = 1.5 * np.maximum(-lacking, 0).mean(axis=0)
        short_of.append((short, over))
        fitting, overloaded = fitting + short.mean(), overloaded + over.mean()
        perfect += min(short.mean(), over.mean())
    assert found.all_alike.if_called_fitting == pytest.approx(fitting, rel=2e-3)
    assert found.all_alike.if_called_overloaded == pytest.approx(overloaded, rel=2e-3)
    assert found.perfect == pytest.approx(perfect, rel=2e-3)
    order = np.array_split(np.argsort(problem.draws.streams.uniforms(streams[0])), 16)
    knowing = sum(
        min(short.mean(), over.mean()) - np.mean([min(short[part].mean(), over[part].mean()) for part in order])
        for short, over in short_of
    )
    assert found.by_stream[streams[0]] == pytest.approx(knowing, abs=0.01 * perfect)
    without = value_over_lists(prepared, problem.draws, OverloadLimit(available), streams, 1.5)
    assert without.all_alike.if_called_fitting < found.all_alike.if_called_fitting


def test_many_lists_together_differ_less() -> None:
    """The variance of a sum of hours, each with its own factor: CV² x the sum of squares."""
    hours = np.array([900.0, 500.0, 100.0, 20.0])
    own = of(0.4, 16_384)
    factor = own.of_total(float(np.sqrt((hours**2).sum()) / hours.sum())).factor
    assert (hours.sum() * factor).std() == pytest.approx(0.4 * math.sqrt((hours**2).sum()), rel=0.02)
    np.testing.assert_allclose(own.of_total(1.0).factor, own.factor, rtol=1e-12)
