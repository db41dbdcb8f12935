"""Several tasks in one visit, draw by draw: METHOD "Several tasks in one visit" [ours].

As with work that is shared (`overlap`): exact where no register scales a condition of a visit's tasks; else each list
keeps what the estimate saves, times what the draw makes of the whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.engine.draws.parameters import Values
from tnt.engine.draws.shared.activity import DrawnActivity

STEPS_AS_ONE = 25
"""So many steps of drawing visits count as one of drawing shared work: nearly all tasks of a pack fall in one kind of
visit, so that each is many, and whoever asks for visits may wait a minute."""


@dataclass(frozen=True)
class DrawnVisit:
    """All tasks of one kind of visit, its activities alone, and the share merged: a constant x parameters."""

    together: DrawnActivity
    alone: Sequence[DrawnActivity]
    merged: float
    factors: tuple[int, ...]

    @property
    def activities(self) -> list[DrawnActivity]:
        """All that is worked out."""
        return [self.together, *self.alone]

    def weights(self, values: Values) -> Floats:
        """[S, D] hours saved per person of a stratum."""
        alone = sum((one.weights(values) for one in self.alone), np.zeros((1, 1)))
        return np.asarray(np.maximum(self.together.weights(values) - alone, 0.0) * self._merged(values))

    def of_all_lists(self, values: Values) -> Floats:
        """[D] over all lists."""
        alone = sum((one.of_all_lists(values) for one in self.alone), np.zeros(1))
        return np.asarray(np.maximum(self.together.of_all_lists(values) - alone, 0.0) * self._merged(values))

    def _merged(self, values: Values) -> Floats:
        share = np.array([self.merged])
        for factor in self.factors:
            share = share * values(factor)
        return share


def drawn_visits(visits: Sequence[DrawnVisit], on_lists: Floats, strata: int, means: Sequence[float]) -> DrawnOverlap:
    """What is to be subtracted from the hours of one role; `on_lists` [L, V] saves the estimate."""
    scaled = [at for at, one in enumerate(visits) if one.together.is_scaled]
    exact = [one for one in visits if not one.together.is_scaled]
    at_means = [float(visits[at].of_all_lists(lambda number: np.array([means[number]]))[0]) for at in scaled]

    def weights(values: Values) -> Floats:
        return sum((one.weights(values) for one in exact), np.zeros((strata, 1)))

    def ratios(values: Values) -> Floats:
        rows = [
            visits[at].of_all_lists(values) / mean if mean > 0 else np.ones(1)
            for at, mean in zip(scaled, at_means, strict=True)
        ]
        return np.array(np.broadcast_arrays(*rows))

    every = [activity for one in visits for activity in one.activities]
    return DrawnOverlap(
        parameters=frozenset().union(*(one.parameters for one in every), *(one.factors for one in visits)),
        weights=weights,
        on_lists=on_lists[:, scaled] if scaled else None,
        ratios=ratios,
        cost=sum(one.cost for one in every) // STEPS_AS_ONE,
        rounds=sum(one.rounds for one in every) // STEPS_AS_ONE,
    )
