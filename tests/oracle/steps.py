"""A cascade as the steps one person may go, for work that is shared: who needs a task, and who is asked at a time.

Of those who need a course some are in one. What follows its events is asked of these; what lasts or begins a course of
its own after it, of all who need it. New cases are asked once for each case; the courses they begin go on when the year
of the case is over, so that they stand beside the cases: METHOD, "Limited duration".
"""

from __future__ import annotations

from typing import Any

from tests.oracle.cascade import asked, probability_of
from tests.oracle.course import CASE, beginning
from tests.oracle.people import Cell
from tests.oracle.person import Step
from tests.oracle.population import cases_of, eligible
from tests.oracle.who_does import minutes_of_one, split

Document = dict[str, Any]
NEW_CASE = "a new case"
"""Names of steps that are no tasks have spaces, which no id has."""


def steps_of(recommendation: Document, wanted: set[str], role: str, somebody: Cell) -> tuple[Step, ...]:
    """The steps of a person of the cell; `wanted`: the tasks that are the work the role shares."""
    found = []
    cases = cases_of(recommendation)
    if cases is not None:
        found.append(Step(NEW_CASE, "", min(1.0, cases)))
    for name, task in recommendation["tasks"].items():
        own = {"share": 0.0, "events": 0.0, "minutes": 0.0}
        what = asked(recommendation, name, somebody) if name in wanted or "for" in task else None
        if name in wanted and what is not None and what.yearly:
            own["share"] = split(task)[role]
            own["events"] = what.yearly / what.at_a_time
            own["minutes"] = minutes_of_one(task, role, somebody[1])
        if what is None or "for" not in task:
            found.append(Step(name, _before(recommendation, name), probability_of(task, somebody[1]), **own))
        elif beginning(recommendation, name).kind == CASE:
            all_of_them = eligible(recommendation, somebody) / (cases or 1.0)
            found.append(Step(name, "", what.at_a_time / all_of_them if all_of_them else 0.0, **own))
        else:
            found.append(Step(f"{name} needed", _before(recommendation, name), probability_of(task, somebody[1])))
            in_course = what.at_a_time / what.people if what.people else 0.0
            found.append(Step(name, f"{name} needed", in_course, **own))
    return tuple(found)


def _before(recommendation: Document, name: str) -> str:
    """What somebody is asked for, or needs, of whom the task is asked."""
    task = recommendation["tasks"][name]
    if "after" not in task:
        return "" if cases_of(recommendation) is None else NEW_CASE
    earlier = task["after"]
    is_course = "for" in recommendation["tasks"][earlier] and beginning(recommendation, earlier).kind != CASE
    return f"{earlier} needed" if is_course and "frequency" in task else earlier
