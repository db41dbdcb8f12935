"""Work that is counted once: who shares what with whom. METHOD.md, "Overlap" [ours]."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations_with_replacement
from typing import overload

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.compile.inputs import Inputs
from tnt.compile.shared.asked_work import Activity, SharedWork
from tnt.engine.hours.totals import list_totals
from tnt.engine.overlap.lists import list_overlap
from tnt.result.shared_work import SharedActivity, SharedPair


class SharedActivities(Sequence[SharedActivity]):
    """The activities that several tasks share. Who shares how much with whom costs more than the totals, so it
    waits."""

    def __init__(self, inputs: Inputs, shared: SharedWork, hours: Floats, partly: set[tuple[str, str]]) -> None:
        """`hours` [3, A] as the engine gives them; `partly` are activities and roles told in part."""
        self._inputs = inputs
        self._shared = shared
        self._hours = hours
        self._partly = partly

    @cached_property
    def _labelled(self) -> tuple[SharedActivity, ...]:
        uptake = self._shared.target_uptake
        parts = parts_of(self._inputs, self._shared)
        pairs = [list(_pairs(self._shared, activity)) for activity in self._shared.activities]
        groups = tuple(tasks for pairs_of_activity in pairs for _, tasks in pairs_of_activity)
        hours = list_overlap(self._inputs.counts, self._shared.tasks.regrouped(groups), uptake, bounds=False)
        waiting = iter(hours.of_activity[0].tolist())
        return tuple(
            self._activity(index, activity, parts, [(rules, next(waiting)) for rules, _ in pairs_of_activity])
            for index, (activity, pairs_of_activity) in enumerate(zip(self._shared.activities, pairs, strict=True))
        )

    def _activity(
        self, index: int, activity: Activity, parts: Floats, together: list[tuple[tuple[int, int], float]]
    ) -> SharedActivity:
        value, least, greatest = self._hours[:, index].tolist()
        at_least = (activity.name, activity.role) in self._partly
        rules = self._inputs.rules.rules
        # What two recommendations share is the overlap of all their tasks less what each of the two shares with itself.
        alone = {one: hours for (one, other), hours in together if one == other}
        return SharedActivity(
            activity=activity.name,
            role=activity.role,
            tasks=tuple(dict.fromkeys(self._shared.names[task] for task in activity.tasks.tolist())),
            parts_hours=float(parts[activity.tasks].sum()),
            overlap_hours=value,
            overlap_hours_bounds=(least, None if at_least else greatest),
            at_least=at_least,
            pairs=tuple(
                SharedPair(rules[one].id, rules[other].id, hours - alone.get(one, 0.0) - alone.get(other, 0.0))
                if one != other
                else SharedPair(rules[one].id, rules[one].id, hours)
                for (one, other), hours in together
            ),
        )

    @overload
    def __getitem__(self, index: int) -> SharedActivity: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[SharedActivity]: ...
    def __getitem__(self, index: int | slice) -> SharedActivity | Sequence[SharedActivity]:
        """One activity, or several."""
        return self._labelled[index]

    def __len__(self) -> int:
        """How many there are."""
        return len(self._shared.activities)


def _pairs(shared: SharedWork, activity: Activity) -> Iterator[tuple[tuple[int, int], Ints]]:
    """Two recommendations (or one with itself) and their tasks of an activity, where there are two tasks or more."""
    rule_of = shared.tasks.asked.rule_of[activity.tasks]
    for one, other in combinations_with_replacement(dict.fromkeys(rule_of.tolist()), 2):
        tasks = activity.tasks[(rule_of == one) | (rule_of == other)]
        if len({shared.names[task] for task in tasks.tolist()}) > 1:
            yield (one, other), tasks


def parts_of(inputs: Inputs, work: SharedWork) -> Floats:
    """[T] required hours of each task over all lists, nothing taken out."""
    people = list_totals(inputs.counts, work.tasks.people, np.zeros((work.target_uptake.size, 1))).by_measure[0]
    asked = work.tasks.asked
    reached = np.array([np.prod(asked.probability[list(path)]) for path in asked.paths])
    return np.asarray(people * work.target_uptake * reached * asked.events * asked.role_share * asked.hours)
