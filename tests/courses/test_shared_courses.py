"""Work that courses share with other work: METHOD "Overlap", with the share in a course as a step of its own."""

from typing import Any

import pytest

from tests.courses.estimates import ALL_PEOPLE, PEOPLE_OF_AN_AGE, estimated, rule, task

FIFTIES = {"ages": "50-59"}
OF_FIFTIES = 10 * PEOPLE_OF_AN_AGE


def shared(frequency: str | None = None, **more: Any) -> dict[str, Any]:
    return task(frequency, activity="visit", **more)


def overlap(*rules: dict[str, Any]) -> tuple[float, float, float]:
    """Hours counted twice, and the least and the most they may be."""
    total = estimated(*rules).total["gp"]
    assert total.overlap_hours_bounds is not None
    return (total.overlap_hours, *total.overlap_hours_bounds)


def test_those_in_a_course_are_the_share_that_is_asked() -> None:
    train = shared("1 / year", after="refer", for_="2 years", probability="40 %")
    course = rule(FIFTIES, {"refer": task("every 5 years"), "train": train})
    everybody = rule({**FIFTIES, "share": "50 %"}, {"visit": shared("1 / year")})
    in_course = 0.4 * 2 / 5
    value, least, most = overlap(course, everybody)
    assert value == pytest.approx(OF_FIFTIES * (in_course + 0.5 - (1 - (1 - in_course) * 0.5)))
    assert (least, most) == (pytest.approx(0), pytest.approx(OF_FIFTIES * in_course))


def test_what_follows_the_events_of_a_course_is_asked_of_those_in_it() -> None:
    tasks = {
        "refer": task("every 5 years"),
        "train": shared("1 / year", after="refer", for_="2 years"),
        "letter": task(after="train", probability="50 %", activity="letter"),
    }
    letters = rule(FIFTIES, {"letter": task("1 / year", activity="letter")})
    assert overlap(rule(FIFTIES, tasks), letters)[0] == pytest.approx(OF_FIFTIES * 0.4 * 0.5)


def test_what_lasts_after_a_course_is_asked_of_all_who_needed_it() -> None:
    """A course of half of them, and of all of these a yearly visit ever after."""
    tasks = {
        "refer": task("every 5 years"),
        "train": shared("1 / year", after="refer", for_="2 years", probability="50 %"),
        "visit": shared("1 / year", after="train"),
    }
    assert overlap(rule(FIFTIES, tasks)) == pytest.approx((OF_FIFTIES * 0.5 * 0.4,) * 3)


def test_one_year_after_new_cases_is_a_step_of_their_year() -> None:
    tasks = {"visit": shared("once"), "control": shared("1 / year", after="visit", probability="60 %", for_="1 year")}
    cases = ALL_PEOPLE * 0.01
    assert overlap(rule({"incidence": "1 % / year"}, tasks))[0] == pytest.approx(cases * 0.6)


def test_courses_of_several_years_hold_the_cases_of_this_one() -> None:
    tasks = {"visit": shared("once"), "control": shared("1 / year", after="visit", for_="4 years")}
    cases = ALL_PEOPLE * 0.01
    assert overlap(rule({"incidence": "1 % / year"}, tasks))[0] == pytest.approx(cases)


@pytest.mark.parametrize(("incidence", "share"), [("10 % / year", 0.1 * 0.5 * 4), ("90 % / year", 1.0)])
def test_after_new_cases_those_in_a_course_are_cases_times_years(incidence: str, share: float) -> None:
    """Never more than all people, who then have it so much more often."""
    tasks = {"visit": task("once"), "control": shared("1 / year", after="visit", probability="50 %", for_="4 years")}
    everybody = rule({}, {"visit": shared("1 / year")})
    value = overlap(rule({"incidence": incidence}, tasks), everybody)[0]
    assert value == pytest.approx(ALL_PEOPLE * share)


def test_more_cases_than_people_in_courses_keep_their_hours() -> None:
    tasks = {
        "visit": shared("once"),
        "control": shared("1 / year", after="visit", probability="50 %", for_="4 years"),
        "call": shared("12 / year", after="control", for_="1 year"),
    }
    total = estimated(rule({"incidence": "90 % / year"}, tasks)).total["gp"]
    hours = ALL_PEOPLE * 0.9 * (1 + 0.5 * 4 + 0.5 * 12)
    assert total.required_hours == pytest.approx(hours - total.overlap_hours)
    assert 0 < total.overlap_hours < hours


def test_a_part_of_a_year_of_age_is_a_part_of_its_people() -> None:
    tasks = {"visit": task("once at age 50"), "control": shared("1 / year", after="visit", for_="18 months")}
    everybody = rule(FIFTIES, {"visit": shared("1 / year")})
    assert overlap(rule(FIFTIES, tasks), everybody)[0] == pytest.approx(PEOPLE_OF_AN_AGE * 1.5)


def test_a_part_of_a_year_of_age_is_inside_what_the_same_recommendation_asks_of_all_of_it() -> None:
    tasks = {
        "visit": task("once at age 50"),
        "control": shared("1 / year", after="visit", for_="18 months"),
        "ever": shared("1 / year", after="visit"),
    }
    assert overlap(rule(FIFTIES, tasks)) == pytest.approx((PEOPLE_OF_AN_AGE * 1.5,) * 3)
