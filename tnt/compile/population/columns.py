"""Measures gathered one by one: columns of weights, the conditions of their people, and combinations of these."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tnt.arrays import Floats
from tnt.compile.people import prevalence
from tnt.compile.population.who import combination
from tnt.engine.people.cells import CELLS
from tnt.engine.people.clusters import Clusters
from tnt.engine.people.counts import Measures
from tnt.language.documents.combined import Cluster
from tnt.language.documents.conditions import Condition
from tnt.language.documents.guideline import Recommendation

_NONE = -1


class Columns:
    """Columns of measures. A condition is a number: -1 for none, and combinations count down from -2 until it is known
    how many conditions come before them."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.conditions: dict[str, int] = {}
        self._weights: list[Floats] = []
        self._condition_of: list[int] = []
        self._combined: list[Recommendation] = []

    def condition(self, recommendation: Recommendation) -> int:
        """What the people of a recommendation have, none, one condition or a combination."""
        numbers = [self.conditions.setdefault(name, len(self.conditions)) for name in recommendation.conditions]
        if not recommendation.is_combined:
            return numbers[0] if numbers else _NONE
        self._combined.append(recommendation)
        return _NONE - len(self._combined)

    def add(self, weights: Floats, condition: int) -> int:
        """A column [C], by the number of its people's condition; returns its own number."""
        self._weights.append(weights)
        self._condition_of.append(condition)
        return len(self._weights) - 1

    def measures(self, entries: Mapping[str, Condition], clusters: Mapping[str, Cluster]) -> Measures:
        """All of them; of `clusters` two conditions or more are named. A condition without an entry is known by
        registers only."""
        named, clustered = list(self.conditions), self._clustered(clusters)
        known = [prevalence(entries[name]) if name in entries else np.full(CELLS, np.nan) for name in named]
        prevalences = np.array(known, dtype=np.float64).reshape(-1, CELLS).T
        combinations = tuple(combination(one, self.conditions, prevalences, clustered) for one in self._combined)
        scaled = [name in entries and entries[name].prevalence_of == "diagnosed" for name in named]
        condition_of = np.array(self._condition_of, dtype=np.intp)
        return Measures(
            weights=np.array(self._weights, dtype=np.float64).reshape(-1, CELLS).T,
            condition_of=np.where(condition_of < _NONE, len(named) - condition_of + _NONE - 1, condition_of),
            prevalence=np.column_stack([prevalences, *(each.before_registers for each in combinations)]),
            scaled=np.array([*scaled, *(False for _ in combinations)], dtype=np.bool_),
            combinations=combinations,
            clusters=clustered,
        )

    def _clustered(self, clusters: Mapping[str, Cluster]) -> Clusters:
        """The clusters by their numbers, in the order given."""
        of = np.full(len(self.conditions), _NONE)
        for number, cluster in enumerate(clusters.values()):
            of[[self.conditions[name] for name in cluster.conditions if name in self.conditions]] = number
        return Clusters(of, {number: each.correlation.expected for number, each in enumerate(clusters.values())})
