"""What recommendations share on each list: that of a few counted, that of many or scaled by registers bounded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from tnt.analyses.fit.question import Question
from tnt.analyses.fit.sets import SharedGroup, WorkOnLists, of_one_person_each
from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.by_list import SharedOfSubsets

_MOST_SHARING = 8
"""Recommendations of a group: all sets of them are gone through."""


class WorkByList:
    """Of some lists by number [K] and roles by number [J']."""

    def __init__(self, question: Question, lists: Ints, roles: Ints) -> None:
        self.lists, self.roles, self.n = lists, roles, len(question.ids)
        counts = question.inputs.counts
        self.scaled = counts.registers is not None or counts.beyond is not None
        work = WorkOnLists(question.inputs, counts.part(lists)) if self.scaled else of_one_person_each(question.inputs)
        self._people = counts.people[lists]
        named = question.inputs.rules.roles
        self.groups = [
            group for column in roles.tolist() if question.roles[column] in named for group in work.groups(column)
        ]
        small = [not self.scaled and group.members.size <= _MOST_SHARING for group in self.groups]
        several = [group.members.size > 1 for group in self.groups]
        self._counted = [group for group, one, two in zip(self.groups, small, several, strict=True) if one and two]
        self._uncounted = [
            group for group, one, two in zip(self.groups, small, several, strict=True) if not one and two
        ]

    @property
    def has_uncounted(self) -> bool:
        """Whether more is shared than is counted."""
        return bool(self._uncounted)

    @cached_property
    def alone(self) -> Floats:
        """[K, n, J'] hours a year that one recommendation shares with itself."""
        return self._of_each(self.groups)

    @cached_property
    def most_uncounted(self) -> Floats:
        """[K, n, J'] the most that following one saves beyond that, in groups that are not counted: what it saves
        beside all others."""
        everything, most = np.ones(self.n, dtype=np.bool_), np.zeros(self.alone.shape)
        if not self._uncounted:
            return most
        of_all = self._saved(self._uncounted, everything)
        for one in _members(self._uncounted):
            most[:, one] = of_all - self._saved(self._uncounted, everything & (np.arange(self.n) != one))
        return np.asarray(np.maximum(most - self._of_each(self._uncounted), 0.0))

    def saved_uncounted(self, chosen: Bools) -> Floats:
        """[K, J'] hours a year that a set [n] saves in groups that are not counted, beyond what each saves alone."""
        if not self._uncounted:
            return np.zeros((self.lists.size, self.roles.size))
        beyond = self._saved(self._uncounted, chosen) - self._of_each(self._uncounted)[:, chosen].sum(axis=1)
        return np.asarray(np.maximum(beyond, 0.0))

    @property
    def counted(self) -> SharedOfSubsets | None:
        """What sets save for each person of a stratum, beyond what one shares with itself; None where nothing is."""
        if not self._counted:
            return None
        return SharedOfSubsets(
            groups=tuple(group.members for group in self._counted),
            column_of=np.searchsorted(self.roles, np.array([group.column for group in self._counted])),
            subsets=tuple(_subsets(group, self.n) for group in self._counted),
            people=self._people,
        )

    def _of_each(self, groups: Sequence[SharedGroup]) -> Floats:
        saved = np.zeros((self.lists.size, self.n, self.roles.size))
        for one in _members(groups):
            saved[:, one] = self._saved(groups, np.arange(self.n) == one)
        return saved

    def _saved(self, groups: Sequence[SharedGroup], chosen: Bools) -> Floats:
        """[K, J'] hours a year that a set saves."""
        saved = np.zeros((self.lists.size, self.roles.size))
        on_lists = groups[0].on.saved_on_lists(chosen)
        for group in groups:
            of = _in_group(group, *on_lists)
            saved[:, np.searchsorted(self.roles, group.column)] += of if self.scaled else self._people @ of
        return saved


def _members(groups: Sequence[SharedGroup]) -> list[int]:
    return sorted({one for group in groups for one in group.members.tolist()})


def _subsets(group: SharedGroup, n: int) -> Floats:
    """[2 ** m, S] hours a year for each set of the members, of one person of each stratum."""
    members = group.members
    bits = (np.arange(1 << members.size)[:, None] >> np.arange(members.size)) & 1
    chosen = np.zeros((len(bits), n), dtype=np.bool_)
    chosen[:, members] = bits
    saved = np.array([_in_group(group, *group.on.saved_on_lists(one)) for one in chosen])
    return np.asarray(saved - bits @ saved[1 << np.arange(members.size)])


def _in_group(group: SharedGroup, in_activities: Floats, in_visits: Floats) -> Floats:
    return np.asarray(in_activities[:, group.activities].sum(axis=1) + in_visits[:, group.visits].sum(axis=1))
