"""The share at which something that grows with it is as much as was observed, in every draw."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tnt.arrays import Floats

_MOST_TRIES = 100
_NEAR = 1e-12


def solved(done_by: Callable[[Floats], Floats], wanted: Floats, of_all: Floats) -> Floats:
    """[D] shares, 0 to 1; `done_by` grows with the share from 0 to `of_all`, above 0, and `wanted` is as much or less.

    By the straight line between too few and too many, the end that stays counted half (the Illinois rule), in all draws
    at once.
    """
    low, high = np.zeros_like(wanted), np.ones_like(wanted)
    below, above = -wanted, of_all - wanted
    share, stays = wanted / of_all, np.zeros(wanted.shape, dtype=np.intp)
    for _ in range(_MOST_TRIES):
        span = above - below
        share = np.divide(low * above - high * below, span, out=share.copy(), where=span > 0)
        off = done_by(share) - wanted
        if (np.abs(off) <= _NEAR * of_all).all():
            break
        more = off > 0
        halved = np.where(more & (stays == 1), below / 2, below), np.where(~more & (stays == -1), above / 2, above)
        low, below = np.where(more, low, share), np.where(more, halved[0], off)
        high, above = np.where(more, share, high), np.where(more, off, halved[1])
        stays = np.where(more, 1, -1)
    return np.clip(share, 0.0, 1.0)
