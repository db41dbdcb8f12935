"""Hours of lists, recommendations and all lists together, draw by draw, against the slow calculation."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from scipy import stats
from threadpoolctl import threadpool_limits

from tests.engine.builders import ages, random_lists
from tests.engine.draws.uncertain import Uncertain, hours_with, slow_hours, typical, uncertain
from tests.profile import times
from tnt.arrays import Floats
from tnt.distributions.named import Uniform, from_range
from tnt.engine.draws import list_hours
from tnt.engine.draws.all_lists import simulate_all_lists
from tnt.engine.draws.each_list import ListSimulation, OverloadLimit, simulate_lists
from tnt.engine.draws.hours_sum import DrawnOverlap, Product, by_recommendation, hours_sum
from tnt.engine.draws.list_hours import list_hours as hours_of_lists
from tnt.engine.draws.parameters import Draws, Parameter
from tnt.engine.draws.streams import Streams
from tnt.engine.draws.term import Prevalences, Term
from tnt.engine.draws.terms import prepare
from tnt.engine.people.cells import CELLS


def matrix(problem: Uncertain) -> Floats:
    """[L, D] all hours."""
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    blocks = hours_of_lists(prepared, problem.draws.values, problem.draws.streams.draws).blocks()
    return np.concatenate([hours.copy() for _, hours in blocks])


def simulated(problem: Uncertain, limit: OverloadLimit | None = None) -> ListSimulation:
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    return simulate_lists(prepared, problem.draws, limit or OverloadLimit(np.full(problem.counts.length, np.nan)))


@settings(max_examples=times(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(uncertain())
def test_every_draw_is_the_slow_calculation(problem: Uncertain) -> None:
    hours = matrix(problem)
    total = hours_sum(prepare(problem.terms, problem.prevalences, problem.counts))
    evaluation = total.at(problem.draws.values)
    for draw in (0, 77):
        slow = np.array(slow_hours(problem, draw)).reshape(-1, problem.counts.length)
        np.testing.assert_allclose(hours[:, draw], slow.sum(axis=0), rtol=1e-9, atol=1e-9)
        for recommendation, products in by_recommendation(total.products).items():
            found = np.broadcast_to(evaluation.of(products), 128)[draw]
            assert found == pytest.approx(math.fsum(slow[recommendation]), rel=1e-9, abs=1e-9)


@settings(max_examples=times(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(uncertain())
def test_at_the_means_it_is_the_deterministic_estimate(problem: Uncertain) -> None:
    total = hours_sum(prepare(problem.terms, problem.prevalences, problem.counts))
    means = [parameter.distribution.mean() for parameter in problem.draws.parameters]
    slow = sum(map(math.fsum, hours_with(problem, means)))
    assert float(total.at(problem.draws.means).hours()[0]) == pytest.approx(slow, rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("drawn", [True, False])
def test_lists_and_recommendations_add_up_to_the_total(drawn: bool) -> None:
    problem = typical(300, 8, drawn=drawn)
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    assert len(prepared.drawn) == (2 if drawn else 0)
    nation = simulate_all_lists(hours_sum(prepared), problem.draws, 8)
    np.testing.assert_allclose(matrix(problem).sum(axis=0), nation.total, rtol=1e-11)
    assert nation.recommendations.mean.sum() == pytest.approx(nation.total.mean(), rel=1e-12)


def test_full_rows_stand_apart_in_some_draws_only() -> None:
    """The problem above has lists where only some draws fill a row: both ways of counting meet on one list."""
    problem = typical(40, 2, conditions=1, draws=128)
    for draw in range(0, 128, 31):
        slow = np.array(slow_hours(problem, draw)).sum(axis=0)
        np.testing.assert_allclose(matrix(problem)[:, draw], slow, rtol=1e-10)


def test_what_is_answered_about_lists() -> None:
    problem = typical(60, 8)
    hours = matrix(problem)
    limit = np.quantile(hours, 0.3, axis=1)
    limit[0], limit[1] = np.nan, -np.inf
    found = simulated(problem, OverloadLimit(limit))
    over = hours > limit[:, None]
    np.testing.assert_array_equal(found.overloaded, over.sum(axis=0))
    np.testing.assert_allclose(found.probability_of_overload[1:], over[1:].mean(axis=1), rtol=1e-15)
    assert np.isnan(found.probability_of_overload[0])
    assert found.probability_of_overload[1] == 1
    ordered = np.sort(hours, axis=1)
    for values, position in ((found.hours.p05, 25), (found.hours.p50, 255), (found.hours.p95, 486)):
        np.testing.assert_array_equal(values, ordered[:, position])
    np.testing.assert_allclose(found.hours.mean, hours.mean(axis=1), rtol=1e-14)


def test_available_hours_may_be_drawn_too() -> None:
    problem = typical(50, 4)
    hours, posts = matrix(problem), np.linspace(0.2, 3, 50)
    per_post = np.linspace(300, 2000, 512)
    varying = OverloadLimit(np.full(50, -10.0), posts[:, None], per_post[None])
    found = simulated(problem, varying)
    over = hours > posts[:, None] * per_post - 10
    np.testing.assert_array_equal(found.overloaded, over.sum(axis=0))
    np.testing.assert_allclose(found.probability_of_overload, over.mean(axis=1), rtol=1e-15)


def test_shared_work_is_subtracted_everywhere() -> None:
    problem = typical(30, 4, drawn=False)
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    shared = DrawnOverlap(frozenset({0}), lambda values: np.full((36, 1), 0.01) * values(0))
    blocks = hours_of_lists(prepared, problem.draws.values, 512, shared).blocks()
    expected = matrix(problem) - problem.counts.people_per_list[:, None] * 0.01 * problem.draws.values(0)
    np.testing.assert_allclose(np.concatenate([hours.copy() for _, hours in blocks]), expected, rtol=1e-9)
    total = hours_sum(prepared, shared)
    nation = simulate_all_lists(total, problem.draws, 4)
    np.testing.assert_allclose(nation.total, expected.sum(axis=0), rtol=1e-10)
    changed = nation.changed(0, Uniform(0, 1))
    fresh = simulate_all_lists(total, problem.draws.changed(0, Uniform(0, 1)), 4)
    np.testing.assert_allclose(changed.total, fresh.total, rtol=1e-9)


def test_blocks_and_threads_never_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = typical(333, 8)
    limit = OverloadLimit(np.full(333, 900.0))
    with threadpool_limits(limits=1, user_api="blas"):
        once = simulated(problem, limit)
    monkeypatch.setattr(list_hours, "DRAWS_BLOCK_BYTES", 37 * 8 * 512)
    with threadpool_limits(limits=2, user_api="blas"):
        again = simulated(problem, limit)
    np.testing.assert_array_equal(once.overloaded, again.overloaded)
    for name in ("mean", "p05", "p50", "p95"):
        np.testing.assert_allclose(getattr(once.hours, name), getattr(again.hours, name), rtol=1e-13)


def test_terms_that_ask_the_same_people_are_one_direction() -> None:
    counts = random_lists(10)
    terms = [Term(ages(40, 69, minutes), -1, number) for number, minutes in enumerate((0.1, 0.3, -0.2))]
    nothing = Prevalences(np.empty((CELLS, 0)), np.empty((CELLS, 0), dtype=np.intp), np.empty(0, dtype=np.bool_))
    prepared = prepare(terms, nothing, counts)
    assert prepared.linear.folded.factor_of.size == 1
    expected = counts.people @ prepared.linear.folded.strata_weights[:, 0] * 0.2
    found = simulate_all_lists(hours_sum(prepared), Draws([], Streams(1, 128)), 3)
    np.testing.assert_allclose(found.total, expected.sum(), rtol=1e-12)


def test_a_prevalence_of_one_row_says_nothing_where_there_is_a_register() -> None:
    mean = ages(40, 79, 0.2)[:, None]
    prevalences = Prevalences(mean, np.where(mean > 0, 0, -1), np.array([True]))
    counts = replace(random_lists(4, conditions=1), registers=np.array([[10.0], [0.0], [np.nan], [1e6]]))
    draws = Draws([Parameter("share", from_range(0.1, 0.2, 0.4, "share"))], Streams(1, 256))
    hours = matrix(Uncertain([Term(np.ones(CELLS), 0, 0)], prevalences, counts, draws))
    assert counts.split is not None
    at_risk = counts.people @ (counts.split.T @ (mean[:, 0] > 0))
    np.testing.assert_allclose(hours[[0, 1, 3]], np.array([[10.0], [0.0], [at_risk[3]]]) + np.zeros(256), rtol=1e-12)
    np.testing.assert_allclose(hours[2], at_risk[2] * draws.values(0), rtol=1e-12)


def test_a_condition_known_only_by_registers_counts_nothing_where_there_is_none() -> None:
    mean = np.full((CELLS, 1), np.nan)
    prevalences = Prevalences(mean, np.full(mean.shape, -1), np.array([True]))
    counts = replace(random_lists(3, conditions=1), registers=np.array([[10.0], [np.nan], [0.0]]))
    draws = Draws([Parameter("hours", from_range(1, 2, 4, "positive"))], Streams(1, 128))
    hours = matrix(Uncertain([Term(np.ones(CELLS), 0, 0, (0,))], prevalences, counts, draws))
    np.testing.assert_allclose(hours, np.array([[10.0], [0.0], [0.0]]) * draws.values(0), rtol=1e-12)


def test_the_simulated_mean_is_the_deterministic_estimate() -> None:
    """Within four standard errors, with independent parameters and no calibrated prevalence drawn."""
    problem = typical(200, 12, draws=4096, drawn=False)
    total = hours_sum(prepare(problem.terms, problem.prevalences, problem.counts))
    expected = float(total.at(problem.draws.means).hours()[0])
    for seed in range(8):
        nation = simulate_all_lists(total, Draws(problem.draws.parameters, Streams(seed, 4096)), 12)
        assert abs(float(nation.total.mean()) - expected) < 4 * nation.error_of_mean < 0.004 * expected


@pytest.mark.parametrize("method", ["latin-hypercube", "sobol"])
def test_joint_draws_say_how_sure_their_mean_is(method: str) -> None:
    problem = typical(50, 6, draws=1024, drawn=False)
    total = hours_sum(prepare(problem.terms, problem.prevalences, problem.counts))
    expected = float(total.at(problem.draws.means).hours()[0])
    draws = Draws(problem.draws.parameters, Streams(1, 1024, method))  # type: ignore[arg-type]
    nation = simulate_all_lists(total, draws, 6)
    assert abs(float(nation.total.mean()) - expected) < 4 * nation.error_of_mean < 0.01 * expected


def uniform_sum(inputs: int, draws: int, seed: int = 1) -> Floats:
    """[D] the sum of independent uniforms, as hours of one list."""
    terms = [Term(ages(40, 40), -1, number, (number,)) for number in range(inputs)]
    nothing = Prevalences(np.empty((CELLS, 0)), np.empty((CELLS, 0), dtype=np.intp), np.empty(0, dtype=np.bool_))
    counts = replace(random_lists(1), people=np.eye(36)[[8]] * 100)
    parameters = [Parameter(str(number), Uniform(0, 1)) for number in range(inputs)]
    total = hours_sum(prepare(terms, nothing, counts))
    nation = simulate_all_lists(total, Draws(parameters, Streams(seed, draws)), inputs)
    return nation.total / (total.products[0].hours or 1.0)


@pytest.mark.parametrize("inputs", [1, 2, 6])
def test_the_sum_of_independent_uniforms(inputs: int) -> None:
    values = np.sort(uniform_sum(inputs, 16_384))
    exact = stats.irwinhall(inputs)
    expected = exact.ppf([0.05, 0.5, 0.95])
    density = exact.pdf(expected)
    for position, value, height in zip((820, 8192, 15_565), expected, density, strict=True):
        assert abs(values[position] - value) < 4 * 0.5 / math.sqrt(16_384) / height
    assert values.var() == pytest.approx(inputs / 12, rel=0.05)


def test_intervals_cover_what_they_promise() -> None:
    """Nine in ten of the true distribution's values lie within the 5-95 % interval, whatever the seed."""
    exact = stats.irwinhall(3)
    covered = []
    for seed in range(60):
        values = np.sort(uniform_sum(3, 1024, seed))
        covered.append(exact.cdf(values[972]) - exact.cdf(values[51]))
    assert np.mean(covered) == pytest.approx(0.9, abs=0.004)
    assert np.std(covered) < 0.02


def test_a_changed_parameter_is_a_full_run() -> None:
    problem = typical(60, 6)
    total = hours_sum(prepare(problem.terms, problem.prevalences, problem.counts))
    nation = simulate_all_lists(total, problem.draws, 6)
    for parameter, distribution in [(0, from_range(0.1, 0.2, 0.3, "share")), (7, Uniform(20, 40))]:
        changed = nation.changed(parameter, distribution)
        fresh = simulate_all_lists(total, problem.draws.changed(parameter, distribution), 6)
        np.testing.assert_allclose(changed.total, fresh.total, rtol=1e-11)
        np.testing.assert_allclose(changed.recommendations.p95, fresh.recommendations.p95, rtol=1e-11)
        assert changed.error_of_mean == pytest.approx(fresh.error_of_mean, rel=1e-6)
        assert not np.allclose(changed.total, nation.total)


def test_progress_is_told() -> None:
    problem = typical(30, 2)
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    seen: list[tuple[int, int]] = []
    simulate_lists(prepared, problem.draws, OverloadLimit(np.full(30, np.nan)), progress=lambda *at: seen.append(at))
    assert seen[-1] == (30, 30)


def test_products_may_be_added() -> None:
    total = hours_sum(prepare([], _no_conditions(), random_lists(3))).plus([Product(-5.0, ())])
    assert float(total.at(Draws([], Streams(1, 128)).values).hours()[0]) == -5


def _no_conditions() -> Prevalences:
    return Prevalences(np.empty((CELLS, 0)), np.empty((CELLS, 0), dtype=np.intp), np.empty(0, dtype=np.bool_))
