"""What is tried where a choice is far from its bound."""

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.many.block import Block
from tnt.engine.fit.many.choosing import fitted

_NEAR = 0.008
_LEFT_OUT, _PUT_IN = 3, 4
_LARGE = 0.02
_HARDLY, _ALMOST = 1.5, 0.5


class Trying:
    """Other choices where the bound is far from the value, kept where they are worth more."""

    def __init__(self, block: Block, chosen: Bools, worth: Floats, most: Floats) -> None:
        self.block, self.chosen, self.worth, self.most = block, chosen, worth, most
        self.may = block.rules.apart(block.must) & (block.benefit > 0)
        self.value = (block.benefit * chosen).sum(axis=1)

    def without_large(self, wanted: Bools) -> None:
        """Of what was wanted, one that takes much of a role and is worth the least for its price is left out, then the
        next."""
        block, out = self.block, np.zeros(wanted.shape, dtype=np.bool_)
        large = (block.hours > _LARGE * block.available[:, :, None]).any(axis=1) & wanted & ~block.must
        for _ in range(_LEFT_OUT):
            rows, item = self._next(np.where(large & ~out & (self.worth < _HARDLY), -self.worth, -np.inf))
            if not rows.size:
                break
            out[rows, item] = True
            worth = self.worth[rows]
            worth[np.arange(rows.size), item] = 0.0
            some = wanted[rows]
            some[np.arange(rows.size), item] = False
            self._take(rows, fitted(block.part(rows), some, worth))

    def with_best(self) -> None:
        """What is outside and worth most is put in before all others and the rest made to fit, then the next."""
        block, tried = self.block, self.chosen.copy()
        for _ in range(_PUT_IN):
            promising = self.may & ~tried & (self.worth > _ALMOST)
            rows, item = self._next(np.where(promising, block.benefit * np.minimum(self.worth, 1.0), -np.inf))
            if not rows.size:
                break
            tried[rows, item] = True
            of = np.arange(rows.size)
            some = np.append(self.chosen[rows], np.zeros((rows.size, 1), dtype=np.bool_), axis=1)
            some[of[:, None], block.rules.others[item]] = False
            some = some[:, :-1] | block.must[rows]
            some[of, item] = True
            worth = self.worth[rows]
            worth[of, item] = 1e250
            self._take(rows, fitted(block.part(rows), some, worth))

    def _next(self, score: Floats) -> tuple[Ints, Ints]:
        """Rows that are far from their bound and have something to try, and what."""
        rows = np.flatnonzero(self.most - self.value > _NEAR * self.value)
        item = score[rows].argmax(axis=1)
        some = score[rows, item] > -np.inf
        return rows[some], item[some]

    def _take(self, rows: Ints, chosen: Bools) -> None:
        value = (self.block.benefit[rows] * chosen).sum(axis=1)
        better = value > self.value[rows]
        self.chosen[rows[better]], self.value[rows[better]] = chosen[better], value[better]
