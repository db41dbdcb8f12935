"""One term of a sum of hours, and the prevalences that terms rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.people.combinations import Combination


@dataclass(frozen=True)
class Term:
    """Weights [C] x the product of the `factors` (numbers of parameters).

    Weights are hours a year per person of the cell, or per person of the cell who has the `condition` (-1: none).
    """

    weights: Floats
    condition: int
    recommendation: int
    factors: tuple[int, ...] = ()


@dataclass(frozen=True)
class Prevalences:
    """Of K conditions.

    mean          [C, K] as in `Measures.prevalence`; of drawn cells the mean of the parameter
    parameter     [C, K] the parameter that is the prevalence of the cell, -1 where it is not drawn
    scaled        [K]    as in `Measures`
    combinations  of the last of the K conditions, as in `Measures`
    group_shares  of each combination, the parameter that is the share of each of its groups, -1 where it is not drawn
    correlation   cluster -> the parameter that is its ρ, of those that are drawn
    """

    mean: Floats
    parameter: Ints
    scaled: Bools
    combinations: tuple[Combination, ...] = ()
    group_shares: tuple[tuple[int, ...], ...] = ()
    correlation: Mapping[int, int] = field(default_factory=dict)

    @property
    def first_combination(self) -> int:
        """How many conditions come before the combinations."""
        return self.scaled.size - len(self.combinations)

    def with_combination(self, combination: Combination) -> Prevalences:
        """One condition more, of which nothing is drawn."""
        nothing = np.full((len(self.parameter), 1), -1)
        return replace(
            self,
            mean=np.column_stack([self.mean, combination.before_registers]),
            parameter=np.hstack([self.parameter, nothing]),
            scaled=np.append(self.scaled, False),
            combinations=(*self.combinations, combination),
            group_shares=(*self.group_shares, (-1,) * len(combination.groups)),
        )
