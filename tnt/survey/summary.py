"""Answers -> for each task the mean minutes, the interval of that mean, and what the reader must look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tnt.compile.notice import InputFile
from tnt.diagnostics import Code, Diagnostic
from tnt.survey.answers.answer import Answer
from tnt.survey.answers.read import Answers
from tnt.survey.answers.slips import Slip, is_scattered, slips
from tnt.survey.interval import NoInterval, is_uneven, mean_interval
from tnt.survey.known_tasks import KnownTask
from tnt.survey.respondents import respondents

FEWEST_FOR_UNEVEN = 3
"""Respondents below which one with more than half of the cases is nothing to tell of."""


@dataclass(frozen=True, slots=True)
class SuspectedSlip:
    """An answer left out because it looks as if it were in another unit than minutes."""

    answer: Answer
    slip: Slip


@dataclass(frozen=True, slots=True)
class TaskTime:
    """What the respondents say of one task: each counts by the cases behind the answer where any says how many, else
    all count the same."""

    task: str
    """`guideline/recommendation/tasks/task`."""
    known: KnownTask | None
    """The task in the pack; None without a pack."""
    n: int
    """Respondents behind the mean, those left out not counted."""
    cases: int | None
    """Cases behind their answers, as far as they say; None where nobody says, and all count the same."""
    without_cases: int
    """Respondents who do not say, where others do."""
    assumed_cases: float | None
    """What each of these counts for; None where there are none."""
    mean_minutes: float
    low_minutes: float | None
    """5th and 95th percentile of what the mean may be; None where there is no interval."""
    high_minutes: float | None
    no_interval: NoInterval | None
    """Why there is no interval."""
    suspected: tuple[SuspectedSlip, ...]
    mean_minutes_with_suspected: float
    """The mean as it would be with the answers left out."""
    is_scattered: bool
    """Whether the answers kept lie so far apart that some may be in another unit."""

    @property
    def is_weighted(self) -> bool:
        """Whether answers count by their cases."""
        return self.cases is not None


@dataclass(frozen=True, slots=True)
class Survey:
    """The answers in numbers."""

    as_of: date
    inputs: tuple[InputFile, ...]
    respondents: int
    tasks: tuple[TaskTime, ...]
    warnings: tuple[Diagnostic, ...]


def summary(read: Answers, as_of: date, known: Mapping[str, KnownTask]) -> Survey:
    """Every task that was answered, by its address; `known` are those of the pack, if there is one."""
    by_task: dict[str, list[Answer]] = {}
    for answer in sorted(read.answers, key=lambda answer: (answer.task, answer.respondent)):
        by_task.setdefault(answer.task, []).append(answer)
    tasks = tuple(_task(task, answers, known.get(task)) for task, answers in by_task.items())
    return Survey(
        as_of=as_of,
        inputs=read.files,
        respondents=len({answer.respondent for answer in read.answers}),
        tasks=tasks,
        warnings=(*read.warnings, *_warnings(tasks, by_task)),
    )


def weighting(tasks: Sequence[TaskTime]) -> list[str]:
    """How answers count in these tasks: `weighted`, by their cases, `unweighted`, all the same, or each in some."""
    kinds = {task.is_weighted for task in tasks}
    return [key for key, is_weighted in (("weighted", True), ("unweighted", False)) if is_weighted in kinds]


def _task(task: str, answers: Sequence[Answer], known: KnownTask | None) -> TaskTime:
    everything = np.array([answer.minutes for answer in answers])
    suspected = slips(everything)
    kept = respondents(answer for answer, slip in zip(answers, suspected, strict=True) if slip is None)
    interval = mean_interval(kept.minutes, kept.weights)
    low, high = (None, None) if isinstance(interval, str) else interval
    return TaskTime(
        task=task,
        known=known,
        n=len(kept.minutes),
        cases=kept.cases,
        without_cases=kept.without_cases,
        assumed_cases=kept.assumed_cases,
        mean_minutes=kept.mean_minutes,
        low_minutes=low,
        high_minutes=high,
        no_interval=interval if isinstance(interval, str) else None,
        suspected=tuple(SuspectedSlip(answer, slip) for answer, slip in zip(answers, suspected, strict=True) if slip),
        mean_minutes_with_suspected=respondents(answers).mean_minutes,
        is_scattered=is_scattered(everything[[slip is None for slip in suspected]]),
    )


def _warnings(tasks: Iterable[TaskTime], answers: Mapping[str, Sequence[Answer]]) -> Iterable[Diagnostic]:
    for task in tasks:
        for one in task.suspected:
            values = {
                "respondent": one.answer.respondent,
                "found": f"{one.answer.minutes:g}",
                "unit": one.slip,
                "task": task.task,
            }
            yield Diagnostic(Code.SURVEY_UNIT, one.answer.place, values)
        left_out = {one.answer.place for one in task.suspected}
        kept = [answer for answer in answers[task.task] if answer.place not in left_out]
        yield from _uneven(task, kept)
        if task.is_scattered:
            least, greatest = (pick(kept, key=lambda answer: answer.minutes) for pick in (min, max))
            values = {"task": task.task, "least": f"{least.minutes:g}", "greatest": f"{greatest.minutes:g}"}
            yield Diagnostic(Code.SURVEY_SCATTERED, greatest.place, values, related=(least.place,))


def _uneven(task: TaskTime, kept: Sequence[Answer]) -> Iterable[Diagnostic]:
    """The respondent with more than half of the cases, where at least three have answered."""
    if not task.is_weighted or task.n < FEWEST_FOR_UNEVEN:
        return
    of = respondents(kept)
    if is_uneven(of.weights):
        code = list(dict.fromkeys(answer.respondent for answer in kept))[int(of.weights.argmax())]
        place = next(answer.place for answer in kept if answer.respondent == code)
        cases, total = (f"{count:g}" for count in (of.weights.max(), of.weights.sum()))
        values = {"respondent": code, "cases": cases, "total": total, "task": task.task}
        yield Diagnostic(Code.SURVEY_UNEVEN, place, values)
