"""Backlog and first year, against figures worked out by hand."""

from copy import deepcopy

import pytest

from tests.oracle.published import Document, gp, one_list, only
from tnt.result.recommendation import RoleHours

RARE: Document = {
    "population": {},
    "uptake": {"target": "80 %"},
    "tasks": {
        "test": {"role": "gp", "time": "15 min", "frequency": "every 3 years"},
        "repeat": {"after": "test", "probability": "25 %", "times": 2, "role": "gp", "time": "15 min"},
        "follow-up": {"after": "test", "probability": "4 %", "frequency": "2 / year", "role": "gp", "time": "15 min"},
    },
}
YEARLY: Document = {"population": {}, "tasks": {"test": {"role": "gp", "time": "15 min", "frequency": "1 / year"}}}
ONCE: Document = {"population": {}, "tasks": {"test": {"role": "gp", "time": "15 min", "frequency": "once"}}}
GP: Document = {"hours": "1000 h / year"}


def hours(rule: Document) -> RoleHours:
    return only(one_list({"rule": rule}, {"0-99": 1200}, 1, GP)).roles["gp"]


def test_the_overdue_get_one_more_test_and_what_follows_it_but_not_what_lasts() -> None:
    """960 reached, 40 % overdue: 384 tests and 192 repeats of a quarter of an hour are 144 hours, over 3 years."""
    result = one_list({"rule": RARE | {"start_up": {"over": "3 years", "overdue": "40 %"}}}, {"0-99": 1200}, 1, GP)
    rule = only(result).roles["gp"]
    yearly = 960 * (1 / 3 * 0.25 * 1.5 + 0.04 * 2 * 0.25)
    assert rule.backlog_hours == pytest.approx(144)
    assert rule.first_year_hours == pytest.approx(yearly + 48)
    total = gp(result)
    assert (total.backlog_hours, total.start_up_hours, total.start_up_years) == pytest.approx((144, 144, 3))
    assert total.first_year_hours == pytest.approx(yearly + 48)
    assert total.start_up_period_hours == pytest.approx(3 * yearly + 144)
    assert total.first_year_share_of_capacity == pytest.approx((yearly + 48) / 1000)
    assert not total.first_year_at_least


def test_a_backlog_nobody_has_stated_is_unknown_where_the_work_is_rare() -> None:
    rule = hours(RARE)
    assert rule.backlog_hours is None
    assert rule.first_year_hours == rule.required_hours
    assert rule.first_year_at_least
    total = gp(one_list({"rule": RARE}, {"0-99": 1200}, 1, GP))
    assert (total.backlog_hours, total.start_up_hours, total.first_year_at_least) == (None, None, True)


@pytest.mark.parametrize("rule", [YEARLY, ONCE], ids=["every year", "once"])
def test_what_comes_every_year_or_once_has_no_backlog(rule: Document) -> None:
    assert hours(rule).backlog_hours == 0
    assert not hours(rule).first_year_at_least


@pytest.mark.parametrize(("start_up", "first_year"), [({}, 300), ({"start_up": {"over": "4 years"}}, 75)])
def test_work_done_once_falls_in_the_first_year_unless_it_is_spread(start_up: Document, first_year: float) -> None:
    assert hours(ONCE | start_up).first_year_hours == pytest.approx(first_year)


def test_overdue_work_without_a_time_is_unknown() -> None:
    untimed = YEARLY["tasks"]["test"] | {"time": None}
    tasks = YEARLY["tasks"] | {"more": untimed}
    rule = hours(YEARLY | {"tasks": tasks, "start_up": {"overdue": "40 %"}})
    assert rule.backlog_hours is None


def test_a_treatment_finds_nobody_and_a_screening_does() -> None:
    """1,200 tests of 15 minutes; 48 followed up twice a year; a risk reduction of 2 % over 5 years."""
    benefit = {
        "outcome": "stroke",
        "risk_reduction": {"low": "-1 %", "mean": "2 %", "high": "4 %"},
        "horizon": "5 years",
        "applies_to": "follow-up",
    }
    tasks = YEARLY["tasks"] | {"follow-up": RARE["tasks"]["follow-up"]}
    outcomes = {"stroke": "one stroke prevented"}
    screening = YEARLY | {"tasks": tasks, "benefit": benefit}
    treating = deepcopy(YEARLY) | {"benefit": benefit | {"applies_to": "test", "risk_reduction": "-1 %"}}
    result = one_list({"screen": screening, "harm": treating}, {"0-99": 1200}, 1, GP, outcomes=outcomes)
    found, harm = result.recommendations
    per_person = found.roles["gp"]
    people = 48 * 0.02 / 5
    assert per_person.hours_per_person_finding == pytest.approx(300 / people)
    assert per_person.hours_per_person_treating == pytest.approx(24 / people)
    assert per_person.hours_per_person_low == pytest.approx(324 / people / 2)
    assert per_person.hours_per_person_high is None
    assert found.has_no_upper_limit
    assert found.why_no_hours_per_person_benefiting is None
    assert harm.why_no_hours_per_person_benefiting == "no-reduction"
    assert harm.roles["gp"].hours_per_person_benefiting is None
