"""People of unknown age: what can be estimated, and what cannot."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.engine.builders import ages, five_year_split, of_condition
from tnt.engine.hours.detail import list_detail
from tnt.engine.hours.fold import fold
from tnt.engine.hours.missing import unknown_tasks
from tnt.engine.hours.totals import list_totals
from tnt.engine.people.cells import CELLS, FEMALE, MALE, cell
from tnt.engine.people.counts import ListCounts, Measures

Floats = NDArray[np.float64]
EVERYONE = np.ones(CELLS)
UNKNOWN = np.full(CELLS, np.nan)
ADULTS_SICK = ages(18, value=0.1)
NO_AGES = ListCounts(np.array([[1000.0], [2000.0]]), None, np.array([[150.0], [np.nan]]))
WITH_AGES = ListCounts(np.full((2, 36), 10.0), five_year_split(), NO_AGES.registers)


def hours(measures: Measures, counts: ListCounts) -> list[float]:
    column: list[float] = list_detail(counts, fold(measures, counts))[:, 0].tolist()
    return column


@pytest.mark.parametrize(
    ("weights", "prevalence", "counts", "wanted"),
    [
        (EVERYONE, UNKNOWN, WITH_AGES, [150.0, np.nan]),
        (ages(40), UNKNOWN, WITH_AGES, [np.nan, np.nan]),
        (EVERYONE, UNKNOWN, NO_AGES, [150.0, np.nan]),
        (ages(40), UNKNOWN, NO_AGES, [np.nan, np.nan]),
        (EVERYONE, ADULTS_SICK, NO_AGES, [150.0, np.nan]),
        (ages(18), ADULTS_SICK, NO_AGES, [150.0, np.nan]),
        (ages(40), ADULTS_SICK, NO_AGES, [np.nan, np.nan]),
        (EVERYONE, 0.3 * EVERYONE, NO_AGES, [150.0, 600.0]),
        (0 * EVERYONE, UNKNOWN, NO_AGES, [0.0, 0.0]),
    ],
    ids=[
        "a register alone",
        "a register alone, and a rule about age",
        "a register alone, lists without ages",
        "a register alone, lists without ages, and a rule about age",
        "those without a register would need ages",
        "a rule about the very ages that can have the condition",
        "a rule about some of the ages that can have the condition",
        "the same prevalence at all ages needs none",
        "a rule that asks for nothing",
    ],
)
def test_with_a_condition(weights: Floats, prevalence: Floats, counts: ListCounts, wanted: list[float]) -> None:
    np.testing.assert_allclose(hours(of_condition(weights, prevalence), counts), wanted)


@pytest.mark.parametrize(("weights", "wanted"), [(EVERYONE, [1000.0, 2000.0]), (ages(40), [np.nan, np.nan])])
def test_without_a_condition(weights: Floats, wanted: list[float]) -> None:
    measures = Measures(weights[:, None], np.array([-1]), np.empty((CELLS, 0)), np.empty(0, dtype=np.bool_))
    counts = ListCounts(NO_AGES.people, None)
    np.testing.assert_allclose(hours(measures, counts), wanted)


def test_a_rule_about_one_sex_needs_ages_and_sexes() -> None:
    women = np.zeros(CELLS)
    women[cell(FEMALE, 0) : cell(MALE, 0)] = 1.0
    assert np.isnan(hours(of_condition(women, UNKNOWN), NO_AGES)).all()


def test_a_register_larger_than_the_list_places_no_more_than_its_people() -> None:
    counts = ListCounts(np.array([[100.0]]), None, np.array([[130.0]]))
    totals = list_totals(counts, fold(of_condition(EVERYONE, UNKNOWN), counts), np.ones((1, 1)))
    assert totals.per_list[0, 0] == pytest.approx(100.0)
    assert totals.unplaced.people.tolist() == pytest.approx([30.0])


def test_what_is_missing_counts_nothing_and_is_counted() -> None:
    measures = of_condition(EVERYONE, ADULTS_SICK)
    folded = fold(measures, NO_AGES)
    totals = list_totals(NO_AGES, folded, np.ones((1, 1)), [None, np.array([True, False])])
    assert totals.per_list[:, 0].tolist() == pytest.approx([150.0, 0.0])
    assert totals.missing_lists[:, 0].tolist() == [1.0, 0.0]
    assert unknown_tasks(NO_AGES, folded, np.array([[3]]))[0][:, 0].tolist() == [0, 3]
    assert not unknown_tasks(NO_AGES, folded, np.array([[0]]))[0].any()
