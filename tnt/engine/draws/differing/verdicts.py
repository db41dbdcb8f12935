"""Which lists are overloaded in each draw: for certain, or with a chance where lists differ by their own factor."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.draws.differing.count_of_lists import CountOfLists
from tnt.engine.draws.differing.own_factor import OwnFactor
from tnt.engine.draws.quantiles import DrawSummary, spread_of


class Verdicts(Protocol):
    """Verdicts on lists, some at a time."""

    def begin(self, order: Ints) -> None:
        """The next hours have their draws [D] in this order."""

    def chances(self, hours: Floats, limit: Floats) -> Floats:
        """[n] over the draws, of some lists [n, D] being overloaded, which are counted."""

    def means(self, hours: Floats) -> Floats | None:
        """[n] means of these hours, where they are known better than from the hours themselves."""

    @property
    def overloaded(self) -> Floats:
        """[D] how many are, on average over what is not drawn."""

    def number(self) -> DrawSummary:
        """[1] how many are, over all draws."""


class CertainVerdicts:
    """A list is overloaded in a draw, or is not."""

    def __init__(self, draws: int, most_at_once: int) -> None:
        self._counted = np.zeros(draws, dtype=np.intp)
        self._memory: Bools = np.empty((most_at_once, draws), dtype=np.bool_)
        self._order = np.arange(draws)

    def begin(self, order: Ints) -> None:
        """As in `Verdicts`."""
        self._order = order

    def chances(self, hours: Floats, limit: Floats) -> Floats:
        """As in `Verdicts`; `hours` are those of at most 255 lists, which are counted in bytes."""
        over = np.greater(hours, limit, out=self._memory[: len(hours)])
        self._counted[self._order] += np.add.reduce(over.view(np.uint8), axis=0, dtype=np.uint8)
        chances: Floats = np.array([np.count_nonzero(row) for row in over]) / over.shape[1]
        return chances

    def means(self, hours: Floats) -> None:
        """As in `Verdicts`: the hours are all that is known."""
        return

    @property
    def overloaded(self) -> Floats:
        """As in `Verdicts`."""
        counted: Floats = self._counted.astype(np.float64)
        return counted

    def number(self) -> DrawSummary:
        """As in `Verdicts`."""
        return spread_of(self.overloaded[None])


class OwnVerdicts:
    """A list is overloaded in a draw with a chance, from hours that have a factor in them."""

    def __init__(self, own: OwnFactor, judged: int, most_at_once: int) -> None:
        """`judged` lists have a verdict."""
        draws = own.normal.size
        self._own = self._in_order = own
        self._count = CountOfLists(judged, draws)
        self._memory = np.empty((most_at_once, draws))
        self.begin(np.arange(draws))

    def begin(self, order: Ints) -> None:
        """As in `Verdicts`."""
        self._order, self._in_order = order, self._own.in_order(order)
        self._without_factor = 1 / (self._in_order.factor * order.size)

    def chances(self, hours: Floats, limit: Floats) -> Floats:
        """As in `Verdicts`."""
        chances = self._in_order.chance(hours, limit, self._memory[: len(hours)])
        self._count.add(chances, self._order)
        mean: Floats = chances.mean(axis=1)
        return mean

    def means(self, hours: Floats) -> Floats:
        """As in `Verdicts`: the factor has mean 1, so they are those without it."""
        means: Floats = hours @ self._without_factor
        return means

    @property
    def overloaded(self) -> Floats:
        """As in `Verdicts`."""
        return self._count.means

    def number(self) -> DrawSummary:
        """As in `Verdicts`."""
        return self._count.summary()
