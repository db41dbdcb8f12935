"""Every list in every draw, summarised: spread of the hours, probability of overload, how many lists are overloaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.engine.draws.list_hours import list_hours
from tnt.engine.draws.parameters import Draws
from tnt.engine.draws.parts import in_parts
from tnt.engine.draws.quantiles import DrawSummary
from tnt.engine.draws.terms import Prepared


@dataclass(frozen=True)
class OverloadLimit:
    """Hours beyond which a list is overloaded: hours [L] + basis [L, q] @ scalars [q, D].

    NaN where there is no verdict, minus infinity where the list is overloaded whatever is asked of it.
    """

    hours: Floats
    basis: Floats = field(default_factory=lambda: np.empty((0, 0)))
    scalars: Floats = field(default_factory=lambda: np.empty((0, 0)))

    def part(self, lists: Ints, order: Ints) -> OverloadLimit:
        """Of some lists [n], with all draws [D] in another order."""
        if self.scalars.size == 0:
            return OverloadLimit(self.hours[lists])
        return OverloadLimit(self.hours[lists], self.basis[lists], self.scalars[:, order])

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
    all_hours, done = list_hours(prepared, draws.values, length, shared), 0
    memory = all_hours.memory()
    over_memory = np.empty(memory.shape, dtype=np.bool_)
    for some in in_parts(all_hours, memory):
        overloaded, limit_of_these = np.zeros(length, dtype=np.intp), limit.part(some.lists, some.order)
        for block, hours in some.hours.blocks(memory):
            lists = some.lists[block]
            over = np.greater(hours, limit_of_these.of(block), out=over_memory[: len(hours)])
            answer.probability_of_overload[lists] = [np.count_nonzero(row) for row in over]
            overloaded += np.add.reduce(over.view(np.uint8), axis=0, dtype=np.uint8)
            _fill_in(answer.hours, lists, some.spread_of(hours, block))
            done += len(lists)
            progress(done, count)
        answer.overloaded[some.order] += overloaded
    answer.probability_of_overload[:] /= length
    answer.probability_of_overload[np.isnan(limit.hours)] = np.nan
    return answer


def _fill_in(whole: DrawSummary, lists: Ints, part: DrawSummary) -> None:
    for name in ("mean", "p05", "p50", "p95"):
        getattr(whole, name)[lists] = getattr(part, name)
