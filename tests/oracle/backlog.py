"""Who is overdue today: one extra event of each first task that recurs, with what follows it."""

from __future__ import annotations

from tests.oracle.cascade import Document, eligible
from tests.oracle.people import Cell
from tests.oracle.quantities import once, plain, rate, share, years


def overdue_events(recommendation: Document, name: str, cell: Cell) -> float:
    """Events that are overdue per listed person, if everyone eligible were reached; 0 where nothing is said."""
    stated = recommendation.get("start_up", {}).get("overdue")
    return (
        0.0 if stated is None else share(stated) * eligible(recommendation, cell) * extra_events(recommendation, name)
    )


def extra_events(recommendation: Document, name: str) -> float:
    """Events of the task if each first task that recurs were done once more for one person."""
    task = recommendation["tasks"][name]
    if "after" not in task:
        return 1.0 if _rate(task) > 0 else 0.0
    if "frequency" in task:  # lasts: no backlog
        return 0.0
    probability = share(task["probability"]) if "probability" in task else 1.0
    return extra_events(recommendation, task["after"]) * probability * float(plain(task.get("times", 1)))


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
    """Events a year of a first task that recurs; what follows a demand is never overdue."""
    return 0.0 if "frequency" not in task or once(task["frequency"]) else rate(task["frequency"])
