"""What shared work and merged visits of one role save on some lists where some recommendations are left out: worked out
by the engine itself, many ways of leaving out at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol

import numpy as np

from tnt.analyses.fit.room.saved_by_visits import InVisits, are_several
from tnt.arrays import Floats, Ints
from tnt.compile.inputs import Inputs
from tnt.compile.shared.asked_work import SharedWork
from tnt.engine.overlap.lists import list_overlap
from tnt.engine.people.counts import ListCounts

LeftOut = frozenset[int]
"""Recommendations that are left out, by number."""
_AT_ONCE = 2_000_000
"""Numbers made on the way, so that memory stays bounded."""


class _Saving(Protocol):
    def saved(self, kept: Sequence[Ints]) -> Floats:
        """[n] hours saved by each selection of tasks, of which there are several in each."""


@dataclass(frozen=True)
class SavedGroup:
    """Tasks that save hours by being done together: one activity, or one kind of visit.

    `rules` are the recommendations they are of, by number; `adds_up`: leaving one out never frees more than its own
    hours, and never less where others are left out too.
    """

    tasks: Ints
    work: SharedWork
    saving: _Saving
    found: dict[LeftOut, float] = field(default_factory=dict)

    @property
    def rules(self) -> frozenset[int]:
        """The recommendations whose tasks they are."""
        return frozenset(self._rule_of.tolist())

    @property
    def adds_up(self) -> bool:
        """Not where roles share its tasks in several ways: what is left may then be split once, which is less work."""
        asked = self.work.tasks.asked
        return np.unique(asked.split[self.tasks]).size == 1 or bool((asked.role_share[self.tasks] == 1.0).all())

    @property
    def _rule_of(self) -> Ints:
        return self.work.tasks.asked.rule_of[self.tasks]

    def work_out(self, wanted: Collection[LeftOut]) -> int:
        """Find what is saved for each of these, where it is not known yet; how many were worked out."""
        missing = [one for one in dict.fromkeys(each & self.rules for each in wanted) if one not in self.found]
        kept = [self.tasks[~np.isin(self._rule_of, list(one))] for one in missing]
        several = [are_several(self.work, tasks) for tasks in kept]
        saved = iter(self._in_parts([tasks for tasks, is_one in zip(kept, several, strict=True) if is_one]))
        self.found.update({one: next(saved) if is_one else 0.0 for one, is_one in zip(missing, several, strict=True)})
        return len(missing)

    def saved_without(self, left_out: LeftOut) -> float:
        """Hours saved where these are left out, which has been worked out."""
        return self.found[left_out & self.rules]

    def _in_parts(self, kept: Sequence[Ints]) -> Iterator[float]:
        at_once = max(1, _AT_ONCE // (self.tasks.size * self.work.tasks.people.split.shape[0]))
        for first, last in pairwise([*range(0, len(kept), at_once), len(kept)]):
            yield from self.saving.saved(kept[first:last]).tolist()


@dataclass(frozen=True)
class _InActivity:
    counts: ListCounts
    work: SharedWork

    def saved(self, kept: Sequence[Ints]) -> Floats:
        tasks = self.work.tasks.regrouped(tuple(kept))
        return np.asarray(list_overlap(self.counts, tasks, self.work.target_uptake, bounds=False).of_activity[0])


def saved_groups(inputs: Inputs, role: str, counts: ListCounts) -> list[SavedGroup]:
    """The activities and kinds of visit of a role, on the lists in `counts`."""
    groups = []
    if (shared := inputs.shared) is not None:
        mine = [one for one in shared.activities if one.role == role]
        groups += [SavedGroup(one.tasks, shared, _InActivity(counts, shared)) for one in mine]
    if (visits := inputs.visits) is not None:
        kinds = [(at, one) for at, one in enumerate(visits.work.activities) if one.role == role]
        groups += [SavedGroup(one.tasks, visits.work, InVisits(counts, visits, at)) for at, one in kinds]
    return groups
