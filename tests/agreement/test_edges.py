"""Rules at their edges, one at a time: nobody, nothing known, nothing left. All held against the slow calculation."""

from typing import Any

import pytest

from tests.oracle.agreement import assert_pack_agrees
from tests.oracle.drawn_packs.files import Folder
from tests.oracle.people import Row

Document = dict[str, Any]
YEARLY: Document = {"role": "gp", "time": "15 min", "frequency": "1 / year"}
NO_AGES: Document = {
    "lists": "practices",
    "table": "table.csv",
    "id": "id",
    "people": {"total": "people"},
    "staff": {"gp": {"posts": "posts"}},
    "registers": {"gout": "gout"},
}
BY_AGE: Document = {"per_person": [{"ages": "0-39", "time": "10 min / year"}]}


def row(name: str, people: str, posts: str = "1", gout: str = "") -> Row:
    return {"id": name, "people": people, "posts": posts, "gout": gout}


def holds(recommendation: Document, rows: list[Row], reserved: Document | None = None, **lists: Any) -> None:
    gp = {"hours": "1000 h / year", "worked_today": "1200 h / year"} | (
        {"reserved": {"other": reserved}} if reserved else {}
    )
    rules = [{"guideline": "g", "recommendations": {"r": recommendation}}]
    pack = Folder(rules, NO_AGES | lists, rows, capacity={"capacity": "c", "roles": {"gp": gp}})
    assert_pack_agrees(pack)


@pytest.mark.parametrize("target", ["0 %", "60 %"])
def test_one_off_hours_are_those_of_the_target(target: str) -> None:
    """They are added up over recommendations, so what is advised against must not count as if done to all."""
    uptake = {"current": "80 %", "target": target}
    tasks = {"work": YEARLY | {"frequency": "once"}}
    holds({"population": {}, "strength": "weak-against", "uptake": uptake, "tasks": tasks}, [row("a", "1000")])


@pytest.mark.parametrize("population", [{"condition": "gout"}, {"ages": "40+"}, {"condition": "gout", "sex": "female"}])
def test_a_list_with_no_people_has_zero_hours(population: Document) -> None:
    """Nobody of unknown age is nobody: nothing there is unknown, and the total is not "at least"."""
    rows = [row("a", "1000", gout="100"), row("nobody", "0")]
    holds({"population": population, "tasks": {"work": YEARLY}}, rows)


def test_a_register_of_zero_is_zero_at_every_age() -> None:
    holds({"population": {"condition": "gout", "ages": "40+"}, "tasks": {"work": YEARLY}}, [row("a", "1000", gout="0")])


def test_a_list_without_a_register_of_a_condition_known_only_by_registers() -> None:
    rows = [row("known", "1000", gout="100"), row("unknown", "1000")]
    holds({"population": {"condition": "gout"}, "tasks": {"work": YEARLY}}, rows)


def test_posts_stay_known_where_the_reserve_needs_ages_nobody_knows() -> None:
    """Available hours are unknown, and so is the share; posts, load today and break-even reserve are not."""
    rows = [row("a", "1000"), row("vacant", "600", posts="0"), row("unknown", "500", posts="")]
    holds({"population": {}, "tasks": {"work": YEARLY}}, rows, BY_AGE)


def test_a_list_without_posts_is_vacant_whatever_is_asked_of_it() -> None:
    holds({"population": {}, "tasks": {"work": YEARLY | {"time": None}}}, [row("a", "1000", posts="0"), row("b", "10")])


def test_imputed_is_imputed_whatever_is_asked() -> None:
    imputed = {"gp": {"people_per_post": 1010}}
    holds({"population": {}, "tasks": {"work": YEARLY | {"time": None}}}, [row("a", "1000")], staff=imputed)


def test_a_list_with_no_people_has_the_ratio_zero() -> None:
    holds({"population": {}, "tasks": {"work": YEARLY | {"time": None}}}, [row("nobody", "0")])


@pytest.mark.parametrize("time", ["15 min", None])
def test_a_reserve_that_takes_all_the_time_is_overload(time: str | None) -> None:
    rows = [row("a", "1000"), row("imputed ages", "1")]
    holds({"population": {}, "tasks": {"work": YEARLY | {"time": time}}}, rows, {"per_person": "2 h / year"})


def test_those_found_at_one_age_stay_reached_as_they_grow_older() -> None:
    tasks = {
        "find": YEARLY | {"frequency": "once at age 40"},
        "follow": YEARLY | {"after": "find", "probability": "10 %", "frequency": "2 / year"},
    }
    holds({"population": {"ages": "18-79"}, "tasks": tasks}, [row("a", "1000")], ages_from="reference")
