"""A choice for every list, each with its own people and its own hours, by a rule for many lists at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.fit.many.block import Block, SharingGroup
from tnt.engine.fit.many.rule import ChosenByRule, best_of, choose
from tnt.engine.fit.overfull import MustExcludesItselfError, excluding
from tnt.engine.fit.problem import FitProblem
from tnt.engine.fit.rules import Needs, Pairs, SetRules, ways_to_keep

_LISTS_AT_ONCE = 512


class SharedByList(Protocol):
    """G groups of recommendations that share work of one role, and the hours a year they save on a list."""

    @property
    def groups(self) -> tuple[Ints, ...]:
        """[G] the recommendations of each, two or more."""

    @property
    def column_of(self) -> Ints:
        """[G] the role of each."""

    def saved(self, group: int, lists: Ints, chosen: Bools) -> Floats:
        """[K] hours a year that sets [K, m] of the members of a group save, each on its list [K]; 0 for one member or
        none, and the more the more there are."""


@dataclass(frozen=True)
class Lists:
    """L lists, n recommendations and J roles.

    hours      [K, n, J] hours a year of some lists, nothing shared taken out; asked for a block at a time
    available  [L, J] hours a year there are, infinite where nobody knows
    benefit    [L, n] what each is worth on each list; 0 or more
    must       [n] whether it stays, whatever it takes
    instead    pairs of which at most one is followed
    needs      a recommendation and those of which one must be followed if it is
    one_of     those of which one must be followed
    shared     what is shared; None where nothing is, or where that is not to be counted
    """

    hours: Callable[[slice], Floats]
    available: Floats
    benefit: Floats
    must: Bools
    instead: Pairs = ()
    needs: Needs = ()
    one_of: tuple[tuple[int, ...], ...] = ()
    shared: SharedByList | None = None


@dataclass(frozen=True)
class ByList:
    """What each list follows.

    chosen  [L, n]
    value   [L] what that is worth
    bound   [L] what nothing that fits is worth more than
    over    [L, J] hours a year by which what must stay exceeds what there is; such a list follows that alone, and its
            value and bound are 0
    """

    chosen: Bools
    value: Floats
    bound: Floats
    over: Floats

    @property
    def gap(self) -> float:
        """How far all bounds together lie above all values, as a share of these."""
        value, bound = float(self.value.sum()), float(self.bound.sum())
        return 0.0 if bound <= value else (bound - value) / max(value, 1e-300)


def choose_by_list(lists: Lists) -> ByList:
    """A choice for every list, whole recommendations, none with more hours than the list has.

    Rules and hours are exact, shared work too where it is given; without it every recommendation is charged in full, so
    that a choice fits all the same, and is worth less than it could be. The bound holds for every choice that keeps the
    rules and fits; needs loosen it. Where what must stay needs one of several, all ways are gone through and each list
    has its best. The rule and its bound are in `tnt.engine.fit.many`.
    """
    count, n = lists.benefit.shape
    rules = SetRules(n, lists.instead, lists.needs)
    ways = ways_to_keep(lists.must, rules, lists.one_of)
    if not ways:
        nothing = np.zeros(lists.must.size, dtype=np.bool_)
        raise MustExcludesItselfError(
            excluding(FitProblem(np.zeros((n, 0)), np.zeros(0), lists.must, nothing, lists.instead, lists.needs))
        )
    parts = []
    for first in range(0, count if n else 0, _LISTS_AT_ONCE):
        part = slice(first, min(first + _LISTS_AT_ONCE, count))
        hours = np.ascontiguousarray(lists.hours(part).transpose(0, 2, 1))
        available = np.minimum(lists.available[part], 2 * hours.sum(axis=2) + 1)
        benefit, of, groups = lists.benefit[part], np.arange(part.start, part.stop), _groups(lists.shared)
        found = [
            choose(Block(hours, available, benefit, np.broadcast_to(way, benefit.shape), rules, groups, of))
            for way in ways
        ]
        parts.append(best_of(found))
    if not parts:
        return ByList(
            np.zeros((count, n), dtype=np.bool_), np.zeros(count), np.zeros(count), np.zeros(lists.available.shape)
        )
    chosen, value, bound, over = (np.concatenate(each) for each in zip(*map(_fields, parts), strict=True))
    return ByList(chosen, value, bound, over)


def _fields(part: ChosenByRule) -> tuple[Bools, Floats, Floats, Floats]:
    return part.chosen, part.value, part.bound, part.over


def _groups(shared: SharedByList | None) -> tuple[SharingGroup, ...]:
    if shared is None:
        return ()
    return tuple(
        SharingGroup(members, role, partial(shared.saved, number))
        for number, (members, role) in enumerate(zip(shared.groups, shared.column_of.tolist(), strict=True))
    )


@dataclass(frozen=True)
class SharedOfSubsets:
    """What is saved is linear in the people of strata: hours for each subset of the members of a group.

    subsets  of each group [2 ** m, S] hours a year that one person of a stratum saves, where the members of which the
             bit is set are followed: bit k is member k
    people   [L, S]
    """

    groups: tuple[Ints, ...]
    column_of: Ints
    subsets: tuple[Floats, ...]
    people: Floats

    def saved(self, group: int, lists: Ints, chosen: Bools) -> Floats:
        """[K] hours a year."""
        subset = chosen @ (1 << np.arange(chosen.shape[1]))
        return np.asarray(np.einsum("ks,ks->k", self.subsets[group][subset], self.people[lists]))
