"""Some lists or draws at a time: what each can choose from and what binds it."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.rules import SetRules


@dataclass(frozen=True)
class SharingGroup:
    """Members that share work of one role; `saved` is of some lists or draws [K] and sets [K, m], one for each: [K]
    hours."""

    members: Ints
    role: int
    saved: Callable[[Ints, Bools], Floats]


@dataclass(frozen=True)
class Block:
    """K choices of n recommendations, in J roles whose hours are limited.

    hours      [K, J, n] hours a year, nothing shared taken out
    available  [K, J] hours a year there are
    benefit    [K, n] what each is worth; what is worth nothing comes in only where it must or is needed
    must       [K, n] what stays, with what that needs
    of         [K] the list or draw of each
    """

    hours: Floats
    available: Floats
    benefit: Floats
    must: Bools
    rules: SetRules
    groups: tuple[SharingGroup, ...]
    of: Ints

    @property
    def count(self) -> int:
        """K."""
        return len(self.benefit)

    def part(self, rows: Ints) -> "Block":
        """Some of it."""
        kept = (self.hours[rows], self.available[rows], self.benefit[rows])
        return Block(*kept, self.must[rows], self.rules, self.groups, self.of[rows])

    def used(self, chosen: Bools) -> Floats:
        """[K, J] hours a year of a choice [K, n], what is shared counted once."""
        used = np.matmul(self.hours, chosen[:, :, None].astype(np.float64))[:, :, 0]
        for group in self.groups:
            used[:, group.role] -= group.saved(self.of, chosen[:, group.members])
        return np.asarray(used)

    def own_hours(self, order: Floats) -> Floats:
        """[K, J, n] hours of each beside those before it in an order [K, n], the greatest first.

        No set needs less than the sum of these, since what is shared is the more the more share it.
        """
        if not self.groups:
            return self.hours
        own, rows = self.hours.copy(), np.arange(self.count)
        order = np.where(self.must, np.inf, order)
        for group in self.groups:
            ranked = np.argsort(-order[:, group.members], axis=1, kind="stable")
            chosen = np.zeros(ranked.shape, dtype=np.bool_)
            before = np.zeros(self.count)
            for rank in range(group.members.size):
                chosen[rows, ranked[:, rank]] = True
                saved = group.saved(self.of, chosen)
                own[rows, group.role, group.members[ranked[:, rank]]] -= saved - before
                before = saved
        return np.asarray(np.maximum(own, 0.0))
