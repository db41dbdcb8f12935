"""Work that is counted once: the overlap of each role, and who shares what with whom. METHOD.md, "Overlap" [ours]."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations_with_replacement
from typing import overload

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.inputs import Inputs
from tnt.compile.shared.asked_work import Activity, SharedWork
from tnt.engine.hours.totals import list_totals
from tnt.engine.overlap.lists import list_overlap
from tnt.estimating.figures import RoleFigures, RoleOverlap
from tnt.result.shared_work import SharedActivity, SharedPair


class Overlaps:
    """The overlap of all roles: at the target uptakes, and at today's once it is known where these can be told."""

    def __init__(self, inputs: Inputs) -> None:
        """Compute what is shared at the target uptakes."""
        self._inputs = inputs
        self._shared = shared = inputs.shared
        if shared is not None:
            self._target = list_overlap(inputs.counts, shared.tasks, shared.target_uptake)

    def removed_from(self, hours: Floats) -> Floats:
        """Hours [L, J] of lists and roles, less what is counted twice there."""
        return hours if self._shared is None else np.asarray(hours - self._target.per_list)

    def with_overlap(self, figures: Mapping[str, RoleFigures], staffed: Mapping[str, Bools]) -> dict[str, RoleFigures]:
        """The same figures with what each role's totals count twice; `staffed` [L] are the lists with posts of it."""
        shared = self._shared
        if shared is None:
            return dict(figures)
        current = list_overlap(self._inputs.counts, shared.tasks, shared.current_uptake, bounds=False)
        change = self._target.per_list - current.per_list
        without_overlap = {}
        for at, (role, each) in enumerate(figures.items()):
            mine = shared.tasks.column_of == at
            value, least, greatest = self._target.of_activity[:, mine].sum(axis=1).tolist()
            overlap = RoleOverlap(
                hours=value,
                bounds=(least, greatest),
                current_hours=float(current.of_activity[0, mine].sum()),
                incremental_where_staffed=float(change[staffed[role], at].sum()),
            )
            without_overlap[role] = replace(each, overlap=overlap)
        return without_overlap

    def activities(self, figures: Mapping[str, RoleFigures]) -> Sequence[SharedActivity]:
        """Who shares what with whom; worked out when somebody looks."""
        if self._shared is None:
            return ()
        partly = {(name, role) for role, each in figures.items() for name in each.partly_told.activities}
        return SharedActivities(self._inputs, self._shared, self._target.of_activity, partly)


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
        parts = _parts(self._inputs, self._shared, uptake)
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


def _parts(inputs: Inputs, shared: SharedWork, uptake: Floats) -> Floats:
    """[T] required hours of each task, overlap not removed."""
    people = list_totals(inputs.counts, shared.tasks.people, np.zeros((uptake.size, 1))).by_measure[0]
    asked = shared.tasks.asked
    reached = np.array([np.prod(asked.probability[list(path)]) for path in asked.paths])
    return np.asarray(people * uptake * reached * asked.events * asked.role_share * asked.hours)
