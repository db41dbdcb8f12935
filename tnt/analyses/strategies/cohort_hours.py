"""Strategies -> hours of each role and year: the whole language of tasks, followed over a cohort's years. [ours]

People are counted, not drawn: each is the share of a person in the cell of their sex and age. Regular work begins in
the first year a person is within the recommendation's ages, and comes again at its interval as long as they are;
`once` is in that first year, `once at age N` in the year they are N. What lasts goes on from the year of the first
event of the task it follows, for the share reached; what has an end (`for`) goes on for its years from each event that
begins a course, and nobody is in two at once. Prevalence, new cases and all numbers that differ by age are those of the
age people have in each year.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

import numpy as np

from tnt.arrays import Floats
from tnt.compile.by_age.bands import Band, inside
from tnt.compile.cascade import Reach
from tnt.compile.people import population_cells
from tnt.compile.rule import Rule
from tnt.compile.task_work import eligible_share
from tnt.engine.people.cohort import aged_exactly, at_intervals, in_courses, in_year, years_since
from tnt.engine.people.counts import Measures
from tnt.language.documents.guideline import Task
from tnt.language.values.frequency import Frequency


@dataclass(frozen=True, slots=True)
class CohortHours:
    """One role's hours in each year [H]; None where they cannot be estimated. `at_least`: some task lacks a time."""

    hours: Floats | None
    at_least: bool


def hours_by_year(rule: Rule, living: Floats, measures: Measures) -> dict[str, CohortHours]:
    """Role -> hours of a recommendation at its target uptake, for the people alive [H, 2, A] in each year."""
    roles = dict.fromkeys(work.role for work in rule.work)
    horizon = living.shape[0]
    condition = int(measures.condition_of[rule.eligible])
    ill = np.ones(1) if condition < 0 else measures.prevalence[:, condition]
    if np.isnan(ill).any():  # only a register knows who has it
        return {role: CohortHours(None, at_least=True) for role in roles}
    named = population_cells(rule.recommendation.population)
    eligible = [in_year(named * eligible_share(band.recommendation) * ill, horizon) for band in rule.bands]
    events = [_events(rule, band, each) for band, each in zip(rule.bands, eligible, strict=True)]
    by_role = {}
    for role in roles:
        work, hours = rule.work_of(role, at_uptake=True), []
        for one in work:
            if one.hours_per_event is not None:
                here = living if one.ages is None else living * in_year(inside(one.ages), horizon)
                done = (here * events[one.band][one.task]).sum(axis=(1, 2))
                hours.append(done * one.hours_per_event * one.uptake)
        by_role[role] = CohortHours(np.sum(hours, axis=0) if hours else None, at_least=len(hours) < len(work))
    return by_role


def _events(rule: Rule, band: Band, eligible: Floats) -> dict[str, Floats]:
    """Task -> events [H, 2, A] in each year per living person, of whom so many are eligible (are new cases), with the
    numbers of some ages, which count in the years people are of these."""
    population, horizon = rule.recommendation.population, eligible.shape[0]
    follow = _FollowCases if population.incidence is not None else _FollowPeople
    followed = follow(in_year(population_cells(population), horizon), eligible)
    for name, reach in band.reached.items():
        followed.add(name, rule.recommendation.tasks[name], reach)
    return {name: followed.per_living(events) for name, events in followed.done.items()}


class _FollowPeople:
    """Events [H, 2, A] of each task, and courses begun, per eligible person.

    `inside` are those of the ages in each year, `eligible` the share of the living who are eligible.
    """

    def __init__(self, inside: Floats, eligible: Floats) -> None:
        self.done: dict[str, Floats] = {}
        self._begun: dict[str, Floats] = {}
        self._share_inside, self._inside, self._eligible = inside, inside > 0, eligible

    def add(self, name: str, task: Task, reach: Reach) -> None:
        """Adds a task, those it follows before it."""
        if task.for_ is not None:
            assert task.frequency is not None  # checked by reading.checks.courses
            begun, often = self._beginning(task), task.frequency.expected
            events, parts = in_courses(begun, task.for_.expected, often.events_per_year, often.every_years)
            if reach.begins.often is not None:  # nobody is in two at once
                events = events / np.maximum(parts, 1.0)
            self.done[name], self._begun[name] = reach.reach * self._going_on(events), begun
        elif task.after is not None and task.frequency is None:
            self.done[name] = self.done[task.after] * reach.events_per_earlier
            self._begun[name] = self._begun[task.after]
        elif task.frequency is None:
            assert reach.contacts is not None
            contacts = in_year(reach.contacts, self._inside.shape[0])
            self.done[name] = self._begun[name] = self._inside * contacts * reach.events_per_year
        else:
            self._begun[name] = self._regular(task, task.frequency.expected)
            self.done[name] = self._begun[name] * (1.0 if task.after is None else reach.reach)

    def per_living(self, events: Floats) -> Floats:
        """Of each who is alive."""
        return np.asarray(events * self._eligible)

    def _beginning(self, task: Task) -> Floats:
        """What begins the courses of a task."""
        assert task.after is not None  # checked by reading.checks.courses
        return self._begun[task.after]

    def _going_on(self, events: Floats) -> Floats:
        """Events of courses that go on: not beyond the ages."""
        return np.asarray(self._inside * events)

    def _regular(self, task: Task, often: Frequency) -> Floats:
        """Events of each year of work that began in the first year of the ages, or of what it follows, and goes on."""
        since = years_since(self._inside if task.after is None else self.done[task.after] > 0, self._inside)
        if often.at_age is not None:  # each of them passes it, also where the ages hold a part of the year
            now = self._inside & aged_exactly(floor(often.at_age), self._inside.shape[0])
            return np.divide(1.0, self._share_inside, out=np.zeros_like(self._share_inside), where=now)
        if often.once:
            return np.asarray(since == 0, dtype=np.float64)
        if often.every_years is None:
            return np.where(since >= 0, often.events_per_year, 0.0)
        return at_intervals(since, often.every_years)


class _FollowCases(_FollowPeople):
    """The same per living person: a course that began with a case goes on whatever age the person has then."""

    def per_living(self, events: Floats) -> Floats:
        return events

    def _beginning(self, task: Task) -> Floats:
        return self._eligible if task.after is None else super()._beginning(task)

    def _going_on(self, events: Floats) -> Floats:
        return events

    def _regular(self, task: Task, often: Frequency) -> Floats:
        return self._eligible
