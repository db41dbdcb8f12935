"""Inputs that do not fit together are refused, with a reason."""

from dataclasses import replace

import numpy as np
import pytest

from tests.engine.builders import five_year_split, random_lists, random_measures
from tnt.engine.hours.fold import fold
from tnt.engine.hours.totals import list_totals
from tnt.engine.people.cells import CELLS, split_by_reference
from tnt.engine.people.counts import ListCounts


def test_a_band_is_split_in_proportion_to_the_reference_population() -> None:
    inside = np.zeros((CELLS, 2), dtype=np.bool_)
    inside[:2, 0] = True
    inside[2, 1] = True
    reference = np.zeros(CELLS)
    reference[:2] = [30.0, 10.0]
    shares = split_by_reference(inside, reference)
    assert shares[:3].tolist() == [[0.75, 0.0], [0.25, 0.0], [0.0, 1.0]]


def test_a_band_with_nobody_in_the_reference_population_is_refused() -> None:
    with pytest.raises(ValueError, match=r"strata \[0\]"):
        split_by_reference(np.ones((CELLS, 1), dtype=np.bool_), np.zeros(CELLS))


def test_lists_without_ages_have_one_stratum() -> None:
    with pytest.raises(ValueError, match="one stratum"):
        ListCounts(np.ones((3, 2)), None)


def test_shares_of_a_stratum_add_up_to_one() -> None:
    with pytest.raises(ValueError, match="add up to 1"):
        ListCounts(np.ones((3, 36)), 0.9 * five_year_split())


def test_registers_have_a_column_per_condition() -> None:
    measures = random_measures(4, conditions=2)
    counts = replace(random_lists(3), registers=np.ones((3, 1)))
    with pytest.raises(ValueError, match="one column per condition"):
        fold(measures, counts)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"weights": np.full((CELLS, 4), np.nan)}, "finite"),
        ({"condition_of": np.array([0, 1, 2, 0])}, "names no condition"),
        ({"prevalence": np.full((CELLS, 2), 1.2)}, "share from 0 to 1"),
        ({"prevalence": np.where(np.arange(2 * CELLS).reshape(CELLS, 2) > 9, np.nan, 0.1)}, "all cells or for none"),
    ],
)
def test_measures_that_do_not_fit(change: dict[str, np.ndarray], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(random_measures(4, conditions=2), **change)


def test_a_selection_has_an_entry_per_list() -> None:
    counts, measures = random_lists(3), random_measures(2)
    with pytest.raises(ValueError, match="entry per list"):
        list_totals(counts, fold(measures, counts), np.ones((2, 1)), [np.ones(2, dtype=np.bool_)])


def test_no_lists_at_all() -> None:
    counts, measures = random_lists(0), random_measures(2)
    totals = list_totals(counts, fold(measures, counts), np.ones((2, 1)))
    assert totals.per_list.shape == (0, 1)
    assert totals.by_measure.tolist() == [[0.0, 0.0]]
