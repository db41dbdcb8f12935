"""What lasts for some years, worked out by hand: METHOD "Limited duration" and "Benefit"."""

from typing import Any

import pytest

from tests.courses.estimates import ALL_PEOPLE, PEOPLE_OF_AN_AGE, events, task, the_one

FIFTIES = {"ages": "50-59"}
OF_FIFTIES = 10 * PEOPLE_OF_AN_AGE
CASES = {"incidence": "10 / 1000 / year"}
NEW_CASES = ALL_PEOPLE / 100


def after(earlier: str, frequency: str | None = None, **more: Any) -> dict[str, Any]:
    return task(frequency, after=earlier, **more)


RECURRING = {
    "refer": task("every 5 years"),
    "train": after("refer", "1 / month", for_="1 year", probability="40 %"),
    "letter": after("train", probability="50 %", times=3),
    "again": after("train", "2 / year", for_="6 months"),
    "for-good": after("train", "2 / year"),
    "of-that": after("for-good", "1 / week", for_="3 months"),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("train", OF_FIFTIES * 0.4 * (1 / 5) * 12),  # in a course a fifth of the time
        ("letter", OF_FIFTIES * 0.4 * (1 / 5) * 12 * 0.5 * 3),
        ("again", OF_FIFTIES * 0.4 * (1 / 5 * 0.5) * 2),  # begins as often as what it follows
        ("for-good", OF_FIFTIES * 0.4 * 2),  # whoever needed the course
        ("of-that", OF_FIFTIES * 0.4 * (2 * 0.25) * 365.25 / 7),  # begins as often as what goes on
    ],
)
def test_courses_that_begin_again_and_again(name: str, expected: float) -> None:
    assert events(FIFTIES, RECURRING, name) == pytest.approx(expected, rel=1e-12)


def test_nobody_is_in_two_courses_at_once() -> None:
    tasks = {"refer": task("2 / year"), "train": after("refer", "1 / month", for_="1 year")}
    assert events(FIFTIES, tasks, "train") == pytest.approx(OF_FIFTIES * 12, rel=1e-12)


def test_the_times_of_what_begins_courses_multiply_none() -> None:
    tasks = {
        "refer": task("every 5 years"),
        "talk": after("refer", times=7, probability="50 %"),
        "train": after("talk", "1 / month", for_="1 year"),
    }
    assert events(FIFTIES, tasks, "train") == pytest.approx(OF_FIFTIES * 0.5 / 5 * 12, rel=1e-12)


AFTER_CASES = {
    "visit": task("once"),
    "control": after("visit", "every 3 months", for_="3 years", probability="60 %"),
    "call": after("control", times=2, probability="50 %"),
    "then": after("control", "1 / year", for_="2 years", probability="50 %"),
}


@pytest.mark.parametrize(
    ("name", "per_case"), [("control", 0.6 * 3 * 4), ("call", 0.6 * 3 * 4 * 0.5 * 2), ("then", 0.6 * 0.5 * 2)]
)
def test_each_new_case_has_one_course(name: str, per_case: float) -> None:
    assert events(CASES, AFTER_CASES, name) == pytest.approx(NEW_CASES * per_case, rel=1e-12)


def test_a_new_case_may_begin_a_course_with_the_first_task() -> None:
    assert events(CASES, {"train": task("1 / month", for_="6 months")}, "train") == pytest.approx(NEW_CASES * 6)


@pytest.mark.parametrize(
    ("years", "ages"), [("2 years", 2.0), ("30 months", 2.5), ("6 months", 0.5), ("20 years", 10.0)]
)
def test_after_an_age_the_course_is_in_the_ages_that_follow(years: str, ages: float) -> None:
    tasks = {"visit": task("once at age 50"), "control": after("visit", "4 / year", for_=years)}
    assert events(FIFTIES, tasks, "control") == pytest.approx(ages * PEOPLE_OF_AN_AGE * 4, rel=1e-12)


def test_work_done_once_and_never_again_may_be_a_course() -> None:
    tasks = {"visit": task("once"), "train": after("visit", "1 / month", for_="1 year", probability="25 %")}
    gp = the_one(FIFTIES, tasks).roles["gp"]
    assert (gp.tnt_hours, gp.one_off_hours) == (0.0, pytest.approx(OF_FIFTIES * (1 + 0.25 * 12)))


def benefiting(population: dict[str, Any], tasks: dict[str, Any], name: str) -> float | None:
    benefit = {"outcome": "better", "nnt": 20, "applies_to": name}
    return the_one(population, tasks, benefit=benefit).people_benefiting_per_year


@pytest.mark.parametrize(
    ("population", "tasks", "name", "treated"),
    [
        (FIFTIES, RECURRING, "train", OF_FIFTIES * 0.4 / 5),
        (FIFTIES, RECURRING, "letter", OF_FIFTIES * 0.4 * 0.5 / 5),
        (FIFTIES, RECURRING, "again", OF_FIFTIES * 0.4 / 5),
        (FIFTIES, RECURRING, "of-that", OF_FIFTIES * 0.4 * 2),
        (CASES, AFTER_CASES, "control", NEW_CASES * 0.6),
        (CASES, AFTER_CASES, "call", NEW_CASES * 0.3),
        (CASES, {"train": task("1 / month", for_="6 months")}, "train", NEW_CASES),
        (
            FIFTIES,
            {"visit": task("once at age 50"), "control": after("visit", "4 / year", for_="3 years")},
            "control",
            PEOPLE_OF_AN_AGE,
        ),
    ],
)
def test_who_begins_a_course_in_a_year_is_treated_and_no_horizon_is_needed(
    population: dict[str, Any], tasks: dict[str, Any], name: str, treated: float
) -> None:
    assert benefiting(population, tasks, name) == pytest.approx(treated / 20, rel=1e-12)


def test_a_course_of_work_done_once_benefits_nobody_in_a_year() -> None:
    tasks = {"visit": task("once"), "train": after("visit", "1 / month", for_="1 year")}
    one = the_one(FIFTIES, tasks, benefit={"outcome": "better", "nnt": 20, "applies_to": "train"})
    assert (one.people_benefiting_per_year, one.why_no_hours_per_person_benefiting) == (0.0, "nobody")


def test_what_lasts_without_an_end_is_no_part_of_a_course() -> None:
    one = the_one(FIFTIES, RECURRING, benefit={"outcome": "better", "nnt": 20, "applies_to": "for-good"})
    assert one.why_no_hours_per_person_benefiting == "horizon-missing"


def test_a_course_is_no_part_of_a_backlog() -> None:
    start_up = {"overdue": "50 %"}
    one = the_one(FIFTIES, RECURRING, start_up=start_up)
    assert one.roles["gp"].backlog_hours == pytest.approx(OF_FIFTIES * 0.5)
