"""What a number may be: long enough to be read, and of a size that arithmetic keeps finite."""

import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.language.refused import code
from tnt import limits, units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.base import day
from tnt.language.documents.case import figure
from tnt.language.documents.declares import Source
from tnt.language.values.ages import ages
from tnt.language.values.frequency import frequency
from tnt.language.values.working_time import working_time
from tnt.reading.overlay.scaling import scaled

READERS = [
    units.minutes, units.hours_per_year, units.hours_per_week, units.years, units.some_years, units.year_or_more,
    units.per_year, units.share, units.change_in_share, units.percent, units.signed_percent, units.incidence,
    frequency, ages, day, figure, working_time,
]  # fmt: skip
LONG = 400_000
TEXTS = ["1" * LONG, "1" + " " * LONG + "x", "1 / " + " " * LONG + "!", "1 " * (LONG // 2), "," * LONG, "min" * LONG]


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:4]))
def test_a_very_long_text_is_refused_before_it_is_looked_at(read: Callable[[Any], Any], text: str) -> None:
    begun = time.process_time()
    with pytest.raises(ValueProblem) as raised:
        read(text)
    assert raised.value.code is Code.TEXT_TOO_LONG
    assert raised.value.values["found"] == f"{text[:60]}…"
    assert raised.value.values["limit"] == str(limits.QUANTITY_CHARACTERS)
    assert time.process_time() - begun < 0.05


def test_a_text_as_long_as_the_limit_is_read() -> None:
    text = "15" + " " * (limits.QUANTITY_CHARACTERS - 5) + "min"
    assert units.minutes(text) == 15
    assert code(units.minutes, text.replace("m", " m")) is Code.TEXT_TOO_LONG


def test_nothing_long_is_scaled() -> None:
    begun = time.process_time()
    assert scaled("1" + " " * LONG + "x", "2") is None
    assert time.process_time() - begun < 0.05


@pytest.mark.parametrize("text", ["1e-10 min", "1e-300 min", "5e-324 min", "0.0000000001 min"])
def test_a_number_above_zero_and_below_what_anybody_means_is_refused(text: str) -> None:
    assert code(units.minutes, text) is Code.OUT_OF_RANGE
    assert code(frequency, f"every {text.replace('min', 'years')}") is Code.BAD_FREQUENCY
    assert code(units.number, float(text.removesuffix(" min"))) is Code.OUT_OF_RANGE
    assert code(units.share, text.replace("min", "%")) is Code.OUT_OF_RANGE
    assert code(units.change_in_share, "-" + text.replace("min", "%")) is Code.OUT_OF_RANGE
    assert code(units.signed_percent, "-" + text.replace("min", "%")) is Code.OUT_OF_RANGE


@pytest.mark.parametrize("text", ["1 / 1" + "0" * 40, "0.0000000000001 / 10", "1" + "0" * 40 + " / 1" + "0" * 41])
def test_both_sides_of_a_share_have_a_size_that_can_be_meant(text: str) -> None:
    assert code(units.share, text) is Code.OUT_OF_RANGE
    assert code(units.incidence, text + " / year") is Code.OUT_OF_RANGE


@pytest.mark.parametrize("value", [0, 0.0, limits.SMALLEST_NUMBER, limits.LARGEST_NUMBER])
def test_zero_and_the_limits_themselves_are_numbers(value: float) -> None:
    assert units.number(value) == value
    assert units.minutes(f"{value} min") == value


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1e13, 10**90, -1e13, 1e-10, -1e-10])
def test_what_a_case_expects_is_a_number_of_such_a_size_too(value: float) -> None:
    assert code(figure, value) is Code.OUT_OF_RANGE


@pytest.mark.parametrize("value", [-1, 10_000, 10**90])
def test_a_year_has_four_digits(value: int) -> None:
    with pytest.raises(ValueError, match="year"):
        Source(title="x", year=value)
