"""What people write -> its one form: whatever is written comes to rest there, and means what it meant."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.language.refused import problem
from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.frequency import frequency
from tnt.written.figures import readings
from tnt.written.often import often
from tnt.written.plain import is_usual, plain
from tnt.written.ranges import flow, range_meant

SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "\u2007"])
PIECES = [
    *[
        "1",
        "2",
        "10",
        "000",
        ",",
        ".",
        "/",
        "%",
        "-",
        "–",
        "±",
        "e",
        "per",
        "a",
        "an",
        "every",
        "other",
        "year",
        "years",
        "h",
        "min",
        "in",
        "of",
        "to",
        "times",
        "x",
        "once",
        "at",
        "age",
        "for",
        "weeks",
    ],
    *["hver", "hvert", "år", "i", "året", "time", "t", "gang", "ved", "1h30", "PT1H", "pregnancy", "biannual", "q3m"],
]
WORDS = st.lists(st.sampled_from(PIECES), max_size=7)
TEXTS = WORDS.map(" ".join) | WORDS.map("".join) | st.text(max_size=20)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1 000", ("1000",)),
        ("1'000'000", ("1000000",)),
        ("1.480,5", ("1480.5",)),
        ("1,480.5", ("1480.5",)),
        ("1.000.000", ("1000000",)),
        ("0,500", ("0.500",)),
        ("2,5", ("2.5",)),
        ("1,500", ("1.500", "1500")),
        ("1.500", ("1.500",)),
        ("12, 15", ("12, 15",)),
        ("1 00", ("1 00",)),
        ("12 1000", ("12 1000",)),
    ],
)
def test_figures(written: str, expected: tuple[str, ...]) -> None:
    assert readings(written) == expected


@given(st.integers(0, 10**9), SPACES)
def test_thousands_with_any_space_are_read(number: int, space: str) -> None:
    assert units.number(f"{number:,}".replace(",", space)) == number


@given(st.integers(0, 10**6), st.integers(0, 99), SPACES)
def test_a_decimal_comma_is_a_point(whole: int, after: int, space: str) -> None:
    assert units.minutes(f"{whole},{after}{space}min") == pytest.approx(float(f"{whole}.{after}"))


@settings(deadline=None)  # the first unusual unit loads pint
@given(TEXTS)
def test_the_one_form_stays_as_it_is(text: str) -> None:
    for read, form in ((frequency, often), (units.minutes, plain), (units.share, plain)):
        with suppress(ValueProblem):
            read(text)  # what is nothing may come out as anything
            once = form(text)
            assert form(once) == once


@settings(deadline=None)
@given(TEXTS)
def test_whatever_is_written_is_a_frequency_or_a_problem_that_says_what_was_written(text: str) -> None:
    refused = None
    try:
        often_meant = frequency(text)
    except ValueProblem as found:
        refused = found
    if refused is None:
        assert often_meant.events_per_year >= 0
        return
    assert refused.values.get("found", text.strip()) == text.strip()
    assert refused.suggestion is None or frequency(refused.suggestion)


@given(TEXTS)
def test_what_is_usual_is_in_its_one_form(text: str) -> None:
    if is_usual(text):
        assert plain(text) == text


@pytest.mark.parametrize(
    ("given_", "meant"),
    [
        ("10-15 min", "{low: 10 min, mean: 12.5 min, high: 15 min}"),
        ("15–10 min", "{low: 10 min, mean: 12.5 min, high: 15 min}"),
        ("40 %-60 %", "{low: 40 %, mean: 50 %, high: 60 %}"),
        ("between 10 and 20 min", "{low: 10 min, mean: 15 min, high: 20 min}"),
        ("mellom 1,5 og 2,5 timer", "{low: 1.5 timer, mean: 2 timer, high: 2.5 timer}"),
        ("15 ± 5 min", "{low: 10 min, mean: 15 min, high: 20 min}"),
        ("every 3-5 years", "{low: every 5 years, mean: every 4 years, high: every 3 years}"),
        ([10, 20], "{low: 10, mean: 15, high: 20}"),
        ({"min": "1 h", "max": "2 h", "n": 30}, "{low: 1 h, mean: 1.5 h, high: 2 h, n: 30}"),
    ],
)
def test_ranges(given_: Any, meant: str) -> None:
    found = range_meant(given_)
    assert found is not None
    assert flow(found) == meant


@pytest.mark.parametrize(
    "given_",
    ["15 min", "1e-5 %", "-0.5 %", "1 h og 30 min", "2026-11-28", [], ["a", "b"], {"low": "1 min", "high": "1 h"},
     {"low": 1, "min": 2, "high": 3}, {"low": 1, "mean": 2, "high": 3}, None, True],
)  # fmt: skip
def test_what_is_no_range_in_another_form(given_: Any) -> None:
    assert range_meant(given_) is None


def test_only_one_of_two_readings_may_be_possible() -> None:
    found = problem(units.share, "42 / 10,000")
    assert (found.code, found.suggestion) == (Code.NOT_A_NUMBER, "42 / 10000")
