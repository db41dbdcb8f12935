"""Sums of measures over selections of lists, without the measures of any single list."""

from collections.abc import Sequence

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.hours.fold import Folded
from tnt.engine.hours.registers import CappedLists
from tnt.engine.people.counts import ListCounts
from tnt.engine.people.selections import Selections


class Sums:
    """Adds up people first (by stratum, times each calibrated condition's factor), and applies weights at the end."""

    def __init__(self, counts: ListCounts, folded: Folded, chosen: Selections) -> None:
        """Only those counted whom no factor scales, where all lists are selected."""
        groups, cells = folded.calibrated.size, folded.split.shape[0]
        self._folded = folded
        self._people = np.zeros((1 + groups, chosen.distinct, counts.people.shape[1]))
        self._filled = np.zeros((groups, chosen.distinct, cells))
        for selection, mask in enumerate(chosen.masks):
            if mask is None:
                self._people[0, selection] = counts.everybody

    def add(
        self, people: Floats, masks: Sequence[Bools | None], factors: Floats, filled: Sequence[CappedLists]
    ) -> None:
        """A block of lists: `people` [n, S], a mask [n] for each selection, `factors` [n, G].

        Sums are products with a vector, which read at full speed; products with a matrix of few rows do not.
        """
        for selection, mask in enumerate(masks):
            if mask is not None:
                self._people[0, selection] += mask.astype(np.float64) @ people
            for group in range(factors.shape[1]):
                weights = factors[:, group] if mask is None else factors[:, group] * mask
                self._people[1 + group, selection] += weights @ people
            for fill in filled:
                chosen = np.ones(fill.rows.size) if mask is None else mask[fill.rows].astype(np.float64)
                self._filled[fill.column, selection] += chosen @ fill.people

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
