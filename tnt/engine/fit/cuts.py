"""What sets of recommendations save, as rows of a linear program.

The hours W(S) that a set needs of a shared activity are submodular: U is a probability of a union, and W a sum of such
with weights of 0 or more. The rows

    saved <= Σ over the members in some order of (saved by the first i - saved by the first i - 1) x follow_i

hold for every set and every order, and that with the followed first holds with equality: Edmonds' greedy algorithm for
polymatroids [Edmonds J. Submodular functions, matroids, and certain polyhedra. 1970; Lovász L. Submodular functions and
convexity. 1983]. So a few rows, those which a solution violates, stand for exponentially many.
"""

from collections.abc import Iterable, Iterator
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
    worked out when it is known to bind.

    A set of members of a group is known by its bits, in the order of the group.
    """

    def __init__(self, shared: SharedHours, n: int) -> None:
        self.shared, self.n = shared, n
        self._saved: dict[tuple[int, bytes], float] = {}
        longest = max((members.size for members in shared.groups), default=0)
        self._members = np.full((len(shared.groups), longest), n)
        for at, members in enumerate(shared.groups):
            self._members[at, : members.size] = members

    def violated(self, saved: Floats, allowed: Floats, follow: Floats) -> list[Cut]:
        """Rows of those groups that are said to save [G] more than they do where so much of each [n] is followed, by
        more than is allowed [G]."""
        some = np.flatnonzero(saved > allowed)
        if not some.size:
            return []
        ranked = self._ranked(follow, some)
        shares = -np.diff(np.append(ranked.shares, np.zeros((some.size, 1)), axis=1), axis=1)
        rows, ranks = np.nonzero(shares > 0)
        sets = [(int(some[row]), ranked.bits[row, rank].tobytes()) for row, rank in zip(rows, ranks, strict=True)]
        self._ask(sets)
        most = np.zeros(some.size)
        np.add.at(most, rows, shares[rows, ranks] * np.array([self._saved[each] for each in sets]))
        return self.cuts(follow, some[saved[some] > most + allowed[some]])

    def cuts(self, follow: Floats, groups: Ints) -> list[Cut]:
        """The row of each of some groups with its members in the order of how far they are followed [n]: none binds
        more there."""
        ranked = self._ranked(follow, groups)
        size = [self.shared.groups[group].size for group in groups.tolist()]
        chains = [
            [(group, ranked.bits[row, rank].tobytes()) for rank in range(size[row])]
            for row, group in enumerate(groups.tolist())
        ]
        self._ask([one for chain in chains for one in chain])
        return [
            Cut(chain[0][0], ranked.members[row, : size[row]], np.diff([0.0, *map(self._saved.__getitem__, chain)]))
            for row, chain in enumerate(chains)
        ]

    def saved(self, group: int, chosen: Bools) -> Floats:
        """[K] hours a year that sets [K, m] of the members of a group save."""
        padded = np.zeros((len(chosen), self._members.shape[1]), dtype=np.bool_)
        padded[:, : chosen.shape[1]] = chosen
        sets = [(group, bits.tobytes()) for bits in np.packbits(padded, axis=1)]
        self._ask(sets)
        return np.array([self._saved[one] for one in sets])

    def _ranked(self, follow: Floats, groups: Ints) -> "_Ranked":
        members = self._members[groups]
        shares = np.append(np.maximum(follow, 0.0), -1.0)[members]
        order = np.argsort(-shares, axis=1, kind="stable")
        ranks = np.argsort(order, axis=1)
        first = (ranks[:, None, :] <= np.arange(order.shape[1])[:, None]) & (members < self.n)[:, None, :]
        in_order = np.take_along_axis(shares, order, axis=1)
        return _Ranked(
            np.take_along_axis(members, order, axis=1), np.maximum(in_order, 0.0), np.packbits(first, axis=2)
        )

    def _ask(self, sets: Iterable[tuple[int, bytes]]) -> None:
        """What sets of members save, of all groups that have no member in common at a time."""
        unknown: dict[int, list[bytes]] = {}
        for at, bits in dict.fromkeys(sets):
            if (at, bits) not in self._saved:
                unknown.setdefault(at, []).append(bits)
        batches = [
            (batch, self._side_by_side({at: unknown[at] for at in batch})) for batch in self._apart(list(unknown))
        ]
        if not batches:
            return
        saved = self.shared.saved(np.concatenate([chosen for _, chosen in batches]))
        first = 0
        for batch, chosen in batches:
            for at in batch:
                for row, bits in enumerate(unknown[at]):
                    self._saved[at, bits] = float(saved[first + row, at])
            first += len(chosen)

    def _side_by_side(self, sets: dict[int, list[bytes]]) -> Bools:
        """[K, n] the first set of each group, the second of each, and so on."""
        chosen = np.zeros((max(map(len, sets.values())), self.n), dtype=np.bool_)
        for at, of in sets.items():
            members = self.shared.groups[at]
            bits = np.frombuffer(b"".join(of), dtype=np.uint8).reshape(len(of), -1)
            chosen[: len(of), members] = np.unpackbits(bits, axis=1)[:, : members.size]
        return chosen

    def _apart(self, waiting: list[int]) -> Iterator[list[int]]:
        """Groups that have no member in common."""
        while waiting:
            taken: set[int] = set()
            now, later = [], []
            for group in waiting:
                members = set(self.shared.groups[group].tolist())
                if members & taken:
                    later.append(group)
                else:
                    taken |= members
                    now.append(group)
            yield now
            waiting = later


class _Ranked(NamedTuple):
    """Members of groups [g, m] from the one followed most, how far each is, and the bits of the first, the first two
    and so on [g, m, bytes]."""

    members: Ints
    shares: Floats
    bits: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]"
