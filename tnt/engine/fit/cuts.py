"""What sets of recommendations save, as rows of a linear program.

The hours W(S) that a set needs of a shared activity are submodular: U is a probability of a union, and W a sum of such
with weights of 0 or more. The rows

    saved <= Σ over the members in some order of (saved by the first i - saved by the first i - 1) x follow_i

hold for every set and every order, and that with the followed first holds with equality: Edmonds' greedy algorithm for
polymatroids [Edmonds J. Submodular functions, matroids, and certain polyhedra. 1970; Lovász L. Submodular functions and
convexity. 1983]. So a few rows, those which a solution violates, stand for exponentially many.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.problem import SharedHours


class Cut(NamedTuple):
    """saved of the group <= steps @ follow of the members."""

    group: int
    members: Ints
    steps: Floats

    def value(self, follow: Floats) -> float:
        """The most that is saved, by this row, where so much of each [n] is followed."""
        return float(self.steps @ follow[self.members])


class Cutting:
    """Rows of the groups of a problem. What a set saves may take long to tell, so nothing is asked twice, and a row is
    worked out when it is known to bind."""

    def __init__(self, shared: SharedHours) -> None:
        self.shared = shared
        self._saved: dict[tuple[int, bytes], float] = {}

    def violated(self, saved: Floats, allowed: Floats, follow: Floats, groups: Sequence[int]) -> list[Cut]:
        """Rows of those groups that are said to save [G] more than they do where so much of each [n] is followed, by
        more than is allowed [G]."""
        over = [
            at for at, most in zip(groups, self._most(follow, groups), strict=True) if saved[at] > most + allowed[at]
        ]
        return self.cuts(follow, over)

    def cuts(self, follow: Floats, groups: Sequence[int]) -> list[Cut]:
        """The row of each of some groups with its members in the order of how far they are followed [n]: none binds
        more there."""
        orders = {at: _ordered(self.shared.groups[at], follow) for at in groups}
        chains = {at: [order[:size] for size in range(1, order.size + 1)] for at, order in orders.items()}
        self._ask(chains, follow.size)
        of = {at: [0.0, *(self._saved[at, _key(first)] for first in chain)] for at, chain in chains.items()}
        return [Cut(at, order, np.diff(of[at])) for at, order in orders.items()]

    def _most(self, follow: Floats, groups: Sequence[int]) -> list[float]:
        """What each group saves by the row that binds most: sets of those followed at least so far, each as much as the
        share it alone has."""
        levels = {at: _levels(self.shared.groups[at], follow) for at in groups}
        self._ask({at: sets for at, (_, sets) in levels.items()}, follow.size)
        return [
            sum(share * self._saved[at, _key(one)] for share, one in zip(shares.tolist(), sets, strict=True))
            for at, (shares, sets) in levels.items()
        ]

    def _ask(self, sets: dict[int, list[Ints]], n: int) -> None:
        """What sets of members save, of all groups that have no member in common at a time."""
        unknown = {at: [one for one in of if (at, _key(one)) not in self._saved] for at, of in sets.items()}
        batches = [
            (batch, _side_by_side([unknown[at] for at in batch], n))
            for batch in _apart([at for at, of in unknown.items() if of], self.shared)
        ]
        if not batches:
            return
        saved = self.shared.saved(np.concatenate([chosen for _, chosen in batches]))
        first = 0
        for batch, chosen in batches:
            for at in batch:
                for row, one in enumerate(unknown[at]):
                    self._saved[at, _key(one)] = float(saved[first + row, at])
            first += len(chosen)


def _ordered(members: Ints, follow: Floats) -> Ints:
    return np.asarray(members[np.argsort(-follow[members], kind="stable")])


def _levels(members: Ints, follow: Floats) -> tuple[Floats, list[Ints]]:
    """Members followed at least so far, for each extent above 0, and how far that is beyond the next."""
    levels = np.unique(follow[members])[::-1]
    levels = levels[levels > 0]
    return -np.diff(np.append(levels, 0.0)), [members[follow[members] >= level] for level in levels.tolist()]


def _key(members: Ints) -> bytes:
    return np.sort(members).tobytes()


def _side_by_side(sets: list[list[Ints]], n: int) -> Bools:
    """[K, n] the first set of each group, the second of each, and so on."""
    chosen = np.zeros((max(map(len, sets)), n), dtype=np.bool_)
    for of in sets:
        for row, one in enumerate(of):
            chosen[row, one] = True
    return chosen


def _apart(waiting: list[int], shared: SharedHours) -> Iterator[list[int]]:
    """Groups that have no member in common."""
    while waiting:
        taken: set[int] = set()
        now, later = [], []
        for group in waiting:
            members = set(shared.groups[group].tolist())
            if members & taken:
                later.append(group)
            else:
                taken |= members
                now.append(group)
        yield now
        waiting = later
