"""The steps on the way to tasks that may be the same work: who needs each, and who is in a course of it. METHOD.md,
"Overlap" and "Limited duration" [ours].

A task with an end is two steps: who needs it, and which of them are in a course of it now. What follows its events
follows the second. What lasts after it follows the first: it goes on whether or not the course does.

After new cases those in a course are min(1, cases x probability x years) of the people. Those of one year's cases are
among those who have the task before it. Where there are more, the courses of several years hold this year's cases: the
recommendation then asks `most` times as many people as have new cases in a year, and the others are a part of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tnt.compile.by_age.bands import first_alike
from tnt.compile.cascade import expected, factors_of
from tnt.compile.courses.course import Course, Factor
from tnt.compile.rule import Rule
from tnt.compile.task_work import TaskWork, probabilities_to


class Step(NamedTuple):
    """A step on the way to tasks, by the number of its recommendation and the task: those who need it, or of these
    those in a course, and who need it within a course. It is one and the same for all ages at which the probabilities
    on the way to it are the same, so that tasks after it ask the same people: `band` is the first of these."""

    rule: int
    task: str
    band: int
    in_course: bool = False


class Way(NamedTuple):
    """The steps to a task, the first one first, and the share of those at the step before who take each.

    The recommendation asks `most` times as many as it reaches in a year.
    """

    steps: dict[Step, float]
    most: float = 1.0

    @property
    def share(self) -> float:
        """Share who have the task, of those the recommendation reaches."""
        share = self.most
        for one in self.steps.values():
            share *= one
        return share


def way_to(index: int, rule: Rule, work: TaskWork) -> Way:
    """The way to a task of the recommendation with this number."""
    bands, band = rule.bands, rule.bands[work.band]
    tasks = band.recommendation.tasks
    names = tuple(reversed(band.recommendation.way_back(work.task)))
    lasts = max((at for at, name in enumerate(names) if tasks[name].frequency is not None), default=0)

    def step_of(name: str, *, in_course: bool) -> Step:
        return Step(index, name, first_alike(bands, band.number, probabilities_to(bands[0], name)), in_course)

    def shares(some: Iterable[str], *, in_course: bool) -> dict[Step, float]:
        return {step_of(name, in_course=in_course): expected(tasks[name].probability, 1.0) for name in some}

    own = _own_course(rule, work.band, names[lasts])
    needed, within = (
        shares(names[: lasts + 1], in_course=False),
        shares(names[lasts + 1 :], in_course=own is not None),
    )
    if own is None:
        return Way(needed | within)
    step = step_of(names[lasts], in_course=True)
    if not own.is_of_cases:
        return Way(needed | {step: own.share} | within)
    return _after_cases(needed, step, within, work.incidence, own.share)


def _after_cases(
    needed: dict[Step, float], step: Step, within: dict[Step, float], incidence: float, years: float
) -> Way:
    """Through courses of so many years, one for each of the new cases (a person and year) who needs it.

    The recommendation reaches min(1, cases) of the people in a year, and those in a course are min(1, cases x share
    who need it x years) of them.
    """
    cases, need = min(1.0, incidence), Way(needed).share
    in_course = years * max(1.0, incidence)
    if cases * in_course <= 1:
        return Way(needed | {step: min(1.0, in_course)} | within, most=max(1.0, in_course))
    # So many cases that not even all who had one within the years would be enough people: only the share is left.
    return Way({step: 1.0} | within, most=min(need * in_course, 1 / cases))


def written_of(rule: Rule, step: Step) -> tuple[Factor, ...]:
    """The numbers that the share at a step grows with."""
    own = _own_course(rule, step.band, step.task)
    if step.in_course and own is not None:
        return own.written
    band = rule.bands[step.band]
    return band.written(factors_of(band.recommendation.tasks[step.task].probability, "tasks", step.task, "probability"))


def _own_course(rule: Rule, band: int, name: str) -> Course | None:
    """The courses of a task itself, and not of one that it follows."""
    return None if rule.recommendation.tasks[name].for_ is None else rule.bands[band].reached[name].course
