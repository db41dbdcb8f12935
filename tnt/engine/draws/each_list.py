"""Every list in every draw, summarised: spread of the hours, probability of overload, how many lists are overloaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.draws.differing.own_factor import OwnFactor
from tnt.engine.draws.differing.verdicts import CertainVerdicts, OwnVerdicts, Verdicts
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
    probability_of_overload  [L] over the draws; NaN where there is no verdict
    overloaded               [D] how many lists are overloaded in each draw, on average where they differ by themselves
    number_overloaded        [1] how many are over all draws
    """

    hours: DrawSummary
    probability_of_overload: Floats
    overloaded: Floats
    number_overloaded: DrawSummary


def simulate_lists(
    prepared: Prepared,
    draws: Draws,
    limit: OverloadLimit,
    shared: DrawnOverlap | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
    own: OwnFactor | None = None,
) -> ListSimulation:
    """Every draw of every list, summarised block by block. `progress` is told how many lists are done, of how many;
    `own` is the factor by which lists differ, None: they do not."""
    length, count = draws.streams.draws, prepared.counts.length
    hours_of_lists, chances = DrawSummary(*(np.empty(count) for _ in range(4))), np.empty(count)
    all_hours, done = list_hours(prepared, draws.values, length, shared), 0
    if own is not None:
        all_hours = all_hours.times(own.factor)
    memory, has_none = all_hours.memory(), np.isnan(limit.hours)
    verdicts = _verdicts(own, int(np.count_nonzero(~has_none)), memory.shape)
    for some in in_parts(all_hours, memory):
        limit_of_these = limit.part(some.lists, some.order)
        verdicts.begin(some.order)
        for block, hours in some.hours.blocks(memory):
            lists = some.lists[block]
            chances[lists] = verdicts.chances(hours, limit_of_these.of(block))
            means = verdicts.means(hours)
            _fill_in(hours_of_lists, lists, some.spread_of(hours, block))
            if means is not None:
                hours_of_lists.mean[lists] = means
            done += len(lists)
            progress(done, count)
    chances[has_none] = np.nan
    return ListSimulation(hours_of_lists, chances, verdicts.overloaded, verdicts.number())


def _verdicts(own: OwnFactor | None, judged: int, shape: tuple[int, ...]) -> Verdicts:
    most_at_once, draws = shape
    return CertainVerdicts(draws, most_at_once) if own is None else OwnVerdicts(own, judged, most_at_once)


def _fill_in(whole: DrawSummary, lists: Ints, part: DrawSummary) -> None:
    for name in ("mean", "p05", "p50", "p95"):
        getattr(whole, name)[lists] = getattr(part, name)
