"""The busiest week, by hand and against the slow calculation of random packs."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import tnt
from tests.oracle.changes import in_visits, with_seasons
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.drawn_packs.packs import packs
from tests.oracle.season import busiest_week_share, weeks_of
from tests.profile import looks
from tnt.engine.capacity.season import busiest_week_hours
from tnt.language.values.season import weeks_of_year

Document = dict[str, Any]
VACCINE: Document = {"role": "gp", "time": "6 min", "frequency": "1 / year", "season": {"weeks": "40-48"}}
REVIEW: Document = {"role": "gp", "time": "27.6 min", "frequency": "1 / year"}
WEEKS: Document = {"hours": "37.5 h / week", "weeks": 46}


def total(recommendations: Document, working: Document, rows: list[tuple[str, str]] | None = None) -> Any:
    """Of 1,000 people and one post, or of lists with people and posts."""
    rows = rows or [("1000", "1")]
    lists: Document = {"lists": "l", "table": "t.csv", "id": "id", "people": {"total": "n"}}
    lists["staff"] = {"gp": {"posts": "posts"}}
    table = [{"id": f"l{at}", "n": people, "posts": posts} for at, (people, posts) in enumerate(rows)]
    written = json.loads(json.dumps(recommendations))  # no two of the same object: YAML would name it once
    care = [{"guideline": "g", "recommendations": written}]
    pack = Folder(care, lists, table, capacity={"capacity": "c", "roles": {"gp": working}})
    with tempfile.TemporaryDirectory() as folder:
        return pack.estimate(Path(folder)).total["gp"]


def recommendation(**tasks: Document) -> Document:
    return {"population": {}, "tasks": tasks}


def test_vaccines_in_nine_weeks_beside_the_work_of_all_weeks() -> None:
    """100 h in 9 weeks and 460 h in 46: 11.1 + 10 h in a week of 37.5 h."""
    found = total({"r": recommendation(vaccine=VACCINE), "s": recommendation(review=REVIEW)}, WEEKS)
    assert found.busiest_week_share == pytest.approx((100 / 9 + 10) / 37.5)
    assert found.required_hours == pytest.approx(560)


@pytest.mark.parametrize(
    ("tasks", "working"),
    [
        ({"review": REVIEW}, WEEKS),
        ({"vaccine": VACCINE}, {"hours": "1725 h / year"}),
        ({"vaccine": VACCINE | {"time": None}}, WEEKS),
    ],
)
def test_it_is_unknown_where_nothing_has_a_season_and_where_weeks_are_not_known(
    tasks: Document, working: Document
) -> None:
    assert total({"r": recommendation(**tasks)}, working).busiest_week_share is None


def test_hours_by_the_year_with_weeks_are_enough() -> None:
    found = total({"r": recommendation(vaccine=VACCINE)}, {"hours": "1725 h / year", "weeks": 46})
    assert found.busiest_week_share == pytest.approx(100 / 9 / 37.5)


def test_seasons_that_meet_add_up_in_the_weeks_they_share() -> None:
    other = VACCINE | {"season": {"weeks": "48-4"}}
    found = total({"r": recommendation(one=VACCINE, two=other)}, WEEKS)
    assert found.busiest_week_share == pytest.approx((100 / 9 + 100 / 9) / 37.5)
    apart = total({"r": recommendation(one=VACCINE, two=VACCINE | {"season": {"weeks": "1-9"}})}, WEEKS)
    assert apart.busiest_week_share == pytest.approx(100 / 9 / 37.5)


def test_one_work_that_two_ask_for_is_in_its_weeks_once() -> None:
    """The same people are asked twice: 100 h, not 200."""
    vaccine = VACCINE | {"activity": "jab"}
    found = total({"r": recommendation(one=vaccine), "s": recommendation(two=dict(vaccine))}, WEEKS)
    assert (found.required_hours, found.overlap_hours) == (pytest.approx(100), pytest.approx(100))
    assert found.busiest_week_share == pytest.approx(100 / 9 / 37.5)


SUPERVISED: Document = {key: value for key, value in VACCINE.items() if key != "role"} | {
    "roles": {
        "gp": "40 %",
        "nurse": {"share": "60 %", "minutes_factor": 1.4, "supervision": {"role": "gp", "time": "2 min"}},
    },
}


def test_supervision_of_a_task_falls_in_its_weeks() -> None:
    """40 % of 100 h, and 2 minutes at each of 600 events of the nurse: 40 + 20 h in 9 weeks."""
    found = total({"r": recommendation(vaccine=SUPERVISED)}, WEEKS)
    assert (found.required_hours, found.supervision_hours) == (pytest.approx(60), pytest.approx(20))
    assert found.busiest_week_share == pytest.approx(60 / 9 / 37.5)


def test_what_is_done_once_is_taken_from_its_own_hours_and_not_from_supervision() -> None:
    """Two ask the same people for one jab: 40 h and not 80; every nurse's jab that was asked for is supervised."""
    one = SUPERVISED | {"activity": "jab"}
    other = {key: value for key, value in one.items() if key != "season"}
    found = total({"r": recommendation(vaccine=one), "s": recommendation(vaccine=other)}, WEEKS)
    assert (found.required_hours, found.overlap_hours) == (pytest.approx(40 + 2 * 20), pytest.approx(40))
    assert found.busiest_week_share == pytest.approx(((20 + 20) / 9 + 40 / 46) / 37.5)


def test_a_season_holds_overhead_and_the_roles_own_pace() -> None:
    """1.25 x 6 min and an eighth more for those who do not come: 8.4375 min for 1,000 people."""
    vaccine = VACCINE | {"roles": {"gp": {"share": "100 %", "minutes_factor": 1.25}}}
    del vaccine["role"]
    working = WEEKS | {"overhead": {"no_show": {"share": "20 %", "time_lost": "50 %"}}}
    found = total({"r": recommendation(vaccine=vaccine)}, working)
    assert found.required_hours == pytest.approx(8.4375 * 1000 / 60)
    assert found.busiest_week_share == pytest.approx(8.4375 * 1000 / 60 / 9 / 37.5)


def test_lists_without_posts_are_in_neither() -> None:
    both = {"r": recommendation(vaccine=VACCINE)}
    assert total(both, WEEKS, [("1000", "1"), ("5000", "0")]).busiest_week_share == pytest.approx(100 / 9 / 37.5)


def test_a_missing_time_makes_it_a_lower_bound() -> None:
    found = total({"r": recommendation(vaccine=VACCINE), "s": recommendation(review=REVIEW | {"time": None})}, WEEKS)
    assert found.at_least
    assert found.busiest_week_share == pytest.approx(100 / 9 / 37.5)


@pytest.mark.parametrize(
    ("written", "weeks"),
    [
        ("40-48", list(range(40, 49))),
        ("48-4", [48, 49, 50, 51, 52, 1, 2, 3, 4]),
        ("53-2", [53, 1, 2]),
        (7, [7]),
        ("1 – 53", list(range(1, 54))),
    ],
)
def test_weeks(written: str | int, weeks: list[int]) -> None:
    assert list(weeks_of_year(written).numbers) == weeks


def test_a_week_is_the_sum_of_what_falls_in_it() -> None:
    """Week by week, none of them forgotten."""
    seasons = {(40, 41, 42): 30.0, (42, 43): 12.0, (1,): 9.0}
    wanted = max(sum(hours / len(weeks) for weeks, hours in seasons.items() if week in weeks) for week in range(1, 54))
    assert busiest_week_hours(100.0, 49.0, seasons) == pytest.approx(wanted + 1.0)


def assert_busiest_weeks(pack: Folder) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pack.write(Path(folder))
        found = tnt.estimate(tnt.load(folder)).total
    for role, one in found.items():
        wanted = busiest_week_share(pack.given(), role)
        assert one.busiest_week_share == (None if wanted is None else pytest.approx(wanted, rel=1e-6, abs=1e-9)), role


@looks(20)
@given(packs().map(with_seasons))
def test_random_packs(pack: Folder) -> None:
    assert_busiest_weeks(pack)


@looks(10)
@given(packs().map(in_visits).map(with_seasons))
def test_random_packs_in_visits(pack: Folder) -> None:
    assert_busiest_weeks(pack)


def test_weeks_of_the_slow_calculation() -> None:
    assert weeks_of("48-2") == [48, 49, 50, 51, 52, 1, 2]
    assert weeks_of("7") == [7]
