"""One recommendation, compiled: where its people and its hours stand among the measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.compile.benefit import CompiledBenefit, WhyNone
from tnt.compile.cascade import expected
from tnt.language.documents.guideline import GuidelineDocument, Recommendation, Task
from tnt.reading.documents import Loaded


@dataclass(frozen=True, slots=True)
class RoleColumns:
    """Where a role's hours of one recommendation stand among the measures.

    `yearly` and `one_off` are columns, None where no task with a time asks for such work; `lacks_time` says that some
    task of the role has no time, so that its hours are a lower bound, or unknown where there is no column at all.
    `finding` is the part of the yearly hours that finds those who benefit, None where there is no such part or no
    benefit. `backlog` is None where nobody is overdue; `backlog_unknown`: nobody knows how many are, or a time lacks.
    """

    yearly: int | None
    one_off: int | None
    finding: int | None
    backlog: int | None
    lacks_time: bool
    backlog_unknown: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One recommendation, compiled. Columns are indices among the measures."""

    id: str
    file: Loaded[GuidelineDocument]
    recommendation: Recommendation
    target_uptake: float
    current_uptake: float | None
    start_up_years: float | None
    benefit: CompiledBenefit | WhyNone
    eligible: int
    benefiting: int | None
    roles: Mapping[str, RoleColumns]
    contacts: Floats | None = None
    """[C] baseline contacts a year and person, where it has a demand."""


def role_shares(task: Task) -> dict[str, float]:
    """Role -> its share of the events of a task."""
    if task.roles is not None:
        return {role: share.expected for role, share in task.roles.items()}
    return {} if task.role is None else {task.role: 1.0}


def hours_per_event(task: Task, role: str) -> float:
    """Hours of one role for one event and person: minutes x the role's share ÷ group size ÷ 60."""
    assert task.time is not None
    return task.time.expected * role_shares(task)[role] / expected(task.group_size, 1.0) / 60


def indices(columns: Iterable[int | None]) -> Ints:
    """Columns as an array, -1 where there is none."""
    return np.array([-1 if column is None else column for column in columns], dtype=np.intp)
