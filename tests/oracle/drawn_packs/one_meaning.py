"""What METHOD leaves open is not drawn: a test of the program against the slow calculation would hold it to a guess."""

from __future__ import annotations

from typing import Any

from tests.oracle.benefit import counted_task
from tests.oracle.course import AGAIN, CASE, beginning, is_of_course
from tests.oracle.stretches import knows_months

Document = dict[str, Any]


def with_one_meaning(rule: Document) -> None:
    _without_work_shared_in_months(rule)
    _without_work_shared_of_courses_in_courses(rule)
    _without_benefit_of_what_follows_a_course(rule)


def _without_work_shared_in_months(rule: Document) -> None:
    if knows_months(rule):
        for task in rule["tasks"].values():
            task.pop("activity", None)


def _without_work_shared_of_courses_in_courses(rule: Document) -> None:
    """How those in a course go together with those in another of the same case, or in one after it: of each activity
    the first task alone is left."""
    if not _has_courses_in_courses(rule):
        return
    tasks = rule["tasks"]
    seen: set[str] = set()
    for task in tasks.values():
        if task.get("activity") in seen:
            del task["activity"]
        elif "activity" in task:
            seen.add(task["activity"])


def in_visits_of_their_own(rule: Document) -> None:
    """The same of visits: all but the first of such tasks are done in a way that no visit is merged in."""
    if _has_courses_in_courses(rule):
        for task in list(rule["tasks"].values())[1:]:
            task.pop("activity", None)
            task["contact"] = "other"


def _has_courses_in_courses(rule: Document) -> bool:
    tasks = rule["tasks"]
    return any(
        "frequency" in task
        and ("after" in task or "for" in task)
        and (beginning(rule, name).kind == CASE or ("after" in task and is_of_course(rule, task["after"])))
        for name, task in tasks.items()
    )


def _without_benefit_of_what_follows_a_course(rule: Document) -> None:
    """Whether they count as courses begun or as people who come back."""
    if "benefit" not in rule:
        return
    name = counted_task(rule) or next(iter(rule["tasks"]))
    follows = "for" not in rule["tasks"][name] and is_of_course(rule, name)
    if follows and beginning(rule, name).kind == AGAIN:
        del rule["benefit"]
