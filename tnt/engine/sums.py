"""Sums of measures over selections of lists, without the measures of any single list."""

from collections.abc import Sequence

import numpy as np

from tnt.engine.arrays import Floats
from tnt.engine.fold import Folded
from tnt.engine.registers import Filled


class Sums:
    """Adds up people first (by stratum, times each calibrated condition's factor), and applies weights at the end."""

    def __init__(self, folded: Folded, selections: int) -> None:
        """Nobody yet, for so many distinct selections."""
        groups, strata, cells = folded.calibrated.size, folded.bases.shape[0], folded.split.shape[0]
        self._folded = folded
        self._people = np.zeros((1 + groups, selections, strata))
        self._filled = np.zeros((groups, selections, cells))

    def add(self, people: Floats, weights: Floats, factors: Floats, filled: Sequence[Filled]) -> None:
        """A block of lists: `people` [n, S], `weights` of each selection [selections, n], `factors` [n, G]."""
        self._people[0] += weights @ people
        for group in range(factors.shape[1]):
            self._people[1 + group] += (weights * factors[:, group]) @ people
        for fill in filled:
            self._filled[fill.column] += weights[:, fill.rows] @ fill.people

    def by_measure(self) -> Floats:
        """[selections, M] what has been added so far."""
        folded = self._folded
        result = np.empty((self._people.shape[1], folded.factor_of.size))
        for group in range(-1, folded.calibrated.size):
            measures = folded.factor_of == group
            result[:, measures] = self._people[1 + group] @ folded.strata_weights[:, measures]
            if group >= 0:
                result[:, measures] += self._filled[group] @ folded.cell_weights[:, measures]
        return result
