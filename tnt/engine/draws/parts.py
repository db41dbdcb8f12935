"""Lists part by part: those that are alike together, their draws in an order that is nearly that of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.draws.alike import LEAST_DRAWS, LEAST_LISTS, Alike, alike_lists
from tnt.engine.draws.list_hours import ListHours
from tnt.engine.draws.quantiles import DrawSummary, spread_of
from tnt.engine.draws.windows import WindowReach, reach_of, spread_within

_SOME = 16


@dataclass(frozen=True)
class OrderedLists:
    """Some of the lists.

    lists     [n] which they are
    order     [D] the draws, those with few hours first
    hours     of these lists, the draws in that order
    distance  [n] from that order, the least first
    reach     of windows; None: the draws are in no useful order
    """

    lists: Ints
    order: Ints
    hours: ListHours
    distance: Floats
    reach: WindowReach | None

    def spread_of(self, hours: Floats, block: slice) -> DrawSummary:
        """Of a block of `hours`, which is left in another order."""
        if self.reach is None:
            return spread_of(hours)
        means = None if self._means is None else self._means[block]
        return spread_within(hours, self.reach, float(self.distance[block.stop - 1]), means)

    @cached_property
    def _means(self) -> Floats | None:
        return self.hours.means()


def in_parts(hours: ListHours, memory: Floats) -> Iterator[OrderedLists]:
    """Every list in one of the parts. `memory` of a block is written over whenever a part is asked for.

    How far windows reach is learnt from some lists of the group that are least alike. Where lists are few, or so unlike
    one another that windows would not be narrow, all of them are one part and the draws stay where they are.
    """
    length, draws = hours.counts.length, hours.rows.shape[1]
    groups = alike_lists(hours.columns, length, hours.rows) if length >= LEAST_LISTS and draws >= LEAST_DRAWS else []
    reach = _reach(hours, groups, memory) if groups else None
    if reach is None:
        yield OrderedLists(np.arange(length), np.arange(draws), hours, np.zeros(length), None)
        return
    for group in groups:
        order = _some(hours, group, memory)[1].mean(axis=0).argsort()
        yield OrderedLists(group.lists, order, hours.of(group.lists).in_order(order), group.distance, reach)


def _reach(hours: ListHours, groups: list[Alike], memory: Floats) -> WindowReach | None:
    least_alike = max(groups, key=lambda group: float(np.median(group.distance)))
    some, of_some = _some(hours, least_alike, memory)
    reach = reach_of(of_some[:, of_some.mean(axis=0).argsort()], least_alike.distance[some])
    usual = float(np.median(np.concatenate([group.distance for group in groups])))
    return reach if reach.help(usual, of_some.shape[1]) else None


def _some(hours: ListHours, group: Alike, memory: Floats) -> tuple[Ints, Floats]:
    """Some lists of a group from its middle to its edge, as positions in it, and their hours."""
    count = min(_SOME, len(group.lists), hours.at_once)
    some = np.linspace(0, len(group.lists) - 1, count).astype(np.intp)
    return some, next(hours.of(group.lists[some]).blocks(memory))[1]
