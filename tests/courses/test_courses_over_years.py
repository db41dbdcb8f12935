"""Courses of a cohort that is followed year by year, by hand; and what a projection says of them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.courses.estimates import task
from tnt.analyses.strategies.strategies import estimate_strategies
from tnt.analyses.years.projection import load_projection
from tnt.analyses.years.years import estimate_years


def followed(
    folder: Path, population: dict[str, Any], tasks: dict[str, Any], age: int, horizon: int, deaths: str = "0 %"
) -> list[float]:
    """Events of `train` in each year, of 100 women of an age."""
    quick = {name: {**each, "time": "60 min" if name == "train" else "0 min"} for name, each in tasks.items()}
    guideline = {
        "format": "tnt/1",
        "guideline": "g",
        "recommendations": {"r": {"population": population, "tasks": quick}},
    }
    strategies = {
        "format": "tnt/1",
        "strategies": "s",
        "cohort": {"people": {"female": {str(age): 100}}},
        "horizon": f"{horizon} years",
        "mortality": [{"share": deaths}],
        "options": {"a": {"recommendations": ["g/r"]}},
    }
    (folder / "g.yaml").write_text(yaml.safe_dump(guideline, sort_keys=False))
    (folder / "s.yaml").write_text(yaml.safe_dump(strategies, sort_keys=False))
    (one,) = estimate_strategies(folder, as_of=date(2026, 11, 22)).strategies
    hours = one.roles["gp"].hours
    assert hours is not None
    return list(hours)


def after(frequency: str, length: str, **more: Any) -> dict[str, Any]:
    return task(frequency, after="refer", for_=length, **more)


@pytest.mark.parametrize(
    ("begins", "train", "expected"),
    [
        ("every 5 years", after("2 / year", "2 years"), [200, 200, 0, 0, 0, 200, 200]),
        ("every 5 years", after("2 / year", "18 months", probability="50 %"), [100, 50, 0, 0, 0, 100, 50]),
        ("every 5 years", after("every 2 years", "4 years"), [100, 0, 100, 0, 0, 100, 0]),
        ("1 / year", after("2 / year", "2 years"), [200] * 7),  # nobody is in two at once
        ("1 / year", after("every 2 years", "2 years"), [100, 50, 50, 50, 50, 50, 50]),
        ("2 / year", after("1 / month", "3 months"), [600] * 7),
        ("once", after("2 / year", "3 years"), [200, 200, 200, 0, 0, 0, 0]),
        ("once at age 52", after("2 / year", "2 years"), [0, 0, 200, 200, 0, 0, 0]),
        ("0.2 / year", after("1 / year", "2 years"), [20, 40, 40, 40, 40, 40, 40]),  # it builds up
    ],
)
def test_a_course_goes_on_for_its_years_and_begins_anew(
    tmp_path: Path, begins: str, train: dict[str, Any], expected: list[float]
) -> None:
    found = followed(tmp_path, {"ages": "50-80"}, {"refer": task(begins), "train": train}, 50, 7)
    assert found == pytest.approx(expected)


def test_it_ends_where_the_ages_do(tmp_path: Path) -> None:
    tasks = {"refer": task("every 5 years"), "train": after("2 / year", "4 years")}
    assert followed(tmp_path, {"ages": "50-52"}, tasks, 50, 5) == pytest.approx([200, 200, 200, 0, 0])


def test_courses_of_new_cases_overlap_and_go_on_beyond_the_ages(tmp_path: Path) -> None:
    population = {"ages": "50-51", "incidence": "10 % / year"}
    tasks = {"refer": task("once"), "train": after("4 / year", "2 years", probability="50 %")}
    assert followed(tmp_path, population, tasks, 50, 5) == pytest.approx([20, 40, 20, 0, 0])
    first = {"train": task("4 / year", for_="2 years")}
    assert followed(tmp_path, population, first, 50, 5) == pytest.approx([40, 80, 40, 0, 0])


def test_those_who_die_end_their_courses(tmp_path: Path) -> None:
    tasks = {"refer": task("once"), "train": after("1 / year", "3 years")}
    found = followed(tmp_path, {"ages": "50+"}, tasks, 50, 4, deaths="50 %")
    assert found == pytest.approx([100, 50, 25, 0])


def test_what_follows_the_events_of_a_course_and_what_lasts_after_it(tmp_path: Path) -> None:
    tasks = {"refer": task("every 5 years"), "course": after("2 / year", "2 years")}
    letters = {**tasks, "train": task(after="course", times=3, probability="50 %")}
    assert followed(tmp_path, {"ages": "50+"}, letters, 50, 4) == pytest.approx([300, 300, 0, 0])
    ever = {**tasks, "train": task("1 / year", after="course", probability="50 %")}
    assert followed(tmp_path, {"ages": "50+"}, ever, 50, 4) == pytest.approx([50] * 4)


def test_children_are_followed_through_their_months(tmp_path: Path) -> None:
    tasks = {"refer": task("once at age 6 months"), "train": after("every 3 months", "1 year")}
    assert followed(tmp_path, {"ages": "6-23 months"}, tasks, 0, 3) == pytest.approx([400, 0, 0])


def test_a_projection_says_that_courses_take_time_to_build_up(tmp_path: Path) -> None:
    tasks = {"refer": task("every 5 years"), "train": after("2 / year", "2 years")}
    rec = {"population": {"ages": "50+"}, "uptake": {"target": "50 %"}, "tasks": tasks}
    (tmp_path / "g.yaml").write_text(
        yaml.safe_dump({"format": "tnt/1", "guideline": "g", "recommendations": {"r": rec}})
    )
    (tmp_path / "l.yaml").write_text(
        "format: tnt/1\nlists: l\ntable: t.csv\nid: id\nyear: year\nshape: long\nages: ages\npeople: n\n"
    )
    (tmp_path / "t.csv").write_text("id,year,ages,n\na,2026,50+,100\na,2028,50+,100\n")
    projection = load_projection(tmp_path, as_of=date(2026, 11, 22))
    (said,) = [notice for notice in estimate_years(projection).notices if notice.code == "courses-full"]
    assert said.values["recommendations"].names == ("g/r",)  # type: ignore[union-attr]
