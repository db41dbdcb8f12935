"""Tasks that may coincide, as the engine needs them: METHOD.md, "Overlap" [ours].

The engine needs of each task the share of people its recommendation reaches, the steps of the cascade on its way, the
events a year of one person asked, the hours of a whole event and the role's share; together they multiply to the task's
own hours. A probability on the way to a task is a share of people, the same each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.compile.courses.shared_steps import Step, Way, way_to
from tnt.compile.rule import Rule, indices
from tnt.compile.rules import Rules
from tnt.compile.task_work import TaskWork
from tnt.engine.hours.fold import Folded
from tnt.engine.overlap.coinciding_tasks import AskedTasks
from tnt.engine.overlap.lists import SharedTasks, fold_tasks
from tnt.engine.overlap.together import conditions_together
from tnt.engine.people.counts import ListCounts, Measures


class TaskAtAges(NamedTuple):
    """A task by the index of its recommendation and its name; `band` is the first of the bands of ages that are alike
    in the numbers in question."""

    rule: int
    task: str
    band: int


@dataclass(frozen=True, slots=True)
class Activity:
    """One piece of work of one role, and the tasks that ask for it, as indices among those of the shared work."""

    name: str
    role: str
    tasks: Ints


@dataclass(frozen=True)
class SharedWork:
    """Work of a pack that is shared: the tasks by (recommendation, task), and what the engine needs."""

    activities: tuple[Activity, ...]
    names: tuple[tuple[str, str], ...]
    """[T] recommendation and task; a task whose numbers differ by age has several places."""
    places: tuple[TaskAtAges, ...]
    """[T] the same by indices, with the ages."""
    steps: tuple[Step, ...]
    """Each step on the way to them."""
    tasks: SharedTasks
    target_uptake: Floats
    """[T] of each task."""
    current_uptake: Floats
    """[T] of each task; 0 where it is unknown."""
    least_current_uptake: Floats
    """[T] the least it can be: 0 too where what is known is the most it can be."""
    overhead_hours: Floats
    """[T] the part of the hours of a whole event that is overhead."""

    @cached_property
    def clusters_by_role(self) -> dict[str, set[int]]:
        """Role -> the clusters, by the engine's numbers, of which an activity of it asks people with several
        conditions."""
        found: dict[str, set[int]] = defaultdict(set)
        for activity in self.activities:
            slots = np.unique(self.tasks.people.condition_of[activity.tasks]).tolist()
            together = conditions_together(slots, self.tasks.people.combined, self.tasks.clusters)
            found[activity.role].update(together.clustered)
        return dict(found)

    @cached_property
    def without_overhead(self) -> SharedTasks:
        """The tasks as they would be without."""
        asked = self.tasks.asked
        return replace(self.tasks, asked=replace(asked, hours=asked.hours - self.overhead_hours))


@dataclass(frozen=True, slots=True)
class AskedTask:
    """One task of a role at the ages at which its numbers are these.

    `asked` [C] share of the people with the condition whom the recommendation reaches where the task is asked, before
    uptake; `events` a year of one who is asked.
    """

    rule: int
    work: TaskWork
    way: Way
    asked: Floats
    events: float


def asked_tasks(rules: Rules, wanted: Callable[[Rule, TaskWork], bool]) -> Iterator[AskedTask]:
    """Those wanted of every task, once for each role that does a share of it and for the ages at which it differs.

    Work done once and never again is none of a year. Contacts that a demand adds are known as means, not by person:
    they coincide with nothing. What is never done, or in no time that is known, takes no part.
    """
    for index, rule in enumerate(rules.rules):
        for work in rule.work_at_uptake:
            if work.hours_per_event is None or not wanted(rule, work):
                continue
            if work.reach.events_per_year <= 0 or work.reach.contacts is not None:
                continue
            way = way_to(index, rule, work)
            asked, events = _asked(work, way)
            if events * work.role_share * work.hours_per_whole_event > 0:
                yield AskedTask(index, work, way, asked, events)


def are_several(tasks: Sequence[AskedTask]) -> bool:
    """Whether they are more than one task at several ages."""
    return len({(each.rule, each.work.task) for each in tasks}) > 1


def shared_work_of(
    rules: Rules, counts: ListCounts, folded: Folded, groups: Sequence[tuple[str, str, Sequence[AskedTask]]]
) -> SharedWork:
    """What groups of tasks share, each with the name and the role of the work, on the lists at hand."""
    tasks = [task for _, _, group in groups for task in group]
    paths, steps = _paths(tasks)
    ends = np.cumsum([len(group) for _, _, group in groups])
    members = tuple(np.split(np.arange(len(tasks)), ends[:-1]))
    roles = list(rules.roles)
    return SharedWork(
        activities=tuple(Activity(name, role, each) for (name, role, _), each in zip(groups, members, strict=True)),
        names=tuple((rules.rules[task.rule].id, task.work.task) for task in tasks),
        places=tuple(TaskAtAges(task.rule, task.work.task, task.work.band) for task in tasks),
        steps=tuple(steps),
        target_uptake=np.array([task.work.uptake for task in tasks]),
        current_uptake=np.array([task.work.current_uptake or 0.0 for task in tasks]),
        least_current_uptake=np.array(
            [0.0 if rules.rules[one.rule].current_is_at_most else one.work.current_uptake or 0.0 for one in tasks]
        ),
        overhead_hours=np.array([task.work.overhead_hours_per_whole_event for task in tasks]),
        tasks=SharedTasks(
            people=_people(rules, counts, folded, tasks),
            asked=AskedTasks(
                rule_of=np.array([task.rule for task in tasks], dtype=np.intp),
                paths=paths,
                probability=np.array(list(steps.values())),
                events=np.array([task.events for task in tasks]),
                hours=np.array([task.work.hours_per_whole_event for task in tasks]),
                role_share=np.array([task.work.role_share for task in tasks]),
                split=_splits(tasks),
            ),
            activities=members,
            column_of=indices(roles.index(role) for _, role, _ in groups),
            columns=len(roles),
            clusters=rules.measures.clusters,
        ),
    )


def _asked(work: TaskWork, way: Way) -> tuple[Floats, float]:
    """Where there are more new cases a year than people, everybody is asked so much more often."""
    # The share holds the incidence, so people are min(1, new cases a person and year) of the rest, and events make up.
    cases = max(1.0, work.incidence)
    return work.cells * (work.eligible_share / cases * way.most), work.reach.events_per_year / way.share * cases


def _paths(tasks: list[AskedTask]) -> tuple[tuple[tuple[int, ...], ...], dict[Step, float]]:
    """The numbers of the steps to each task, from the first, and the steps in their order."""
    steps = {step: share for task in tasks for step, share in task.way.steps.items()}
    numbers = {step: number for number, step in enumerate(steps)}
    return tuple(tuple(numbers[step] for step in task.way.steps) for task in tasks), steps


def _splits(tasks: list[AskedTask]) -> Ints:
    """[T] the same number where the same roles have the same shares."""
    numbers: dict[frozenset[tuple[str, float]], int] = {}
    splits = [frozenset((role, share.value) for role, share in task.work.role_share_of.items()) for task in tasks]
    return np.array([numbers.setdefault(split, len(numbers)) for split in splits], dtype=np.intp)


def _people(rules: Rules, counts: ListCounts, folded: Folded, tasks: list[AskedTask]) -> Folded:
    measures = rules.measures
    yearly = [rules.rules[task.rule].roles[task.work.role].yearly for task in tasks]
    measures = Measures(
        weights=np.array([task.asked for task in tasks]).T,
        condition_of=measures.condition_of[indices(yearly)],
        prevalence=measures.prevalence,
        scaled=measures.scaled,
        combinations=measures.combinations,
    )
    return fold_tasks(measures, counts, folded, indices(yearly))
