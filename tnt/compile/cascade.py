"""The cascade of a recommendation: how many events a year each task has per eligible person. METHOD.md, "Hours".

    a first task      reach 1, events = its frequency; done once it is one event that is one-off, and with new cases
                      one a year; where it is a demand, the change in contacts
    follows events    reach = earlier reach x probability, events = earlier events x probability x times
    lasts             reach = earlier reach x probability, events = reach x its own frequency

A probability is the share of those who had the earlier task who need this one, the same each time. So reach (people)
and events (work) part ways: where 40 % of those asked twice a year need advice, that is 0.8 events a year per person
asked, and 0.4 people. What lasts counts people and not events, since who comes back every year needs one course and
not two. `reach_of` and `times_of` keep the numbers whose product this is, so that they can be drawn
(`compile.task_work`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from tnt.arrays import Floats
from tnt.compile.people import cells
from tnt.engine.people.cells import CELLS
from tnt.language.documents.guideline import Recommendation, Task
from tnt.language.values.ages import Ages
from tnt.language.values.by_age import ByAge
from tnt.language.values.number import Number
from tnt.reading.at_ages import the_number


class Factor(NamedTuple):
    """A number that was written, by its key path within the file or recommendation, and its mean."""

    path: tuple[str, ...]
    value: float


@dataclass(frozen=True, slots=True)
class Reach:
    """One task, per eligible person (per new case where the population has an incidence).

    `reach` is the share of the eligible who need the task. `one_off_events` happen once and never again, outside the
    yearly hours. `comes_back`: people have it, or what it follows, year after year, and not once in a life or for each
    case. `ages` limits the people to those of one age (a task `once at age N` and what follows its events) or
    from an age on (what lasts after it); None is no limit. `continues`: the task goes on year after year.
    `is_one_off`: it is done once and never again, in whatever number. `contacts` [C] are baseline contacts a year of a
    person of each cell: the task follows the contacts that a demand adds, and its events are per baseline contact.
    `first` is the task it all begins with, `events_per_earlier` the events for one of the task it follows, and
    `round_events` those of one more round: of a first task that recurs done once more, with what follows from it; None
    for what is no part of one.
    """

    first: str

    reach: float
    events_per_year: float
    one_off_events: float
    ages: tuple[int, int | None] | None
    continues: bool
    is_one_off: bool = False
    contacts: Floats | None = None
    comes_back: bool = False
    events_per_earlier: float = 1.0
    round_events: float | None = None
    reach_of: tuple[Factor, ...] = ()
    times_of: tuple[Factor, ...] = ()


def cascade(recommendation: Recommendation, contacts: Floats | None = None) -> dict[str, Reach]:
    """Task -> its reach and events, earlier tasks before later ones. The cascade has been checked to have no cycle.

    `contacts` [C] are those of the baseline of the recommendation's demand, a year and person. No number of the
    recommendation differs by age (`compile.by_age.bands`).
    """
    done: dict[str, Reach] = {}
    waiting = dict(recommendation.tasks)
    while waiting:
        ready = [name for name, task in waiting.items() if task.after is None or task.after in done]
        for name in ready:
            task = waiting.pop(name)
            done[name] = (
                _first(name, task, recommendation, contacts)
                if task.after is None
                else _later(name, task, done[task.after])
            )
    return done


def expected(number: Number[float] | ByAge[Any] | None, default: float) -> float:
    """The mean of a number, or the default of the language where it is left out."""
    written = the_number(number)
    return default if written is None else written.expected


def people_weights(reach: Reach) -> Floats:
    """[C] what a task's events are multiplied by: 1 where its people are, 0 elsewhere; or its people's baseline
    contacts."""
    if reach.contacts is not None:
        return reach.contacts
    return np.ones(CELLS) if reach.ages is None else cells("all", Ages(*reach.ages)).astype(np.float64)


def _first(name: str, task: Task, recommendation: Recommendation, contacts: Floats | None) -> Reach:
    is_new_case = recommendation.population.incidence is not None
    if task.frequency is None:
        assert recommendation.demand is not None  # checked by reading.checks.meaning
        change = Factor(("demand", "change"), recommendation.demand.change.expected)
        return Reach(name, 1.0, change.value, 0.0, None, continues=False, contacts=contacts, times_of=(change,))
    often = task.frequency.expected
    if not often.once:
        times = Factor(("tasks", name, "frequency"), often.events_per_year)
        a_round = 1.0 if task.recurs else None
        return Reach(
            name, 1.0, times.value, 0.0, None, continues=True, comes_back=True, round_events=a_round, times_of=(times,)
        )
    if often.at_age is not None:
        return Reach(name, 1.0, 1.0, 0.0, (often.at_age, often.at_age), continues=False)
    # Once for each new case is work of every year; once for everybody eligible today is done and never comes again.
    yearly = 1.0 if is_new_case else 0.0
    return Reach(name, 1.0, yearly, 1.0 - yearly, None, continues=False, is_one_off=not is_new_case)


def _later(name: str, task: Task, earlier: Reach) -> Reach:
    probability, times = expected(task.probability, 1.0), expected(task.times, 1.0)
    reach = earlier.reach * probability
    reach_of = (*earlier.reach_of, *factors_of(task.probability, "tasks", name, "probability"))
    if task.frequency is not None:  # those reached stay reached, so after `once at age N` from that age on
        ages = None if earlier.ages is None else (earlier.ages[0], None)
        often = Factor(("tasks", name, "frequency"), task.frequency.expected.events_per_year)
        return Reach(
            earlier.first,
            reach,
            reach * often.value,
            0.0,
            ages,
            continues=True,
            comes_back=True,
            reach_of=reach_of,
            times_of=(often,),
        )
    each = probability * times
    yearly, one_off = earlier.events_per_year * each, earlier.one_off_events * each
    return Reach(
        earlier.first,
        reach,
        yearly,
        one_off,
        earlier.ages,
        continues=False,
        is_one_off=earlier.is_one_off,
        contacts=earlier.contacts,
        comes_back=earlier.comes_back,
        events_per_earlier=each,
        round_events=None if earlier.round_events is None else earlier.round_events * probability * times,
        reach_of=reach_of,
        times_of=(*earlier.times_of, *factors_of(task.times, "tasks", name, "times")),
    )


def factors_of(number: Number[float] | ByAge[Any] | None, *path: str) -> tuple[Factor, ...]:
    """The figure of a number; none where it is left out and its default counts."""
    written = the_number(number)
    return () if written is None else (Factor(path, written.expected),)
