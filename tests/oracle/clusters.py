"""Diseases that cluster: METHOD, "Diseases cluster", one value of the common factor after another."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from statistics import NormalDist
from typing import Any

from tests.oracle.quantities import plain

Document = dict[str, Any]
Clusters = tuple[tuple[frozenset[str], float], ...]
"""The conditions of each cluster, and how they correlate."""
NODES = [step / 4 for step in range(-8 * 4, 8 * 4 + 1)]
WEIGHTS = [math.exp(-z * z / 2) for z in NODES]


class Conditions(dict[str, Any]):
    """Conditions by name, as all files declare them, and their clusters."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.clusters: Clusters = ()
        for document in documents:
            self.update(document["conditions"])
            self.clusters += tuple(
                (frozenset(cluster["conditions"]), float(plain(cluster["correlation"])))
                for cluster in document.get("clusters", {}).values()
            )


@cache
def likely(has: frozenset[str], chances: tuple[tuple[str, float], ...], clusters: Clusters) -> float:
    """How many have just these of the conditions: independent of one another within a sex and year of age, but for
    those of a cluster, which are so given its factor."""
    left, result = dict(chances), 1.0
    for names, correlation in clusters:
        mine = {name: left.pop(name) for name in sorted(names) if name in left}
        if len(mine) > 1:
            parts = [_at(mine, correlation, z, has) for z in NODES]
            result *= sum(w * part for w, part in zip(WEIGHTS, parts, strict=True)) / sum(WEIGHTS)
        else:
            left |= mine
    for name, chance in left.items():
        result *= chance if name in has else 1 - chance
    return result


def _at(chances: dict[str, float], correlation: float, z: float, has: frozenset[str]) -> float:
    result = 1.0
    for name, chance in chances.items():
        here = given(chance, correlation, z)
        result *= here if name in has else 1 - here
    return result


@cache
def given(chance: float, correlation: float, z: float) -> float:
    """How many of those with this value of the factor have the condition."""
    if chance <= 0 or chance >= 1:
        return min(max(chance, 0.0), 1.0)
    bound = (NormalDist().inv_cdf(chance) + math.sqrt(correlation) * z) / math.sqrt(1 - correlation)
    return math.erfc(-bound / math.sqrt(2)) / 2
