"""Hours that a role is spared where some recommendations are left out and everything else stays: their own, less what
they save by being done with others. METHOD.md, "Overlap" and "Several tasks in one visit"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tnt.analyses.fit.room.leaving.saved_groups import LeftOut, SavedGroup
from tnt.arrays import Floats

_NOBODY: LeftOut = frozenset()


@dataclass(frozen=True)
class SparedHours:
    """Of one role on some lists; `own` are the hours of each recommendation by number, of those that may be left
    out."""

    own: Mapping[int, float]
    groups: tuple[SavedGroup, ...]

    def __call__(self, sets: Sequence[LeftOut]) -> Floats:
        """[n] hours spared without each of some sets."""
        for group in self.groups:
            group.work_out([_NOBODY, *sets])
        return np.array([self._of(one) for one in sets])

    @cached_property
    def bounds(self) -> tuple[Floats, Floats]:
        """[n] the least and the most that each recommendation, in the order of `own`, adds to what any set spares. The
        same where it shares nothing; infinite where nothing is known."""
        least, most = dict(self.own), dict(self.own)
        for group in self.groups:
            mine = [rule for rule in self.own if rule in group.rules]
            if not group.is_large:
                group.work_out([_NOBODY, *(frozenset([rule]) for rule in mine)])
            adds_up = group.adds_up(self.own.keys())
            for rule in mine:
                least[rule] -= self._most_saved(group, rule) if adds_up else np.inf
                most[rule] += 0.0 if adds_up else np.inf
        return np.array(list(least.values())), np.array(list(most.values()))

    @property
    def size(self) -> int:
        """What it takes to work out one set that has a part in everything."""
        return sum(group.size for group in self.groups)

    def _most_saved(self, group: SavedGroup, rule: int) -> float:
        if group.is_large:
            return group.most_saved(rule) * self.own[rule]
        return group.saved_without(_NOBODY) - group.saved_without(frozenset([rule]))

    def _of(self, left_out: LeftOut) -> float:
        hours = sum(self.own[rule] for rule in left_out)
        return hours - sum(
            group.saved_without(_NOBODY) - group.saved_without(left_out)
            for group in self.groups
            if not group.rules.isdisjoint(left_out)
        )
