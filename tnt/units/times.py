"""Times, periods and frequencies: minutes, hours a year or week, years, events a year."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Any

from tnt.diagnostics import Code, ValueProblem
from tnt.units.text import CALENDAR, CLOCK, MONTHS_AND_YEARS, WORD, WORKING, brief, in_unit, text_with_unit
from tnt.written.colons import refuse_time_with_colon
from tnt.written.less import NOBODY_KNOWS
from tnt.written.plain import plain, reads_plain

_FOR = re.compile(r"^\s*(?:for|during|over|lasting|i|gjennom)\s+(?=[\w½])", re.IGNORECASE)
_LONGEST_COURSE = 130.0  # years: no life is longer
_MOST_HOURS = {"h / week": 168.0, "h / year": 8784.0}  # all there are; of a year, a leap year


def minutes(value: Any) -> float:
    """`15 min`, `0.5 h`, `et kvarter` -> minutes."""
    refuse_time_with_colon(value)
    if isinstance(value, str) and value.strip().lower() in NOBODY_KNOWS:
        raise ValueProblem(Code.NOT_A_NUMBER, "null", found=value.strip())
    return _minutes(value)


@reads_plain
def _minutes(value: Any) -> float:
    return in_unit(value, "min", "10 min", CLOCK)


@reads_plain
def hours_per_year(value: Any) -> float:
    """`30 min / year`, `5 min / month` -> hours per year, of calendar periods."""
    return _hours(value, "h / year", "30 min / year", CALENDAR)


@reads_plain
def hours_of_post_per_year(value: Any) -> float:
    """`1725 h / year` -> hours per year of a post, which works neither every day nor every week of the calendar."""
    return _hours(value, "h / year", "1725 h / year", MONTHS_AND_YEARS)


@reads_plain
def hours_per_week(value: Any) -> float:
    """`37.5 h / week` -> hours per week. No day or year is turned into weeks here: working days and weeks are data."""
    return _hours(value, "h / week", "37.5 h / week", {"week", "weeks"})


def is_per_year(value: Any) -> bool:
    """Whether a working time is written per year."""
    try:
        return isinstance(value, str) and re.search(r"/\s*(year|yr)$", plain(brief(value))) is not None
    except ValueProblem:  # said by whoever reads the time
        return False


@reads_plain
def years(value: Any) -> float:
    """`5 years`, `18 months` -> years."""
    return in_unit(value, "year", "5 years", CALENDAR)


def some_years(value: Any) -> float:
    """`5 years`, `18 months` -> years, more than none: hours and people are divided by them."""
    figure = years(value)
    if figure == 0:
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected="> 0")
    return figure


def course_years(value: Any) -> float:
    """`2 years`, `6 weeks` -> the years a course of something lasts, within a life."""
    figure = some_years(_FOR.sub("", value) if isinstance(value, str) else value)
    if figure > _LONGEST_COURSE:
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected=f"≤ {_LONGEST_COURSE:g} years")
    return figure


def year_or_more(value: Any) -> float:
    """`3 years` -> years, one at the least."""
    figure = years(value)
    if figure < 1 - 1e-9:  # twelve months are a year, whatever they are rounded to
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected="≥ 1 year")
    return figure


@reads_plain
def per_year(value: Any) -> float:
    """`1.5 / year`, `1 / month` -> events per year."""
    return in_unit(value, "1 / year", "1 / year", CALENDAR)


def _hours(value: Any, unit: str, example: str, periods: Set[str]) -> float:
    """Hours of one of the `periods`, no more than it has; what counts in working days or weeks is refused, since
    nobody said how long or how many they are."""
    text = text_with_unit(value, example)
    time, period = (set(WORD.findall(part)) for part in text.partition("/")[::2])
    if time & CALENDAR or period & (WORKING - periods):
        raise ValueProblem(Code.WORKING_DAYS, found=text, expected=example)
    hours = in_unit(text, unit, example, CLOCK | periods)
    if hours > _MOST_HOURS[unit] * (1 + 1e-9):
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected=f"≤ {_MOST_HOURS[unit]:g} {unit}")
    return hours
