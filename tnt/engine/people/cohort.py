"""A cohort that grows older year by year. Arrays are [H, 2, A]: year 0 to H-1, sex, age at the start. [ours]"""

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.people.cells import AGES, OLDEST, by_sex_and_age


def in_year(by_cell: Floats, horizon: int) -> Floats:
    """[C] a figure of each cell -> that of the cell each person of the cohort is in, year by year."""
    ages = np.minimum(np.arange(AGES) + np.arange(horizon)[:, None], OLDEST)
    return np.asarray(by_sex_and_age(by_cell)[:, ages].transpose(1, 0, 2))


def alive(people: Floats, deaths: Floats, horizon: int) -> Floats:
    """People [C] at the start and the share [C] who die within a year -> those alive when each year begins."""
    lives_on = 1 - in_year(deaths, horizon)
    shares = np.concatenate([np.ones((1, 2, AGES)), np.cumprod(lives_on, axis=0)[:-1]])
    return np.asarray(by_sex_and_age(people) * shares)


def years_since(began: Bools, goes_on: Bools) -> Ints:
    """Years since the first year in which something `began`, where it `goes_on`; -1 elsewhere and before."""
    horizon = began.shape[0]
    first = np.where(began.any(axis=0), began.argmax(axis=0), horizon)
    since = np.arange(horizon)[:, None, None] - first
    return np.where(goes_on & (since >= 0), since, -1)


def at_intervals(since: Ints, interval_years: float) -> Floats:
    """Events of each year of work done at 0, n, 2n … years since it began: how many of these fall within the year."""
    due = np.ceil(np.round((since + 1) / interval_years, 9)) - np.ceil(np.round(since / interval_years, 9))
    return np.where(since >= 0, due, 0.0)


def in_courses(
    begun: Floats, course_years: float, events_per_year: float, every_years: float | None
) -> tuple[Floats, Floats]:
    """Events of each year of courses, and the parts of the year that these take; `begun` [H, 2, A] is how many begin.

    A course begins with the year and goes on for so many years, the last of them in part; its events come at that rate,
    or at 0, n, 2n … years since it began, as long as it lasts.
    """
    since = np.arange(begun.shape[0], dtype=np.float64)
    parts = np.clip(course_years - since, 0.0, 1.0)
    events = events_per_year * parts
    if every_years is not None:
        until = np.minimum(np.append(since, since.size), course_years) / every_years
        events = np.diff(np.ceil(np.round(until, 9)))
    return _following(begun, events), _following(begun, parts)


def _following(begun: Floats, by_year: Floats) -> Floats:
    """What has begun, each with its amount [H] in its first year, the second and so on."""
    total = np.zeros_like(begun)
    for since, amount in enumerate(by_year.tolist()):
        if amount:
            total[since:] += amount * begun[: begun.shape[0] - since]
    return total


def aged_exactly(age: int, horizon: int) -> Bools:
    """Who is exactly `age` years in each year; those in the oldest cell only at the start."""
    exactly = np.arange(AGES) + np.arange(horizon)[:, None] == age
    return np.repeat(exactly[:, None, :], 2, axis=1)
