"""How many of the eligible get it, by age where it is written so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.oracle.by_age import at_age, is_by_age
from tests.oracle.conditions import Known, count, most
from tests.oracle.people import Cell
from tests.oracle.quantities import share
from tests.oracle.unknowns import times_factor

Hours = Callable[[Cell], float]


@dataclass(frozen=True)
class Uptake:
    written: Any

    def at(self, age: int) -> float:
        return share(at_age(self.written, age))

    @property
    def of_anybody(self) -> bool:
        return any(self.at(age) for age in range(106))

    def of(self, hours: list[float | None], per_person: Hours, people: list[Known]) -> list[float | None]:
        """`hours` of everyone on each list, and what makes them of a person -> those of whom it reaches."""
        if not is_by_age(self.written):
            return [times_factor(each, self.at(0)) for each in hours]
        return [count(known, self._reached(per_person)) for known in people]

    def most_of(self, hours: list[float], per_person: Hours, people: list[Known]) -> list[float]:
        """The same of the most it can be; of nobody it is nothing."""
        if not is_by_age(self.written):
            return [each * self.at(0) if self.at(0) else 0.0 for each in hours]
        return [most(known, self._reached(per_person)) for known in people]

    def _reached(self, per_person: Hours) -> Hours:
        return lambda cell: per_person(cell) * self.at(cell[1])


def exceeds(one: Uptake, other: Uptake) -> bool:
    """Whether it is more at any age."""
    return any(one.at(age) > other.at(age) for age in range(106))


NOBODY, EVERYBODY = Uptake("0 %"), Uptake("100 %")
