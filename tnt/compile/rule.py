"""One recommendation, compiled: where its people and its hours stand among the measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Ints
from tnt.compile.benefit import CompiledBenefit, WhyNone
from tnt.compile.by_age.bands import Band
from tnt.compile.by_age.uptake import CompiledUptakes
from tnt.compile.observed.uptake import ObservedUptake
from tnt.compile.task_work import TaskWork
from tnt.language.documents.guideline import GuidelineDocument, Recommendation
from tnt.reading.documents import Loaded


@dataclass(frozen=True, slots=True)
class RoleColumns:
    """Where a role's hours of one recommendation stand among the measures.

    `yearly` and `one_off` are columns, None where no task with a time asks for such work; `lacks_time` says that some
    task of the role has no time, so that its hours are a lower bound, or unknown where there is no column at all.
    `finding` is the part of the yearly hours that finds those who benefit, None where there is no such part or no
    benefit; `finding_unknown` and `treating_unknown` say that there is such work, and no task of it has a time.
    `one_off_unknown`: a task that is done once has no time. `backlog` is None where nobody is overdue;
    `backlog_unknown`: nobody knows how many are, or a time lacks.

    `required`, `current`, `one_off_required` and `backlog` are what is multiplied by the factor of an uptake
    (`compile.by_age.uptake`): the columns above, or of their own where uptake differs by age, with the uptake in the
    weights. `change` is what is required more than today, where an uptake differs by age and both are known, else None.
    `supervising` is the part of `required` that is supervision, `overhead` that which is overhead; None for none.
    """

    yearly: int | None
    one_off: int | None
    finding: int | None
    required: int | None
    current: int | None
    change: int | None
    supervising: int | None
    overhead: int | None
    one_off_required: int | None
    backlog: int | None
    finding_unknown: bool
    treating_unknown: bool
    lacks_time: bool
    backlog_unknown: bool
    one_off_unknown: bool


@dataclass(frozen=True, slots=True)
class Seasonal:
    """What a role does of a task, or of the supervision of others in it, that falls in some weeks of the year (1 to
    53): `column` among the measures holds its required hours."""

    role: str
    task: str
    is_supervision: bool
    weeks: tuple[int, ...]
    column: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One recommendation, compiled. Columns are indices among the measures."""

    id: str
    file: Loaded[GuidelineDocument]
    recommendation: Recommendation
    bands: tuple[Band, ...]
    uptakes: CompiledUptakes
    start_up_years: float | None
    benefit: CompiledBenefit | WhyNone
    eligible: int
    benefiting: int | None
    roles: Mapping[str, RoleColumns]
    work: tuple[TaskWork, ...]
    """Its tasks in the order of the file, each once for every role, and for the ages at which its numbers differ."""
    work_at_uptake: tuple[TaskWork, ...]
    """The same, and for the ages at which an uptake differs: what hours at that uptake are made of."""
    seasonal: tuple[Seasonal, ...] = ()
    observed: ObservedUptake | None = None
    """What was observed of its work, or of that of its activity, from which the uptake of today follows."""

    @property
    def current_is_at_most(self) -> bool:
        """Whether the uptake of today is the most it can be."""
        return self.observed is not None and self.observed.uptake is not None

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions its people have or have not."""
        return self.recommendation.conditions

    @property
    def has_courses(self) -> bool:
        """Whether some work of every year has an end."""
        return any(reach.course and not reach.is_one_off for reach in self.bands[0].reached.values())

    @property
    def has_ages_in_months(self) -> bool:
        """Whether its people, or those of what lasts, are a part of a year of age by months."""
        tasks = self.recommendation.tasks.values()
        often = [task.frequency.expected.at_age for task in tasks if task.frequency is not None]
        in_months = any(group.ages.in_months for group in self.recommendation.groups)
        return in_months or any(age is not None and age % 1 for age in often)

    def adds_indirect(self, role: str) -> bool:
        """Whether a role's face-to-face minutes are turned into all its work."""
        mine = (work.overhead for work in self.work if work.role == role)
        return any(overhead is not None and overhead.indirect is not None for overhead in mine)

    def work_of(self, role: str, *, at_uptake: bool = False) -> list[TaskWork]:
        """The tasks a role has a part in."""
        return [work for work in (self.work_at_uptake if at_uptake else self.work) if work.role == role]


def indices(columns: Iterable[int | None]) -> Ints:
    """Columns as an array, -1 where there is none."""
    return np.array([-1 if column is None else column for column in columns], dtype=np.intp)
