"""What each recommendation asks of one role over all lists, as arrays: no recommendation is looked at one by one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.role_measures import RoleMeasures
from tnt.compile.rules import Rules
from tnt.engine.hours.totals import Totals
from tnt.estimating.benefit import BenefitFigures, benefit_figures
from tnt.estimating.change import ChangeFigures, change_of
from tnt.estimating.partly_told import PartlyTold, partly_told
from tnt.estimating.start_up import StartUpFigures, start_up_figures
from tnt.estimating.sums import summed


@dataclass(frozen=True)
class RoleOverlap:
    """Hours a year of one role that are counted twice, over all lists. METHOD.md, "Overlap" [ours].

    At the target uptakes, with the least and the greatest it may be; at today's uptakes, those unknown counted as
    nobody; and the difference of the two over the lists that have posts.
    """

    hours: float = 0.0
    bounds: tuple[float, float] = (0.0, 0.0)
    current_hours: float = 0.0
    incremental_where_staffed: float = 0.0

    @property
    def incremental_hours(self) -> float:
        """What is to be taken out of the change from today."""
        return self.hours - self.current_hours


@dataclass(frozen=True)
class RoleFigures:
    """One role and the n recommendations that ask it, `overlap` not removed. Hours a year [n], NaN where unknown.

    `tnt_hours` if every eligible person got it; `required_hours` at the target uptake, infinite in
    `required_at_most` where nobody knows how much it may be; `current_hours` at today's;
    `change` is the difference. `share_of_capacity` runs over lists with posts; TNT hours, but
    required hours for a recommendation against something. `at_least` marks hours that are a lower bound.
    METHOD.md, "Hours".
    """

    measures: RoleMeasures
    tnt_hours: Floats
    required_hours: Floats
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
    overlap: RoleOverlap = RoleOverlap()


def role_figures(
    rules: Rules,
    role: str,
    totals: Totals,
    most: Floats,
    lists: int,
    selection: int,
    staffed_lists: int,
    available_hours: float,
) -> RoleFigures:
    """Row 0 of the totals sums over all `lists`, row `selection` over the `staffed_lists` that have posts of the role.

    `most` [M] may be added on lists where a measure cannot be estimated. `available_hours` are NaN where unknown.
    """
    measures = rules.roles[role]
    tnt = summed(totals, 0, measures.yearly, lists)
    staffed = summed(totals, selection, measures.yearly, staffed_lists)
    lacks_lists = (measures.yearly >= 0) & (totals.lacking_lists[0, measures.yearly] > 0)
    at_least, partly = measures.lacks_time | lacks_lists, partly_told(rules, role, lacks_lists)
    # A part is missing: what is done of it today is unknown, and so is the sum.
    current_uptake = np.where(at_least, np.nan, measures.current_uptake)
    # METHOD "Hours": TNT of a recommendation against something is hours if done to all, which nobody asks for.
    counted = staffed * np.where(measures.is_against, measures.target_uptake, 1.0)
    return RoleFigures(
        measures=measures,
        tnt_hours=tnt,
        required_hours=tnt * measures.target_uptake,
        required_at_most=_at_most(tnt, most[measures.yearly], measures),
        required_where_staffed=staffed * measures.target_uptake,
        current_hours=tnt * current_uptake,
        change=change_of(tnt, at_least, measures, partly.is_between),
        change_where_staffed=change_of(staffed, at_least, measures, partly.is_between),
        share_of_capacity=counted / available_hours if available_hours > 0 else np.full_like(counted, np.nan),
        benefit=benefit_figures(measures, rules.measures.weights, totals, lists),
        start_up=start_up_figures(measures, totals, (lists, staffed_lists), selection, at_least),
        at_least=at_least,
        partly_told=partly,
    )


def _at_most(hours: Floats, beyond: Floats, measures: RoleMeasures) -> Floats:
    """Required hours [n] if everybody who may be counted is; infinite where that has no end."""
    ends = np.nan_to_num(hours) + np.where(measures.yearly < 0, 0.0, beyond)
    required = np.where(measures.target_uptake == 0, 0.0, ends) * measures.target_uptake
    return np.where(measures.lacks_time, np.inf, required)
