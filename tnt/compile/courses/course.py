"""Courses: a lasting task that ends after the years its `for` says. METHOD.md, "Limited duration" [ours].

    in a course at any time   = people who need it x min(1, courses begun by each a year x years)
    years in a course a case  = years, after new cases
    ages in a course          = N until N + years, after once at age N
    one-off events            = frequency x years, after work done once

Courses begin with the task that is followed: as often as a first task recurs, or what lasts without `for` comes; events
that follow, however many `times`, and courses that follow courses begin as often as what they follow.
"""

from __future__ import annotations

from typing import NamedTuple

from tnt.compile.people import AgeSpan


class Factor(NamedTuple):
    """A number that was written, by its key path within the file or recommendation, and its mean."""

    path: tuple[str, ...]
    value: float


class Beginning(NamedTuple):
    """What a course that follows a task would begin with.

    `often` is how often a year it begins for each who needs it; None where it begins once: for each new case, at an age
    (`at_age`, in years), or once and never again (`is_one_off`).
    """

    often: Factor | None = None
    at_age: float | None = None
    is_one_off: bool = False

    @property
    def a_year(self) -> float:
        """Courses begun a year by each who needs it; one for each new case, and for each who reaches the age."""
        return 0.0 if self.is_one_off else 1.0 if self.often is None else self.often.value


ONCE = Beginning()


class Course(NamedTuple):
    """How much of a task there is in its courses.

    `share` is the share of those who need it who are in a course at any time, and the years each spends in one where it
    begins once: `written` x `constant`. `ages` are those of the people in one, where courses begin at an age;
    `is_of_cases` where one begins for each new case.
    """

    share: float
    written: tuple[Factor, ...]
    constant: float
    ages: AgeSpan | None
    is_of_cases: bool = False


def course(beginning: Beginning, years: float, ages: AgeSpan | None) -> Course:
    """The courses of a task of people of some `ages` (None: no limit), each of so many years.

    Below 1 the share grows with how often courses begin; where that makes it 1 it stays so.
    """
    if beginning.often is not None:
        share = beginning.often.value * years
        return Course(share, (beginning.often,), years, ages) if share < 1 else Course(1.0, (), 1.0, ages)
    if beginning.at_age is not None:
        return Course(1.0, (), 1.0, AgeSpan(beginning.at_age, beginning.at_age + years))
    return Course(years, (), years, ages, is_of_cases=not beginning.is_one_off)
