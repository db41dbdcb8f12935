"""The fewest of some things that are enough together, and of sets so small the one with the least to spare. [ours]

What a set gives lies between the sums of `least` and `most` of what is in it. Sets are gone through in the order of
what is most; one is looked at only where these bounds leave open that it is enough and better than the best found. All
of a size are gone through unless that takes more steps than are allowed, and then the answer says that nothing proves
it. A better solver takes the place of `smallest_set`: whatever asks for it knows no more than this function.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from tnt.arrays import Floats

Given = Callable[[Sequence[frozenset[int]]], Floats]
"""What each of some sets of numbers gives."""
STEPS = 40_000
SETS = 1_500
"""At most so many beginnings of sets, and so many sets whose parts depend on one another, are looked at."""
_NOTHING = 1e-12
"""Of what is needed: so little to spare is none."""


@dataclass(frozen=True, slots=True)
class SmallestSet:
    """Numbers of the things, in their order, and what they give together. `is_fewest` and `is_least`: that no fewer are
    enough, and that none of the sets as small has less to spare, is proven."""

    chosen: tuple[int, ...]
    given: float
    is_fewest: bool
    is_least: bool


def smallest_set(
    given: Given,
    least: Floats,
    most: Floats,
    needed: float,
    usual: Floats,
    *,
    steps: int = STEPS,
    sets: int = SETS,
) -> SmallestSet | None:
    """Of things 0 … n-1 of which each adds `least` to `most` [n] to a set, about the `usual`, which is tried first.
    None where all together are not enough."""
    needed *= 1 - _NOTHING  # what equals it but for rounding is enough
    things = frozenset(range(most.size))
    if not things or float(given([things])[0]) < needed:
        return None
    search = _Search(given, least, most, needed, steps, sets)
    greedy = search.one_after_the_other(usual)
    for size in range(1, len(greedy) + 1):
        if size == len(greedy):
            search.best, search.best_given = tuple(greedy), float(given([frozenset(greedy)])[0])
        if search.may_be_enough(size):
            search.look_at(size)
        if search.best is not None:
            break
        search.is_fewest = search.is_fewest and search.is_least
    assert search.best is not None  # one after the other are enough in the end
    return SmallestSet(tuple(sorted(search.best)), search.best_given, search.is_fewest, search.is_least)


@dataclass
class _Search:
    given: Given
    least: Floats
    most: Floats
    needed: float
    steps: int
    sets: int
    best: tuple[int, ...] | None = None
    best_given: float = np.inf
    is_fewest: bool = True
    is_least: bool = True
    _order: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._order = np.argsort(-self.most, kind="stable").tolist()
        most, least = self.most[self._order], self.least[self._order]
        self._smallest = np.sort(least)
        self._most = most.tolist()
        self._free = [at for at in range(most.size) if most[at] == least[at]]
        self._free_negative = [-self._most[at] for at in self._free]
        self._tied = [at for at in range(most.size) if most[at] != least[at]]
        self._least = least.tolist()

    def one_after_the_other(self, usual: Floats) -> list[int]:
        """Those that usually give most, until they are enough."""
        order = np.argsort(-usual, kind="stable").tolist()
        for size in range(1, len(order)):
            if float(self.given([frozenset(order[:size])])[0]) >= self.needed:
                return list(order[:size])
        return list(order)

    def may_be_enough(self, size: int) -> bool:
        """Whether any set so large can be."""
        return bool(sum(self._most[:size]) >= self.needed)

    def look_at(self, size: int) -> None:
        """All sets so large, as far as steps go."""
        self.is_least = True
        for beginning, given in self._beginnings(size - 1, 0, (), 0.0):
            self.steps -= 1
            if self.steps < 0 or self.sets < 0:
                self.is_least = False
                return
            self._with_one_more(beginning, given)
            if self.best is not None and self.best_given - self.needed <= _NOTHING * self.needed:
                return
        self.is_least = self.sets >= 0

    def _beginnings(
        self, size: int, first: int, beginning: tuple[int, ...], given: float
    ) -> Iterator[tuple[tuple[int, ...], float]]:
        """Sets of places, smaller by one, that may become enough and better than the best found."""
        if len(beginning) == size:
            yield beginning, given
            return
        more = size + 1 - len(beginning)
        for at in range(first, len(self._order) - more + 1):
            if given + sum(self._most[at : at + more]) < self.needed:
                return
            longer = (*beginning, at)
            with_it = self._of(longer, given)
            if with_it + float(self._smallest[: more - 1].sum()) < self.best_given and self.sets >= 0:
                yield from self._beginnings(size, at + 1, longer, with_it)

    def _of(self, places: tuple[int, ...], before: float) -> float:
        """What a set gives, whose parts but the last give so much."""
        if self._most[places[-1]] == self._least[places[-1]]:
            return before + float(self._most[places[-1]])
        self.sets -= 1
        return float(self.given([self._things(places)])[0])

    def _with_one_more(self, beginning: tuple[int, ...], given: float) -> None:
        first = beginning[-1] + 1 if beginning else 0
        lacking = self.needed - given
        # Of those that share nothing the smallest that is enough: they stand in falling order.
        last = bisect_right(self._free_negative, -lacking) - 1
        if last >= 0 and self._free[last] >= first:
            self._take((*beginning, self._free[last]), given + self._most[self._free[last]])
        open_ones = [
            at
            for at in self._tied
            if at >= first and self._most[at] >= lacking and given + self._least[at] < self.best_given
        ]
        if open_ones:
            self.sets -= len(open_ones)
            found = self.given([self._things((*beginning, at)) for at in open_ones])
            for at, each in zip(open_ones, found.tolist(), strict=True):
                if each >= self.needed:
                    self._take((*beginning, at), each)

    def _take(self, places: tuple[int, ...], given: float) -> None:
        if given < self.best_given:
            self.best, self.best_given = tuple(self._order[at] for at in places), given

    def _things(self, places: tuple[int, ...]) -> frozenset[int]:
        return frozenset(self._order[at] for at in places)
