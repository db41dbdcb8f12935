"""What shared work and merged visits of one role save on some lists where some recommendations are left out: worked out
by the engine itself, many ways of leaving out at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

import numpy as np

from tnt.analyses.fit.room.leaving.saved_by_visits import InVisits
from tnt.analyses.fit.room.leaving.splits import are_several, may_turn
from tnt.arrays import Floats, Ints
from tnt.compile.inputs import Inputs
from tnt.compile.shared.asked_work import SharedWork
from tnt.engine.overlap.lists import list_overlap
from tnt.engine.people.counts import ListCounts

LeftOut = frozenset[int]
"""Recommendations that are left out, by number."""
_AT_ONCE = 2_000_000
"""Numbers made on the way, so that memory stays bounded."""
_LARGE = 12
"""Recommendations in one kind of visit."""


@dataclass(frozen=True)
class _InActivity:
    counts: ListCounts
    work: SharedWork

    def saved(self, kept: Sequence[Ints]) -> Floats:
        tasks = self.work.tasks.regrouped(tuple(kept))
        return np.asarray(list_overlap(self.counts, tasks, self.work.target_uptake, bounds=False).of_activity[0])


@dataclass(frozen=True)
class SavedGroup:
    """Tasks that save hours by being done together: one activity, or one kind of visit; `found` is what was worked
    out."""

    tasks: Ints
    work: SharedWork
    saving: _InActivity | InVisits
    found: dict[LeftOut, float] = field(default_factory=dict)

    @cached_property
    def rules(self) -> frozenset[int]:
        """The recommendations whose tasks they are, by number."""
        return frozenset(self._rule_of.tolist())

    @property
    def is_large(self) -> bool:
        """Whether it takes long to work out, and something is known of it without."""
        return isinstance(self.saving, InVisits) and len(self.rules) > _LARGE

    def adds_up(self, may_leave: Collection[int]) -> bool:
        """Whether leaving one out never frees more than its own hours, and never less where others are left out too."""
        staying = self.tasks[~np.isin(self._rule_of, list(may_leave))]
        turns = may_turn(self.work, self.tasks, staying)
        return not turns and (not isinstance(self.saving, InVisits) or self.saving.is_never_below_0)

    def most_saved(self, rule: int) -> float:
        """The greatest share of its own hours that a recommendation can save here; 1 where nothing is known of it."""
        mine = self.tasks[self._rule_of == rule]
        return self.saving.most_saved(mine) if isinstance(self.saving, InVisits) else 1.0

    @property
    def size(self) -> int:
        """Tasks x groups of people: what it takes to work it out once."""
        return self.tasks.size * int(self.work.tasks.people.split.shape[0])

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
        at_once = max(1, _AT_ONCE // self.size)
        for first, last in pairwise([*range(0, len(kept), at_once), len(kept)]):
            yield from self.saving.saved(kept[first:last]).tolist()


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
