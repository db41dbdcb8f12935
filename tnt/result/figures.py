"""What each recommendation asks of one role over all lists, as arrays: no recommendation is looked at one by one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.compile.asking import Asking
from tnt.engine import Totals
from tnt.engine.arrays import Bools, Floats, Ints


@dataclass(frozen=True)
class RoleFigures:
    """One role and the n recommendations that ask it, overlap not removed. Hours a year [n], NaN where unknown.

    `tnt_hours` if every eligible person got it; `required_hours` at the target uptake; `current_hours` at today's;
    `incremental_hours` is the difference and `incremental_at_most` counts the required hours where it is unknown.
    `one_off_hours` are done once, at the target uptake. `share_of_capacity` runs over lists with posts; TNT hours, but
    required hours for a recommendation against something. `at_least` marks hours that are a lower bound.
    METHOD.md, "Hours".
    """

    asking: Asking
    tnt_hours: Floats
    required_hours: Floats
    required_where_staffed: Floats
    current_hours: Floats
    incremental_hours: Floats
    incremental_at_most: Floats
    one_off_hours: Floats
    share_of_capacity: Floats
    hours_per_person_benefiting: Floats
    at_least: Bools
    incremental_where_staffed: Floats
    incremental_where_staffed_at_most: Floats


def role_figures(
    asking: Asking, totals: Totals, lists: int, selection: int, staffed_lists: int, available_hours: float
) -> RoleFigures:
    """Row 0 of the totals sums over all `lists`, row `selection` over the `staffed_lists` that have posts of the role.

    `available_hours` are NaN where unknown.
    """
    tnt = summed(totals, 0, asking.yearly, lists)
    staffed = summed(totals, selection, asking.yearly, staffed_lists)
    benefiting = summed(totals, 0, asking.benefiting, lists)
    at_least = asking.lacks_time | ((asking.yearly >= 0) & (totals.missing_lists[0, asking.yearly] > 0))
    current_uptake = np.where(at_least, np.nan, asking.current_uptake)
    unknown = np.isnan(current_uptake)
    change = asking.target_uptake - current_uptake
    change_at_most = np.where(unknown, asking.target_uptake, change)
    held = staffed * np.where(asking.is_against, asking.target_uptake, 1.0)
    return RoleFigures(
        asking=asking,
        tnt_hours=tnt,
        required_hours=tnt * asking.target_uptake,
        required_where_staffed=staffed * asking.target_uptake,
        current_hours=tnt * current_uptake,
        incremental_hours=tnt * change,
        incremental_at_most=tnt * change_at_most,
        one_off_hours=summed(totals, 0, asking.one_off, lists) * asking.target_uptake,
        share_of_capacity=held / available_hours if available_hours > 0 else np.full_like(held, np.nan),
        hours_per_person_benefiting=np.divide(tnt, benefiting, out=np.full_like(tnt, np.nan), where=benefiting > 0),
        at_least=at_least,
        incremental_where_staffed=staffed * change,
        incremental_where_staffed_at_most=staffed * change_at_most,
    )


def summed(totals: Totals, selection: int, measures: Ints, lists: int) -> Floats:
    """[n] measures over a selection of lists; NaN for measure -1 and where it could be estimated on none of the
    lists."""
    sums = totals.by_measure[selection, measures]
    nowhere = (totals.missing_lists[selection, measures] >= lists) & (lists > 0)
    sums[(measures < 0) | nowhere] = np.nan
    return np.asarray(sums)


def known_sum(hours: Floats) -> float | None:
    """The sum of the known parts; None where nothing is known."""
    known = ~np.isnan(hours)
    return float(hours.sum(where=known)) if known.any() else None


def full_sum(hours: Floats) -> float | None:
    """The sum; unknown where a part is."""
    total = float(hours.sum())
    return None if np.isnan(total) else total
