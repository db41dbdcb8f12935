"""Courses, drawn: the means of all numbers are the estimate, and what is held constant is no number."""

from typing import Any

import numpy as np
import pytest

import tnt
from tests.agreement.draws import simulated
from tests.courses.estimates import loaded, rule, task

NUMBERS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"ages": "50-59"}, {"refer": task("0.2 / year")}),
    ({"ages": "50-59"}, {"refer": task("2 / year")}),
    ({"incidence": "1 % / year"}, {"refer": task("once")}),
    ({"incidence": "80 % / year"}, {"refer": task("once")}),
    ({"ages": "50-59"}, {"refer": task("once at age 50")}),
]


@pytest.mark.parametrize(("population", "begins"), NUMBERS)
def test_at_the_means_the_terms_are_the_estimate(population: dict[str, Any], begins: dict[str, Any]) -> None:
    tasks = {
        **begins,
        "train": task("3 / year", after="refer", for_="18 months", probability="40 %", activity="visit"),
        "letter": task(after="train", times=2, probability="50 %", activity="letter"),
        "more": task("1 / year", after="train", for_="3 years", activity="visit"),
    }
    others = {"visit": task("1 / year", activity="visit"), "letter": task("1 / year", activity="letter")}
    inputs = loaded(rule(population, tasks), rule({"share": "30 %"}, others))
    estimate = tnt.estimate(inputs).total["gp"].required_hours
    one = simulated(inputs)[1]["gp"]
    assert one.required_at_means() == pytest.approx(estimate, rel=1e-12)


def drawn(begins: str, years: str) -> tuple[np.ndarray, np.ndarray]:
    """Hours of a course in each draw, and of as many of the same people who are always in one."""
    quiet = {"refer": {**task(begins), "time": "0 min"}}
    course = rule({}, {**quiet, "train": task("1 / month", after="refer", for_=years)})
    always = rule({}, {**quiet, "train": task("1 / month", after="refer")})
    return tuple(simulated(loaded(each))[1]["gp"].required_in_each_draw() for each in (course, always))  # type: ignore[return-value]


def test_below_one_the_share_in_a_course_grows_with_what_begins_it() -> None:
    course, always = drawn("0.2 / year", "2 years")
    share = course / always
    assert share.mean() == pytest.approx(0.4, rel=0.01)
    assert share.std() > 0.05


def test_where_all_are_in_a_course_what_begins_it_moves_nothing() -> None:
    course, always = drawn("2 / year", "1 year")
    assert course == pytest.approx(always, rel=1e-12)


def test_how_long_a_course_lasts_is_not_drawn() -> None:
    quiet = {"visit": {**task("once"), "time": "0 min"}}
    inputs = loaded(
        rule({"incidence": "1 % / year"}, {**quiet, "train": task("1 / month", after="visit", for_="1 year")})
    )
    beliefs, roles = simulated(inputs)
    roles["gp"].required_in_each_draw()
    assert "g/r0/tasks/train/for" in {number.path for number in inputs.numbers}
    assert "g/r0/tasks/train/for" not in beliefs.with_range
