"""Lists whose hours rise and fall in the same draws, put together.

Hours of a list in every draw are its columns @ rows (`list_hours`). With the covariance of the rows each list is a
direction, and the cosine of two directions is the correlation of the two lists' hours over the draws. Lists are
grouped by direction (k-means on the sphere); whatever comes of it, no answer depends on it, only the time (`windows`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats, Ints

LEAST_LISTS = 512
LEAST_DRAWS = 4096
"""Below so many, grouping takes longer than it saves."""
_MOST_GROUPS, _LISTS_PER_GROUP = 16, 128
_ROUNDS = 6
_AT_ONCE = 2048


@dataclass(frozen=True)
class Alike:
    """One group, the list nearest to its middle first.

    lists     [n] which they are
    distance  [n] √(1 - correlation²) with the middle of the group: the share of a list's spread that is its own
    """

    lists: Ints
    distance: Floats


def alike_lists(columns: Callable[[slice], Floats], length: int, rows: Floats) -> list[Alike]:
    """Groups of `length` lists; `columns` gives those of some lists [n, q], rows are [q, D]."""
    variances, vectors = np.linalg.eigh(np.atleast_2d(np.cov(rows)))
    root = vectors * np.sqrt(np.maximum(variances, 0.0))
    blocks = [slice(start, min(start + _AT_ONCE, length)) for start in range(0, length, _AT_ONCE)]
    middles = _middles(np.concatenate([_unit(columns(block)[:: len(blocks)] @ root) for block in blocks]))
    group, cosine = np.empty(length, dtype=np.intp), np.empty(length)
    for block in blocks:
        cosines = _unit(columns(block) @ root) @ middles.T
        group[block], cosine[block] = cosines.argmax(axis=1), cosines.max(axis=1)
    distance = np.sqrt(np.maximum(1 - cosine**2, 0.0))
    order = np.lexsort((distance, group))
    parts = np.split(order, np.flatnonzero(np.diff(group[order])) + 1)
    return [Alike(lists, distance[lists]) for lists in parts]


def _middles(directions: Floats) -> Floats:
    """[groups, q] of the directions [n, q] of some lists."""
    groups = max(1, min(_MOST_GROUPS, len(directions) // _LISTS_PER_GROUP))
    middles = directions[:: len(directions) // groups][:groups]
    for _ in range(_ROUNDS):
        nearest = (directions @ middles.T).argmax(axis=1)
        middles = _unit((nearest == np.arange(groups)[:, None]) @ directions)
    return middles


def _unit(directions: Floats) -> Floats:
    """Of length 1; hours that are the same in every draw have none."""
    lengths = np.linalg.norm(directions, axis=1, keepdims=True)
    unit: Floats = np.divide(directions, lengths, out=np.zeros_like(directions), where=lengths > 0)
    return unit
