"""What sets of recommendations save, as rows of a linear program.

The hours W(S) that a set needs of a shared activity are submodular: U is a probability of a union, and W a sum of such
with weights of 0 or more. The rows

    saved <= Σ over the members in some order of (saved by the first i - saved by the first i - 1) x follow_i

hold for every set and every order, and that with the followed first holds with equality: Edmonds' greedy algorithm for
polymatroids [Edmonds J. Submodular functions, matroids, and certain polyhedra. 1970; Lovász L. Submodular functions and
convexity. 1983]. So a few rows, those which a solution violates, stand for exponentially many.
"""

from collections.abc import Iterator
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


def cuts(shared: SharedHours, follow: Floats) -> Iterator[Cut]:
    """The row of each group with its members in the order of how far they are followed [n]: none binds more there."""
    orders = [members[np.argsort(-follow[members], kind="stable")] for members in shared.groups]
    longest = max((order.size for order in orders), default=0)
    for groups in _at_once(orders):
        chosen = np.zeros((longest + 1, follow.size), dtype=np.bool_)
        for group in groups:
            order = orders[group]
            chosen[:, order] = np.arange(longest + 1)[:, None] > np.arange(order.size)
        steps = np.diff(shared.saved(chosen), axis=0)
        for group in groups:
            order = orders[group]
            yield Cut(group, order, steps[: order.size, group])


def _at_once(orders: list[Ints]) -> Iterator[list[int]]:
    """Groups that have no member in common, and so can be asked about together."""
    waiting = list(range(len(orders)))
    while waiting:
        taken: set[int] = set()
        now: list[int] = []
        for group in waiting:
            members = set(orders[group].tolist())
            if not members & taken:
                taken |= members
                now.append(group)
        yield now
        waiting = [group for group in waiting if group not in now]
