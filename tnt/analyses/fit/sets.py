"""Hours of sets of recommendations: those of each, and what any of them share. METHOD.md, "Overlap" and "Several tasks
in one visit" [ours].

A role's hours run over the lists with posts of it, as its available hours do. Where no register scales anything these
are one list of all their people: hours are linear in people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.inputs import Inputs
from tnt.compile.rule import indices
from tnt.compile.shared.activities import shared_work
from tnt.compile.shared.asked_work import SharedWork
from tnt.compile.shared.visits import visit_work
from tnt.engine.hours.fold import fold
from tnt.engine.hours.totals import list_totals
from tnt.engine.overlap.lists import list_overlap
from tnt.engine.overlap.visits import saved_by_visits
from tnt.engine.people.counts import ListCounts
from tnt.estimating.sums import summed


@dataclass(frozen=True)
class SharedGroup:
    """Recommendations that share work of one role: in an activity, or in visits with all activities in them, since
    what these save together is supermodular, and what visits save beside activities is not.

    `activities` and `visits` are those of `on`.
    """

    on: WorkOnLists
    column: int
    activities: Ints
    visits: Ints
    members: Ints


class WorkOnLists:
    """The work of all recommendations on some lists."""

    def __init__(self, inputs: Inputs, counts: ListCounts) -> None:
        """`counts` are the lists meant."""
        self.inputs, self.counts = inputs, counts
        self.folded = fold(inputs.rules.measures, self.counts)
        self.shared = shared_work(inputs.rules, self.counts, self.folded)
        self.visits = visit_work(inputs.rules, self.counts, self.folded, inputs.capacity)
        self._known: dict[bytes, tuple[Floats, Floats]] = {}

    @cached_property
    def hours(self) -> Floats:
        """[n, J] hours a year of each recommendation and role at the target uptake; 0 where none can be told."""
        rules = self.inputs.rules
        totals = list_totals(self.counts, self.folded, rules.required)
        hours = np.zeros((len(rules.rules), len(rules.roles)))
        for at, measures in enumerate(rules.roles.values()):
            known = np.nan_to_num(summed(totals, 0, measures.required, self.counts.length))
            hours[measures.rules, at] = known * measures.target_factor
        return hours

    def groups(self, column: int) -> Iterator[SharedGroup]:
        """Of one role."""
        shared, visits = self.shared, self.visits
        in_visits: set[int] = set()
        none = np.empty(0, dtype=np.intp)
        for number in [] if visits is None else np.flatnonzero(visits.tasks.column_of == column).tolist():
            assert visits is not None
            tasks = visits.work.activities[number].tasks
            places = {visits.work.places[task] for task in tasks.tolist()}
            inside = [at for at in _of_role(shared, column) if self._has_any(at, places)]
            in_visits.update(inside)
            members = np.unique(np.concatenate([visits.work.tasks.asked.rule_of[tasks], *map(self._rules_of, inside)]))
            yield SharedGroup(self, column, np.array(inside, dtype=np.intp), np.array([number]), members)
        for at in _of_role(shared, column):
            if at not in in_visits:
                yield SharedGroup(self, column, np.array([at]), none, np.unique(self._rules_of(at)))

    def saved(self, chosen: Bools) -> tuple[Floats, Floats]:
        """Hours a year that a set [n] saves in each activity [A] and each kind of visit [V]."""
        key = np.packbits(chosen).tobytes()
        if key not in self._known:
            self._known[key] = self._saved(chosen)
        return self._known[key]

    def saved_on_lists(self, chosen: Bools) -> tuple[Floats, Floats]:
        """The same on each list [L, A] and [L, V]."""
        in_activities, in_visits = np.empty((self.counts.length, 0)), np.empty((self.counts.length, 0))
        if self.shared is not None:
            activities = len(self.shared.activities)
            tasks = replace(self.shared.tasks, column_of=np.arange(activities), columns=activities)
            uptake = _uptake_in(self.shared, chosen)
            in_activities = list_overlap(self.counts, tasks, uptake, bounds=False).per_list
        if self.visits is not None:
            uptake = _uptake_in(self.visits.work, chosen)
            in_visits = saved_by_visits(self.counts, self.visits.tasks, uptake, bounds=False).on_lists
        return in_activities, in_visits

    def _saved(self, chosen: Bools) -> tuple[Floats, Floats]:
        in_activities, in_visits = np.empty(0), np.empty(0)
        if self.shared is not None:
            uptake = _uptake_in(self.shared, chosen)
            in_activities = list_overlap(self.counts, self.shared.tasks, uptake, bounds=False).of_activity[0]
        if self.visits is not None:
            uptake = _uptake_in(self.visits.work, chosen)
            in_visits = saved_by_visits(self.counts, self.visits.tasks, uptake, bounds=False).value
        return in_activities, in_visits

    def _rules_of(self, activity: int) -> Ints:
        assert self.shared is not None
        return np.asarray(self.shared.tasks.asked.rule_of[self.shared.activities[activity].tasks])

    def _has_any(self, activity: int, places: set[object]) -> bool:
        assert self.shared is not None
        tasks = self.shared.activities[activity].tasks.tolist()
        return any(self.shared.places[task] in places for task in tasks)


@dataclass(frozen=True)
class SharedOfSets:
    """What sets of recommendations share, as the engine's `SharedHours`, beyond what each shares with itself."""

    of: tuple[SharedGroup, ...]
    alone: Floats
    """[n, G] saved by one recommendation alone, taken out of its own hours already."""

    @property
    def groups(self) -> tuple[Ints, ...]:
        """[G] the recommendations of each."""
        return tuple(group.members for group in self.of)

    @property
    def column_of(self) -> Ints:
        """[G] the role of each."""
        return indices(group.column for group in self.of)

    def saved(self, chosen: Bools) -> Floats:
        """[K, G] hours a year that each of K sets [K, n] saves in each group."""
        return saved_by(self.of, chosen) - chosen @ self.alone


@dataclass(frozen=True)
class HoursOfSets:
    """Hours a year of the recommendations of a pack [n, J]: `own` with what one shares with itself taken out, `whole`
    without; and what several share."""

    own: Floats
    whole: Floats
    shared: SharedOfSets


def saved_by(groups: Sequence[SharedGroup], chosen: Bools) -> Floats:
    """[K, G] hours a year that each of K sets [K, n] saves in each group."""
    saved = np.zeros((len(chosen), len(groups)))
    for row, one in enumerate(chosen):
        for at, group in enumerate(groups):
            in_activities, in_visits = group.on.saved(one)
            saved[row, at] = in_activities[group.activities].sum() + in_visits[group.visits].sum()
    return saved


def staffed(inputs: Inputs, role: str) -> Bools:
    """[L] the lists over which hours of a role run: those with posts of it, as its available hours do; all where no
    time of it is known."""
    posts = inputs.table.posts.get(role)
    if posts is None or inputs.capacity is None or role not in inputs.capacity.roles or not (posts > 0).any():
        return np.ones(inputs.counts.length, dtype=np.bool_)
    return np.asarray(posts > 0)


def hours_of_sets(inputs: Inputs, partial: Bools, roles: int) -> HoursOfSets:
    """Of all recommendations, for the roles of the pack and so many in all; those that may be followed in part [n] keep
    what they share with themselves, since a part of them may share less."""
    work: dict[bytes, WorkOnLists] = {}
    hours = np.zeros((len(inputs.rules.rules), roles))
    groups: list[SharedGroup] = []
    for column, role in enumerate(inputs.rules.roles):
        lists = staffed(inputs, role)
        if (key := lists.tobytes()) not in work:
            work[key] = WorkOnLists(inputs, together(inputs.counts.part(np.flatnonzero(lists))))
        on = work[key]
        hours[:, column] = on.hours[:, column]
        groups += on.groups(column)
    alone, whole = _alone(groups, ~partial), hours.copy()
    np.subtract.at(hours.T, indices(group.column for group in groups), alone.T)
    several = [at for at, group in enumerate(groups) if group.members.size > 1 or partial[group.members].any()]
    return HoursOfSets(hours, whole, SharedOfSets(tuple(groups[at] for at in several), alone[:, several]))


def _alone(groups: Sequence[SharedGroup], wanted: Bools) -> Floats:
    """[n, G] what each of those wanted saves by itself."""
    alone = np.zeros((wanted.size, len(groups)))
    members = np.unique(np.concatenate([*(group.members for group in groups), np.empty(0, dtype=np.intp)]))
    for one in members[wanted[members]].tolist():
        chosen = np.zeros((1, wanted.size), dtype=np.bool_)
        chosen[0, one] = True
        alone[one] = saved_by(groups, chosen)[0]
    return alone


def of_one_person_each(inputs: Inputs) -> WorkOnLists:
    """The work for one person of each stratum, each as a list; only where no register scales anything."""
    return WorkOnLists(inputs, ListCounts(np.eye(inputs.counts.people.shape[1]), inputs.counts.split))


def together(counts: ListCounts) -> ListCounts:
    """One list of all the people, where that changes nothing."""
    if counts.registers is not None or counts.beyond is not None or not counts.length:
        return counts
    return ListCounts(counts.everybody[None], counts.split)


def _of_role(shared: SharedWork | None, column: int) -> list[int]:
    return [] if shared is None else np.flatnonzero(shared.tasks.column_of == column).tolist()


def _uptake_in(work: SharedWork, chosen: Bools) -> Floats:
    """[T] of those in a set; 0 of the others, who ask nobody."""
    return np.asarray(work.target_uptake * chosen[work.tasks.asked.rule_of])


def hours_by_list(inputs: Inputs, chosen: Bools) -> Floats:
    """[L, J] hours a year that a set [n] takes on each list, what is shared counted once."""
    rules, required = inputs.rules, inputs.rules.required.copy()
    for at, measures in enumerate(rules.roles.values()):
        out = measures.required[(measures.required >= 0) & ~chosen[measures.rules]]
        required[out, at] = 0.0
    hours = list_totals(inputs.counts, inputs.folded, required).per_list.copy()
    if inputs.shared is not None:
        uptake = _uptake_in(inputs.shared, chosen)
        hours -= list_overlap(inputs.counts, inputs.shared.tasks, uptake, bounds=False).per_list
    if inputs.visits is not None:
        uptake = _uptake_in(inputs.visits.work, chosen)
        hours -= saved_by_visits(inputs.counts, inputs.visits.tasks, uptake, bounds=False).per_list
    return hours
