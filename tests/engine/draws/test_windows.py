"""Windows give what a sorted row gives, whatever the rows and however narrow the windows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tests.engine.draws.uncertain import Uncertain, typical
from tnt.arrays import Floats
from tnt.engine.draws import alike, parts
from tnt.engine.draws.each_list import OverloadLimit, simulate_lists
from tnt.engine.draws.list_hours import list_hours
from tnt.engine.draws.quantiles import positions
from tnt.engine.draws.terms import prepare
from tnt.engine.draws.windows import WindowReach, reach_of, spread_within


def assert_sorted(hours: Floats, reach: WindowReach, distance: float) -> None:
    ordered = np.sort(hours, axis=1)
    found = spread_within(hours.copy(), reach, distance, None)
    for values, position in zip((found.p05, found.p50, found.p95), positions(hours.shape[1]), strict=True):
        np.testing.assert_array_equal(values, ordered[:, position])


def numbers(one: st.SearchStrategy[float]) -> st.SearchStrategy[Floats]:
    few = st.one_of(one, st.sampled_from([0.0, 1.0, 2.0]))
    return arrays.arrays(np.float64, st.tuples(st.integers(1, 5), st.integers(3, 200)), elements=few)


@given(
    numbers(st.floats(-1e6, 1e6)) | numbers(st.floats(-0.0, 1e200)) | numbers(st.floats(-1e300, 1e300)),
    arrays.arrays(np.float64, (2, 3), elements=st.floats(0, 300)),
    st.booleans(),
)
def test_any_rows_and_any_windows(hours: Floats, columns: Floats, in_order: bool) -> None:
    """In no order at all, with ties, numbers below zero and unknown ones; or nearly in order."""
    hours = hours[:, hours[0].argsort()] if in_order else hours
    assert_sorted(hours, WindowReach(columns[0], columns[1]), 1.0)


def nearly_ordered(noise: float, rows: int = 12, draws: int = 5000) -> tuple[Floats, Floats]:
    """Rows and their distance from the order of the columns."""
    random = np.random.default_rng(4)
    own = np.linspace(0.5, 1, rows) * noise
    hours = 50 + np.sort(random.normal(size=draws)) + own[:, None] * random.normal(size=(rows, draws))
    return hours, own


@pytest.mark.parametrize("noise", [0.0, 0.01, 0.2, 3.0])
def test_what_is_learnt_from_rows_makes_them_certain(noise: float) -> None:
    hours, distance = nearly_ordered(noise)
    reach = reach_of(hours, distance)
    assert_sorted(hours, reach, float(distance[-1]))
    left, right = reach.columns(float(distance[-1]), 5000)
    for position, start, stop in zip(positions(5000), left, right, strict=True):
        value = np.sort(hours, axis=1)[:, position, None]
        assert (hours[:, : max(position - start, 0)] <= value).all()
        assert (hours[:, position + stop + 1 :] >= value).all()
    assert reach.help(float(distance[-1]), 5000) == (noise < 1)


def test_rows_that_are_the_same_in_every_draw_need_no_window() -> None:
    hours, distance = np.full((3, 100), 7.0), np.zeros(3)
    reach = reach_of(hours, distance)
    assert reach.left.tolist() == reach.right.tolist() == [0, 0, 0]
    assert_sorted(hours, reach, 0.0)


def assert_answers_are_those_of_the_matrix(problem: Uncertain) -> None:
    draws, lists = problem.draws.streams.draws, problem.counts.length
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    hours = np.concatenate([part.copy() for _, part in list_hours(prepared, problem.draws.values, draws).blocks()])
    posts, per_post = np.linspace(0.2, 3, lists), np.linspace(300, 2000, draws)
    told: list[tuple[int, int]] = []
    limit = OverloadLimit(np.full(lists, -10.0), posts[:, None], per_post[None])
    found = simulate_lists(prepared, problem.draws, limit, None, lambda *done: told.append(done))
    over = hours > posts[:, None] * per_post - 10
    np.testing.assert_array_equal(found.overloaded, over.sum(axis=0))
    np.testing.assert_allclose(found.probability_of_overload, over.mean(axis=1), rtol=1e-15)
    np.testing.assert_allclose(found.hours.mean, hours.mean(axis=1), rtol=1e-13)
    ordered = np.sort(hours, axis=1)
    for values, position in zip((found.hours.p05, found.hours.p50, found.hours.p95), positions(draws), strict=True):
        np.testing.assert_allclose(values, ordered[:, position], rtol=4e-12)
    assert told[-1] == (lists, lists)


@pytest.mark.parametrize("drawn", [True, False])
def test_lists_in_groups_answer_as_lists_in_their_order(drawn: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LEAST_LISTS", 64)
    monkeypatch.setattr(parts, "LEAST_DRAWS", 256)
    monkeypatch.setattr(alike, "_LISTS_PER_GROUP", 30)
    assert_answers_are_those_of_the_matrix(typical(300, 8, drawn=drawn))


@pytest.mark.parametrize("help", [True, False])
def test_every_list_is_in_one_part(help: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of which there is one, in its own order, where windows would be of no help."""
    monkeypatch.setattr(parts, "LEAST_LISTS", 64)
    monkeypatch.setattr(parts, "LEAST_DRAWS", 256)
    monkeypatch.setattr(alike, "_LISTS_PER_GROUP", 30)
    monkeypatch.setattr(WindowReach, "help", lambda *_: help)
    problem = typical(300, 8, drawn=False)
    prepared = prepare(problem.terms, problem.prevalences, problem.counts)
    hours = list_hours(prepared, problem.draws.values, problem.draws.streams.draws)
    found = list(parts.in_parts(hours, hours.memory()))
    assert sorted(np.concatenate([part.lists for part in found]).tolist()) == list(range(300))
    assert (len(found) > 1) == help
    assert (found[0].order.tolist() == list(range(512))) != help


def test_lists_that_have_nothing_in_common_stay_together() -> None:
    random = np.random.default_rng(1)
    rows = random.normal(size=(40, 500))
    groups = alike.alike_lists(lambda block: np.eye(40)[block], 40, rows)
    assert sum(len(group.lists) for group in groups) == 40
    nobody = alike.alike_lists(lambda block: np.zeros((40, 40))[block], 40, rows)
    assert [len(group.lists) for group in nobody] == [40]
