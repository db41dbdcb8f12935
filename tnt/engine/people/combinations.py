"""Who is eligible where several conditions, or several groups of people, decide. METHOD.md, "Combined conditions and
populations" [ours].

n conditions make 2**n combinations of having and not having them. Conditions are independent within a sex and year of
age, but for those of one cluster (`clusters`), so of the people of a cell

    in combination g  = Π over conditions (prevalence where g has it, else 1 - prevalence)
    eligible          = Σ over g of in combination g x eligible of those in g
    eligible in g     = 1 - Π over groups of people who may be eligible there (1 - share)

and who belongs to two groups is counted once. Registers calibrate each condition before they are put together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.people.cells import CELLS, UNTOLD, the_same
from tnt.engine.people.clusters import NO_CLUSTERS, Clusters, bits_of, joint_shares
from tnt.engine.people.kinds import kinds_of_people


@dataclass(frozen=True)
class GroupOfPeople:
    """Those of a sex and ages, in some combinations of the conditions, of whom a share is eligible.

    inside  [C] 1 in their cells, 0 elsewhere
    holds   [2**n] which combinations they are of; combination g has condition i where bit i of g is set
    share   of them is eligible
    """

    inside: Floats
    holds: Bools
    share: float = 1.0


@dataclass(frozen=True)
class Combination:
    """Several conditions that decide together.

    conditions  [n] which they are
    prevalence  [C, n] share of the cell with each, before registers
    groups      the groups of people, one or more
    clusters    of the n conditions
    """

    conditions: Ints
    prevalence: Floats
    groups: tuple[GroupOfPeople, ...]
    clusters: Clusters = NO_CLUSTERS

    @cached_property
    def eligible(self) -> Floats:
        """[C, 2**n] share eligible of the people of a cell who are in a combination."""
        return np.asarray(eligible_in(self.groups, [np.array([group.share]) for group in self.groups])[0])

    def eligible_of_all(self, shares: Sequence[Floats]) -> Floats:
        """[..., C] share eligible of all people of a cell, `shares` [..., C] of whom have each of the conditions: the
        same where the prevalences are."""
        if not self.clusters.places:
            return over_combinations(self.eligible, shares)
        kinds, of_cell = kinds_of_people(self.prevalence)
        kind_of = of_cell.argmax(axis=1)
        eligible = np.zeros(1)
        for combination, share in enumerate(self.in_each([share[..., kinds] for share in shares])):
            eligible = eligible + share[..., kind_of] * self.eligible[:, combination]
        return np.minimum(eligible, 1.0)

    def in_each(self, shares: Sequence[Floats]) -> Iterator[Floats]:
        """[...] share of people in each combination, `shares` [...] of whom have each of the conditions."""
        places = self.clusters.places
        joint = {
            number: joint_shares([shares[place] for place in some], self.clusters.correlation[number])
            for number, some in places.items()
        }
        alone = [place for place in range(len(shares)) if not any(place in some for some in places.values())]
        for combination in range(2 ** len(shares)):
            share = in_combination(bits_of(combination, alone), [shares[place] for place in alone])
            for number, some in places.items():
                share = share * joint[number][..., bits_of(combination, some)]
            yield share

    @cached_property
    def before_registers(self) -> Floats:
        """[C] share eligible of the people of a cell, at the prevalences. Of people of no known sex or age what holds
        of everybody."""
        eligible = self.eligible_of_all(list(self.prevalence.T))
        if eligible.size == CELLS:
            eligible[UNTOLD] = float(the_same(eligible))
        return eligible

    def of(self, chosen: Sequence[int]) -> Combination:
        """The same among the chosen conditions, which are then numbered in that order."""
        order = list(chosen)
        return replace(self, conditions=np.array([order.index(one) for one in self.conditions.tolist()], dtype=np.intp))

    def in_one_cell(self) -> Combination | None:
        """The same for people of unknown age, [1] for [C]; None where it matters of what age and sex they are."""
        every = [self.prevalence, *(group.inside[:, None] for group in self.groups)]
        if any(np.ptp(each, axis=0).any() for each in every):
            return None
        groups = tuple(GroupOfPeople(group.inside[:1], group.holds, group.share) for group in self.groups)
        return replace(self, prevalence=self.prevalence[:1], groups=groups)


def eligible_in(groups: Sequence[GroupOfPeople], shares: Sequence[Floats]) -> Floats:
    """[D, C, 2**n] share eligible of the people of a cell in a combination, in D draws of the `shares` [D] or [1]."""
    missed = np.ones((1, 1, 1))
    for group, share in zip(groups, shares, strict=True):
        missed = missed * (1 - share[:, None, None] * group.inside[:, None] * group.holds)
    return np.asarray(1 - missed)


def over_combinations(values: Floats, shares: Sequence[Floats]) -> Floats:
    """[..., C] the mean of values [..., C, 2**n] of the combinations, with `shares` [..., C] of each condition."""
    for share in reversed(shares):
        half = values.shape[-1] // 2
        with_it = share[..., None]
        values = values[..., :half] * (1 - with_it) + values[..., half:] * with_it
    return np.asarray(values[..., 0])


def has(combination: int, condition: int) -> bool:
    """Whether a combination, as a number, has a condition, by its place."""
    return bool(combination >> condition & 1)


def in_combination(combination: int, shares: Sequence[Floats]) -> Floats:
    """[...] share in one combination, with `shares` [...] who have each condition."""
    share = np.ones(1)
    for place, with_it in enumerate(shares):
        share = share * (with_it if has(combination, place) else 1 - with_it)
    return share
