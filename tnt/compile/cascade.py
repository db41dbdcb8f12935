"""The cascade of a recommendation: how many events a year each task has per eligible person. METHOD.md, "Hours".

    a first task      reach 1, events = its frequency; done once it is one event that is one-off, and with new cases
                      one a year; where it is a demand, the change in contacts
    follows events    reach = earlier reach x probability, events = earlier events x probability x times
    lasts             reach = earlier reach x probability, events = reach x its own frequency
    lasts `for` some  reach = earlier reach x probability, events = reach x share in a course x frequency (`courses`)

A probability is the share of those who had the earlier task who need this one, the same each time. So reach (people)
and events (work) part ways: where 40 % of those asked twice a year need advice, that is 0.8 events a year per person
asked, and 0.4 people. What lasts counts people and not events, since who comes back every year needs one course and
not two. `reach_of`, `course` and `times_of` keep the numbers whose product this is, so that they can be drawn
(`compile.task_work`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf
from typing import Any

from tnt.arrays import Floats
from tnt.compile.courses.course import ONCE, Beginning, Course, Factor, course
from tnt.compile.people import AgeSpan
from tnt.language.documents.guideline import Recommendation, Task
from tnt.language.values.by_age import ByAge
from tnt.language.values.number import Number
from tnt.reading.at_ages import the_number


@dataclass(frozen=True, slots=True)
class Reach:
    """One task, per eligible person (per new case where the population has an incidence).

    `reach` is the share of the eligible who need the task. `one_off_events` happen once and never again, outside the
    yearly hours. `comes_back`: people have it, or what it follows, year after year, and not once in a life or for each
    case. `begins` is what a course that follows it would begin with. `ages` limits the people to those from an age on
    (what lasts after a task `once at age N`), or in a course that began there; None is no limit but the age at which
    it `begins`. `continues`: the task goes on year after year. `contacts` [C] are baseline contacts a year of a person
    of each cell: the task follows the contacts that a demand adds, and its events are per baseline contact. `first` is
    the task it all begins with, `events_per_earlier` the events for one of the task it follows, and `round_events`
    those of one more round: of a first task that recurs done once more, with what follows from it; None for what is no
    part of one. `course` is how much there is of work that has an end, and of what follows its events.
    """

    first: str
    reach: float
    events_per_year: float
    one_off_events: float
    ages: AgeSpan | None
    continues: bool
    contacts: Floats | None = None
    comes_back: bool = False
    events_per_earlier: float = 1.0
    round_events: float | None = None
    begins: Beginning = ONCE
    course: Course | None = None
    reach_of: tuple[Factor, ...] = ()
    times_of: tuple[Factor, ...] = ()

    @property
    def is_one_off(self) -> bool:
        """Whether it is done once and never again, in whatever number."""
        return self.begins.is_one_off


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


def _first(name: str, task: Task, recommendation: Recommendation, contacts: Floats | None) -> Reach:
    is_new_case = recommendation.population.incidence is not None
    if task.frequency is None:
        assert recommendation.demand is not None  # checked by reading.checks.meaning
        change = Factor(("demand", "change"), recommendation.demand.change.expected)
        return Reach(name, 1.0, change.value, 0.0, None, continues=False, contacts=contacts, times_of=(change,))
    often = task.frequency.expected
    if task.for_ is not None:  # each new case begins a course
        return _in_courses(name, task, Reach(name, 1.0, 1.0, 0.0, None, continues=False))
    if not often.once:
        times = Factor(("tasks", name, "frequency"), often.events_per_year)
        return Reach(
            name,
            1.0,
            times.value,
            0.0,
            None,
            continues=True,
            comes_back=True,
            round_events=1.0 if task.recurs else None,
            begins=Beginning(often=times),
            times_of=(times,),
        )
    if often.at_age is not None:
        return Reach(name, 1.0, 1.0, 0.0, None, continues=False, begins=Beginning(at_age=often.at_age))
    # Once for each new case is work of every year; once for everybody eligible today is done and never comes again.
    yearly = 1.0 if is_new_case else 0.0
    begins = Beginning(is_one_off=not is_new_case)
    return Reach(name, 1.0, yearly, 1.0 - yearly, None, continues=False, begins=begins)


def _later(name: str, task: Task, earlier: Reach) -> Reach:
    probability, times = expected(task.probability, 1.0), expected(task.times, 1.0)
    reach = earlier.reach * probability
    reach_of = (*earlier.reach_of, *factors_of(task.probability, "tasks", name, "probability"))
    if task.for_ is not None:
        return _in_courses(name, task, replace(earlier, reach=reach, reach_of=reach_of))
    if task.frequency is not None:  # those reached stay reached, so after `once at age N` from that age on
        at_age = earlier.begins.at_age
        ages = None if at_age is None else AgeSpan(at_age, inf)
        often = Factor(("tasks", name, "frequency"), task.frequency.expected.events_per_year)
        return Reach(
            earlier.first,
            reach,
            reach * often.value,
            0.0,
            ages,
            continues=True,
            comes_back=True,
            begins=Beginning(often=often, at_age=at_age),
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
        contacts=earlier.contacts,
        comes_back=earlier.comes_back,
        events_per_earlier=each,
        round_events=None if earlier.round_events is None else earlier.round_events * probability * times,
        begins=earlier.begins,
        course=earlier.course,
        reach_of=reach_of,
        times_of=(*earlier.times_of, *factors_of(task.times, "tasks", name, "times")),
    )


def _in_courses(name: str, task: Task, needed: Reach) -> Reach:
    """What lasts for some years, of those who need it: they as the task that is followed, but for `reach`."""
    assert task.frequency is not None  # checked by reading.checks.courses
    assert task.for_ is not None
    often = Factor(("tasks", name, "frequency"), task.frequency.expected.events_per_year)
    found = course(needed.begins, task.for_.expected, needed.ages)
    events = needed.reach * found.share * often.value
    return Reach(
        needed.first,
        needed.reach,
        0.0 if needed.begins.is_one_off else events,
        events if needed.begins.is_one_off else 0.0,
        found.ages,
        continues=False,
        begins=needed.begins,
        course=found,
        reach_of=needed.reach_of,
        times_of=(often,),
    )


def factors_of(number: Number[float] | ByAge[Any] | None, *path: str) -> tuple[Factor, ...]:
    """The figure of a number; none where it is left out and its default counts."""
    written = the_number(number)
    return () if written is None else (Factor(path, written.expected),)
