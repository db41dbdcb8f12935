"""Which tasks a survey asks about: those without a sourced time, those that carry most hours first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from tnt.compile.inputs import Inputs
from tnt.compile.rule import Rule, role_shares
from tnt.diagnostics.nearest import Nearest
from tnt.explain.trace import TraceStep, trace
from tnt.language.base import Text
from tnt.language.documents.guideline import Kind, Task
from tnt.result.model import Result


@dataclass(frozen=True, slots=True)
class SurveyTask:
    """A task, as a form asks about it."""

    path: str
    """`guideline/recommendation/tasks/task`, the address `tnt explain` knows."""
    recommendation: Text
    title: Text
    task: Task
    time_kind: Kind
    status: Literal["sourced", "derived", "assumption", "missing"]
    """Of its time in the guideline."""
    weight: float
    """Hours a year (or once) at the target uptake; events in place of hours where there is no time."""


class UnknownTaskError(ValueError):
    """Nothing in the pack is called so."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        """`near` are names that are much alike."""
        super().__init__(name)
        self.name, self.near = name, near


def tasks_of(inputs: Inputs, result: Result, role: str) -> list[SurveyTask]:
    """Every task the role has a part in: those without a time first, then by hours."""
    tasks = [task for rule in inputs.rules.rules for task in _tasks(inputs, result, rule, role)]
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


def _tasks(inputs: Inputs, result: Result, rule: Rule, role: str) -> Iterable[SurveyTask]:
    steps = {step.values["task"]: step for step in _task_steps(trace(inputs, result, rule.id), role)}
    statuses = {number.path: number.status for number in inputs.numbers if number.recommendation == rule.id}
    for name, task in rule.recommendation.tasks.items():
        if role in role_shares(task):
            path = f"{rule.id}/tasks/{name}"
            yield SurveyTask(
                path=path,
                recommendation=rule.recommendation.title or rule.id,
                title=task.title or name,
                task=task,
                time_kind=rule.file.document.time_kind,
                status="missing" if task.time is None else statuses[f"{path}/time"],
                weight=_weight(steps[name]) * rule.target_uptake,
            )


def _task_steps(tree: TraceStep | None, role: str) -> Iterable[TraceStep]:
    """The steps of the role's tasks in the tree of a recommendation."""
    assert tree is not None  # the rule is one of the inputs
    for step in (step for step in tree.parts if step.key == "role" and step.values["role"] == role):
        yield from (task for hours in step.parts if hours.key == "tnt-hours" for task in hours.parts)


def _weight(step: TraceStep) -> float:
    """Hours of a task; the number of its events where they are unknown."""
    if step.value is not None:
        return step.value
    values = {part.key: part.value or 0.0 for part in step.parts}
    return values.get("people-in-ages", 0.0) * values.get("events", 0.0)
