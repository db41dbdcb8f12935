"""Work that several tasks ask for and that is done once, on lists: METHOD "Overlap" [ours].

Without registers that scale, the overlap of a cell is so much per person: one weight, like any other measure. Where a
register scales a condition, it is worked out list by list.

The formula is that of `coinciding_tasks`; here it meets people. It is not linear in shares, so it cannot be folded
like other measures: it is computed for every kind of people that differs in shares or prevalences (`kinds_of_people`:
as many as there are bands of age, not every cell), and hours of a list are people of each kind x overlap per person of
the kind. With a register the prevalence is another on every list, and so is the overlap per person: computed lists x
kinds times.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.hours.blocks import block_registers, blocks, has_register
from tnt.engine.hours.fold import Folded, fold
from tnt.engine.hours.registers import CappedLists, calibrate, shares_with
from tnt.engine.overlap.asking import Jointly
from tnt.engine.overlap.coinciding_tasks import AskedTasks, CoincidingTasks, overlap_per_person, side_by_side
from tnt.engine.overlap.together import conditions_together
from tnt.engine.people.clusters import NO_CLUSTERS, Clusters, joint_shares
from tnt.engine.people.counts import ListCounts, Measures
from tnt.engine.people.kinds import kinds_of_people


@dataclass(frozen=True)
class SharedTasks:
    """T tasks that share work, in A activities of one role each.

    people      measures [T]: share whom the recommendation of each task reaches, before uptake; 0 where it asks nobody
    asked       [T] what is asked of them
    activities  [A] the tasks of each, two or more
    column_of   [A] which of J columns (roles) the hours of each belong to
    columns     J
    clusters    of the conditions
    """

    people: Folded
    asked: AskedTasks
    activities: tuple[Ints, ...]
    column_of: Ints
    columns: int
    clusters: Clusters = NO_CLUSTERS

    @property
    def column_of_task(self) -> Ints:
        """[T] which column the hours of each task belong to."""
        columns = np.empty(self.asked.events.size, dtype=np.intp)
        for tasks, column in zip(self.activities, self.column_of.tolist(), strict=True):
            columns[tasks] = column
        return columns

    @cached_property
    def constant(self) -> tuple["_ConstantActivities", ...]:
        """The activities in which no register scales a condition, as at any uptake; those in which a recommendation
        asks twice cost more, and stand by themselves, as do those in which other conditions cluster."""
        groups: dict[tuple[bool, tuple[tuple[int, ...], ...]], list[int]] = defaultdict(list)
        for index in np.flatnonzero(~self.is_scaled).tolist():
            tasks = self.activities[index]
            twice = np.unique(self.asked.rule_of[tasks]).size < tasks.size
            groups[twice, tuple(self.clustered[index].values())].append(index)
        return tuple(_ConstantActivities(self, np.array(group)) for _, group in sorted(groups.items()))

    @cached_property
    def varying(self) -> tuple["_VaryingActivity", ...]:
        """Each of the others."""
        return tuple(_VaryingActivity(self, index) for index in np.flatnonzero(self.is_scaled).tolist())

    @cached_property
    def is_scaled(self) -> Bools:
        """[A] whether a register scales a condition of the activity, or several decide together."""
        folded = self.people
        together = np.isin(folded.condition_of, list(folded.combined))
        scaled = [bool(((folded.factor_of[tasks] >= 0) | together[tasks]).any()) for tasks in self.activities]
        return np.array(scaled, dtype=np.bool_)

    @cached_property
    def clustered(self) -> list[dict[int, tuple[int, ...]]]:
        """[A] cluster -> the places, among the conditions of an activity by number, of those that are of it; of
        clusters with several there."""
        of = (np.unique(self.people.condition_of[tasks]).tolist() for tasks in self.activities)
        return [self.clusters.among(conditions).places for conditions in of]

    def laid_out(self, chosen: list[int]) -> CoincidingTasks:
        """Some activities side by side."""
        activities = [self.activities[index] for index in chosen]
        return side_by_side(activities, self.people.condition_of, self.asked)

    def of(self, chosen: Bools) -> "SharedTasks":
        """Some of the activities [A], in their columns."""
        activities = tuple(each for each, is_one in zip(self.activities, chosen.tolist(), strict=True) if is_one)
        return replace(self, activities=activities, column_of=self.column_of[chosen])

    def regrouped(self, activities: tuple[Ints, ...]) -> "SharedTasks":
        """The same tasks in other groups, all in one column."""
        return replace(self, activities=activities, column_of=np.zeros(len(activities), dtype=np.intp), columns=1)


@dataclass(frozen=True)
class Overlap:
    """Hours a year that are counted twice.

    per_list     [L, J] on each list, of each column
    of_activity  [3, A] over all lists: the value, and the least and greatest there may be; [1, A] without the latter.
                 [5, A] with the least and greatest of hours left beside visits, where the tasks say them
    """

    per_list: Floats
    of_activity: Floats


def fold_tasks(measures: Measures, counts: ListCounts, hours: Folded, hours_of: Ints) -> Folded:
    """Weights of the tasks of an overlap: a task takes part where it can be estimated, and the hours it is a part of.

    `hours_of` [T] is the measure, in `hours`, of the hours that each task is a part of.
    """
    folded = fold(measures, counts)
    return replace(folded, estimable=folded.estimable & hours.estimable[:, hours_of])


def list_overlap(counts: ListCounts, tasks: SharedTasks, uptake: Floats, *, bounds: bool = True) -> Overlap:
    """The overlap on each list, with `uptake` [T] of each task, and its `bounds`. No list x task matrix of figures
    is made: a byte says on which lists a task takes part.

    Cost: one product of lists and strata; where registers scale, so many times the cells that differ.
    """
    rows = 1 if not bounds else 3 if tasks.asked.hours_left is None else 5
    overlap = Overlap(np.zeros((tasks.columns, counts.length)).T, np.zeros((rows, len(tasks.activities))))
    if not uptake.any():
        return overlap
    for group in tasks.constant:
        group.add(counts, uptake, overlap)
    if tasks.varying:
        _add_varying(counts, tasks, uptake, overlap)
    return overlap


class _ConstantActivities:
    """Activities whose overlap is so much per person of a cell, for every activity and kind of people of whom more
    than one task asks; the same of their conditions cluster."""

    def __init__(self, tasks: SharedTasks, activities: Ints) -> None:
        self.activities = activities
        self._columns = np.equal.outer(tasks.column_of[activities], np.arange(tasks.columns)).astype(np.float64)
        folded, which = tasks.people, tasks.laid_out(activities.tolist())
        asked = folded.cell_weights * folded.estimable[0]
        kinds, of_cell = kinds_of_people(np.hstack([asked, folded.prevalence_of]))
        self._of_stratum = folded.split.T @ of_cell
        shares = _with_padding(asked[kinds].T, 0.0)[which.tasks]
        # One task alone overlaps with nothing: only pairs of activity and kind with two tasks or more are computed.
        self._row, self._kind = np.nonzero((shares > 0).sum(axis=1) > 1)
        self._which = which.part(self._row)
        self._asked = shares[self._row, :, self._kind, None]
        self._prevalence = _with_padding(folded.prevalence_of[kinds].T, 1.0)[
            self._which.conditions, self._kind[:, None], None
        ]
        clustered = [tasks.clustered[index] for index in activities.tolist()]
        places = zip(*(each.values() for each in clustered), strict=True)
        numbers = zip(*(each.keys() for each in clustered), strict=True)
        self._jointly = [
            Jointly(some, self._joint(some, np.array([tasks.clusters.correlation[at] for at in of])))
            for (some, *_), of in zip(places, numbers, strict=True)
        ]

    def _joint(self, places: Sequence[int], correlation: Floats) -> Floats:
        """[rows, 1, 2**n] joint shares of conditions of one cluster, `correlation` by activity."""
        return joint_shares([self._prevalence[:, place] for place in places], correlation[self._row][:, None])

    def add(self, counts: ListCounts, uptake: Floats, overlap: Overlap) -> None:
        """Adds the overlap with `uptake` [T] to what is found."""
        asked = self._asked * np.append(uptake, 0.0)[self._which.tasks][:, :, None]
        per_person = np.zeros((len(overlap.of_activity), self.activities.size, self._of_stratum.shape[1]))
        has_bounds = len(per_person) > 1
        some = overlap_per_person(self._which, asked, self._prevalence, bounds=has_bounds, jointly=self._jointly)
        per_person[:, self._row, self._kind] = some[:, :, 0]
        overlap.of_activity[:, self.activities] = per_person @ (counts.everybody @ self._of_stratum)
        weights = self._of_stratum @ per_person[0].T @ self._columns
        for block in blocks(counts.length, counts.people.shape[1]):
            overlap.per_list[block] += counts.people[block] @ weights


def _add_varying(counts: ListCounts, tasks: SharedTasks, uptake: Floats, overlap: Overlap) -> None:
    """Activities in which a register scales a condition: the share who have it differs from list to list."""
    folded = tasks.people
    largest = max(each.which.tree.parent.size * len(each.kinds) for each in tasks.varying)
    takes_part = _taking_part(counts, folded, np.unique(np.concatenate([each.tasks for each in tasks.varying])))
    for block in blocks(counts.length, largest):
        people = counts.people[block]
        factors, filled = calibrate(people, people @ folded.bases, block_registers(counts, folded, block), folded)
        part = {task: mask[block] * uptake[task] for task, mask in takes_part.items()}
        for each in tasks.varying:
            hours = each.hours(people, factors, filled, part, len(overlap.of_activity))
            overlap.of_activity[:, each.index] += hours.sum(axis=1)
            overlap.per_list[block, tasks.column_of[each.index]] += hours[0]


class _VaryingActivity:
    """One activity with a condition that registers scale, or with several that decide together."""

    def __init__(self, tasks: SharedTasks, index: int) -> None:
        self.index = index
        self._folded = folded = tasks.people
        self.which = tasks.laid_out([index])
        self.tasks = self.which.tasks[0]
        self._slots = [int(folded.condition_of[task]) for task in self.which.conditions[0].tolist()]
        self._before = {
            condition: folded.prevalence_of[:, task]
            for condition, task in zip(self._slots, self.which.conditions[0].tolist(), strict=True)
        }
        self._together = conditions_together(self._slots, folded.combined, tasks.clusters)
        self._before |= self._together.prevalence
        mine = folded.cell_weights[:, self.tasks]
        differing = np.column_stack([mine, *self._before.values(), folded.prevalence, *self._together.differing])
        self.kinds, self._of_cell = kinds_of_people(differing, where=(mine > 0).sum(axis=1) > 1)
        self._of_stratum = folded.split.T @ self._of_cell
        self._asked = mine[self.kinds].T
        self._alike = self._together.alike({at: [each[self.kinds]] for at, each in self._before.items()})

    def hours(
        self, people: Floats, factors: Floats, filled: list[CappedLists], part: dict[int, Floats], rows: int
    ) -> Floats:
        """[rows, n] overlap on n lists; `part` [n] uptake of each task, 0 where it cannot be estimated."""
        shares = {
            condition: shares_with(self._folded, factors, filled, condition, before, self.kinds)
            for condition, before in self._before.items()
        }
        taking = np.array([part[task] for task in self.tasks.tolist()])
        is_everywhere = bool((taking == taking[:, :1]).all())
        asked = self._flat(self._asked[:, None, :] * (taking[:, :1] if is_everywhere else taking)[:, :, None])
        prevalence = self._flat(np.array([shares[condition] for condition in self._slots]))
        joint = [] if self._together.conditions else self._together.jointly(self._slots, shares, self._alike)
        per_person = overlap_per_person(
            self.which, asked, prevalence, bounds=rows > 1, jointly=[_flat_joint(one) for one in joint]
        )
        if self._together.conditions:

            def given(prevalence: Floats, jointly: Sequence[Jointly]) -> Floats:
                flat = [_flat_joint(one) for one in jointly]
                value = overlap_per_person(self.which, asked, self._flat(prevalence), bounds=False, jointly=flat)
                return value.reshape(len(people), -1)

            value = self._together.mean(
                self._slots, shares, self._together.eligible(self.kinds), given, self._alike
            ).ravel()
            per_person[0] = np.clip(value, *per_person[1:3]) if rows > 1 else value
        per_person = per_person.reshape(rows, len(people), len(self.kinds))
        return np.asarray((per_person * (people @ self._of_stratum)).sum(axis=2))

    def _flat(self, rows: Floats) -> Floats:
        """[., lists, kinds] -> [1, ., lists x kinds]"""
        return rows.reshape(1, len(rows), -1)


def _flat_joint(joint: Jointly) -> Jointly:
    """[n, kinds, .] -> [1, n x kinds, .]"""
    return Jointly(joint.slots, joint.shares.reshape(1, -1, joint.shares.shape[-1]))


def _taking_part(counts: ListCounts, folded: Folded, tasks: Ints) -> dict[int, Bools]:
    """Task -> [L] lists on which it can be estimated."""
    known = {each: has_register(counts, folded, each) for each in np.unique(folded.condition_of[tasks]).tolist()}
    told = {each: ~counts.hides_people if each in folded.combined else True for each in known}
    return {
        task: np.where(known[at], folded.estimable[1, task] & told[at], folded.estimable[0, task])
        for task, at in zip(tasks.tolist(), folded.condition_of[tasks].tolist(), strict=True)
    }


def _with_padding(rows: Floats, value: float) -> Floats:
    """One row more, of the padding."""
    return np.append(rows, np.full((1, rows.shape[1]), value), axis=0)
