"""What goes out where there is too much, and what comes in where there is room; for all of a block at a time."""

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.many.block import Block

_ROOM = 1 + 1e-12
"""What fills the time there is fits, however it is added up."""
_WINDOW = 96
_ROUNDS = 4


def left_of(block: Block, chosen: Bools) -> Floats:
    """[K, J] hours that are left."""
    return np.asarray(block.available * _ROOM - block.used(chosen))


def fitted(block: Block, chosen: Bools, worth: Floats) -> Bools:
    """[K, n] what is chosen, less what is worth least for its price where it does not fit, and what fits beside it."""
    chosen = block.rules.without_needy(chosen)
    for _ in range(_ROUNDS):
        left = left_of(block, chosen)
        rows = np.flatnonzero((left < 0).any(axis=1))
        if not rows.size:
            break
        _drop(block, chosen, left, worth, rows)
        chosen = block.rules.without_needy(chosen) | block.must
    left = left_of(block, chosen)
    over = (left < 0).any(axis=1)
    chosen[over] = block.must[over]
    for _ in range(_ROUNDS):
        if not _fill(block, chosen, left_of(block, chosen), worth):
            break
    return chosen


def _drop(block: Block, chosen: Bools, left: Floats, worth: Floats, rows: Ints) -> None:
    """The least worth for its price, of a role that has too little, until all have enough.

    Hours are given back in full, which is too much where they are shared; whoever asks looks again.
    """
    while rows.size:
        of_use = (block.hours[rows] * (left[rows] < 0)[:, :, None]).any(axis=1) & chosen[rows] & ~block.must[rows]
        least = np.where(of_use, worth[rows], np.inf).argmin(axis=1)
        some = of_use[np.arange(rows.size), least]
        rows, least = rows[some], least[some]
        chosen[rows, least] = False
        left[rows] += block.hours[rows, :, least]
        rows = rows[(left[rows] < 0).any(axis=1)]


def _fill(block: Block, chosen: Bools, left: Floats, worth: Floats) -> int:
    """Put in what fits, the most worth for its price first; each is charged in full. How many came in."""
    may = block.rules.open(chosen) & (block.benefit > 0) & (block.hours <= left[:, :, None]).all(axis=1)
    rows = np.flatnonzero(may.any(axis=1))
    if not rows.size:
        return 0
    ranked = np.where(may[rows], worth[rows], -1.0)
    window = min(_WINDOW, ranked.shape[1])
    at = np.argpartition(-ranked, window - 1, axis=1)[:, :window]
    hours = np.take_along_axis(block.hours[rows], at[:, None, :], axis=2)
    value = np.take_along_axis(ranked, at, axis=1)
    may = np.append(may, np.zeros((block.count, 1), dtype=np.bool_), axis=1)
    came = 0
    while rows.size:
        fits = (hours <= left[rows][:, :, None]).all(axis=1) & may[rows[:, None], at]
        best = np.where(fits, value, -2.0).argmax(axis=1)
        some = fits[np.arange(rows.size), best]
        rows, at, hours, value, best = rows[some], at[some], hours[some], value[some], best[some]
        of = np.arange(rows.size)
        item = at[of, best]
        chosen[rows, item] = True
        left[rows] -= hours[of, :, best]
        may[rows, item] = False
        may[rows[:, None], block.rules.others[item]] = False
        came += rows.size
    return came
