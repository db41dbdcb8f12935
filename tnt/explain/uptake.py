"""The uptakes of a recommendation; where one differs by age, with the hours it is a share of at each of the ages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from tnt.estimating.task_people import of_ages, people_by_task, task_hours
from tnt.explain.steps import Tracer, TraceStep
from tnt.language.values.ages import Ages, ages
from tnt.language.values.by_age import ShareByAge
from tnt.result.bounded import Bounded, at_least


def uptake(tracer: Tracer, role: str, key: Literal["target", "current"], default: float) -> tuple[TraceStep, ...]:
    """Of everybody, or of each age together with the TNT hours of these ages: hours x uptake add up."""
    number = getattr(tracer.rule.recommendation.uptake, key)
    steps = tracer.at_all_ages(key, number, "share", "uptake", key, default=default)
    if not isinstance(number, ShareByAge):
        return steps
    hours = (TraceStep("tnt-hours", _hours(tracer, role, ages(step.values["ages"])), "hours") for step in steps)
    return tuple(replace(step, parts=(each, *step.parts)) for step, each in zip(steps, hours, strict=True))


def _hours(tracer: Tracer, role: str, of: Ages) -> Bounded:
    """Hours a year of a role if everyone eligible of some ages gets it."""
    works = of_ages((work for work in tracer.rule.work_of(role) if not work.reach.is_one_off), of)
    if not works:
        return Bounded(0.0)
    people = people_by_task(tracer.inputs, tracer.rule, works)
    return in_all([task_hours(work, people[work.task, work.band]) for work in works])


def in_all(hours: Sequence[Bounded]) -> Bounded:
    """All of them; at least what is known where one is not."""
    if len(hours) == 1:
        return hours[0]
    known = [one for one in hours if one.value is not None]
    is_part = len(known) < len(hours) or any(one.bound != "exact" for one in known)
    return at_least(sum(one.value or 0.0 for one in known), is_part) if known else Bounded(None)
