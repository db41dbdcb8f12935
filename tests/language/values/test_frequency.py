"""How often, and how long a post works."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.refused import code, problem
from tnt.diagnostics import Code
from tnt.language.values.frequency import Frequency, frequency
from tnt.language.values.working_time import WorkingTime, working_time


@pytest.mark.parametrize(
    ("written", "events_per_year"),
    [
        ("1 / year", 1),
        ("1.5 / year", 1.5),
        ("1/year", 1),
        ("2 / month", 24),
        ("every 5 years", 0.2),
        ("every 6 months", 2),
        ("every year", 1),
        ("0 / year", 0),
    ],
)
def test_events_a_year(written: str, events_per_year: float) -> None:
    often = frequency(written)
    assert often.events_per_year == pytest.approx(events_per_year)
    assert not often.once


def test_once() -> None:
    assert frequency("once") == Frequency(1.0, once=True)
    assert frequency("once at age 40") == Frequency(1.0, once=True, at_age=40)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (1, Code.MISSING_UNIT),
        (1.5, Code.MISSING_UNIT),
        ("every 5", Code.BAD_FREQUENCY),
        ("1 / yeer", Code.UNKNOWN_UNIT),
        ("every few years", Code.BAD_FREQUENCY),
        ("regularly", Code.BAD_FREQUENCY),
        ("biannual", Code.TWO_MEANINGS),
        ("weekly for 6 weeks", Code.COURSE),
        ("once at age", Code.BAD_FREQUENCY),
        ("every 0 years", Code.BAD_FREQUENCY),
        ("-1 / year", Code.OUT_OF_RANGE),
        (None, Code.BAD_FREQUENCY),
        (True, Code.BAD_FREQUENCY),
    ],
)
def test_what_is_no_frequency(written: Any, expected: Code) -> None:
    assert code(frequency, written) is expected


@pytest.mark.parametrize("written", [
    "hver konsultasjon", "ved hver konsultasjon", "every consultation", "Every visit", "at each contact", "hver gang",
    "every time", "1 / consultation", "1 per konsultasjon", "én gang ved hvert besøk",
])  # fmt: skip
def test_at_every_contact_is_answered_with_what_it_takes(written: str) -> None:
    found = problem(frequency, written)
    assert (found.code, found.values["reason"]) == (Code.BAD_FREQUENCY, "each-contact")


def test_an_hour_is_no_contact() -> None:
    assert "reason" not in problem(frequency, "hver time").values


def test_a_bare_number_is_probably_meant_a_year() -> None:
    assert problem(frequency, 2).suggestion == "2 / year"


@given(st.integers(1, 50))
def test_every_n_years_is_an_nth_a_year(n: int) -> None:
    assert frequency(f"every {n} years").events_per_year == pytest.approx(1 / n)
    assert frequency(f"every {n} months").events_per_year == pytest.approx(12 / n)


def test_working_time_keeps_weeks_and_years_apart() -> None:
    assert working_time("37.5 h / week") == WorkingTime(37.5, per_year=False)
    assert working_time("1725 h / year") == WorkingTime(1725, per_year=True)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("37.5 h", Code.WRONG_UNIT),
        ("37.5", Code.MISSING_UNIT),
        (1725, Code.MISSING_UNIT),
        ("-1 h / week", Code.OUT_OF_RANGE),
    ],
)
def test_what_is_no_working_time(written: Any, expected: Code) -> None:
    assert code(working_time, written) is expected
