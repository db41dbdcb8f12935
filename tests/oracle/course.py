"""How a course begins: with a task that comes back, with a new case, at an age, or once. METHOD, "Limited duration"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.oracle.population import has_cases
from tests.oracle.quantities import once, once_at_month, rate

Document = dict[str, Any]


@dataclass(frozen=True)
class Beginning:
    """What a course of somebody who needs it begins with; `rate`, courses a year; `month`, of age."""

    kind: str
    rate: float = 0.0
    month: int = 0


AGAIN, CASE, AGE, ONCE = "again", "case", "age", "once"


def beginning(recommendation: Document, name: str) -> Beginning:
    """Times never multiply courses: what follows events or is a course itself begins with what is before it."""
    task = recommendation["tasks"][name]
    if "after" in task:
        if "frequency" in task and "for" not in task:
            return Beginning(AGAIN, rate=rate(task["frequency"]))
        return beginning(recommendation, task["after"])
    month = once_at_month(task["frequency"])
    if month is not None:
        return Beginning(AGE, month=month)
    if has_cases(recommendation):
        return Beginning(CASE)
    return Beginning(ONCE) if once(task["frequency"]) else Beginning(AGAIN, rate=rate(task["frequency"]))


def is_of_course(recommendation: Document, name: str) -> bool:
    """Whether the task is a course, or follows the events of one."""
    task = recommendation["tasks"][name]
    if "for" in task:
        return True
    return "frequency" not in task and is_of_course(recommendation, task["after"])
