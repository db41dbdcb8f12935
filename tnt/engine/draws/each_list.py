"""Every list in every draw, summarised: spread of the hours, probability of overload, how many lists are overloaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.engine.draws.list_hours import list_hours
from tnt.engine.draws.parameters import Draws
from tnt.engine.draws.quantiles import DrawSummary, spread_of
from tnt.engine.draws.terms import Prepared


@dataclass(frozen=True)
class OverloadLimit:
    """Hours beyond which a list is overloaded: hours [L] + basis [L, q] @ scalars [q, D].

    NaN where there is no verdict, minus infinity where the list is overloaded whatever is asked of it.
    """

    hours: Floats
    basis: Floats = field(default_factory=lambda: np.empty((0, 0)))
    scalars: Floats = field(default_factory=lambda: np.empty((0, 0)))

    def of(self, block: slice) -> Floats:
        """[n, D], or [n, 1] where nothing of it is drawn."""
        hours = self.hours[block, None]
        return hours if self.scalars.size == 0 else hours + self.basis[block] @ self.scalars


@dataclass(frozen=True)
class ListSimulation:
    """What `simulate_lists` answers.

    hours                    [L] required hours of each list
    probability_of_overload  [L] share of the draws; NaN where there is no verdict
    overloaded               [D] how many lists are overloaded in each draw
    """

    hours: DrawSummary
    probability_of_overload: Floats
    overloaded: Ints


def simulate_lists(
    prepared: Prepared,
    draws: Draws,
    limit: OverloadLimit,
    shared: DrawnOverlap | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> ListSimulation:
    """Every draw of every list, summarised block by block. `progress` is told how many lists are done, of how many."""
    length, count = draws.streams.draws, prepared.counts.length
    answer = ListSimulation(
        DrawSummary(*(np.empty(count) for _ in range(4))), np.empty(count), np.zeros(length, dtype=np.intp)
    )
    over = np.empty((0, length), dtype=np.bool_)
    for block, hours in list_hours(prepared, draws.values, length, shared).blocks():
        over = over[: len(hours)] if len(hours) <= len(over) else np.empty(hours.shape, dtype=np.bool_)
        _overload(np.greater(hours, limit.of(block), out=over), answer, block)
        _fill_in(answer.hours, block, spread_of(hours))
        progress(block.stop, count)
    answer.probability_of_overload[np.isnan(limit.hours)] = np.nan
    return answer


def _overload(over: Bools, answer: ListSimulation, block: slice) -> None:
    answer.probability_of_overload[block] = [np.count_nonzero(row) for row in over]
    answer.probability_of_overload[block] /= over.shape[1]
    lists = np.add.reduce(over.view(np.uint8), axis=0, dtype=np.uint8)
    np.add(answer.overloaded, lists, out=answer.overloaded)


def _fill_in(whole: DrawSummary, block: slice, part: DrawSummary) -> None:
    for name in ("mean", "p05", "p50", "p95"):
        getattr(whole, name)[block] = getattr(part, name)
