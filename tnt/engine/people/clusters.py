"""Diseases cluster: who has one has another more often. METHOD.md, "Diseases cluster" [the standard one-factor model].

Of the conditions of a cluster, a factor z of each person that is normally distributed decides together with what is
their own. Of those with a value of z, condition c is had by

    p_c(z) = Φ((Φ⁻¹(prevalence) + √ρ z) ÷ √(1 - ρ))

and given z conditions are independent. So of all people a combination g of having and not having them is had by

    Σ over nodes z weight x Π over conditions (p_c(z) where g has it, else 1 - p_c(z))

ρ is the tetrachoric correlation of any two of them within a sex and year of age.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tnt.arrays import Floats, Ints

NODES = np.arange(-32, 33) / 4
"""z in steps of a quarter: the weights fall so fast, and what is summed is so smooth, that this is exact."""
WEIGHTS = np.exp(-(NODES**2) / 2) / np.exp(-(NODES**2) / 2).sum()


@dataclass(frozen=True)
class Clusters:
    """Which of n conditions, by their places, are of one cluster: two or more of them.

    of           [n] the number of each condition's cluster, -1 for none
    correlation  ρ by the number of the cluster
    """

    of: Ints
    correlation: Mapping[int, float]

    @cached_property
    def places(self) -> dict[int, tuple[int, ...]]:
        """Cluster -> the places of its conditions, of clusters with two or more that are correlated at all."""
        found = {
            number: tuple(np.flatnonzero(self.of == number).tolist())
            for number, correlation in self.correlation.items()
            if correlation > 0
        }
        return {number: places for number, places in found.items() if len(places) > 1}

    def among(self, conditions: Sequence[int]) -> Clusters:
        """The same of chosen conditions, by their places in that order; what is no condition of these (none, or a
        combination) is of no cluster."""
        of = [self.of[one] if 0 <= one < self.of.size else -1 for one in conditions]
        return Clusters(np.array(of, dtype=np.intp), self.correlation)


NO_CLUSTERS = Clusters(np.empty(0, dtype=np.intp), {})


def joint_shares(shares: Sequence[Floats], correlation: Floats | float) -> Floats:
    """[..., 2**n] share with each combination of n conditions of one cluster, of people of whom `shares` [...] have
    each; combination g has condition i where bit i of g is set. `correlation` may differ as the shares do."""
    from scipy.special import ndtr, ndtri

    both = np.broadcast_arrays(*shares, correlation)
    centres = ndtri(np.array(both[:-1])) / np.sqrt(1.0 - both[-1])
    slope = np.sqrt(both[-1] / (1.0 - both[-1]))
    whole = np.zeros((2 ** len(shares), *slope.shape))
    for node, weight in zip(NODES.tolist(), WEIGHTS.tolist(), strict=True):
        table = np.full((1, *slope.shape), weight)
        for with_it in ndtr(centres + slope * node):
            having = table * with_it
            table = np.concatenate([table - having, having])
        whole += table
    return np.moveaxis(whole, 0, -1)


def over_joint(joint: Floats, of_those_with: Sequence[Floats]) -> Floats:
    """[...] mean over the combinations [..., 2**n] of `joint_shares` of the product of a number [...] for each of the n
    conditions that a combination has."""
    for number in reversed(of_those_with):
        half = joint.shape[-1] // 2
        joint = joint[..., :half] + joint[..., half:] * number[..., None]
    return np.asarray(joint[..., 0])


def bits_of(combination: int, places: Sequence[int]) -> int:
    """Which combination of the conditions at some places a combination of all conditions is."""
    return sum((combination >> place & 1) << bit for bit, place in enumerate(places))


def of_each(joint: Floats, count: int) -> list[Floats]:
    """[...] how many have each of `count` conditions, by the combinations [..., 2**count] of `joint_shares`."""
    having = np.arange(2**count)
    return [joint[..., (having >> bit & 1) == 1].sum(axis=-1) for bit in range(count)]
