"""Who on a list has a condition: by sex and age where that is known, else only how many."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.oracle.people import CELLS, SEXES, Cell, PatientList
from tests.oracle.quantities import ages, share


@dataclass
class Crowd:
    """So many people of unknown sex and age; `chance`: every cell they may be in, and the share that counts there."""

    people: float
    chance: dict[Cell, float]


Known = dict[Cell, float] | Crowd | None
"""People by cell, a crowd, or None: nobody knows how many."""


def count(known: Known, per_person: Callable[[Cell], float]) -> float | None:
    """Sum of a quantity over people; None where it depends on ages and sexes nobody knows."""
    if known is None:
        return None if any(per_person(cell) for cell in CELLS) else 0.0
    if isinstance(known, dict):
        return sum(people * per_person(cell) for cell, people in known.items())
    if known.people == 0:
        return 0.0
    values = [per_person(cell) * chance for cell, chance in known.chance.items()]
    if any(not math.isclose(value, values[0], rel_tol=1e-12) for value in values):
        return None
    return known.people * values[0] if values else 0.0


def most(known: Known, per_person: Callable[[Cell], float]) -> float:
    """The most the quantity can be, wherever the people are; infinite where nobody knows how many they are."""
    exact = count(known, per_person)
    if exact is not None:
        return exact
    return known.people * max(per_person(c) * chance for c, chance in known.chance.items()) if known else math.inf


def prevalence(condition: dict[str, Any]) -> dict[Cell, float]:
    """Share with the condition in every cell; ages no row names have none."""
    result = dict.fromkeys(CELLS, 0.0)
    for row in condition["prevalence"]:
        for sex in SEXES if row.get("sex", "all") == "all" else (row["sex"],):
            for age in ages(row.get("ages", "all")):
                result[sex, age] = share(row["share"])
    return result


def those_with(one: PatientList, name: str | None, ill: dict[Cell, float] | None, condition: dict[str, Any]) -> Known:
    """The people of a list who have the condition; everyone where none is named.

    `ill` is its prevalence, None where it is known only by registers.
    """
    if one.people == 0:
        return {}
    if name is None:
        return Crowd(one.people, dict.fromkeys(CELLS, 1.0)) if one.by_cell is None else one.by_cell
    register = one.registers.get(name)
    if ill is None:  # a register has no ages
        return None if register is None else Crowd(min(register, one.people), dict.fromkeys(CELLS, 1.0))
    if condition.get("prevalence_of", "diagnosed") == "all":
        register = None
    if one.by_cell is None:
        if register is None:
            return Crowd(one.people, ill)
        return Crowd(min(register, one.people), {cell: 1.0 for cell in CELLS if ill[cell] > 0})
    if register is None:
        return {cell: people * ill[cell] for cell, people in one.by_cell.items()}
    return calibrated(one.by_cell, ill, register)


def calibrated(people: dict[Cell, float], ill: dict[Cell, float], register: float) -> dict[Cell, float]:
    """One factor on the prevalence so that all add up to the register, nowhere above everyone. Found by halving."""
    if register == 0:  # halving comes near to nobody, and never there
        return dict.fromkeys(people, 0.0)
    can_have_it = sum(people[cell] for cell in people if ill[cell] > 0)
    if register >= can_have_it:  # what is beyond is unplaced
        return {cell: people[cell] if ill[cell] > 0 else 0.0 for cell in people}

    def with_factor(factor: float) -> dict[Cell, float]:
        return {cell: people[cell] * min(1.0, factor * ill[cell]) for cell in people}

    low, high = 0.0, 1.0 / min(p for p in ill.values() if p > 0)
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if sum(with_factor(middle).values()) < register else (low, middle)
    return with_factor(high)
