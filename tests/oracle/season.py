"""The busiest week: METHOD "Season", from the slow calculation of packs in which only some tasks have a time.

What is counted twice or saved by merged visits is taken from each task in proportion to its hours, over all lists
(docs/results.md). So the hours of a task alone, and what the tasks of an activity or a kind of visit save, are asked of
the slow calculation one after the other. Supervision in a task falls in its weeks too, and shares nothing.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from tests.oracle.cascade import is_one_off
from tests.oracle.expected import Given, expected
from tests.oracle.quantities import hours_per_year, plain
from tests.oracle.who_does import parts_of, roles_of, split, supervision_minutes

Document = dict[str, Any]
Task = tuple[str, str]
"""Recommendation and task."""


def weeks_of(text: str) -> list[int]:
    first, last = (int(each) for each in (str(text).split("-") * 2)[:2])
    if first <= last:
        return list(range(first, last + 1))
    return [*range(first, 53), *range(1, last + 1)]


def busiest_week_share(given: Given, role: str) -> float | None:
    working = (given.capacity or {"roles": {}})["roles"].get(role)
    seasonal = {at: task for at, rec, task in tasks_of(given, role) if "season" in task}
    seasonal = {at: task for at, task in seasonal.items() if task["time"] is not None or is_supervised_by(role, task)}
    whole = expected(given).on_lists[role]
    staffed = [row for row, time in enumerate(whole.times) if time.posts]
    if not seasonal or working is None or "weeks" not in working or not staffed:
        return None
    if all(whole.required[row] is None for row in staffed):
        return None
    weeks_worked = float(plain(working["weeks"]))
    required = sum(whole.required[row] or 0.0 for row in staffed)
    left = kept(given, role)
    by_week: dict[int, float] = defaultdict(float)
    rest = required
    for at, task in seasonal.items():
        own = sum(alone(given, role, lambda one, at=at: one == at)[row] for row in staffed)  # type: ignore[misc]
        supervising = sum(supervision(given, role, at)[row] for row in staffed)
        hours = (own - supervising) * left.get(at, 1.0) + supervising
        rest -= hours
        for week in weeks_of(plain(task["season"]["weeks"])):
            by_week[week] += hours / len(weeks_of(plain(task["season"]["weeks"])))
    posts = sum(whole.times[row].posts or 0.0 for row in staffed)
    gross_a_week = posts * hours_per_year(working["hours"], working["weeks"]) / weeks_worked
    return (max(by_week.values()) + max(rest, 0.0) / weeks_worked) / gross_a_week


def tasks_of(given: Given, role: str) -> Iterator[tuple[Task, Document, Document]]:
    for guideline in given.guidelines:
        for name, recommendation in guideline["recommendations"].items():
            for task, written in recommendation["tasks"].items():
                if role in roles_of(written):
                    yield (f"{guideline['guideline']}/{name}", task), recommendation, written


def kept(given: Given, role: str) -> dict[Task, float]:
    """The share of each task's hours that is left."""
    activities, visits = defaultdict[str, list[Task]](list), defaultdict[str, list[Task]](list)
    for at, recommendation, task in tasks_of(given, role):
        if task["time"] is None or role not in split(task) or is_one_off(recommendation, at[1]):
            continue
        if "activity" in task:
            activities[task["activity"]].append(at)
        if "frequency" in task:
            visits[task.get("contact", "consultation")].append(at)
    left: dict[Task, float] = {}
    for mine in activities.values():
        saved = sum(each.hours for each in only(given, mine).on_lists[role].twice)
        own = sum(its_own(given, role, at) for at in mine)
        left |= dict.fromkeys(mine, 1 - saved / own if own else 1.0)
    kinds = (given.capacity or {"roles": {}})["roles"].get(role, {}).get("visits", {})
    in_visits: dict[Task, float] = {}
    for contact, mine in visits.items():
        if contact in kinds and len(mine) > 1:
            saved = sum(each.saved.hours for each in only(given, mine).on_lists[role].merged)
            own = sum(its_own(given, role, at) * left.get(at, 1.0) for at in mine)
            in_visits |= dict.fromkeys(mine, 1 - saved / own if own else 1.0)
    return {at: left.get(at, 1.0) * in_visits.get(at, 1.0) for at in {*left, *in_visits}}


def only(given: Given, some: list[Task]) -> Any:
    return expected(_timed(given, lambda one: one in some))


def alone(given: Given, role: str, wanted: Callable[[Task], bool]) -> list[float]:
    """Required hours of the wanted tasks, list by list."""
    return [hours or 0.0 for hours in expected(_timed(given, wanted)).on_lists[role].required]


def its_own(given: Given, role: str, at: Task) -> float:
    """Required hours of a task that are no supervision, over all lists."""
    return sum(alone(given, role, lambda one: one == at)) - sum(supervision(given, role, at))


def supervision(given: Given, role: str, at: Task) -> list[float]:
    """Required hours in which the role supervises others in a task, list by list."""
    only_it = expected(_timed(given, lambda one: one == at))
    parts = [work.roles[role].supervision_hours for work in only_it.works if role in work.roles]
    return [sum(part[row] or 0.0 for part in parts) for row in range(len(only_it.lists))]


def is_supervised_by(role: str, task: Document) -> bool:
    return any(True for _ in supervision_minutes(task, role))


def _timed(given: Given, wanted: Callable[[Task], bool]) -> Given:
    """The same, and only the wanted tasks have a time, or supervision that takes any."""
    guidelines = copy.deepcopy(given.guidelines)
    for guideline in guidelines:
        for name, recommendation in guideline["recommendations"].items():
            for task, written in recommendation["tasks"].items():
                if not wanted((f"{guideline['guideline']}/{name}", task)):
                    written["time"] = None
                    for part in parts_of(written):
                        part.get("supervision", {})["time"] = "0 min"
    return replace(given, guidelines=guidelines)
