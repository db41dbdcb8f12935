"""Ages as people write them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.refused import code, problem
from tnt.diagnostics import Code
from tnt.language.values.ages import ALL_AGES, OLDEST_WRITTEN, Ages, ages


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("all", ALL_AGES),
        ("75", Ages(75, 75)),
        (75, Ages(75, 75)),
        (0, Ages(0, 0)),
        ("40+", Ages(40)),
        ("40 +", Ages(40)),
        ("40-79", Ages(40, 79)),
        ("40 – 79", Ages(40, 79)),
        ("00-04", Ages(0, 4)),
    ],
)
def test_forms(written: Any, expected: Ages) -> None:
    assert ages(written) == expected


@pytest.mark.parametrize(
    "written", ["", "adults", "between 40 and 79", "40-", "-5", "131", "40-131", 1.5, True, None, ["40+"]]
)
def test_what_are_no_ages(written: Any) -> None:
    assert code(ages, written) is Code.BAD_AGES


def test_a_band_turned_round_is_told_how_it_should_be() -> None:
    found = problem(ages, "79-40")
    assert (found.code, found.suggestion) == (Code.AGES_REVERSED, "40-79")


def test_both_ends_belong_to_the_band() -> None:
    assert [age for age in range(100) if age in ages("40-42")] == [40, 41, 42]
    assert 105 in ages("40+")
    assert 39 not in ages("40+")


@given(st.integers(0, OLDEST_WRITTEN), st.one_of(st.none(), st.integers(0, OLDEST_WRITTEN)))
def test_what_is_printed_is_read_again_as_the_same(first: int, last: int | None) -> None:
    band = Ages(first, None if last is None else max(first, last))
    assert ages(str(band)) == band
