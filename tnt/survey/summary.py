"""Answers -> for each task the mean minutes, the interval of that mean, and what the reader must look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np

from tnt.compile.notice import InputFile
from tnt.diagnostics import Code, Diagnostic
from tnt.survey.answers.answers import Answer
from tnt.survey.answers.read import Answers
from tnt.survey.answers.slips import Slip, is_scattered, slips
from tnt.survey.interval import FEWEST_FOR_INTERVAL, mean_interval
from tnt.survey.known_tasks import KnownTask


@dataclass(frozen=True, slots=True)
class SuspectedSlip:
    """An answer left out because it looks as if it were in another unit than minutes."""

    answer: Answer
    slip: Slip


@dataclass(frozen=True, slots=True)
class TaskTime:
    """What the respondents say of one task. Every respondent counts the same, however many cases are behind."""

    task: str
    """`guideline/recommendation/tasks/task`."""
    known: KnownTask | None
    """The task in the pack; None without a pack."""
    n: int
    """Respondents behind the mean, those left out not counted."""
    cases: int | None
    """Cases they had in mind, where all of them say."""
    mean_minutes: float
    low_minutes: float | None
    """5th and 95th percentile of what the mean may be; None where there is no interval."""
    high_minutes: float | None
    no_interval: Literal["few", "equal"] | None
    """Why there is no interval."""
    suspected: tuple[SuspectedSlip, ...]
    mean_minutes_with_suspected: float
    """The mean as it would be with the answers left out."""
    is_scattered: bool
    """Whether the answers kept lie so far apart that some may be in another unit."""


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


def _task(task: str, answers: Sequence[Answer], known: KnownTask | None) -> TaskTime:
    everything = np.array([answer.minutes for answer in answers])
    suspected = slips(everything)
    kept = everything[[slip is None for slip in suspected]]
    low, high = mean_interval(kept) or (None, None)
    cases = [answer.cases for answer, slip in zip(answers, suspected, strict=True) if slip is None]
    return TaskTime(
        task=task,
        known=known,
        n=len(kept),
        cases=None if None in cases else sum(count for count in cases if count is not None),
        mean_minutes=float(kept.mean()),
        low_minutes=low,
        high_minutes=high,
        no_interval="few" if len(kept) < FEWEST_FOR_INTERVAL else "equal" if low is None else None,
        suspected=tuple(SuspectedSlip(answer, slip) for answer, slip in zip(answers, suspected, strict=True) if slip),
        mean_minutes_with_suspected=float(everything.mean()),
        is_scattered=is_scattered(kept),
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
        if task.is_scattered:
            left_out = {one.answer.respondent for one in task.suspected}
            kept = [answer for answer in answers[task.task] if answer.respondent not in left_out]
            least, greatest = (pick(kept, key=lambda answer: answer.minutes) for pick in (min, max))
            values = {"task": task.task, "least": f"{least.minutes:g}", "greatest": f"{greatest.minutes:g}"}
            yield Diagnostic(Code.SURVEY_SCATTERED, greatest.place, values, related=(least.place,))
