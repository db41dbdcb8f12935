"""What one listed person is asked for: who is eligible, and how the tasks follow one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.oracle.people import Cell
from tests.oracle.quantities import ages, incidence, once, once_at_age, plain, rate, share

Document = dict[str, Any]


@dataclass
class Asked:
    """What one listed person of a cell is asked for in one task."""

    people: float
    """Share reached."""
    yearly: float
    """Events a year."""
    one_off: float
    """Events once and never again."""


def eligible(recommendation: Document, cell: Cell) -> float:
    """Share of a cell's people (or of those with the condition) it is for; new cases a year with an incidence."""
    population, (sex, age) = recommendation["population"], cell
    if population.get("sex", "all") not in ("all", sex) or age not in ages(population.get("ages", "all")):
        return 0.0
    eligible = share(population["share"]) if "share" in population else 1.0
    return eligible * (incidence(population["incidence"]) if "incidence" in population else 1.0)


def asked(recommendation: Document, name: str, cell: Cell) -> Asked:
    """Walk the cascade up to its first task."""
    task = recommendation["tasks"][name]
    if "after" not in task:
        return _first(recommendation, task, cell)
    before = asked(recommendation, task["after"], cell)
    probability = share(task["probability"]) if "probability" in task else 1.0
    reached = before.people * probability
    if "frequency" in task:  # lasts: those reached stay reached
        return Asked(reached, reached * rate(task["frequency"]), 0.0)
    times = float(plain(task.get("times", 1)))
    return Asked(reached, before.yearly * probability * times, before.one_off * probability * times)


def _first(recommendation: Document, task: Document, cell: Cell) -> Asked:
    reached, frequency = eligible(recommendation, cell), task["frequency"]
    if (age := once_at_age(frequency)) is not None:  # whoever is older has had it, and stays reached
        return Asked(reached if cell[1] >= age else 0.0, reached if cell[1] == age else 0.0, 0.0)
    if not once(frequency):
        return Asked(reached, reached * rate(frequency), 0.0)
    if "incidence" in recommendation["population"]:
        return Asked(reached, reached, 0.0)
    return Asked(reached, 0.0, reached)


def is_one_off(recommendation: Document, name: str) -> bool:
    """Whether the task is done once and never again: `once` without new cases, and what follows such events."""
    task = recommendation["tasks"][name]
    if "after" in task:
        return "frequency" not in task and is_one_off(recommendation, task["after"])
    return (
        once(task["frequency"])
        and once_at_age(task["frequency"]) is None
        and "incidence" not in recommendation["population"]
    )
