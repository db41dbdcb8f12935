"""What an hour of each role is worth to each list or draw, and so what any choice of it is worth at most.

For any prices of 0 or more, no choice that fits is worth more than the hours there are at these prices and what each
recommendation is worth beyond the price of its hours [Geoffrion AM. Lagrangean relaxation for integer programming.
1974]. The least such bound is that of the linear relaxation; it is found by Newton's method on a smooth bound from
above that comes nearer and nearer, and what is returned is the bound itself at the prices found, whatever they are.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tnt.arrays import Bools, Floats
from tnt.engine.fit.many.block import Block

_MOST = 1e30
_SOFT = tuple(0.5 * 0.7**step for step in range(12))
_SHARPER = tuple(max(0.05 * 0.8**step, 0.01) for step in range(9))
"""How soft whether something is worth its price is, as a share of what it is worth: at first, and from prices that are
near."""


def prices(hours: Floats, benefit: Floats, room: Floats, open_: Bools, near: Floats | None = None) -> Floats:
    """[K, J] per hour; `hours` [K, J, n] of those that are `open_` [K, n], `room` [K, J] what there is for them;
    `near` are prices to begin with.

    A step that makes the bound no better is tried again at a third of its length.
    """
    if not hours.size:
        return np.zeros(room.shape)
    worth = np.where(open_, np.maximum(benefit, 0.0), 0.0)
    room = np.maximum(room, 1e-9 * (1e-9 + hours.sum(axis=2)))
    shares = hours / room[:, :, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        per_worth = np.where(worth[:, None, :] > 0, np.minimum(shares / worth[:, None, :], _MOST), 0.0)
    usual = _one_price(shares.sum(axis=1), worth, room.shape[1])
    at = usual if near is None else np.maximum(near * room, 1e-9 * usual)
    softer = _SOFT if near is None else _SHARPER
    halves = (shares.astype(np.float32), per_worth.astype(np.float32), worth.astype(np.float32))
    now = _smooth(at, *halves, softer[0])
    least, best, longest = now.bound, at, np.ones(len(worth))
    for soft in softer:
        step = -np.linalg.solve(now.bend, now.slope[:, :, None])[:, :, 0]
        less = at * np.exp(np.maximum(np.minimum(step, 0.0), -longest[:, None] * at) / at)
        more = at + np.minimum(step, longest[:, None] * np.maximum(at, usual))
        then_at = np.where(step < 0, less, more)
        then = _smooth(then_at, *halves, soft)
        better = then.soft_bound <= now.soft_bound
        longest = np.where(better, np.minimum(1.3 * longest, 1.5), 0.3 * longest)
        at = np.where(better[:, None], then_at, at)
        now = _better(better, then, now)
        closer = then.bound < least
        least, best = np.where(closer, then.bound, least), np.where(closer[:, None], then_at, best)
    return np.asarray(best / room)


def _one_price(shares: Floats, worth: Floats, roles: int) -> Floats:
    """[K, J] the same for the share of every role: the ratio at which all roles together are full."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where((worth > 0) & (shares > 0), worth / shares, 0.0)
    order = np.argsort(-ratio, axis=1)
    full = np.cumsum(np.take_along_axis(shares, order, axis=1), axis=1) >= roles
    last = np.where(full.any(axis=1), full.argmax(axis=1), ratio.shape[1] - 1)
    at = np.take_along_axis(ratio, order, axis=1)[np.arange(len(last)), last]
    least = np.where(full.any(axis=1), at, 0.0) + 1e-9 * worth.sum(axis=1) + 1e-300
    return np.repeat(least[:, None], roles, axis=1)


Halves = NDArray[np.float32]


class _Smooth(NamedTuple):
    """[K] the bound at some prices, the smooth one, and its slope [K, J] and bend [K, J, J]."""

    bound: Floats
    soft_bound: Floats
    slope: Floats
    bend: Floats


def _better(better: Bools, then: _Smooth, now: _Smooth) -> _Smooth:
    wide = better[:, None]
    return _Smooth(
        np.where(better, then.bound, now.bound),
        np.where(better, then.soft_bound, now.soft_bound),
        np.where(wide, then.slope, now.slope),
        np.where(wide[:, :, None], then.bend, now.bend),
    )


def _smooth(at: Floats, shares: Halves, per_worth: Halves, worth: Halves, soft: float) -> _Smooth:
    """In half the precision: prices need not be exact for the bound at them to be."""
    above = np.matmul(at.astype(np.float32)[:, None, :], per_worth)[:, 0, :]
    above -= 1
    above *= np.float32(-1 / soft)
    np.clip(above, -40, 1e6, out=above)
    small = np.exp(-np.abs(above))
    inside = np.where(above >= 0, np.float32(1), small) / (1.0 + small)
    inside[worth <= 0] = 0.0
    gain = np.maximum(above, 0.0)
    paid = at.sum(axis=1)
    hard = paid + soft * np.einsum("kn,kn->k", worth, gain)
    slope = 1.0 - np.matmul(shares, inside[:, :, None])[:, :, 0].astype(np.float64)
    near = inside * (1 - inside)
    bend = np.matmul(shares * near[:, None, :], per_worth.transpose(0, 2, 1)).astype(np.float64) / soft
    size = np.einsum("kjj->kj", bend).max(axis=1)
    bend = bend + np.eye(bend.shape[1]) * (1e-6 * size + 1e-300)[:, None, None]
    return _Smooth(hard, hard + soft * np.einsum("kn,kn->k", worth, np.log1p(small)), slope, bend)


def bound(per_hour: Floats, own: Floats, block: Block, can: Bools) -> Floats:
    """[K] what no choice that fits is worth more than, with hours of each beside others [K, J, n] and only those that
    `can` come in [K, n]; what they need is not counted.

    Of pairs of which at most one is followed, those that have nobody in common are counted so, the others not.
    """
    beyond = block.benefit - np.matmul(per_hour[:, None, :], own)[:, 0, :]
    total = (per_hour * block.available).sum(axis=1) + np.where(block.must, beyond, 0.0).sum(axis=1)
    gain = np.where(can & ~block.must, np.maximum(beyond, 0.0), 0.0)
    everything = np.where(can | block.must, block.benefit, 0.0).sum(axis=1)
    taken: set[int] = set()
    for one, other in block.rules.instead:
        if not {one, other} & taken:
            taken |= {one, other}
            total -= np.minimum(gain[:, one], gain[:, other])
    return np.asarray(np.minimum(total + gain.sum(axis=1), everything))
