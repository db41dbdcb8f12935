"""Numbers drawn in two ways: independent, and with all minutes of the role too low or too high together.

Errors of minutes share a bias, and nobody knows how much of one: the two ways are the two ends (docs/uncertainty.md,
"Why two intervals"). What is printed is the wider of the two intervals, of all lists together and of each list by
itself; the chance that a list is overloaded is that in the draws its interval is from. [ours]
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats
from tnt.engine.draws.each_list import ListSimulation
from tnt.engine.draws.quantiles import DrawSummary


@dataclass(frozen=True, slots=True)
class TwoWays:
    """Summaries of the same figures [n]."""

    independent: DrawSummary
    together: DrawSummary

    @property
    def wider(self) -> DrawSummary:
        """Of each figure the wider; the independent one where they are equally wide."""
        return self.together.where(self.together.is_wider_than(self.independent), self.independent)


@dataclass(frozen=True, slots=True)
class ListsTwoWays:
    """Every list in every draw; one simulation twice where no two minutes are drawn apart."""

    independent: ListSimulation
    together: ListSimulation

    @property
    def hours(self) -> DrawSummary:
        """[L] required hours, of each list the wider interval."""
        return TwoWays(self.independent.hours, self.together.hours).wider

    @property
    def probability_of_overload(self) -> Floats:
        """[L] over the draws that the interval is from; NaN where there is no verdict."""
        return np.where(
            self.together.hours.is_wider_than(self.independent.hours),
            self.together.probability_of_overload,
            self.independent.probability_of_overload,
        )

    def overloaded(self, *, minutes_first: bool) -> DrawSummary:
        """[1] how many lists are, the wider interval. Whole numbers are often equally wide: `minutes_first` says that
        it is then the one with the minutes together."""
        independent, together = self.independent.number_overloaded, self.together.number_overloaded
        return TwoWays(together, independent).wider if minutes_first else TwoWays(independent, together).wider
