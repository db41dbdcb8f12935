"""Published figures that are one function: METHOD "Published figures the engine must reproduce"."""

import numpy as np
import pytest

from tnt.engine.capacity.wisn import wisn_required_posts
from tnt.engine.hours.fold import fold
from tnt.engine.hours.totals import list_totals
from tnt.engine.people.cells import CELLS
from tnt.engine.people.counts import ListCounts, Measures


@pytest.mark.parametrize(
    ("hours_a_day", "total"), [((14.1, 7.2, 2.2, 3.2), 26.7), ((2.0, 3.6, 1.1, 2.6), 9.3)], ids=["alone", "with a team"]
)
def test_porter_2023_components_add_up_to_a_day(hours_a_day: tuple[float, ...], total: float) -> None:
    """Preventive, chronic and acute care, documentation and inbox of 2,500 people: a check of summing, not of rules."""
    per_person = np.tile(np.array(hours_a_day) / 2500, (CELLS, 1))
    measures = Measures(per_person, np.full(4, -1), np.empty((CELLS, 0)), np.empty(0, dtype=np.bool_))
    panel = ListCounts(np.array([[2500.0]]), None)
    assert list_totals(panel, fold(measures, panel), np.ones((4, 1))).per_list[0, 0] == pytest.approx(total)


def test_wisn_is_activity_times_allowance_plus_individual_allowance() -> None:
    assert wisn_required_posts(3450, 1725) == pytest.approx(2.0)
    assert wisn_required_posts(3450, 1725, support_share=0.2) == pytest.approx(2.5)
    assert wisn_required_posts(3450, 1725, 0.2, individual_allowance_hours=345) == pytest.approx(2.7)
