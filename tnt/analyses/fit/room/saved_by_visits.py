"""What merged visits of one kind save by some of their tasks, many selections of these at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.compile.shared.asked_work import SharedWork
from tnt.compile.shared.visits import VisitWork
from tnt.engine.overlap.lists import SharedTasks, list_overlap
from tnt.engine.overlap.visits import VisitTasks, saved_by_visits
from tnt.engine.people.counts import ListCounts


def are_several(work: SharedWork, tasks: Ints) -> bool:
    """Whether tasks are more than one at several ages."""
    return len({work.names[task] for task in tasks.tolist()}) > 1


@dataclass(frozen=True)
class InVisits:
    """Visits of one kind, by its number, on some lists."""

    counts: ListCounts
    visits: VisitWork
    kind: int
    found: dict[bytes, float] = field(default_factory=dict)
    """Overlap of some tasks of an activity, by these."""

    def saved(self, kept: Sequence[Ints]) -> Floats:
        """[n] hours saved by each selection of tasks, of which there are several in each."""
        parts = [self._of_activities(mine) for mine in kept]
        if not self._is_never_below_0:
            return self._by_place(kept, parts)
        together = self._overlap(self.visits.tasks.together, kept)
        missing = {some.tobytes(): some for each in parts for some in each if some.tobytes() not in self.found}
        if missing:
            alone = self._overlap(self.visits.tasks.alone, list(missing.values()))
            self.found.update(zip(missing, alone.tolist(), strict=True))
        of_activities = np.array([sum(self.found[some.tobytes()] for some in each) for each in parts])
        return np.asarray((together - of_activities) * self.visits.tasks.merged[self.kind])

    def _of_activities(self, kept: Ints) -> list[Ints]:
        """Of each activity the tasks that are kept, where they are several."""
        of_each = (tasks[np.isin(tasks, kept)] for tasks in self._activities)
        return [tasks for tasks in of_each if are_several(self.visits.work, tasks)]

    @property
    def _activities(self) -> list[Ints]:
        alone = self.visits.tasks.alone
        return [
            tasks for tasks, kind in zip(alone.activities, alone.column_of.tolist(), strict=True) if kind == self.kind
        ]

    @property
    def _is_never_below_0(self) -> bool:
        """Where roles share all tasks in one way, all together coincide at least as much as those of each activity."""
        mine, asked = self.visits.work.activities[self.kind].tasks, self.visits.tasks.together.asked
        return np.unique(asked.split[mine]).size == 1 or bool((asked.role_share[mine] == 1.0).all())

    def _overlap(self, tasks: SharedTasks, kept: Sequence[Ints]) -> Floats:
        uptake = self.visits.work.target_uptake
        return np.asarray(list_overlap(self.counts, tasks.regrouped(tuple(kept)), uptake, bounds=False).of_activity[0])

    def _by_place(self, kept: Sequence[Ints], parts: Sequence[Sequence[Ints]]) -> Floats:
        """As an estimate works it out, where it is 0 for some people and would be below 0 else."""
        given, ways = self.visits.tasks, len(kept)
        of_way = [(way, some) for way, each in enumerate(parts) for some in each]
        tasks = VisitTasks(
            together=replace(given.together, activities=tuple(kept), column_of=np.arange(ways), columns=ways),
            alone=replace(
                given.alone,
                activities=tuple(some for _, some in of_way),
                column_of=np.array([way for way, _ in of_way], dtype=np.intp),
                columns=ways,
            ),
            merged=np.full(ways, given.merged[self.kind]),
            column_of=np.zeros(ways, dtype=np.intp),
            columns=1,
        )
        return saved_by_visits(self.counts, tasks, self.visits.work.target_uptake, bounds=False).value
