"""The rule: what is worth more than the price of its hours, made to fit, and what is better than that nearby."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.fit.many.block import Block
from tnt.engine.fit.many.choosing import fitted
from tnt.engine.fit.many.prices import bound, prices
from tnt.engine.fit.many.trying import Trying

_ROUNDING = 1e-9


@dataclass(frozen=True)
class ChosenByRule:
    """[K, n] what each follows; what that is worth [K], and what anything that fits is worth at most [K]; hours by
    which what must stay exceeds what there is [K, J]."""

    chosen: Bools
    value: Floats
    bound: Floats
    over: Floats


def choose(block: Block) -> ChosenByRule:
    """By the rule; where what must stay does not fit, that alone, worth nothing and bound by nothing."""
    over = np.maximum(block.used(block.must) - block.available, 0.0)
    over[over <= 1e-9 * np.maximum(block.available, 1.0)] = 0.0
    fits = ~over.any(axis=1)
    shares = np.divide(1.0, block.available, out=np.zeros(block.available.shape), where=block.available > 0)
    first = _ratio(block.benefit, block.hours, shares)
    own, can, per_hour = _priced(block, first, None)
    if block.groups:
        own, can, per_hour = _priced(block, _ratio(block.benefit, own, per_hour), per_hour)
    beyond = block.benefit - np.matmul(per_hour[:, None, :], own)[:, 0, :]
    worth = _ratio(block.benefit, own, per_hour)
    most = bound(per_hour, own, block, can)
    worth = _together(block, worth, own, per_hour)
    wanted = ((worth > 1) & (block.benefit > 0) & ~_losers(block, beyond)) | block.must
    wanted = _with_needed(block, wanted, worth)
    trying = Trying(block, fitted(block, wanted, worth), worth, most)
    trying.without_large(wanted)
    trying.with_best()
    chosen, value = trying.chosen, trying.value
    if block.groups:
        own = block.own_hours(np.where(chosen, 1e300, worth))
        most = np.minimum(most, bound(per_hour, own, block, can))
    chosen[~fits] = block.must[~fits]
    return ChosenByRule(chosen, np.where(fits, value, 0.0), np.where(fits, np.maximum(most, value), 0.0), over)


def best_of(ways: Sequence[ChosenByRule]) -> ChosenByRule:
    """Of each the way that is worth most, or has least too much where none fits; bound by the greatest bound."""
    best = ways[0]
    for way in ways[1:]:
        over, least = way.over.sum(axis=1), best.over.sum(axis=1)
        better = (over < least) | ((over == least) & (way.value > best.value))
        best = ChosenByRule(
            np.where(better[:, None], way.chosen, best.chosen),
            np.where(better, way.value, best.value),
            np.maximum(way.bound, best.bound),
            np.where(better[:, None], way.over, best.over),
        )
    return best


def _priced(block: Block, order: Floats, near: Floats | None) -> tuple[Floats, Bools, Floats]:
    """Hours of each [K, J, n] beside those before it in an order, which can come in [K, n], and prices [K, J]."""
    own = block.own_hours(order)
    room = np.maximum(block.available - np.where(block.must[:, None, :], own, 0.0).sum(axis=2), 0.0)
    can = (own <= room[:, :, None] * (1 + _ROUNDING)).all(axis=1) & block.rules.apart(block.must) & (block.benefit > 0)
    return own, can, prices(own, block.benefit, room, can & ~_losers(block, order), near)


def _ratio(benefit: Floats, hours: Floats, per_hour: Floats) -> Floats:
    """[K, n] what each is worth for the price of its hours."""
    priced = np.matmul(per_hour[:, None, :], hours)[:, 0, :]
    least = 1e-9 * priced.max(axis=1, initial=0.0) + 1e-300
    return np.asarray(np.minimum(benefit / np.maximum(priced, least[:, None]), 1e200))


def _losers(block: Block, worth: Floats) -> Bools:
    """[K, n] those of a pair that are worth less for their price than the other."""
    lost = np.zeros(worth.shape, dtype=np.bool_)
    for one, other in block.rules.instead:
        both = ~lost[:, one] & ~lost[:, other]
        other_wins = (worth[:, other] > worth[:, one]) & ~block.must[:, one] | block.must[:, other]
        lost[:, one] |= both & other_wins
        lost[:, other] |= both & ~other_wins
    return lost


def _together(block: Block, worth: Floats, own: Floats, per_hour: Floats) -> Floats:
    """[K, n] where a recommendation needs another, the two are worth what they are together for the price of both,
    if that is less than the one and more than the other."""
    if not block.rules.needs:
        return worth
    worth = worth.copy()
    priced = np.matmul(per_hour[:, None, :], own)[:, 0, :]
    for one, others in _ways(block):
        best = np.array(others)[worth[:, list(others)].argmax(axis=1)]
        rows = np.arange(block.count)
        both = (block.benefit[:, one] + block.benefit[rows, best]) / np.maximum(
            priced[:, one] + priced[rows, best], 1e-300
        )
        met = block.must[rows, best] | (worth[rows, best] > worth[:, one])
        worth[:, one] = np.where(met, worth[:, one], np.minimum(both, 1e200))
        worth[rows, best] = np.where(met, worth[rows, best], np.maximum(worth[rows, best], np.minimum(both, 1e200)))
    return worth


def _ways(block: Block) -> Iterator[tuple[int, tuple[int, ...]]]:
    """What needs another that there is."""
    return ((one, others) for one, others in block.rules.needs if others)


def _with_needed(block: Block, wanted: Bools, worth: Floats) -> Bools:
    """[K, n] with what those wanted need, where it is worth as much."""
    wanted = wanted.copy()
    rows = np.arange(block.count)
    for one, others in _ways(block):
        best = np.array(others)[worth[:, list(others)].argmax(axis=1)]
        lacking = wanted[:, one] & ~wanted[:, list(others)].any(axis=1) & (worth[rows, best] > 1)
        free = ~np.append(wanted, np.zeros((block.count, 1), dtype=np.bool_), axis=1)[
            rows[:, None], block.rules.others[best]
        ].any(axis=1)
        wanted[rows, best] |= lacking & free
    return wanted
