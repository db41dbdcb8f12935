"""Hours that recommendations ask for one by one and nobody spends: work that is counted once, and what merged visits
save. METHOD.md, "Overlap" and "Several tasks in one visit" [ours]."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, TypeVar

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.inputs import Inputs
from tnt.compile.shared.asked_work import SharedWork
from tnt.engine.overlap.lists import Overlap, list_overlap
from tnt.engine.overlap.visits import SavedByVisits, ends_beside_visits, saved_by_visits
from tnt.estimating.figures import RoleFigures, SavedHours
from tnt.estimating.shared_work import SharedActivities
from tnt.result.shared_work import SharedActivity

Uptake = Literal["target_uptake", "current_uptake", "least_current_uptake"]
S = TypeVar("S", Overlap, SavedByVisits)


class Saved:
    """Of all roles: at the target uptakes (`overlap`, `visits`), and at today's once it is known where these can be
    told."""

    def __init__(self, inputs: Inputs) -> None:
        """Compute what is saved at the target uptakes."""
        self._inputs = inputs
        self.overlap = self._overlap_at("target_uptake", bounds=True)
        self.visits = self._visits_at("target_uptake", bounds=True)

    def removed_from(self, hours: Floats) -> Floats:
        """Hours [L, J] of lists and roles, less what is saved there."""
        for each in (self.overlap, self.visits):
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
        inputs, overlap, visits = self._inputs, self.overlap, self.visits
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
        if self._inputs.shared is None or self.overlap is None:
            return ()
        partly = {(name, role) for role, each in figures.items() for name in each.partly_told.activities}
        return SharedActivities(self._inputs, self._inputs.shared, self.overlap.of_activity[:3], partly)

    def _overlap_at(self, uptake: Uptake, *, bounds: bool = False) -> Overlap | None:
        shared, beside = self._inputs.shared, self._inputs.activities_in_visits
        if shared is None:
            return None
        tasks = shared.tasks if beside is None else beside.left
        return list_overlap(self._inputs.counts, tasks, getattr(shared, uptake), bounds=bounds)

    def _visits_at(self, uptake: Uptake, *, bounds: bool = False) -> SavedByVisits | None:
        visits = self._inputs.visits
        return (
            None
            if visits is None
            else saved_by_visits(self._inputs.counts, visits.tasks, getattr(visits.work, uptake), bounds=bounds)
        )

    def _overlaps(self, roles: Sequence[str], staffed: Mapping[str, Bools]) -> dict[str, SavedHours]:
        target, shared = self.overlap, self._inputs.shared
        if shared is None or target is None:
            return dict.fromkeys(roles, SavedHours())
        today = [_Today(one.of_activity[0], one.per_list) for one in self._today(shared, self._overlap_at)]
        return _by_role(target.of_activity[:3], target.per_list, today, shared.tasks.column_of, roles, staffed)

    def _merged(self, roles: Sequence[str], staffed: Mapping[str, Bools]) -> dict[str, SavedHours]:
        target, visits = self.visits, self._inputs.visits
        if visits is None or target is None:
            return dict.fromkeys(roles, SavedHours())
        today = [_Today(one.value, one.per_list) for one in self._today(visits.work, self._visits_at)]
        hours = np.array([target.value, *target.bounds])
        return _by_role(hours, target.per_list, today, visits.tasks.column_of, roles, staffed)

    @staticmethod
    def _today(work: SharedWork, at: Callable[[Uptake], S | None]) -> list[S]:
        """At today's uptakes, and at the least they can be; worked out twice only where these are not the same."""
        is_exact = np.array_equal(work.current_uptake, work.least_current_uptake)
        uptakes: list[Uptake] = ["current_uptake"] if is_exact else ["current_uptake", "least_current_uptake"]
        return [found for uptake in uptakes if (found := at(uptake)) is not None]

    def _ends_together(self, roles: int) -> Floats:
        """[2, J] the least and the greatest that both are together; of overlap alone its own."""
        inputs, overlap, saved = self._inputs, self.overlap, self.visits
        ends = np.zeros((2, roles))
        if inputs.shared is not None and overlap is not None:
            of_activities = overlap.of_activity[1:3]
            if inputs.visits is not None and inputs.activities_in_visits is not None:
                of_activities = ends_beside_visits(
                    inputs.counts,
                    overlap,
                    inputs.activities_in_visits,
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


class _Today(NamedTuple):
    """What is saved at uptakes of today: of each activity or kind of visit [n], and on each list [L, J]."""

    value: Floats
    per_list: Floats


def _by_role(
    target: Floats,
    per_list: Floats,
    today: Sequence[_Today],
    column_of: Ints,
    roles: Sequence[str],
    staffed: Mapping[str, Bools],
) -> dict[str, SavedHours]:
    """Of each role: `target` [3, n] the value, the least and the greatest, `per_list` [L, J] the value; `today` and, if
    it is another, the least of today."""
    now, least = today[0], today[-1]

    def saved(role: str, at: int) -> SavedHours:
        mine, here = column_of == at, staffed[role]
        value, low, high = target[:, mine].sum(axis=1).tolist()
        return SavedHours(
            value,
            (low, high),
            float(now.value[mine].sum()),
            float((per_list[here, at] - now.per_list[here, at]).sum()),
            float(least.value[mine].sum()),
            float((per_list[here, at] - least.per_list[here, at]).sum()),
        )

    return {role: saved(role, at) for at, role in enumerate(roles)}
