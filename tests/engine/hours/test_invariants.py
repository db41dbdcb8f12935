"""What must hold whatever the rules and lists are."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.engine.builders import ages, five_year_split, of_condition, random_lists, random_measures
from tnt.engine.hours.detail import list_detail
from tnt.engine.hours.fold import fold
from tnt.engine.hours.totals import list_totals
from tnt.engine.people.cells import CELLS
from tnt.engine.people.counts import ListCounts, Measures

Floats = NDArray[np.float64]
CONDITIONS = 3


def detail(measures: Measures, counts: ListCounts) -> Floats:
    return list_detail(counts, fold(measures, counts))


@pytest.fixture
def measures() -> Measures:
    return random_measures(12, conditions=CONDITIONS)


@pytest.fixture
def counts() -> ListCounts:
    return random_lists(3000, conditions=CONDITIONS)


def test_no_people_no_hours(measures: Measures, counts: ListCounts) -> None:
    people = counts.people.copy()
    people[::7] = 0
    hours = detail(measures, replace(counts, people=people))
    assert not hours[::7].any()
    assert hours[1].any()


def test_splitting_a_list_keeps_its_total(measures: Measures, counts: ListCounts) -> None:
    assert counts.registers is not None
    parts = [ListCounts(counts.people * share, counts.split, counts.registers * share) for share in (0.3, 0.7)]
    together = sum(detail(measures, part) for part in parts)
    np.testing.assert_allclose(together, detail(measures, counts), rtol=1e-10, atol=1e-10)


def test_doubling_minutes_doubles_hours(measures: Measures, counts: ListCounts) -> None:
    doubled = replace(measures, weights=2 * measures.weights)
    np.testing.assert_allclose(detail(doubled, counts), 2 * detail(measures, counts), rtol=1e-13)


def test_the_order_of_lists_and_measures_never_matters(measures: Measures, counts: ListCounts) -> None:
    random = np.random.default_rng(1)
    lists, columns = random.permutation(counts.length), random.permutation(12)
    assert counts.registers is not None
    shuffled = ListCounts(counts.people[lists], counts.split, counts.registers[lists])
    other = replace(measures, weights=measures.weights[:, columns], condition_of=measures.condition_of[columns])
    wanted = detail(measures, counts)[lists][:, columns]
    np.testing.assert_allclose(detail(other, shuffled), wanted, rtol=1e-11)


def test_memory_order_of_the_lists_never_matters(measures: Measures, counts: ListCounts) -> None:
    by_column = replace(counts, people=np.asfortranarray(counts.people))
    collapse = np.ones((12, 2))
    one, other = (list_totals(lists, fold(measures, lists), collapse) for lists in (counts, by_column))
    np.testing.assert_allclose(one.per_list, other.per_list, rtol=1e-12)
    np.testing.assert_allclose(one.by_measure, other.by_measure, rtol=1e-12)


def test_totals_are_the_sums_of_the_detail_over_many_blocks(measures: Measures) -> None:
    counts = random_lists(8_000, conditions=CONDITIONS)
    folded = fold(measures, counts)
    hours = list_detail(counts, folded)
    chosen = np.arange(counts.length) % 3 == 0
    totals = list_totals(counts, folded, np.ones((12, 1)), [None, chosen, None, chosen.copy()])
    np.testing.assert_allclose(totals.per_list[:, 0], hours.sum(axis=1), rtol=1e-11)
    wanted = [hours.sum(axis=0), hours[chosen].sum(axis=0)]
    np.testing.assert_allclose(totals.by_measure, [*wanted, *wanted], rtol=1e-11)


def test_chosen_measures_are_columns_of_the_whole(measures: Measures, counts: ListCounts) -> None:
    folded = fold(measures, counts)
    chosen = np.array([7, 2, 9])
    np.testing.assert_allclose(list_detail(counts, folded, chosen), list_detail(counts, folded)[:, chosen], rtol=1e-12)


def test_registers_are_reproduced_and_nobody_is_counted_twice() -> None:
    prevalence = ages(40, 59, 0.2) + ages(60, 79, 0.45) + ages(80, value=0.55)
    counts = random_lists(500, conditions=1)
    assert counts.registers is not None
    everyone = of_condition(np.ones(CELLS), prevalence)
    by_age = Measures(np.eye(CELLS), np.zeros(CELLS, dtype=np.intp), prevalence[:, None], np.array([True]))
    totals = list_totals(counts, fold(everyone, counts), np.ones((1, 1)))
    unplaced = np.zeros(counts.length)
    unplaced[totals.unplaced.lists] = totals.unplaced.people
    assert 0 < totals.unplaced.lists.size < counts.length
    np.testing.assert_allclose(totals.per_list[:, 0], counts.registers[:, 0] - unplaced, rtol=1e-11)
    cells = counts.people @ five_year_split().T
    assert (detail(by_age, counts) <= cells * (1 + 1e-12) + 1e-12).all()


def test_a_register_of_zero_is_zero_and_an_unknown_one_means_prevalence() -> None:
    counts = replace(random_lists(2), registers=np.array([[0.0], [np.nan]]))
    measures = of_condition(np.ones(CELLS), ages(40, value=0.25))
    cells = counts.people @ five_year_split().T
    np.testing.assert_allclose(detail(measures, counts)[:, 0], [0.0, (cells[1] * ages(40, value=0.25)).sum()])


def test_a_register_does_not_scale_what_counts_all_and_not_the_diagnosed() -> None:
    lists = random_lists(3)
    measures = replace(of_condition(np.ones(CELLS), ages(40, value=0.25)), scaled=np.array([False]))
    np.testing.assert_array_equal(detail(measures, replace(lists, registers=np.ones((3, 1)))), detail(measures, lists))


@pytest.mark.parametrize("columns", [1, 2, 3, 8, 9])
@pytest.mark.parametrize("lists", [1, 63, 64, 333])
def test_columns_are_products_however_many_there_are(columns: int, lists: int) -> None:
    """One by one, in small batches, or all at once: the same product."""
    counts, random = random_lists(lists), np.random.default_rng(3)
    measures = random_measures(12)
    collapse = random.random((12, columns))
    folded = fold(measures, counts)
    found = list_totals(counts, folded, collapse).per_list
    np.testing.assert_allclose(found, list_detail(counts, folded) @ collapse, rtol=1e-12)
