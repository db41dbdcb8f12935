"""How much of the time there is a role has left when its required hours are taken from it, in every draw. [ours]

Over the lists with posts, as the available hours of an estimate: each list's own time, never below 0, added up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.analyses.uncertainty.spread import spread
from tnt.analyses.uncertainty.working_time.time_terms import TimeTerm
from tnt.arrays import Floats
from tnt.engine.draws.parameters import Draws, Values
from tnt.engine.draws.quantiles import DrawSummary, spread_of
from tnt.engine.draws.two_ways import TwoWays
from tnt.result.uncertainty import Room

TIME_BLOCK_BYTES = 2**22


@dataclass(frozen=True)
class DrawnTime:
    """The available hours of the lists with posts, where some number of them is drawn: a sum of `terms`."""

    terms: Sequence[TimeTerm]

    @property
    def parameters(self) -> set[int]:
        """Those that are drawn."""
        return {number for term in self.terms for number in term.product.factors}

    def available(self, values: Values) -> Floats:
        """[n] hours of all lists."""
        products = np.broadcast_arrays(*(_product(term, values) for term in self.terms))
        drawn = np.array(products)
        per_list = np.array([term.per_list for term in self.terms]).T
        total = np.zeros(drawn.shape[1])
        length = max(1, TIME_BLOCK_BYTES // (8 * total.size))
        for start in range(0, len(per_list), length):
            total += np.maximum(per_list[start : start + length] @ drawn, 0.0).sum(axis=0)
        return total

    def other_care(self, values: Values) -> Floats | None:
        """[n] hours of contacts that are not the pack's; None where none are counted."""
        parts = [term.per_list.sum() * _product(term, values) for term in self.terms if term.is_other_care]
        return np.asarray(-sum(parts)) if parts else None


def _product(term: TimeTerm, values: Values) -> Floats:
    product = np.full(1, term.product.constant)
    for number in term.product.factors:
        product = product * values(number)
    return product


def room_in_draws(time: DrawnTime, required: Callable[[Draws], Floats], ways: tuple[Draws, Draws]) -> Room:
    """`required` hours [D] of the same lists in the draws of both `ways`: numbers independent, minutes together."""
    available = time.available(ways[0].values)  # minutes of the pack are in none of it: the same both ways
    left = [np.broadcast_to(available - required(draws), ways[0].streams.draws) for draws in ways]
    independent, together = (spread_of(np.array(each)[None]) for each in left)
    is_together = bool(together.is_wider_than(independent)[0])
    other_care = time.other_care(ways[0].values)
    return Room(
        available_hours=spread(_summary(available, ways[0])),
        other_care_hours=None if other_care is None else spread(_summary(other_care, ways[0])),
        hours_left=spread(TwoWays(independent, together).wider),
        probability=float((left[is_together] >= 0).mean()),
    )


def _summary(hours: Floats, draws: Draws) -> DrawSummary:
    return spread_of(np.array(np.broadcast_to(hours, draws.streams.draws))[None])
