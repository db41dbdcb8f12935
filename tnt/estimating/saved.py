"""Hours that recommendations ask for one by one and nobody spends: work that is counted once, and what merged visits
save. METHOD.md, "Overlap" and "Several tasks in one visit" [ours]."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.inputs import Inputs
from tnt.engine.overlap.lists import Overlap, list_overlap
from tnt.engine.overlap.visits import SavedByVisits, ends_beside_visits, saved_by_visits
from tnt.estimating.figures import RoleFigures, SavedHours
from tnt.estimating.shared_work import SharedActivities
from tnt.result.shared_work import SharedActivity

Uptake = Literal["target_uptake", "current_uptake"]


class Saved:
    """Of all roles: at the target uptakes, and at today's once it is known where these can be told."""

    def __init__(self, inputs: Inputs) -> None:
        """Compute what is saved at the target uptakes."""
        self._inputs = inputs
        self._overlap = self._overlap_at("target_uptake", bounds=True)
        self._visits = self._visits_at("target_uptake", bounds=True)

    def removed_from(self, hours: Floats) -> Floats:
        """Hours [L, J] of lists and roles, less what is saved there."""
        for each in (self._overlap, self._visits):
            hours = hours if each is None else hours - each.per_list
        return hours

    def with_saved(self, figures: Mapping[str, RoleFigures], staffed: Mapping[str, Bools]) -> dict[str, RoleFigures]:
        """The same figures with what the parts of each role's totals have too much; `staffed` [L] are the lists with
        posts of it."""
        overlap, visits = self._overlaps(list(figures), staffed), self._merged(list(figures), staffed)
        ends, overhead = self._ends_together(len(figures)), self._overhead(len(figures))
        found = {}
        for at, (role, each) in enumerate(figures.items()):
            both = overlap[role].and_of(visits[role])
            least, greatest = ends[:, at].tolist()
            found[role] = replace(
                each,
                overlap=overlap[role],
                merged_visits=visits[role],
                overhead_saved=float(overhead[at]),
                saved=replace(both, bounds=(min(least, both.hours), max(greatest, both.hours))),
            )
        return found

    def _overhead(self, roles: int) -> Floats:
        """[J] the part of what is saved at the target uptakes that is overhead: what would be saved with it, less what
        would be without."""
        inputs, overlap, visits = self._inputs, self._overlap, self._visits
        hours = np.zeros(roles)
        if inputs.shared is not None and overlap is not None and inputs.shared.overhead_hours.any():
            uptake = inputs.shared.target_uptake
            without = list_overlap(inputs.counts, inputs.shared.without_overhead, uptake, bounds=False)
            hours += (overlap.per_list - without.per_list).sum(axis=0)
        if inputs.visits is not None and visits is not None and inputs.visits.without_overhead is not None:
            uptake = inputs.visits.work.target_uptake
            saved = saved_by_visits(inputs.counts, inputs.visits.without_overhead, uptake, bounds=False)
            hours += (visits.per_list - saved.per_list).sum(axis=0)
        return hours

    def activities(self, figures: Mapping[str, RoleFigures]) -> Sequence[SharedActivity]:
        """Who shares what with whom; worked out when somebody looks."""
        if self._inputs.shared is None or self._overlap is None:
            return ()
        partly = {(name, role) for role, each in figures.items() for name in each.partly_told.activities}
        return SharedActivities(self._inputs, self._inputs.shared, self._overlap.of_activity, partly)

    def _overlap_at(self, uptake: Uptake, *, bounds: bool) -> Overlap | None:
        shared = self._inputs.shared
        return (
            None
            if shared is None
            else list_overlap(self._inputs.counts, shared.tasks, getattr(shared, uptake), bounds=bounds)
        )

    def _visits_at(self, uptake: Uptake, *, bounds: bool) -> SavedByVisits | None:
        visits = self._inputs.visits
        return (
            None
            if visits is None
            else saved_by_visits(self._inputs.counts, visits.tasks, getattr(visits.work, uptake), bounds=bounds)
        )

    def _overlaps(self, roles: Sequence[str], staffed: Mapping[str, Bools]) -> dict[str, SavedHours]:
        target, today = self._overlap, self._overlap_at("current_uptake", bounds=False)
        if self._inputs.shared is None or target is None or today is None:
            return dict.fromkeys(roles, SavedHours())
        column_of, change = self._inputs.shared.tasks.column_of, target.per_list - today.per_list
        return {
            role: _saved(target.of_activity, today.of_activity[0], column_of == at, change[staffed[role], at])
            for at, role in enumerate(roles)
        }

    def _merged(self, roles: Sequence[str], staffed: Mapping[str, Bools]) -> dict[str, SavedHours]:
        target, today = self._visits, self._visits_at("current_uptake", bounds=False)
        if self._inputs.visits is None or target is None or today is None:
            return dict.fromkeys(roles, SavedHours())
        column_of, change = self._inputs.visits.tasks.column_of, target.per_list - today.per_list
        hours = np.array([target.value, *target.bounds])
        return {
            role: _saved(hours, today.value, column_of == at, change[staffed[role], at])
            for at, role in enumerate(roles)
        }

    def _ends_together(self, roles: int) -> Floats:
        """[2, J] the least and the greatest that both are together; of overlap alone its own."""
        inputs, overlap, saved = self._inputs, self._overlap, self._visits
        ends = np.zeros((2, roles))
        if inputs.shared is not None and overlap is not None:
            of_activities = overlap.of_activity[1:]
            if inputs.visits is not None and inputs.activities_in_visits is not None:
                of_activities = ends_beside_visits(
                    inputs.counts,
                    overlap,
                    inputs.activities_in_visits,
                    inputs.shared.target_uptake,
                    inputs.visits.tasks,
                    inputs.visits.work.target_uptake,
                )
            ends += of_activities @ _columns(inputs.shared.tasks.column_of, roles)
        if inputs.visits is not None and saved is not None:
            ends += saved.of_all @ _columns(inputs.visits.tasks.column_of, roles)
        return ends


def _columns(column_of: Ints, columns: int) -> Floats:
    """[n, columns] 1 where each belongs."""
    return np.equal.outer(column_of, np.arange(columns)).astype(np.float64)


def _saved(target: Floats, today: Floats, mine: Bools, change_where_staffed: Floats) -> SavedHours:
    """Of `mine` of several: `target` [3, n] the value, the least and the greatest, `today` [n] the value."""
    value, least, greatest = target[:, mine].sum(axis=1).tolist()
    return SavedHours(value, (least, greatest), float(today[mine].sum()), float(change_where_staffed.sum()))
