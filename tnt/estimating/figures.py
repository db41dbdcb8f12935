"""What each recommendation asks of one role over all lists, as arrays: no recommendation is looked at one by one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.role_measures import RoleMeasures
from tnt.compile.rules import Rules
from tnt.engine.hours.totals import Totals
from tnt.estimating.benefit import BenefitFigures, benefit_figures
from tnt.estimating.change import ChangeFigures, HoursAtUptakes, change_of
from tnt.estimating.partly_told import PartlyTold, partly_told
from tnt.estimating.start_up import StartUpFigures, start_up_figures
from tnt.estimating.sums import summed


@dataclass(frozen=True)
class SavedHours:
    """Hours a year of one role that its parts ask for and nobody spends, over all lists: counted twice, in merged
    visits, or both.

    At the target uptakes, with the least and the greatest it may be; at today's uptakes, those unknown counted as
    nobody; and the difference of the two over the lists that have posts. `least_current_hours` and
    `most_incremental_where_staffed` are the same at the least that today's uptakes can be.
    """

    hours: float = 0.0
    bounds: tuple[float, float] = (0.0, 0.0)
    current_hours: float = 0.0
    incremental_where_staffed: float = 0.0
    least_current_hours: float = 0.0
    most_incremental_where_staffed: float = 0.0

    @property
    def incremental_hours(self) -> float:
        """What is to be taken out of the change from today."""
        return self.hours - self.current_hours

    @property
    def most_incremental_hours(self) -> float:
        """What is to be taken out of the most that the change can be."""
        return self.hours - self.least_current_hours

    def and_of(self, other: SavedHours) -> SavedHours:
        """Both, with the ends of this one."""
        return SavedHours(
            self.hours + other.hours,
            self.bounds,
            self.current_hours + other.current_hours,
            self.incremental_where_staffed + other.incremental_where_staffed,
            self.least_current_hours + other.least_current_hours,
            self.most_incremental_where_staffed + other.most_incremental_where_staffed,
        )


@dataclass(frozen=True)
class RoleFigures:
    """One role and the n recommendations that ask it, nothing removed that is `saved`: the `overlap` and what
    `merged_visits` save. Hours a year [n], NaN where unknown.

    `tnt_hours` if every eligible person got it; `required_hours` at the target uptake, of which `supervision_hours`
    are supervision and `overhead_hours` overhead (of what is saved `overhead_saved`), infinite in `required_at_most`
    where nobody knows how much it may be; `current_hours` at today's;
    `change` is the difference. `share_of_capacity` runs over lists with posts; TNT hours, but
    required hours for a recommendation against something. `at_least` marks hours that are a lower bound.
    METHOD.md, "Hours".
    """

    measures: RoleMeasures
    tnt_hours: Floats
    required_hours: Floats
    supervision_hours: Floats
    overhead_hours: Floats
    required_at_most: Floats
    required_where_staffed: Floats
    current_hours: Floats
    change: ChangeFigures
    change_where_staffed: ChangeFigures
    share_of_capacity: Floats
    benefit: BenefitFigures
    start_up: StartUpFigures
    at_least: Bools
    partly_told: PartlyTold
    overlap: SavedHours = SavedHours()
    merged_visits: SavedHours = SavedHours()
    saved: SavedHours = SavedHours()
    overhead_saved: float = 0.0


def role_figures(
    rules: Rules,
    role: str,
    totals: Totals,
    most: Floats,
    lists: int,
    selection: int,
    staffed_lists: int,
    available_hours: float,
    visits: Collection[str] = (),
) -> RoleFigures:
    """Row 0 of the totals sums over all `lists`, row `selection` over the `staffed_lists` that have posts of the role.

    `most` [M] may be added on lists where a measure cannot be estimated. `available_hours` are NaN where unknown.
    `visits` are the kinds of contact in which several tasks may be done in one visit.
    """
    measures = rules.roles[role]
    hours, current = _hours(measures, totals, 0, lists)
    staffed, _ = _hours(measures, totals, selection, staffed_lists)
    lacks_lists = np.zeros(hours.tnt.size, dtype=np.bool_)
    for columns in (measures.yearly, measures.required, measures.current, measures.change):
        lacks_lists |= (columns >= 0) & (totals.lacking_lists[0, columns] > 0)
    at_least, partly = measures.lacks_time | lacks_lists, partly_told(rules, role, lacks_lists, visits)
    # METHOD "Hours": TNT of a recommendation against something is hours if done to all, which nobody asks for.
    counted = np.where(measures.is_against, staffed.required, staffed.tnt)
    return RoleFigures(
        measures=measures,
        tnt_hours=hours.tnt,
        required_hours=hours.required,
        supervision_hours=_part_of(totals, measures.supervising, measures, lists),
        overhead_hours=_part_of(totals, measures.overhead, measures, lists),
        required_at_most=_at_most(totals, most, lists, measures),
        required_where_staffed=staffed.required,
        # A part is missing: what is done of it today is unknown, and so is the sum.
        current_hours=np.where(at_least, np.nan, current),
        change=change_of(hours, at_least, measures, partly.is_between),
        change_where_staffed=change_of(staffed, at_least, measures, partly.is_between),
        share_of_capacity=counted / available_hours if available_hours > 0 else np.full_like(counted, np.nan),
        benefit=benefit_figures(measures, rules.measures.weights, totals, lists),
        start_up=start_up_figures(measures, totals, (lists, staffed_lists), selection, at_least),
        at_least=at_least,
        partly_told=partly,
    )


def _hours(measures: RoleMeasures, totals: Totals, selection: int, lists: int) -> tuple[HoursAtUptakes, Floats]:
    """Hours [n] of all, at the target uptake and more than today; and those of today."""
    tnt, required, current, change = (
        summed(totals, selection, each, lists)
        for each in (measures.yearly, measures.required, measures.current, measures.change)
    )
    return HoursAtUptakes(tnt, required * measures.target_factor, change), current * measures.current_factor


def _part_of(totals: Totals, part: Ints, measures: RoleMeasures, lists: int) -> Floats:
    """[n] hours of a part of the required hours: 0 where there is none, NaN where it is unknown."""
    return np.where(part < 0, 0.0, summed(totals, 0, part, lists) * measures.target_factor)


def _at_most(totals: Totals, most: Floats, lists: int, measures: RoleMeasures) -> Floats:
    """Required hours [n] if everybody who may be counted is; infinite where that has no end."""
    known = np.nan_to_num(summed(totals, 0, measures.required, lists))
    ends = known + np.where(measures.required < 0, 0.0, most[measures.required])
    required = np.where(measures.target_factor == 0, 0.0, ends) * measures.target_factor
    return np.where(measures.lacks_time, np.inf, required)
