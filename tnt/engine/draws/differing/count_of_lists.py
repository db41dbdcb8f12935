"""How many lists are overloaded, where each is with a chance of its own in every draw.

In a draw the number is a sum of independent yes or no (Poisson-binomial), with mean Σ P and variance Σ P (1 - P):
METHOD "Lists differ". Over the draws it is the mixture of these, whose percentiles are asked for: the least number k
with so much of the mixture at or below it. Of few lists it is added up exactly, list by list. Of many it is, in each
draw, a normal with a correction for skewness, midway between whole numbers [Volkova 1996, Theory Probab Appl 40:791]:

    P(N <= k) = G((k + ½ - m) ÷ s),  G(x) = Φ(x) + γ (1 - x²) φ(x) ÷ 6,  γ = Σ P (1 - P) (1 - 2 P) ÷ s³

Taking it draw by draw, no number of lists is drawn, and the same inputs give the same percentiles. [ours]
"""

from __future__ import annotations

import numpy as np
from scipy.special import ndtr

from tnt.arrays import Floats, Ints
from tnt.engine.draws.quantiles import PERCENTS, DrawSummary

MOST_EXACT = 64
"""Lists whose numbers are added up exactly."""
_ROUNDING = 1e-12
"""Of what the draws say of a number of lists: shares of whole draws stay whole."""


class CountOfLists:
    """The number of lists that are overloaded, as lists are told one after the other."""

    def __init__(self, lists: int, draws: int) -> None:
        """Of so many lists with a verdict."""
        self._lists = lists
        self._sums = np.zeros((3, draws))
        self._exactly = np.zeros((lists + 1, draws)) if lists <= MOST_EXACT else None
        if self._exactly is not None:
            self._exactly[0] = 1.0

    @property
    def means(self) -> Floats:
        """[D] Σ P in each draw."""
        means: Floats = self._sums[0]
        return means

    def add(self, chances: Floats, order: Ints) -> None:
        """Of some lists [n, D], the draws in this order; 0 where a list has no verdict."""
        squares = np.einsum("ld,ld->d", chances, chances)
        cubes = np.einsum("ld,ld,ld->d", chances, chances, chances)
        for sums, more in zip(self._sums, (chances.sum(axis=0), squares, cubes), strict=True):
            sums[order] += more
        if self._exactly is not None:
            for row in chances:
                if row.any():
                    self._add_exactly(row, order)

    def _add_exactly(self, chance: Floats, order: Ints) -> None:
        assert self._exactly is not None
        in_draws = np.empty_like(chance)
        in_draws[order] = chance
        one_more = self._exactly[:-1] * in_draws
        self._exactly *= 1 - in_draws
        self._exactly[1:] += one_more

    def summary(self) -> DrawSummary:
        """[1] over draws and lists."""
        percentiles = [self._percentile(percent / 100) for percent in PERCENTS]
        return DrawSummary(np.array([self.means.mean()]), *(np.array([float(each)]) for each in percentiles))

    def _percentile(self, share: float) -> int:
        """The least number with this share at or below it."""
        low, high = 0, self._lists
        while low < high:
            middle = (low + high) // 2
            if self._at_most(middle) >= share - _ROUNDING:
                high = middle
            else:
                low = middle + 1
        return low

    def _at_most(self, number: int) -> float:
        if self._exactly is not None:
            return float(self._exactly[: number + 1].sum(axis=0).mean())
        mean, squares, cubes = self._sums
        variance = np.maximum(mean - squares, 0.0)
        third = mean - 3 * squares + 2 * cubes
        spread = np.sqrt(variance)
        certain = variance <= _ROUNDING * np.maximum(mean, 1.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            x = (number + 0.5 - mean) / spread
            skewness = third / spread**3
            x = np.where(certain, 0.0, x)
            bend = np.where(certain, 0.0, skewness) * (1 - x**2) * np.exp(-(x**2) / 2) / (6 * np.sqrt(2 * np.pi))
        below = np.where(certain, number + 0.5 > mean, np.clip(ndtr(x) + bend, 0.0, 1.0))
        return float(below.mean())
