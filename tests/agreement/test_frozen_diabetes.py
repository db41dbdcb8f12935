"""A figure that has been told of, on the numbers it was told of: the shipped pack may change, this copy does not."""

from pathlib import Path

import pytest
import yaml

import tnt
from tests.oracle.agreement import assert_agrees
from tests.oracle.drawn_packs.files import read_table
from tests.oracle.expected import Given, expected

FROZEN = Path(__file__).with_name("frozen-diabetes")
PEOPLE, WITH_TYPE_2, OF_EVERYBODY, MINUTES = 5_627_400, 256_700, 5_550_203, 5
BY_HAND = pytest.approx(PEOPLE * WITH_TYPE_2 / OF_EVERYBODY * MINUTES / 60, rel=1e-12)
"""Whoever has an annual review has known diabetes, of whom all get a foot examination: it is a part of the review."""


def test_the_foot_examination_is_certain_to_overlap_the_review() -> None:
    guideline, conditions, lists = (
        yaml.safe_load((FROZEN / f"{name}.yaml").read_text(encoding="utf-8"))
        for name in ("guideline", "conditions", "lists")
    )
    slow = expected(Given([guideline], [conditions], lists, read_table(FROZEN / "lists.csv"), [], None, {}))
    (counted_twice,) = slow.on_lists["gp"].twice
    assert [counted_twice.hours, counted_twice.least, counted_twice.most] == [BY_HAND] * 3
    result = tnt.estimate(tnt.load(FROZEN), detail=True)
    assert_agrees(result, slow)
    (activity,) = result.shared_work
    for figures in (activity, result.total["gp"]):
        assert [figures.overlap_hours, *figures.overlap_hours_bounds] == [BY_HAND] * 3
    assert round(activity.overlap_hours, 1) == 21_689.2
