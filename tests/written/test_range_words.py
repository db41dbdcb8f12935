"""Ranges in whatever words are read or mended with both their ends; one number is never taken for a range."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.number import HowOften, Minutes, Number, Positive, Share
from tnt.written.number_words import CARDINAL
from tnt.written.range_words import ends_in_figures
from tnt.written.ranges import is_without_mean, range_meant

BETWEEN = ["-", "–", " - ", " – ", " to ", " til ", " or ", " eller "]
AROUND = ["{}{}{}", "ca. {}{}{}"]
PLACES: list[tuple[Any, str, float]] = [
    (Number[Minutes], " min", 1), (Number[Minutes], " minutter", 1), (Number[Minutes], "", 1),
    (Number[Share], " %", 0.01), (Number[Share], " prosent", 0.01), (Number[Share], " / 100", 0.01),
    (Number[Positive], "", 1), (Number[Positive], " people", 1), (Number[HowOften], " / year", 1),
    (Number[HowOften], " ganger i året", 1),
]  # fmt: skip
"""The number that stands there, what is written behind its figures, and what one of these is."""
WORDS = [(word, figure) for word, figure in CARDINAL.items() if 2 <= figure <= 99 and "-" not in word]


def problem_of(number: Any, written: str) -> ValueProblem:
    with pytest.raises(ValidationError) as raised:
        number.model_validate(written)
    (error,) = raised.value.errors()
    found = error["ctx"]["error"]
    assert isinstance(found, ValueProblem)
    return found


def size(value: Any) -> float:
    return float(getattr(value, "events_per_year", value))


@given(
    place=st.sampled_from(PLACES),
    ends=st.lists(st.sampled_from(WORDS), min_size=2, max_size=2),
    in_words=st.booleans(),
    between=st.sampled_from(BETWEEN),
    around=st.sampled_from(AROUND),
)
def test_a_range_or_its_mend_keeps_both_ends(
    place: tuple[Any, str, float], ends: list[tuple[str, int]], in_words: bool, between: str, around: str
) -> None:
    number, behind, one = place
    (low, least), (high, most) = sorted(ends, key=lambda end: end[1])
    if least == most:
        return
    written = around.format(*([low, between, high] if in_words else [least, between, most])) + behind
    if (number, behind) in ((Number[Minutes], ""), (Number[Positive], " people")):
        found = problem_of(number, written)
        assert found.code is Code.RANGE_FORM
        read = number.model_validate(yaml.safe_load(found.suggestion or ""))
    else:
        read = number.model_validate(written)
        assert is_without_mean(written)
    assert [size(read.low), size(read.mean), size(read.high)] == pytest.approx(
        [least * one, (least + most) / 2 * one, most * one]
    )


@pytest.mark.parametrize("word", sorted(CARDINAL))
def test_one_number_in_words_is_no_range(word: str) -> None:
    assert range_meant(f"{word} minutes") is None
    assert ends_in_figures(word) == word


def test_two_words_joined_are_one_number_where_they_are_one() -> None:
    assert units.minutes("twenty-five minutes") == 25
