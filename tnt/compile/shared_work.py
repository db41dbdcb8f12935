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
from tnt.compile.cascade import Reach, cascade, expected, people_weights
from tnt.compile.rule import hours_per_event, indices, role_shares
from tnt.compile.rules import Rules
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
    name: str
    activity: str
    role: str
    asked: Floats
    events: float
    hours: float


def shared_work(rules: Rules, counts: ListCounts, folded: Folded) -> SharedWork | None:
    """What tasks share, on the lists at hand; None where no two tasks of a role name the same activity.

    Work done once and never again has no yearly overlap. What is never done, or in no time that is known, takes no
    part.
    """
    sharing: dict[tuple[str, str], list[_Task]] = defaultdict(list)
    for task in _tasks(rules):
        sharing[task.activity, task.role].append(task)
    groups = [group for group in sharing.values() if len(group) > 1]
    if not groups:
        return None
    tasks = [task for group in groups for task in group]
    ends = np.cumsum([len(group) for group in groups])
    members = tuple(np.split(np.arange(len(tasks)), ends[:-1]))
    roles = list(rules.roles)
    return SharedWork(
        activities=tuple(
            Activity(group[0].activity, group[0].role, each) for group, each in zip(groups, members, strict=True)
        ),
        names=tuple((rules.rules[task.rule].id, task.name) for task in tasks),
        rule_of=np.array([task.rule for task in tasks], dtype=np.intp),
        tasks=SharedTasks(
            people=_people(rules, counts, folded, tasks),
            events=np.array([task.events for task in tasks]),
            hours=np.array([task.hours for task in tasks]),
            activities=members,
            column_of=indices(roles.index(group[0].role) for group in groups),
            columns=len(roles),
        ),
    )


def _tasks(rules: Rules) -> Iterator[_Task]:
    """Every task with an activity, once for each role that does a share of it."""
    for index, rule in enumerate(rules.rules):
        tasks = {name: task for name, task in rule.recommendation.tasks.items() if task.activity and task.time}
        reached = cascade(rule.recommendation, rule.contacts) if tasks else {}
        for name, task in tasks.items():
            for role, share in role_shares(task).items():
                asked, events = _asked(rules, index, reached[name])
                hours = 0.0 if share == 0 else hours_per_event(task, role) / share
                if events * share * hours > 0:
                    yield _Task(index, name, task.activity or "", role, asked, events * share, hours)


def _asked(rules: Rules, index: int, reach: Reach) -> tuple[Floats, float]:
    """[C] share of the people with the condition who are asked, before uptake; events a year of each of them.

    Contacts that a demand adds are known as means, not by person: they share no work. Where there are more new cases a
    year than people, everybody is asked so much more often.
    """
    rule = rules.rules[index]
    if reach.reach == 0 or reach.contacts is not None:
        return np.zeros(0), 0.0
    # `weights` hold the incidence, so people are min(1, new cases a person and year) of the rest, and events make up.
    incidence = max(1.0, expected(rule.recommendation.population.incidence, 1.0))
    people = rules.measures.weights[:, rule.eligible] / incidence * people_weights(reach) * reach.reach
    return people, reach.events_per_year / reach.reach * incidence


def _people(rules: Rules, counts: ListCounts, folded: Folded, tasks: list[_Task]) -> Folded:
    measures = rules.measures
    yearly = [rules.rules[task.rule].roles[task.role].yearly for task in tasks]
    measures = Measures(
        weights=np.array([task.asked for task in tasks]).T,
        condition_of=measures.condition_of[indices(yearly)],
        prevalence=measures.prevalence,
        scaled=measures.scaled,
    )
    return fold_tasks(measures, counts, folded, indices(yearly))
