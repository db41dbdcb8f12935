"""Published figures that are one function: METHOD "Published figures the engine must reproduce"."""

import numpy as np
import pytest

from tnt.engine import (
    CELLS,
    ListCounts,
    Measures,
    fold,
    hours_per_working_day,
    largest_manageable_list,
    list_totals,
    posts_needed,
    wisn_required_posts,
)


def test_altschuler_2012_panel_without_delegation() -> None:
    assert largest_manageable_list(2025.0, 0.71 + 0.99 + 0.36) == pytest.approx(983, abs=1)


def test_petursson_2009_posts_for_hypertension_per_100_000() -> None:
    """The 3,000 visits a GP-year are solved back from the result: an arithmetic check."""
    assert round(posts_needed(296_624, 3000)) == 99


def test_yarnall_2003_and_ostbye_2005_hours_a_day() -> None:
    assert hours_per_working_day(1773, 240) == pytest.approx(7.4, abs=0.05)
    stable = hours_per_working_day(828, 235)
    assert stable == pytest.approx(3.5, abs=0.05)
    assert 3 * stable == pytest.approx(10.6, abs=0.05)


@pytest.mark.parametrize(
    ("hours_a_day", "total"), [((14.1, 7.2, 2.2, 3.2), 26.7), ((2.0, 3.6, 1.1, 2.6), 9.3)], ids=["alone", "with a team"]
)
def test_porter_2023_components_add_up_to_a_day(hours_a_day: tuple[float, ...], total: float) -> None:
    """Preventive, chronic and acute care, documentation and inbox of 2,500 people: a check of summing, not of rules."""
    per_person = np.tile(np.array(hours_a_day) / 2500, (CELLS, 1))
    measures = Measures(per_person, np.full(4, -1), np.empty((CELLS, 0)), np.empty(0, dtype=np.bool_))
    panel = ListCounts(np.array([[2500.0]]), None)
    assert list_totals(panel, fold(measures, panel), np.ones((4, 1))).per_list[0, 0] == pytest.approx(total)


def test_57_lost_posts_of_legeforeningen_2019() -> None:
    assert posts_needed(13_000 * 12 / 60, 45.8) == pytest.approx(56.8, abs=0.05)


def test_wisn_is_activity_times_allowance_plus_individual_allowance() -> None:
    assert wisn_required_posts(3450, 1725) == pytest.approx(2.0)
    assert wisn_required_posts(3450, 1725, support_share=0.2) == pytest.approx(2.5)
    assert wisn_required_posts(3450, 1725, 0.2, individual_allowance_hours=345) == pytest.approx(2.7)
