"""Random rules on random lists: the engine agrees with the obvious calculation to 1e-9."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.engine import reference
from tests.engine.strategies import Problem, problems
from tests.profile import times
from tnt.engine.hours.detail import list_detail
from tnt.engine.hours.fold import fold
from tnt.engine.hours.missing import missing_lists, unknown_tasks
from tnt.engine.hours.totals import list_totals

Floats = NDArray[np.float64]


def expected(problem: Problem) -> Floats:
    rows = reference.detail(problem.measures, problem.counts)
    return np.array([[np.nan if value is None else value for value in row] for row in rows])


def assert_agree(actual: Floats, wanted: Floats) -> None:
    np.testing.assert_allclose(actual, wanted, rtol=1e-9, atol=1e-9)


@settings(max_examples=times(100), deadline=None)
@given(problems())
def test_every_measure_of_every_list(problem: Problem) -> None:
    folded = fold(problem.measures, problem.counts)
    wanted = expected(problem)
    assert_agree(list_detail(problem.counts, folded), wanted)
    for measure in range(wanted.shape[1]):
        np.testing.assert_array_equal(missing_lists(problem.counts, folded, measure), np.isnan(wanted[:, measure]))


@settings(max_examples=times(100), deadline=None)
@given(problems(), st.integers(0, 2**16), st.integers(1, 3))
def test_totals_per_list_and_per_measure(problem: Problem, seed: int, columns: int) -> None:
    random = np.random.default_rng(seed)
    wanted = expected(problem)
    known = np.where(np.isnan(wanted), 0.0, wanted)
    collapse = random.integers(-1, 3, (wanted.shape[1], columns)).astype(np.float64)
    masks = [None, random.random(len(wanted)) < 0.5, random.random(len(wanted)) < 0.9]
    folded = fold(problem.measures, problem.counts)
    totals = list_totals(problem.counts, folded, collapse, masks)
    weights = np.array([np.ones(len(wanted)) if mask is None else mask for mask in masks], dtype=np.float64)
    assert_agree(totals.per_list, known @ collapse)
    assert_agree(totals.by_measure, weights @ known)
    assert_agree(totals.missing_lists, weights @ np.isnan(wanted))
    tasks = random.integers(0, 3, collapse.shape)
    np.testing.assert_array_equal(
        unknown_tasks(problem.counts, folded, tasks)[0], np.isnan(wanted).astype(np.intp) @ tasks
    )


@settings(max_examples=times(60), deadline=None)
@given(problems())
def test_what_registers_cannot_place(problem: Problem) -> None:
    counts, measures = problem.counts, problem.measures
    found = list_totals(counts, fold(measures, counts), np.ones((measures.condition_of.size, 1))).unplaced
    by_entry = dict(zip(zip(found.lists.tolist(), found.conditions.tolist(), strict=True), found.people, strict=True))
    for row in range(counts.length):
        for condition in range(measures.first_combination):
            wanted = _unplaced(problem, row, condition)
            np.testing.assert_allclose(by_entry.get((row, condition), 0.0), wanted, rtol=1e-9, atol=1e-6)


def _unplaced(problem: Problem, row: int, condition: int) -> float:
    counts, measures = problem.counts, problem.measures
    register = np.nan if counts.registers is None else float(counts.registers[row, condition])
    register_only = bool(np.isnan(measures.prevalence[:, condition]).any())
    if np.isnan(register) or not (register_only or measures.scaled[condition]):
        return 0.0
    if register_only or counts.split is None:
        nobody = not register_only and not measures.prevalence[:, condition].any()
        return max(0.0, register - (0.0 if nobody else float(counts.people[row].sum())))
    prevalence = measures.prevalence[:, condition].tolist()
    return reference.place(reference.people_by_cell(counts, row), prevalence, register)[1]
