"""Who is overdue today: one extra event of each first task that recurs, with what follows it."""

from __future__ import annotations

from tests.oracle.cascade import Document, probability_of
from tests.oracle.people import Cell
from tests.oracle.population import eligible
from tests.oracle.quantities import once, plain, rate, share, years


def overdue_events(recommendation: Document, name: str, cell: Cell) -> float:
    """Events that are overdue per listed person, if everyone eligible were reached; 0 where nothing is said."""
    return eligible(recommendation, cell) * overdue_of_one(recommendation, name, cell[1])


def overdue_of_one(recommendation: Document, name: str, age: int) -> float:
    """Events that are overdue per eligible person of an age; 0 where nothing is said."""
    stated = recommendation.get("start_up", {}).get("overdue")
    return 0.0 if stated is None else share(stated) * extra_events(recommendation, name, age)


def extra_events(recommendation: Document, name: str, age: int) -> float:
    """Events of the task if each first task that recurs were done once more for one person."""
    task = recommendation["tasks"][name]
    if "after" not in task:
        return 1.0 if _rate(task) > 0 else 0.0
    if "frequency" in task:  # lasts: no backlog
        return 0.0
    before = extra_events(recommendation, task["after"], age)
    return before * probability_of(task, age) * float(plain(task.get("times", 1)))


def nobody_knows(recommendation: Document, name: str) -> bool:
    """Whether it is unknown how many are overdue for the task: its first task is rarer than yearly, nothing is said."""
    against = recommendation.get("strength") in ("weak-against", "strong-against")
    if against or "overdue" in recommendation.get("start_up", {}):
        return False
    task = recommendation["tasks"][name]
    if "after" in task:
        return "frequency" not in task and nobody_knows(recommendation, task["after"])
    return 0 < _rate(task) < 0.999999


def spread_over(recommendation: Document) -> float:
    """Years; one where nothing is said."""
    return years(recommendation.get("start_up", {}).get("over", "1 year"))


def _rate(task: Document) -> float:
    """Events a year of a first task that recurs; what follows a demand is never overdue, nor a course of new cases."""
    recurs = "frequency" in task and "for" not in task and not once(task["frequency"])
    return rate(task["frequency"]) if recurs else 0.0
