"""Shared work where conditions decide together who is asked: METHOD "Overlap", "Combined conditions", "Diseases
cluster" [ours].

Given which of the conditions people have, recommendations are independent, as they are given one condition. So with g a
combination of having and not having the conditions that decide together

    overlap = Σ over g of share in g x overlap of those in g

where those in g have a condition or have it not (prevalence 1 or 0), and of a combination of conditions the share
eligible in g. Of other conditions of the same cluster those in g have more, or fewer, than everybody; conditions of a
cluster that no combination is of are gone through where people are counted (`asking`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.overlap.asking import Jointly
from tnt.engine.people.clusters import Clusters, bits_of, joint_shares, of_each
from tnt.engine.people.combinations import Combination, has, in_combination

PerPerson = Callable[[Floats, Sequence[Jointly]], Floats]
"""Overlap, in some shape, where [slots, ..., kinds] have each condition, and those of clusters jointly [..., kinds,
2**n]."""


@dataclass(frozen=True)
class Together:
    """The conditions of an activity that decide together, and the combinations they make.

    conditions    those that some combination is of; none where there is no combination
    prevalence    [C] of each, before registers
    combinations  by the number of the condition they are
    clustered     cluster -> its conditions in the activity, two or more: those that decide together come first
    correlation   ρ by cluster
    """

    conditions: tuple[int, ...]
    prevalence: Mapping[int, Floats]
    combinations: Mapping[int, Combination]
    clustered: Mapping[int, tuple[int, ...]]
    correlation: dict[int, Floats | float]

    @property
    def is_needed(self) -> bool:
        """Whether there is more than conditions that are independent of one another."""
        return bool(self.combinations or self.clustered)

    @property
    def differing(self) -> list[Floats]:
        """[C] or [C, ...] what differs between cells, beside prevalences."""
        return [each.eligible for each in self.combinations.values()]

    def eligible(self, kinds: Ints) -> dict[int, Floats]:
        """[kinds, 2**n] of each combination of conditions, the share eligible of those in a combination."""
        return {number: each.eligible[kinds] for number, each in self.combinations.items()}

    def alike(self, columns: Mapping[int, Sequence[Floats]]) -> Ints:
        """[kinds] the same number where all `columns` [kinds] of the conditions of clusters are the same; `columns` by
        condition."""
        differing = [column for some in self.clustered.values() for one in some for column in columns[one]]
        if not differing:
            return np.zeros(1, dtype=np.intp)
        return np.asarray(np.unique(np.column_stack(differing), axis=0, return_inverse=True)[1]).ravel()

    def mean(
        self,
        slots: Sequence[int],
        shares: Mapping[int, Floats],
        eligible: Mapping[int, Floats],
        overlap: PerPerson,
        alike: Ints,
        correlation: Mapping[int, Floats | float] | None = None,
    ) -> Floats:
        """[..., kinds] the mean of what `overlap` gives for the conditions `slots`. `shares` [..., kinds] have each
        condition; `eligible` [..., kinds, 2**n] as above; `alike` [kinds] is the same number where the shares with the
        conditions of clusters are; `correlation` may differ as the shares do."""
        joint = self._joint(shares, alike, self.correlation if correlation is None else correlation)
        alone = [one for one in self.conditions if not any(one in some for some in self.clustered.values())]
        places = [self.conditions.index(one) for one in alone]
        whole = np.zeros(1)
        for combination in range(2 ** len(self.conditions)):
            given = {at: self._given(combination, at, shares, eligible) for at in slots}
            chance = in_combination(bits_of(combination, places), [shares[one] for one in alone])
            jointly = []
            for cluster, some in self.clustered.items():
                others = [one for one in some if one not in self.conditions]
                table = joint[cluster]
                if len(others) < len(some):
                    those, table = self._of_those_in(combination, some[: -len(others) or None], table)
                    chance = chance * those
                    given |= dict(zip(others, of_each(table, len(others)), strict=True))
                if len(others) > 1:
                    jointly.append(Jointly(tuple(map(slots.index, others)), table))
            *each, _ = np.broadcast_arrays(*(given[condition] for condition in slots), shares[slots[0]])
            whole = whole + chance * overlap(np.array(each), jointly)
        return whole

    def jointly(self, slots: Sequence[int], shares: Mapping[int, Floats], alike: Ints) -> list[Jointly]:
        """The conditions of each cluster, where no combinations decide; arguments as of `mean`."""
        joint = self._joint(shares, alike, self.correlation)
        return [Jointly(tuple(map(slots.index, some)), joint[at]) for at, some in self.clustered.items()]

    def _joint(
        self, shares: Mapping[int, Floats], alike: Ints, correlation: Mapping[int, Floats | float]
    ) -> dict[int, Floats]:
        """[..., kinds, 2**n] by cluster."""
        _, first, of_kind = np.unique(alike, return_index=True, return_inverse=True)
        return {
            at: joint_shares([shares[one][..., first] for one in some], correlation[at])[..., of_kind, :]
            for at, some in self.clustered.items()
        }

    def _of_those_in(self, combination: int, decide: Sequence[int], joint: Floats) -> tuple[Floats, Floats]:
        """[...] how many have just these of the conditions of a cluster that `decide`, its first; and [..., 2**r] the
        joint shares of its other conditions among them."""
        own = bits_of(combination, [self.conditions.index(one) for one in decide])
        here = joint[..., own :: 2 ** len(decide)]
        those = here.sum(axis=-1)
        among = np.divide(here, those[..., None], out=np.zeros_like(here), where=those[..., None] > 0)
        return those, among

    def _given(
        self, combination: int, condition: int, shares: Mapping[int, Floats], eligible: Mapping[int, Floats]
    ) -> Floats:
        """[..., kinds] share with a condition of those in a combination of the conditions that decide together."""
        if condition in self.conditions:
            return np.full(shares[condition].shape, float(has(combination, self.conditions.index(condition))))
        if condition not in self.combinations:
            return shares[condition]
        named = self.combinations[condition].conditions.tolist()
        own = bits_of(combination, [self.conditions.index(one) for one in named])
        return eligible[condition][..., own]


def conditions_together(slots: Sequence[int], combined: Mapping[int, Combination], clusters: Clusters) -> Together:
    """Of the conditions `slots` of an activity."""
    combinations = {slot: combined[slot] for slot in slots if slot in combined}
    prevalence = {
        condition: each.prevalence[:, place]
        for each in combinations.values()
        for place, condition in enumerate(each.conditions.tolist())
    }
    every = [*prevalence, *(slot for slot in sorted(slots) if slot not in prevalence)]
    among = clusters.among(every)
    clustered = {cluster: tuple(every[place] for place in places) for cluster, places in among.places.items()}
    return Together(tuple(prevalence), prevalence, combinations, clustered, dict(clusters.correlation))
