"""What must hold of courses whatever their numbers."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.courses.estimates import estimated, events, rule, task, the_one
from tests.profile import looks

shares = st.sampled_from(["2.5 %", "33 %", "60 %", "100 %"])
years = st.sampled_from([1, 2, 3, 4])
beginnings = st.sampled_from(["1 / year", "2 / year", "every 2 years", "every 5 years", "0.3 / year"])
often = st.sampled_from(["1 / month", "1 / year", "1.5 / year", "every 3 months"])
PEOPLE = {"ages": "40+", "share": "30 %"}


def lasting(frequency: str, share: str, **more: Any) -> dict[str, Any]:
    return task(frequency, after="refer", probability=share, **more)


@looks(30)
@given(beginnings, often, shares)
def test_a_course_as_long_as_until_the_next_has_no_end(begins: str, frequency: str, share: str) -> None:
    with_end = {"refer": task(begins), "train": lasting(frequency, share, for_="5 years")}
    without = {"refer": task(begins), "train": lasting(frequency, share)}
    assert events(PEOPLE, with_end, "train") == pytest.approx(events(PEOPLE, without, "train"), rel=1e-9)


@looks(30)
@given(often, shares, years)
def test_twice_as_long_is_twice_the_hours_after_new_cases(frequency: str, share: str, length: int) -> None:
    def hours(of: int) -> float:
        tasks = {"refer": task("once"), "train": lasting(frequency, share, for_=f"{of} years")}
        return events({"incidence": "2 / 1000 / year"}, tasks, "train")

    assert hours(2 * length) == pytest.approx(2 * hours(length), rel=1e-9)


@looks(30)
@given(often, shares, years)
def test_cases_told_in_two_parts_are_the_same_cases(frequency: str, share: str, length: int) -> None:
    tasks = {"refer": task("once"), "train": lasting(frequency, share, for_=f"{length} years")}
    whole, one, two = (
        estimated(*(rule({"incidence": f"{cases} / 1000 / year"}, tasks) for cases in told)).total["gp"].required_hours
        for told in ([50], [20, 30], [25, 25])
    )
    assert one == pytest.approx(whole, rel=1e-9)
    assert two == pytest.approx(whole, rel=1e-9)


@looks(30)
@given(often, shares)
def test_two_courses_one_after_the_other_are_as_one_of_both_where_all_go_on(frequency: str, share: str) -> None:
    """Each case has a year of the one, and whoever goes on a year of the other."""
    whole = {"refer": task("once"), "train": lasting(frequency, share, for_="2 years")}
    halves = {
        "refer": task("once"),
        "train": lasting(frequency, share, for_="1 year"),
        "more": task(frequency, after="train", for_="1 year"),
    }
    cases = {"incidence": "2 / 1000 / year"}
    both = the_one(cases, halves).roles["gp"].tnt_hours
    assert both == pytest.approx(the_one(cases, whole).roles["gp"].tnt_hours, rel=1e-9)
