"""Shared work where combinations of conditions decide who is asked: METHOD "Overlap" and "Combined conditions" [ours].

Given which of the conditions people have, recommendations are independent, as they are given one condition. So with g a
combination of having and not having the conditions that decide together

    overlap = Σ over g of share in g x overlap of those in g

where those in g have a condition or have it not (prevalence 1 or 0), and of a combination of conditions the share
eligible in g.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.people.combinations import Combination, has, in_combination


@dataclass(frozen=True)
class Together:
    """The conditions of an activity that decide together, and the combinations they make.

    conditions    those that some combination is of; none where there is no combination
    prevalence    [C] of each, before registers
    combinations  by the number of the condition they are
    """

    conditions: tuple[int, ...]
    prevalence: Mapping[int, Floats]
    combinations: Mapping[int, Combination]

    @property
    def differing(self) -> list[Floats]:
        """[C] or [C, ...] what differs between cells, beside prevalences."""
        return [each.eligible for each in self.combinations.values()]

    def eligible(self, kinds: Ints) -> dict[int, Floats]:
        """[kinds, 2**n] of each combination of conditions, the share eligible of those in a combination."""
        return {number: each.eligible[kinds] for number, each in self.combinations.items()}

    def mean(
        self,
        slots: Sequence[int],
        shares: Mapping[int, Floats],
        eligible: Mapping[int, Floats],
        overlap: Callable[[Floats], Floats],
    ) -> Floats:
        """[..., kinds] the mean of what `overlap` gives, in some shape, for prevalences [slots, ..., kinds] of the
        conditions `slots`. `shares` [..., kinds] have each condition; `eligible` [..., kinds, 2**n] as above."""
        ours = [shares[condition] for condition in self.conditions]
        whole = np.zeros(1)
        for combination in range(2 ** len(self.conditions)):
            given = np.array([self._given(combination, condition, shares, eligible) for condition in slots])
            hours = overlap(given)
            whole = whole + in_combination(combination, ours).reshape(hours.shape) * hours
        return whole

    def _given(
        self, combination: int, condition: int, shares: Mapping[int, Floats], eligible: Mapping[int, Floats]
    ) -> Floats:
        """[..., kinds] share with a condition of those in a combination of the conditions that decide together."""
        if condition in self.conditions:
            return np.full(shares[condition].shape, float(has(combination, self.conditions.index(condition))))
        if condition not in self.combinations:
            return shares[condition]
        places = [self.conditions.index(one) for one in self.combinations[condition].conditions.tolist()]
        own = sum(has(combination, place) << bit for bit, place in enumerate(places))
        return np.broadcast_to(eligible[condition][..., own], shares[condition].shape)


def conditions_together(slots: Sequence[int], combined: Mapping[int, Combination]) -> Together:
    """Of the conditions `slots` of an activity."""
    combinations = {slot: combined[slot] for slot in slots if slot in combined}
    prevalence = {
        condition: each.prevalence[:, place]
        for each in combinations.values()
        for place, condition in enumerate(each.conditions.tolist())
    }
    return Together(tuple(prevalence), prevalence, combinations)
