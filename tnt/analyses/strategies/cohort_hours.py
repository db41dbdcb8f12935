"""Strategies -> hours of each role and year: the whole language of tasks, followed over a cohort's years. [ours]

People are counted, not drawn: each is the share of a person in the cell of their sex and age. Regular work begins in
the first year a person is within the recommendation's ages, and comes again at its interval as long as they are;
`once` is in that first year, `once at age N` in the year they are N. What lasts goes on from the year of the first
event of the task it follows, for the share reached. Prevalence, new cases and all numbers that differ by age are those
of the age people have in each year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.by_age.bands import Band, inside
from tnt.compile.people import population_cells, prevalence
from tnt.compile.rule import Rule
from tnt.compile.task_work import eligible_share
from tnt.engine.people.cohort import aged_exactly, at_intervals, in_year, years_since
from tnt.language.documents.conditions import Condition
from tnt.language.values.frequency import Frequency


@dataclass(frozen=True, slots=True)
class CohortHours:
    """One role's hours in each year [H]; None where they cannot be estimated. `at_least`: some task lacks a time."""

    hours: Floats | None
    at_least: bool


def hours_by_year(rule: Rule, living: Floats, conditions: Mapping[str, Condition]) -> dict[str, CohortHours]:
    """Role -> hours of a recommendation at its target uptake, for the people alive [H, 2, A] in each year."""
    roles = dict.fromkeys(work.role for work in rule.work)
    eligible = [_eligible(rule, band, conditions, living.shape[0]) for band in rule.bands]
    events = [_events(rule, band, living.shape[0]) for band in rule.bands]
    by_role = {}
    for role in roles:
        work, hours = rule.work_of(role, at_uptake=True), []
        for one in work:
            share = eligible[one.band]
            if share is None:
                return {role: CohortHours(None, at_least=True) for role in roles}
            if one.hours_per_event is not None:
                here = living if one.ages is None else living * in_year(inside(one.ages), living.shape[0])
                done = (here * share * events[one.band][one.task]).sum(axis=(1, 2))
                hours.append(done * one.hours_per_event * one.uptake)
        by_role[role] = CohortHours(np.sum(hours, axis=0) if hours else None, at_least=len(hours) < len(work))
    return by_role


def _eligible(rule: Rule, band: Band, conditions: Mapping[str, Condition], horizon: int) -> Floats | None:
    """[H, 2, A] share of the living it applies to, with the numbers of some ages; None where only a register knows who
    has the condition."""
    population = rule.recommendation.population
    weights = population_cells(population) * eligible_share(band.recommendation)
    if population.condition is not None:
        if population.condition not in conditions:
            return None
        weights = weights * prevalence(conditions[population.condition])
    return in_year(weights, horizon)


def _events(rule: Rule, band: Band, horizon: int) -> dict[str, Floats]:
    """Task -> events [H, 2, A] in each year per eligible person (per new case where there is an incidence), with the
    numbers of some ages, which count in the years people are of these."""
    recommendation = rule.recommendation
    population = recommendation.population
    asked = in_year(population_cells(population), horizon) > 0
    done: dict[str, Floats] = {}
    for name, reach in band.reached.items():
        task = recommendation.tasks[name]
        if task.after is not None and task.frequency is None:
            done[name] = done[task.after] * reach.events_per_earlier
        elif task.frequency is None:
            assert reach.contacts is not None
            done[name] = asked * in_year(reach.contacts, horizon) * reach.events_per_year
        elif population.incidence is not None:
            done[name] = asked.astype(np.float64)
        else:
            began = asked if task.after is None else done[task.after] > 0
            share = 1.0 if task.after is None else reach.reach
            done[name] = share * _regular(task.frequency.expected, began, asked)
    return done


def _regular(often: Frequency, began: Bools, inside: Bools) -> Floats:
    """Events of each year of work that began in the first year marked, and goes on inside."""
    since = years_since(began, inside)
    if often.once:
        now = since == 0 if often.at_age is None else inside & aged_exactly(often.at_age, inside.shape[0])
        return now.astype(np.float64)
    if often.every_years is None:
        return np.where(since >= 0, often.events_per_year, 0.0)
    return at_intervals(since, often.every_years)
