"""Exact quantiles of rows that are nearly in order already: only windows around the three positions are partitioned.

Columns are draws in the order of a list that is like all of these. If the n columns left of a window are not greater
than the value v that a partition of the window puts at position k, and those right of it not less, then n + (k - n)
values are not greater than v and the rest not less: v is the k-th of the whole row. Rows of which that cannot be said
are partitioned in full, so the answer is exact whatever the order, and only the time depends on it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats
from tnt.engine.draws.quantiles import DrawSummary, Keys, at_positions, keys_of, means_of, partition, positions

_MARGIN = 1.3
_SLACK = 2
"""Columns: rounding moves draws that are equal."""


@dataclass(frozen=True)
class WindowReach:
    """How far windows reach to the left and right of the three positions: [3] columns per distance (`alike`)."""

    left: Floats
    right: Floats

    def columns(self, distance: float, draws: int) -> tuple[list[int], list[int]]:
        """To the left and right of each position at this distance."""
        left, right = (np.minimum(each * distance, draws).astype(int) + _SLACK for each in (self.left, self.right))
        return left.tolist(), right.tolist()

    def help(self, distance: float, draws: int) -> bool:
        """Whether windows are narrower than what would be partitioned without them, by more than they cost."""
        return sum(map(sum, self.columns(distance, draws))) < draws


def reach_of(rows: Floats, distance: Floats) -> WindowReach:
    """The least with which these rows [n, D] would have been certain, and a margin. The rows are left as they are."""
    partitioned = rows.copy()
    partition(keys_of(partitioned))
    left, right = np.empty(3), np.empty(3)
    for index, position in enumerate(positions(rows.shape[1])):
        value = partitioned[:, position, None]
        greater, less = rows[:, :position] > value, rows[:, :position:-1] < value
        lefts = np.where(greater.any(axis=1), position - greater.argmax(axis=1), 0)
        rights = np.where(less.any(axis=1), less.shape[1] - less.argmax(axis=1), 0)
        left[index], right[index] = _per_unit(lefts, distance), _per_unit(rights, distance)
    return WindowReach(left, right)


def _per_unit(columns: Floats, distance: Floats) -> float:
    return _MARGIN * float(np.max(np.maximum(columns - _SLACK, 0) / np.maximum(distance, 1e-9)))


def spread_within(rows: Floats, reach: WindowReach, distance: float, means: Floats | None) -> DrawSummary:
    """Of each row [n, D] no further than `distance` from the order of its columns; `means` [n] where they are known.

    The rows are left in another order.
    """
    draws = rows.shape[1]
    first, middle, last = positions(draws)
    keys = keys_of(rows)
    left, right = reach.columns(distance, draws)
    _put_in_place(keys, middle, left[1], right[1])
    _put_in_place(keys[:, :middle], first, left[0], right[0])
    _put_in_place(keys[:, middle + 1 :], last - middle - 1, left[2], right[2])
    return at_positions(rows, means_of(rows) if means is None else means)


def _put_in_place(keys: Keys, position: int, left: int, right: int) -> None:
    """As `keys.partition(position, axis=1)`, from so many columns left of the position to so many right of it."""
    start, stop = max(position - left, 0), position + right + 1
    keys[:, start:stop].partition(position - start, axis=1)
    value = keys[:, position]
    certain = np.ones(len(keys), dtype=np.bool_)
    if start > 0:
        certain &= keys[:, :start].max(axis=1) <= value
    if stop < keys.shape[1]:
        certain &= keys[:, stop:].min(axis=1) >= value
    for row in np.flatnonzero(~certain).tolist():
        keys[row].partition(position)
