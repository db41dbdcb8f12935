"""Numbers by age: which number each age has, and that only equal numbers are one."""

from __future__ import annotations

from typing import Any

import pytest

from tnt.language.documents.guideline import Recommendation
from tnt.language.values.by_age import MinutesByAge
from tnt.reading.at_ages import at_ages


def keys(by_age: dict[str, Any]) -> dict[int, str]:
    return MinutesByAge.model_validate({"by_age": by_age}).keys_by_age()


def test_the_order_of_the_keys_means_nothing() -> None:
    written = {"0-17": "5 min", "18-66": "10 min", "67+": None}
    assert keys(written) == keys(dict(reversed(written.items())))


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("5 min", {"value": "5 min", "note": "as before"}, True),
        ("5 min", {"mean": "5 min"}, False),
        ("5 min", {"low": "4 min", "mean": "5 min", "high": "6 min"}, False),
        ("5 min", {"value": "5 min", "source": "trial"}, False),
        (None, None, True),
        ("5 min", None, False),
    ],
)
def test_numbers_that_differ_in_their_note_alone_are_one(one: Any, other: Any, are_alike: bool) -> None:
    found = keys({"0-66": one, "67+": other})
    assert (found[66] == found[67]) is are_alike


def test_an_age_nobody_is_of_gives_no_key() -> None:
    """Else the number would stand at a band that is not counted, and would not be drawn."""
    written = MinutesByAge.model_validate({"by_age": {"0": "5 min", "1-39": "10 min", "40+": "5 min"}})
    assert written.keys_by_age(range(40, 131)) == dict.fromkeys(range(40, 131), "40+")


def test_bands_of_a_recommendation_are_those_of_all_its_numbers() -> None:
    one = Recommendation.model_validate(
        {
            "population": {"ages": "10-80", "share": {"by_age": {"0-39": "10 %", "40+": "20 %"}}},
            "tasks": {
                "visit": {"role": "gp", "time": {"by_age": {"0-66": "15 min", "67+": "20 min"}}},
                "call": {"role": "gp", "time": "5 min"},
            },
        }
    )
    bands = at_ages(one)
    assert [(band.ages[0], band.ages[-1]) for band in bands] == [(10, 39), (40, 66), (67, 80)]
    assert [band.keys["tasks", "visit", "time"] for band in bands] == ["0-66", "0-66", "67+"]


def test_ages_above_the_oldest_that_are_told_apart_have_the_number_of_the_oldest() -> None:
    bands = {"0-110": "15 min", "111+": "20 min"}
    for ages, wanted in (("all", "0-110"), ("112+", "111+")):
        one = Recommendation.model_validate(
            {"population": {"ages": ages}, "tasks": {"visit": {"role": "gp", "time": {"by_age": bands}}}}
        )
        assert [set(band.keys.values()) for band in at_ages(one)] == [{wanted}]
