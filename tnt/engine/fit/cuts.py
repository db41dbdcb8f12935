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

from tnt.arrays import Floats, Ints
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
    """Rows of the groups of a problem, each worked out once: what a set saves may take long to tell."""

    def __init__(self, shared: SharedHours) -> None:
        self.shared = shared
        self.known: dict[tuple[int, bytes], Cut] = {}

    def cuts(self, follow: Floats, groups: Sequence[int]) -> list[Cut]:
        """The row of each of some groups with its members in the order of how far they are followed [n]: none binds
        more there."""
        orders = [(group, members[np.argsort(-follow[members], kind="stable")]) for group, members in self._of(groups)]
        wanted = [(group, order) for group, order in orders if (group, order.tobytes()) not in self.known]
        batches = list(_at_once(wanted))
        sets = [_first_members(batch, follow.size) for batch in batches]
        if sets:
            saved = self.shared.saved(np.concatenate(sets))
            ends = np.cumsum([len(each) for each in sets])
            for batch, end, each in zip(batches, ends.tolist(), sets, strict=True):
                steps = np.diff(saved[end - len(each) : end], axis=0)
                for group, order in batch:
                    self.known[group, order.tobytes()] = Cut(group, order, steps[: order.size, group])
        return [self.known[group, order.tobytes()] for group, order in orders]

    def _of(self, groups: Sequence[int]) -> Iterator[tuple[int, Ints]]:
        return ((group, self.shared.groups[group]) for group in groups)


def _first_members(batch: Sequence[tuple[int, Ints]], n: int) -> "np.ndarray[tuple[int, int], np.dtype[np.bool_]]":
    """[longest + 1, n] nobody, the first of each order, the first two of each, and so on."""
    chosen = np.zeros((1 + max(order.size for _, order in batch), n), dtype=np.bool_)
    for _, order in batch:
        chosen[:, order] = np.arange(len(chosen))[:, None] > np.arange(order.size)
    return chosen


def _at_once(waiting: list[tuple[int, Ints]]) -> Iterator[list[tuple[int, Ints]]]:
    """Groups that have no member in common, and so can be asked about together."""
    while waiting:
        taken: set[int] = set()
        now, later = [], []
        for group, order in waiting:
            members = set(order.tolist())
            if members & taken:
                later.append((group, order))
            else:
                taken |= members
                now.append((group, order))
        yield now
        waiting = later
