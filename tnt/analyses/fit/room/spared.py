"""Hours that a role is spared where some recommendations are left out and everything else stays: their own, less what
they save by being done with others. METHOD.md, "Overlap" and "Several tasks in one visit"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.analyses.fit.room.saved_groups import LeftOut, SavedGroup
from tnt.arrays import Floats


@dataclass(frozen=True)
class SparedHours:
    """Of one role on some lists; `own` are the hours of each recommendation by number, of those that may be left
    out."""

    own: Mapping[int, float]
    groups: tuple[SavedGroup, ...]

    def __call__(self, sets: Sequence[LeftOut]) -> Floats:
        """[n] hours spared without each of some sets."""
        self.work_out(sets)
        return np.array([self._of(one) for one in sets])

    def work_out(self, sets: Sequence[LeftOut]) -> int:
        """What the engine has to be asked for is asked at once; how often it was."""
        nobody: list[LeftOut] = [frozenset()]
        return sum(group.work_out([*nobody, *sets]) for group in self.groups)

    def most(self, alone: Floats) -> Floats:
        """[n] the most that each recommendation, in the order of `own`, can spare whatever else is left out; `alone` is
        what each does by itself."""
        tied, loose = self._numbers_in_groups()
        return np.array(
            [
                np.inf if rule in loose else hours if rule in tied else least
                for (rule, hours), least in zip(self.own.items(), alone.tolist(), strict=True)
            ]
        )

    def least(self, alone: Floats) -> Floats:
        """[n] the least that each adds to a set."""
        _, loose = self._numbers_in_groups()
        return np.array(
            [-np.inf if rule in loose else hours for rule, hours in zip(self.own, alone.tolist(), strict=True)]
        )

    def _numbers_in_groups(self) -> tuple[set[int], set[int]]:
        """Those that share work with others, and of them those of which no bound is known."""
        tied, loose = set[int](), set[int]()
        for group in self.groups:
            tied |= group.rules
            loose |= set() if group.adds_up else group.rules
        return tied, loose

    def _of(self, left_out: LeftOut) -> float:
        hours = sum(self.own[rule] for rule in left_out)
        nobody: LeftOut = frozenset()
        return hours - sum(
            group.saved_without(nobody) - group.saved_without(left_out)
            for group in self.groups
            if not group.rules.isdisjoint(left_out)
        )
