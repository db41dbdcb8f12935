"""Which tasks of a role are the same work: those that name the same `activity`. METHOD.md, "Overlap" [ours].

The engine needs of each task the share of people asked, the events a year of one of them, and the hours of an event,
and the three must multiply to the task's own hours as `compile.rules` has them. A probability on the way to a task is a
share of people, the same each time: it stands in the share asked, and the events are what the task's events come to per
person asked. A role's share of a task is taken of its events, so that the minutes of an event stay whole: two
recommendations that each give a nurse half of a 20-minute review overlap in reviews of 20 minutes, not of 10.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.compile.rule import indices
from tnt.compile.rules import Rules
from tnt.compile.task_work import TaskWork
from tnt.engine.hours.fold import Folded
from tnt.engine.overlap.lists import SharedTasks, fold_tasks
from tnt.engine.people.counts import ListCounts, Measures


@dataclass(frozen=True, slots=True)
class Activity:
    """One piece of work of one role, and the tasks that ask for it, as indices among those of the shared work."""

    name: str
    role: str
    tasks: Ints


@dataclass(frozen=True)
class SharedWork:
    """All work of a pack that is shared: the tasks by (recommendation, task), and what the engine needs."""

    activities: tuple[Activity, ...]
    names: tuple[tuple[str, str], ...]
    """[T] recommendation and task."""
    rule_of: Ints
    """[T] index of the recommendation."""
    tasks: SharedTasks


@dataclass(frozen=True, slots=True)
class _Task:
    rule: int
    work: TaskWork
    asked: Floats
    events: float


def shared_work(rules: Rules, counts: ListCounts, folded: Folded) -> SharedWork | None:
    """What tasks share, on the lists at hand; None where no two tasks of a role name the same activity.

    Work done once and never again has no yearly overlap. What is never done, or in no time that is known, takes no
    part.
    """
    sharing: dict[tuple[str, str], list[_Task]] = defaultdict(list)
    for task in _tasks(rules):
        sharing[task.work.activity or "", task.work.role].append(task)
    shared = {by: group for by, group in sharing.items() if len(group) > 1}
    groups = list(shared.values())
    if not groups:
        return None
    tasks = [task for group in groups for task in group]
    ends = np.cumsum([len(group) for group in groups])
    members = tuple(np.split(np.arange(len(tasks)), ends[:-1]))
    roles = list(rules.roles)
    return SharedWork(
        activities=tuple(
            Activity(activity, role, each) for (activity, role), each in zip(shared, members, strict=True)
        ),
        names=tuple((rules.rules[task.rule].id, task.work.task) for task in tasks),
        rule_of=np.array([task.rule for task in tasks], dtype=np.intp),
        tasks=SharedTasks(
            people=_people(rules, counts, folded, tasks),
            events=np.array([task.events for task in tasks]),
            hours=np.array([task.work.hours_per_whole_event for task in tasks]),
            activities=members,
            column_of=indices(roles.index(role) for _, role in shared),
            columns=len(roles),
        ),
    )


def _tasks(rules: Rules) -> Iterator[_Task]:
    """Every task with an activity, once for each role that does a share of it."""
    for index, rule in enumerate(rules.rules):
        for work in rule.work:
            if work.activity and work.hours_per_event is not None:
                asked, events = _asked(work)
                if events * work.role_share * work.hours_per_whole_event > 0:
                    yield _Task(index, work, asked, events * work.role_share)


def _asked(work: TaskWork) -> tuple[Floats, float]:
    """[C] share of the people with the condition who are asked, before uptake; events a year of each of them.

    Contacts that a demand adds are known as means, not by person: they share no work. Where there are more new cases a
    year than people, everybody is asked so much more often.
    """
    reach = work.reach
    if reach.reach == 0 or reach.contacts is not None:
        return np.zeros(0), 0.0
    # The share holds the incidence, so people are min(1, new cases a person and year) of the rest, and events make up.
    cases = max(1.0, work.incidence)
    return work.cells * (work.eligible_share / cases * reach.reach), reach.events_per_year / reach.reach * cases


def _people(rules: Rules, counts: ListCounts, folded: Folded, tasks: list[_Task]) -> Folded:
    measures = rules.measures
    yearly = [rules.rules[task.rule].roles[task.work.role].yearly for task in tasks]
    measures = Measures(
        weights=np.array([task.asked for task in tasks]).T,
        condition_of=measures.condition_of[indices(yearly)],
        prevalence=measures.prevalence,
        scaled=measures.scaled,
    )
    return fold_tasks(measures, counts, folded, indices(yearly))
