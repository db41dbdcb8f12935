"""What one listed person is asked for: how the tasks follow one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.oracle.by_age import at_age
from tests.oracle.course import AGAIN, AGE, CASE, beginning
from tests.oracle.people import Cell
from tests.oracle.population import cases_of, eligible_in, has_cases, in_group
from tests.oracle.quantities import once, once_at_month, plain, rate, share, years
from tests.oracle.stretches import Stretch, stretches

Document = dict[str, Any]


@dataclass
class Asked:
    """What one listed person of a cell is asked for in one task."""

    people: float
    """Share who need it; new cases a year where it begins with them."""
    yearly: float
    """Events a year."""
    one_off: float
    """Events once and never again."""
    at_a_time: float
    """Share asked at any time: of a course fewer than need it."""


def asked(recommendation: Document, name: str, cell: Cell) -> Asked:
    """The mean of the months of the year of age."""
    each = [asked_in(recommendation, name, here) for here in stretches(recommendation, cell)]
    if len(each) == 1:
        return each[0]
    return Asked(
        *(sum(getattr(one, part) for one in each) / len(each) for part in ("people", "yearly", "one_off", "at_a_time"))
    )


def asked_in(recommendation: Document, name: str, here: Stretch) -> Asked:
    """Walk the cascade up to its first task."""
    task = recommendation["tasks"][name]
    if "after" not in task:
        return _first(recommendation, name, here)
    before = asked_in(recommendation, task["after"], here)
    probability = probability_of(task, here.age)
    need = before.people * probability
    if "for" in task:
        return _course(recommendation, name, need, here)
    if "frequency" in task:  # lasts: those reached stay reached
        return Asked(need, need * rate(task["frequency"]), 0.0, need)
    times = float(plain(task.get("times", 1)))
    return Asked(
        need,
        before.yearly * probability * times,
        before.one_off * probability * times,
        before.at_a_time * probability,
    )


def probability_of(task: Document, age: int) -> float:
    return share(at_age(task["probability"], age)) if "probability" in task else 1.0


def _first(recommendation: Document, name: str, here: Stretch) -> Asked:
    task, cases = recommendation["tasks"][name], cases_of(recommendation)
    reached, frequency = eligible_in(recommendation, here), task["frequency"]
    if "for" in task:
        return _course(recommendation, name, reached, here)
    if (month := once_at_month(frequency)) is not None:  # whoever is older has had it, and stays reached
        older = reached if here.start + here.width > month else 0.0
        return Asked(older, reached * here.coming_to(month), 0.0, older)
    if not once(frequency):
        return Asked(reached, reached * rate(frequency), 0.0, reached)
    if cases is not None:
        return Asked(reached, reached, 0.0, reached / max(1.0, cases))
    return Asked(reached, 0.0, reached, reached)


def _course(recommendation: Document, name: str, need: float, here: Stretch) -> Asked:
    """With an end: `need` of the people need it, each in a course as long as it says from every beginning."""
    task, begins = recommendation["tasks"][name], beginning(recommendation, name)
    events, long = rate(task["frequency"]), years(task["for"])
    if begins.kind == CASE:
        most = in_group(recommendation["population"], here)
        return Asked(need, need * long * events, 0.0, min(most, need * long))
    if begins.kind == AGAIN:
        at_a_time = need * min(1.0, begins.rate * long)
    elif begins.kind == AGE:
        at_a_time = need * here.part_within(begins.month, begins.month + 12 * long)
    else:
        return Asked(need, 0.0, need * long * events, 0.0)
    return Asked(need, at_a_time * events, 0.0, at_a_time)


def is_one_off(recommendation: Document, name: str) -> bool:
    """Whether the task is done once and never again: `once` without new cases, and what follows such events."""
    task = recommendation["tasks"][name]
    if "after" in task:
        return ("frequency" not in task or "for" in task) and is_one_off(recommendation, task["after"])
    return once(task["frequency"]) and once_at_month(task["frequency"]) is None and not has_cases(recommendation)
