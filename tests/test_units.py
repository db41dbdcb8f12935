"""Text with a unit -> float in the unit the function is named for."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.refused import code, problem, sizes
from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.unit_factors import USUAL, by_pint

READERS = [
    units.minutes, units.hours_per_year, units.hours_per_week, units.years, units.per_year,
    units.share, units.percent, units.incidence, units.number, units.positive,
    units.hours_of_post_per_year, units.weeks,
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [("15 min", 15), ("15min", 15), (" 15  min ", 15), ("0.5 h", 30), (".5 h", 30), ("1 hour", 60), ("90 s", 1.5)],
)
def test_minutes(text: str, expected: float) -> None:
    assert units.minutes(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("15", Code.MISSING_UNIT),
        (15, Code.MISSING_UNIT),
        ("15 m", Code.UNKNOWN_UNIT),
        ("15 minuts", Code.UNKNOWN_UNIT),
        ("10 foobar", Code.UNKNOWN_UNIT),
        ("10 min**2", Code.UNKNOWN_UNIT),
        ("15 min / year", Code.WRONG_UNIT),
        ("15 h min", Code.WRONG_UNIT),
        ("1,500 h", Code.TWO_MEANINGS),
        ("a few minutes", Code.NOT_A_NUMBER),
        ("1 5 min", Code.NOT_A_NUMBER),
        ("nan min", Code.NOT_A_NUMBER),
        ("", Code.NOT_A_NUMBER),
        ("-3 min", Code.OUT_OF_RANGE),
        ("1e400 min", Code.OUT_OF_RANGE),
        (True, Code.WRONG_TYPE),
        (["15 min"], Code.WRONG_TYPE),
    ],
)
def test_what_is_no_time(value: Any, expected: Code) -> None:
    assert code(units.minutes, value) is expected


@pytest.mark.parametrize(
    ("read", "text", "suggestion"),
    [
        (units.minutes, "15 m", "15 min"),
        (units.minutes, "15 minuts", "15 minutes"),
        (units.share, 0.4, "40 %"),
        (units.share, "42 / 10,000", "42 / 10000"),
        (units.incidence, "42 / 1000 / yeer", "42 / 1000 / year"),
    ],
)
def test_what_was_probably_meant(read: Callable[[Any], float], text: Any, suggestion: str) -> None:
    assert problem(read, text).suggestion == suggestion


def test_one_is_no_share_and_nothing_is_suggested() -> None:
    found = problem(units.share, 1)
    assert (found.code, found.suggestion) == (Code.MISSING_UNIT, None)


@pytest.mark.parametrize(
    ("text", "expected"), [("40 %", 0.4), ("40%", 0.4), ("42 / 1000", 0.042), ("1/3", 1 / 3), ("0 %", 0), ("100 %", 1)]
)
def test_shares(text: str, expected: float) -> None:
    assert units.share(text) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("101 %", Code.SHARE_OVER_100),
        ("3 / 2", Code.SHARE_OVER_100),
        ("-1 %", Code.SHARE_OVER_100),
        ("5 / 0", Code.NOT_A_NUMBER),
        ("40 min", Code.WRONG_UNIT),
        ("1 / 1000 / year", Code.WRONG_UNIT),
    ],
)
def test_what_is_no_share(text: str, expected: Code) -> None:
    assert code(units.share, text) is expected


def test_a_per_cent_may_pass_100_and_not_fall_below_0() -> None:
    assert units.percent("110 %") == pytest.approx(1.1)
    assert code(units.percent, "-1 %") is Code.OUT_OF_RANGE
    assert code(units.percent, "85") is Code.MISSING_UNIT


def test_incidence_is_new_cases_per_person_and_year() -> None:
    assert units.incidence("42 / 1000 / year") == pytest.approx(0.042)
    assert units.incidence("4.2 % / year") == pytest.approx(0.042)
    assert units.incidence("42 / 100000 / month") == pytest.approx(12 * 0.00042)
    assert code(units.incidence, "42 / 1000") is Code.MISSING_UNIT
    assert code(units.incidence, "2 / 1 / year") is Code.SHARE_OVER_100


def test_hours_and_periods() -> None:
    assert units.hours_per_year("30 min / year") == pytest.approx(0.5)
    assert units.hours_per_week("37.5 h / week") == pytest.approx(37.5)
    assert units.years("18 months") == pytest.approx(1.5)
    assert units.per_year("1.5 / year") == pytest.approx(1.5)
    assert code(units.hours_per_year, "30 min") is Code.WRONG_UNIT
    assert code(units.years, "5") is Code.MISSING_UNIT


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (units.hours_of_post_per_year, "230 days / year"),
        (units.hours_of_post_per_year, "46 weeks / year"),
        (units.hours_of_post_per_year, "230 dager / year"),
        (units.hours_of_post_per_year, "2 h / week"),
        (units.hours_of_post_per_year, "30 min / day"),
        (units.hours_per_week, "5 days / week"),
        (units.hours_per_week, "7.5 h / day"),
        (units.hours_per_week, "230 days"),
        (units.hours_per_year, "1 day / year"),
    ],
)
def test_working_days_and_weeks_have_no_length_and_no_number(read: Callable[[Any], float], text: str) -> None:
    with pytest.raises(ValueProblem) as raised:
        read(text)
    assert raised.value.code is Code.WORKING_DAYS
    assert read(raised.value.values["expected"]) > 0  # what the message asks for is itself accepted


@pytest.mark.parametrize(
    ("read", "most", "too_many"),
    [
        (units.weeks, 53, 53.5),
        (units.hours_per_week, "168 h / week", "168.1 h / week"),
        (units.hours_of_post_per_year, "8784 h / year", "8785 h / year"),
        (units.hours_of_post_per_year, "732 h / month", "733 h / month"),
        (units.hours_per_year, "24 h / day", "25 h / day"),
    ],
)
def test_no_period_has_more_time_than_there_is(read: Callable[[Any], float], most: Any, too_many: Any) -> None:
    assert read(most) > 0
    assert code(read, too_many) is Code.OUT_OF_RANGE


def test_counts_are_plain_numbers() -> None:
    assert units.number(46) == 46
    assert units.number(0) == 0
    assert units.number("1 000") == units.number("1\u202f000") == 1000
    assert code(units.number, "46 weeks") is Code.NOT_A_NUMBER
    assert code(units.number, True) is Code.NOT_A_NUMBER
    assert code(units.number, -1) is Code.OUT_OF_RANGE
    assert code(units.number, float("nan")) is Code.OUT_OF_RANGE
    assert code(units.positive, 0) is Code.OUT_OF_RANGE


@given(sizes(1e6))
def test_hours_are_sixty_minutes(hours: float) -> None:
    assert units.minutes(f"{hours!r} h") == pytest.approx(60 * units.minutes(f"{hours!r} min"))


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_a_share_is_the_same_in_both_forms(part: int, whole: int) -> None:
    if part <= whole:
        assert units.share(f"{part} / {whole}") == pytest.approx(units.share(f"{100 * part / whole!r} %"))


@given(
    st.one_of(
        st.text(max_size=30), st.text("0123456789 ./%-+eE,minhyear", max_size=20), st.none(), st.booleans(), st.floats()
    )
)
def test_whatever_is_written_is_a_number_or_a_coded_problem(value: Any) -> None:
    for read in READERS:
        with suppress(ValueProblem):
            assert read(value) >= 0


@pytest.mark.parametrize(("unit", "spelling"), [(unit, each) for unit in USUAL for each in USUAL[unit]])
def test_the_table_of_usual_units_is_what_pint_answers(unit: str, spelling: str) -> None:
    assert USUAL[unit][spelling] == by_pint(spelling, unit)


def test_pint_is_loaded_when_an_unusual_unit_is_met() -> None:
    before, after = "assert 'pint' not in sys.modules", "assert 'pint' in sys.modules"
    usual, unusual = "units.minutes('1 min')", "units.hours_per_year('1 h / day')"
    script = f"import sys; from tnt import units; {usual}; {before}; {unusual}; {after}"
    subprocess.run([sys.executable, "-c", script], check=True)
