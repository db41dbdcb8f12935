"""What the engine is given: measures (what is counted per person) and lists (how many people)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.people.cells import UNTOLD
from tnt.engine.people.clusters import NO_CLUSTERS, Clusters
from tnt.engine.people.combinations import Combination
from tnt.engine.people.unseen import Unseen, unseen_people


@dataclass(frozen=True)
class Measures:
    """M quantities that are linear in people: hours of a role, eligible people, events.

    weights       [C, M] quantity per person of the cell, or per person of the cell who has the condition
    condition_of  [M]    the condition of each measure, -1 for none
    prevalence    [C, K] share of the cell who have each condition, 0 to 1; a column of NaN where only registers know it
    scaled        [K]    whether a list's register scales the prevalence (it counts the diagnosed)
    combinations  of the last of the K conditions: those that several others make together
    clusters      of the others
    """

    weights: Floats
    condition_of: Ints
    prevalence: Floats
    scaled: Bools
    combinations: tuple[Combination, ...] = ()
    clusters: Clusters = NO_CLUSTERS

    def __post_init__(self) -> None:
        """Raises ValueError where shapes or shares do not fit together."""
        cells, measures = self.weights.shape
        conditions = self.scaled.shape[0]
        _check(self.condition_of.shape == (measures,), "condition_of needs one entry per measure")
        _check(self.prevalence.shape == (cells, conditions), "prevalence needs a row per cell, a column per condition")
        _check(bool(np.isfinite(self.weights).all()), "weights must be finite: leave out what cannot be estimated")
        named = (self.condition_of >= -1) & (self.condition_of < conditions)
        _check(bool(named.all()), "condition_of names no condition")
        whole = np.isnan(self.prevalence).all(axis=0) | ~np.isnan(self.prevalence).any(axis=0)
        _check(bool(whole.all()), "a prevalence is known for all cells or for none")
        known = self.prevalence[~np.isnan(self.prevalence)]
        _check(bool(((known >= 0) & (known <= 1)).all()), "prevalence is a share from 0 to 1")
        named_by = [int(one.conditions.max(initial=-1)) for one in self.combinations]
        _check(max(named_by, default=-1) < self.first_combination, "a combination is of conditions that are none")

    @property
    def first_combination(self) -> int:
        """How many conditions come before the combinations."""
        return self.scaled.size - len(self.combinations)

    @property
    def combined(self) -> dict[int, Combination]:
        """Condition -> what it is a combination of."""
        return dict(enumerate(self.combinations, start=self.first_combination))

    @property
    def register_only(self) -> Bools:
        """[K] conditions known only by registers."""
        unknown: Bools = np.asarray(np.isnan(self.prevalence).any(axis=0))
        return unknown


@dataclass(frozen=True)
class ListCounts:
    """L lists of people.

    people     [L, S] people of each stratum, none negative, either memory order
    split      [C, S] share of a stratum's people in each cell, columns adding up to 1; None: ages unknown, S is 1
    registers  [L, K] people registered with each condition, NaN where unknown; None when there is no register at all
    beyond     [L, S] how many more there may be than `people`, infinite where nobody knows; None where all are counted
    registered [L, K] the registers as they are, where `registers` are only those certain to be among the `people`
    exact      [K]    of which conditions the registers are kept whole, since nothing but their number matters
    """

    people: Floats
    split: Floats | None
    registers: Floats | None = None
    beyond: Floats | None = None
    registered: Floats | None = None
    exact: Bools | None = None

    def __post_init__(self) -> None:
        """Raises ValueError where shapes or shares do not fit together."""
        lists, strata = self.people.shape
        for array in (self.people, self.split, self.registers):
            _check(array is None or array.dtype == np.float64, "counts, shares and registers are float64")
        if self.split is None:
            _check(strata == 1, "without ages there is one stratum: all people")
        else:
            _check(self.split.shape[1] == strata, "split needs one column per stratum")
            _check(bool(np.allclose(self.split.sum(axis=0), 1.0, rtol=0, atol=1e-9)), "a stratum's shares add up to 1")
        _check(self.registers is None or self.registers.shape[0] == lists, "registers need one row per list")
        _check(self.beyond is None or self.beyond.shape == self.people.shape, "beyond needs an entry per count")

    @property
    def length(self) -> int:
        """How many lists."""
        return int(self.people.shape[0])

    @cached_property
    def everybody(self) -> Floats:
        """[S] people of each stratum on all lists. The same for any rules, so it is summed once."""
        people: Floats = np.ones(self.length) @ self.people
        return people

    @cached_property
    def people_per_list(self) -> Floats:
        """[L] all people of each list."""
        people: Floats = self.people.sum(axis=1)
        return people

    @property
    def as_registered(self) -> Floats | None:
        """[L, K] the registers as they are, whoever of them is certain to be counted; None where there is none."""
        return self.registers if self.registered is None else self.registered

    @cached_property
    def most_per_list(self) -> Floats:
        """[L] the most people that may be on each list; infinite where nobody knows."""
        return self.people_per_list if self.beyond is None else self.people_per_list + self.beyond.sum(axis=1)

    @cached_property
    def unseen(self) -> Unseen | None:
        """People that are not shown; None where all are."""
        return unseen_people(self.people, self.beyond, self.untold)

    @cached_property
    def hides_people(self) -> Bools:
        """[L] which lists may have people who are not shown, or some of no known sex or age."""
        if self.unseen is None:
            return np.zeros(self.length, dtype=np.bool_)
        hiding = np.asarray(self.unseen.patterns.any(axis=1))
        return np.asarray(hiding[self.unseen.of_list])

    def part(self, lists: Ints | slice) -> "ListCounts":
        """Some of the lists."""
        registers, beyond, registered = (
            None if each is None else each[lists] for each in (self.registers, self.beyond, self.registered)
        )
        return ListCounts(self.people[lists], self.split, registers, beyond, registered, self.exact)

    def of_conditions(self, conditions: list[int]) -> "ListCounts":
        """The same people, with the registers of some conditions."""
        registers, registered = (
            None if each is None else each[:, conditions] for each in (self.registers, self.registered)
        )
        exact = None if self.exact is None else self.exact[conditions]
        return ListCounts(self.people, self.split, registers, self.beyond, registered, exact)

    @cached_property
    def untold(self) -> Bools:
        """[S] which stratum is of people of no known sex or age."""
        if self.split is None:
            return np.zeros(self.people.shape[1], dtype=np.bool_)
        return np.asarray(self.split[UNTOLD] > 0)

    def have_register(self, conditions: int) -> Bools:
        """[K] conditions that at least one list has a register of."""
        if self.registers is None:
            return np.zeros(conditions, dtype=np.bool_)
        _check(self.registers.shape[1] == conditions, "registers need one column per condition")
        known: Bools = np.asarray(~np.isnan(self.registers).all(axis=0))
        return known


def _check(holds: bool, message: str) -> None:
    if not holds:
        raise ValueError(message)
