"""All recommendations together, for one role. METHOD.md, "Hours" and "Time there is"."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.capacity import Capacity
from tnt.compile.inputs import Inputs
from tnt.engine.capacity.summary import RoleSummary, summarise
from tnt.engine.capacity.verdict import ListCapacity, RoleLists, State, list_capacity
from tnt.estimating.figures import RoleFigures, SavedHours
from tnt.estimating.start_up import start_up_total
from tnt.estimating.sums import full_sum, known_sum
from tnt.result.capacity import CapacityFigures
from tnt.result.json_values import plain
from tnt.result.supply import Overload
from tnt.result.total import RoleTotal


@dataclass(frozen=True)
class ListVerdicts:
    """One role on all lists; how its hours stand to the time there is, and that summed up (None without a capacity);
    hours of other care [L] (None where none is counted)."""

    lists: RoleLists
    capacity: ListCapacity | None = None
    summary: RoleSummary | None = None
    other_care: Floats | None = None

    @property
    def other_care_hours(self) -> float | None:
        """Of the lists with posts; None where they cannot be told, or none is counted."""
        if self.other_care is None or not self.staffed_lists:
            return None
        return plain(float(self.other_care[self.lists.staffed].sum()))

    @property
    def staffed_lists(self) -> int:
        """How many lists have posts, known and above 0."""
        return int(np.count_nonzero(self.lists.staffed))


def list_verdicts(capacity: Capacity | None, role: str, lists: RoleLists) -> ListVerdicts:
    """Required hours held against the time there is, where a capacity says how much that is."""
    working = None if capacity is None else capacity.roles.get(role)
    if capacity is None or working is None:
        return ListVerdicts(lists)
    time, thresholds = working.time, capacity.thresholds
    capacity_of_lists = list_capacity(lists, time, thresholds)
    return ListVerdicts(
        lists,
        capacity_of_lists,
        summarise(lists, time, thresholds, capacity_of_lists, working.worked_today_hours_per_post),
        working.other_care_hours,
    )


def overload_of(summary: RoleSummary) -> Overload:
    """How many lists are in each state."""
    count, verdicts = summary.lists_in_state, summary.lists_with_verdict
    return Overload(
        lists=count[State.OVERLOAD],
        of=verdicts,
        share=count[State.OVERLOAD] / verdicts if verdicts else None,
        watch=count[State.WATCH],
        vacant=count[State.VACANT],
        unknown=count[State.UNKNOWN],
        imputed=count[State.IMPUTED],
        at_least=summary.more_overloaded,
    )


def role_total(
    inputs: Inputs, role: str, verdicts: ListVerdicts, figures: RoleFigures, busiest_week_share: float | None = None
) -> RoleTotal:
    """Sum over the recommendations that ask for the role, less what is counted twice or saved by merged visits."""
    overlap, visits, saved = figures.overlap, figures.merged_visits, figures.saved
    partly = figures.partly_told
    declared = inputs.roles[role]
    working = None if inputs.capacity is None else inputs.capacity.roles.get(role)
    required_hours = _less(known_sum(figures.required_hours), saved.hours)
    at_least = bool(figures.at_least.any() or np.any(verdicts.lists.more_reserved))
    years = figures.measures.start_up_years
    start_up = start_up_total(figures.start_up, years, required_hours, verdicts.summary, at_least)
    return RoleTotal(
        title=declared.title or role,
        isco=declared.isco,
        kind=None if working is None else working.kind,
        required_hours=required_hours,
        required_hours_at_most=_less(plain(float(figures.required_at_most.sum())), saved.hours) if at_least else None,
        current_hours=_less(full_sum(figures.current_hours), saved.current_hours),
        incremental_hours=_less(plain(figures.change.total), saved.incremental_hours),
        incremental_hours_at_least=_less(figures.change.at_least, saved.incremental_hours),
        incremental_hours_at_most=_less(figures.change.at_most, saved.most_incremental_hours),
        one_off_hours=_one_off(figures),
        one_off_at_least=bool(figures.start_up.one_off_unknown.any()),
        overlap_hours=overlap.hours,
        overlap_hours_bounds=_ends(overlap, bool(partly.activities)),
        overlap_at_least=bool(partly.activities),
        supervision_hours=known_sum(figures.supervision_hours),
        overhead_hours=_less(known_sum(figures.overhead_hours), figures.overhead_saved),
        merged_visit_hours=visits.hours,
        merged_visit_hours_bounds=_ends(visits, bool(partly.visits)),
        merged_visits_at_least=bool(partly.visits),
        overlap_and_merged_hours_bounds=_ends(saved, bool(partly.activities or partly.visits)),
        required_hours_all_work=_sum_of(figures.required_hours, ~figures.measures.is_face_to_face),
        required_hours_face_to_face=_sum_of(figures.required_hours, figures.measures.is_face_to_face),
        busiest_week_share=busiest_week_share,
        **vars(start_up),
        **vars(capacity_figures(verdicts, figures, at_least)),
    )


def _one_off(figures: RoleFigures) -> float | None:
    """None where there is such work and nothing of it is known."""
    known = known_sum(figures.start_up.one_off_hours)
    return (None if figures.start_up.one_off_unknown.any() else 0.0) if known is None else known


def _sum_of(hours: Floats, counted: Bools) -> float | None:
    """What nothing counts has 0 hours; what cannot be estimated is unknown."""
    return known_sum(hours[counted]) if counted.any() else 0.0


def capacity_figures(verdicts: ListVerdicts, figures: RoleFigures, at_least: bool) -> CapacityFigures:
    """What a capacity of the role makes of the hours, of which `at_least` says whether they are a lower bound."""
    summary = verdicts.summary
    is_at_most = bool(figures.measures.current_is_at_most.any())
    if summary is None:
        return CapacityFigures(at_least=at_least, current_is_at_most=is_at_most)
    change = figures.change_where_staffed
    reserves_more = bool(np.any(verdicts.lists.more_reserved & verdicts.lists.staffed))

    saved = figures.saved

    def load_with(hours: float | None, saved_hours: float = saved.incremental_where_staffed) -> float | None:
        return None if hours is None else plain(summary.load_with(hours - saved_hours))

    return CapacityFigures(
        at_least=at_least,
        current_is_at_most=is_at_most,
        available_hours=plain(summary.available_hours),
        available_at_most=reserves_more,
        other_care_hours=verdicts.other_care_hours,
        share_of_capacity=plain(summary.share_of_capacity),
        positions=None if reserves_more else plain(summary.positions),
        headroom=plain(summary.headroom),
        break_even_reserve=plain(summary.break_even_reserve),
        hours_that_do_not_fit=plain(summary.hours_that_do_not_fit),
        hours_on_vacant_lists=plain(summary.hours_on_vacant_lists),
        load_before=plain(summary.load_before),
        load_after=load_with(change.total),
        load_after_at_least=load_with(change.at_least),
        load_after_at_most=load_with(change.at_most, saved.most_incremental_where_staffed),
    )


def _less(hours: float | None, saved: float) -> float | None:
    return None if hours is None else hours - saved


def _ends(saved: SavedHours, at_least: bool) -> tuple[float, float | None]:
    """Without a greatest where a part is unknown."""
    return saved.bounds[0], None if at_least else saved.bounds[1]
