"""A number: short, or with range, status and source."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tests.language.refused import sizes
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.number import Count, HowOften, Minutes, Number, Share
from tnt.reading.checks.ranges import distribution_of

MINUTES = TypeAdapter(Number[Minutes])
SHARE = TypeAdapter(Number[Share])
COUNT = TypeAdapter(Number[Count])


def codes(adapter: TypeAdapter[Any], value: Any) -> list[Code | str]:
    """What is wrong with a value: our codes, or pydantic's name for what the loader gives a code."""
    with pytest.raises(ValidationError) as raised:
        adapter.validate_python(value)
    return [_code(detail.get("ctx", {}).get("error")) or detail["type"] for detail in raised.value.errors()]


def _code(problem: Any) -> Code | None:
    return problem.code if isinstance(problem, ValueProblem) else None


def test_the_short_form_has_no_range_no_status_and_no_source() -> None:
    number = MINUTES.validate_python("15 min")
    assert (number.expected, number.low, number.high, number.status, number.source) == (15, None, None, None, None)


def test_value_and_mean_are_two_words_for_one_thing() -> None:
    assert MINUTES.validate_python({"value": "15 min"}).expected == MINUTES.validate_python({"mean": "15 min"}).expected


def test_the_mean_is_what_is_expected() -> None:
    number = MINUTES.validate_python({"low": "12 min", "mean": "15 min", "high": "0.5 h", "source": "survey"})
    assert (number.low, number.expected, number.high, number.source) == (12, 15, 30, "survey")


def test_one_end_of_the_range_may_be_all_that_is_known() -> None:
    assert COUNT.validate_python({"mean": 13, "high": 14}).low is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ({"value": "15 min", "mean": "15 min"}, Code.CONFLICTING_KEYS),
        ({"low": "12 min", "high": "19 min"}, Code.RANGE_FORM),
        ({"low": "12 min", "high": "1 h"}, Code.MISSING_KEY),
        ({"source": "survey"}, Code.MISSING_KEY),
        ({"low": "12 min", "high": "19 min", "level": "95 %"}, Code.RANGE_FORM),
        ({"low": "12 min", "mean": "15 min", "high": "19 min", "level": "80 %"}, Code.LEVEL_TOO_LOW),
        ({"low": "12 min", "high": "19 min", "level": "80 %"}, Code.LEVEL_TOO_LOW),
        ({"low": "12 min", "mean": "15 min", "high": "19 min", "level": "40 %"}, Code.OUT_OF_RANGE),
        ({"low": "12 min", "mean": "15 min", "high": "19 min", "level": "99.95 %"}, Code.OUT_OF_RANGE),
        ({"low": "12 min", "mean": "15 min", "high": "19 min", "level": 95}, Code.MISSING_UNIT),
        ({"low": "12 min", "mean": "15 min", "level": "95 %"}, Code.NEEDS_KEY),
        ({"mean": "15 min", "level": "95 %"}, Code.NEEDS_KEY),
        ({"low": "12 min", "high": "19 min", "distribution": "uniform", "level": "95 %"}, Code.DISTRIBUTION_KEYS),
        ({"mean": "15 min", "sd": "2 min", "distribution": "gamma", "level": "95 %"}, Code.DISTRIBUTION_KEYS),
        ({"low": "12 min", "mean": "15 min", "high": "19 min", "distribution": "gamma"}, Code.DISTRIBUTION_KEYS),
        ({"low": "12 min", "distribution": "gamma"}, Code.DISTRIBUTION_KEYS),
        ({"low": "19 min", "high": "12 min", "distribution": "gamma"}, Code.RANGE_ORDER),
        ({"low": "12 min", "high": "12 min", "distribution": "gamma"}, Code.DISTRIBUTION_VALUES),
        ({"low": "0 min", "high": "12 min", "distribution": "lognormal"}, Code.DISTRIBUTION_VALUES),
        ({"low": "12 min", "high": "19 min", "distribution": "beta"}, Code.DISTRIBUTION_VALUES),
        ({"low": "16 min", "mean": "15 min"}, Code.RANGE_ORDER),
        ({"mean": "15 min", "high": "14 min"}, Code.RANGE_ORDER),
        ({"mean": 15}, Code.MISSING_UNIT),
        ({"mean": "15 min", "status": "guessed"}, "literal_error"),
        ({"mean": "15 min", "sauce": "survey"}, "extra_forbidden"),
        ({"mean": "15 min", "source": "The Survey"}, "string_pattern_mismatch"),
    ],
)
def test_what_is_refused(written: dict[str, Any], expected: Code | str) -> None:
    assert codes(MINUTES, written) == [expected]


@pytest.mark.parametrize("level", [None, "90 %", "90 prosent"])
def test_90_percent_is_what_is_meant_where_no_level_is_said(level: str | None) -> None:
    written = {"low": "12 min", "mean": "15 min", "high": "19 min"}
    number = MINUTES.validate_python(written if level is None else written | {"level": level})
    assert number.interval_level == 0.9
    assert distribution_of(number) == distribution_of(MINUTES.validate_python(written))


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ({"low": "12 min", "mean": "15 min", "high": "19 min", "level": "95 %"}, 0.95),
        ({"low": "12 min", "high": "19 min", "distribution": "gamma"}, 0.9),
        ({"low": "12 min", "high": "19 min", "distribution": "gamma", "level": "50 %"}, 0.5),
        ({"low": "12 min", "high": "19 min", "distribution": "uniform"}, None),
        ({"mean": "15 min", "high": "19 min"}, None),
    ],
)
def test_a_range_knows_how_much_lies_in_it(written: dict[str, str], level: float | None) -> None:
    assert MINUTES.validate_python(written).interval_level == level


@pytest.mark.parametrize("name", ["normal", "lognormal", "gamma"])
@pytest.mark.parametrize("level", ["90 %", "95 %", "50 %"])
def test_the_mean_between_two_percentiles_enters_every_sum(name: str, level: str) -> None:
    number = MINUTES.validate_python({"low": "19 min", "high": "21 min", "distribution": name, "level": level})
    found = distribution_of(number)
    assert found is not None
    assert number.expected == found.mean()
    tail = (1 - float(level.split()[0]) / 100) / 2
    assert found.quantile(np.array([tail, 1 - tail])) == pytest.approx([19, 21], rel=1e-8)


def test_a_frequency_between_two_is_one_that_is_neither() -> None:
    found = TypeAdapter(Number[HowOften]).validate_python(
        {"low": "every 5 years", "high": "1 / year", "distribution": "lognormal"}
    )
    assert found.expected.events_per_year == pytest.approx(
        math.sqrt(0.2) * math.exp((math.log(5) / 2 / 1.6448536269514722) ** 2 / 2)
    )
    assert found.expected.every_years is None


def test_every_wrong_part_is_named() -> None:
    assert codes(MINUTES, {"low": "12", "mean": "15 m", "status": "guessed"}) == [
        Code.UNKNOWN_UNIT,
        Code.MISSING_UNIT,
        "literal_error",
    ]


@given(st.lists(sizes(1e4), min_size=3, max_size=3))
def test_a_range_is_kept_if_and_only_if_it_is_in_order(ends: list[float]) -> None:
    low, mean, high = ends
    written = {"low": f"{low!r} min", "mean": f"{mean!r} min", "high": f"{high!r} min"}
    if low <= mean <= high:
        number = MINUTES.validate_python(written)
        assert (number.low, number.expected, number.high) == (low, mean, high)
    else:
        assert codes(MINUTES, written) == [Code.RANGE_ORDER]


@given(sizes(100))
def test_a_share_is_read_as_it_is_written(per_cent: float) -> None:
    assert SHARE.validate_python(f"{per_cent!r} %").expected == pytest.approx(per_cent / 100)
