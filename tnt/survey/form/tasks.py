"""Which tasks a survey asks about: those without a sourced time, those whose time moves the hours most first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from tnt.compile.inputs import Inputs
from tnt.compile.rule import Rule
from tnt.compile.task_work import TaskWork
from tnt.diagnostics.nearest import Nearest
from tnt.estimating.task_people import people_by_task, task_hours
from tnt.language.base import Text
from tnt.language.documents.guideline import Kind, Task
from tnt.language.values.number import Status
from tnt.result.bounded import Bounded
from tnt.survey.form.swings import Swings

_LEAST_SURE: tuple[Status, ...] = ("assumption", "derived", "sourced")


@dataclass(frozen=True, slots=True)
class SurveyTask:
    """A task, as a form asks about it: once, also where the guideline's time differs by age."""

    path: str
    """`guideline/recommendation/tasks/task`, the address `tnt explain` knows."""
    recommendation: Text
    title: Text
    task: Task
    time_kind: Kind
    status: Literal["sourced", "derived", "assumption", "missing"]
    """Of its time in the guideline; where that differs by age, that of the least sure of the times."""
    has_travel_of_its_own: bool
    """Whether the working time counts the travel to it beside its minutes."""
    weight: float
    """How many hours a year the range of its time is wide, at the target uptake; all its hours (of work done once too)
    where its time has no range, and its events where it has no time."""


class UnknownTaskError(ValueError):
    """Nothing in the pack is called so."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        """`near` are names that are much alike."""
        super().__init__(name)
        self.name, self.near = name, near


def tasks_of(inputs: Inputs, role: str) -> list[SurveyTask]:
    """Every task the role has a part in at the pace of the guideline's time: those without a time first, then by how
    far it moves the role's hours."""
    moved = Swings(inputs, role)
    tasks = [task for rule in inputs.rules.rules for task in _tasks(inputs, rule, role, moved)]
    return sorted(tasks, key=lambda task: (task.status != "missing", -task.weight, task.path))


def chosen(tasks: Sequence[SurveyTask], names: Iterable[str], most: int) -> list[SurveyTask]:
    """The tasks of the recommendations (or the single tasks) named; where none are, the first `most` that rest on an
    assumption or have no time. Raises UnknownTaskError."""
    wanted = list(names)
    if not wanted:
        return [task for task in tasks if task.status in ("assumption", "missing")][:most]
    for name in wanted:
        if not any(_is_in(task, name) for task in tasks):
            known = dict.fromkeys(at for task in tasks for at in (task.path.partition("/tasks/")[0], task.path))
            raise UnknownTaskError(name, Nearest().words(name, known, most=3, cutoff=0.4))
    return [task for task in tasks if any(_is_in(task, name) for name in wanted)]


def _is_in(task: SurveyTask, name: str) -> bool:
    return name in (task.path, task.path.partition("/tasks/")[0])


def _tasks(inputs: Inputs, rule: Rule, role: str, moved: Swings) -> Iterable[SurveyTask]:
    works_of: dict[str, list[TaskWork]] = defaultdict(list)
    work_of_role = [work for work in rule.work_of(role, at_uptake=True) if _is_asked(work)]
    for work in work_of_role:
        works_of[work.task].append(work)
    people = people_by_task(inputs, rule, work_of_role) if works_of else {}
    statuses = {number.path: number.status for number in inputs.numbers if number.recommendation == rule.id}
    for name, works in works_of.items():
        path = f"{rule.id}/tasks/{name}"
        task = rule.recommendation.tasks[name]
        written = ["/".join((rule.id, *work.minutes_of.path)) for work in works if work.minutes_of is not None]
        is_missing = len(written) < len(works)
        hours = sum(_weight(work, people[work.task, work.band], is_missing) for work in works)
        swing = None if is_missing else moved.of(written[0])  # the times of all ages are one number here
        yield SurveyTask(
            path=path,
            recommendation=rule.recommendation.title or rule.id,
            title=task.title or name,
            task=task,
            time_kind=rule.file.document.time_kind,
            status="missing" if is_missing else min((statuses[each] for each in written), key=_LEAST_SURE.index),
            has_travel_of_its_own=any(work.overhead is not None and work.overhead.travel for work in works),
            weight=hours if swing is None else swing,
        )


def _is_asked(work: TaskWork) -> bool:
    """Work of the role's own, and at the pace of the guideline's time: an answer takes the place of that time."""
    return work.supervised is None and work.pace_of is None


def _weight(work: TaskWork, people: Bounded, is_missing: bool) -> float:
    """Hours of a task at the target uptake; the number of its events where they are unknown at some age."""
    hours = None if is_missing else task_hours(work, people).value
    events = work.reach.events_per_year + work.reach.one_off_events
    return ((people.value or 0.0) * events if hours is None else hours) * work.uptake
