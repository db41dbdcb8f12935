"""A number: short, or with range, status and source."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from tests.language.refused import sizes
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.number import Count, Minutes, Number, Share

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
