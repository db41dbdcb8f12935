"""Ages in months: a part of the people of each year of age, as if birthdays were spread evenly."""

from pathlib import Path

import numpy as np
import pytest

from tests.courses.estimates import PEOPLE_OF_AN_AGE, estimated, events, rule, task, the_one
from tests.reading.files import guideline, problems
from tnt.compile.people import AgeSpan, population_cells, span_cells
from tnt.diagnostics import Code
from tnt.engine.people.cells import CELLS, UNTOLD
from tnt.language.documents.guideline import Population
from tnt.language.values.ages import Ages
from tnt.language.values.months import ages_or_months

YEARLY = {"visit": task("1 / year")}


@pytest.mark.parametrize(
    ("ages", "years"),
    [
        ("0-5 months", 0.5),
        ("6 months", 1 / 12),
        ("6-23 months", 1.5),
        ("6-17 mnd", 1.0),
        ("0–11 måneder", 1.0),
        ("18-35 months", 1.5),
        ("0", 1.0),
    ],
)
def test_the_people_are_a_part_of_their_years_of_age(ages: str, years: float) -> None:
    one = the_one({"ages": ages}, YEARLY)
    assert one.eligible_people == pytest.approx(PEOPLE_OF_AN_AGE * years)
    assert one.roles["gp"].tnt_hours == pytest.approx(PEOPLE_OF_AN_AGE * years)


def test_from_a_month_on_there_is_no_end() -> None:
    assert the_one({"ages": "6+ months"}, YEARLY).eligible_people == pytest.approx(PEOPLE_OF_AN_AGE * 105.5)


def test_everybody_passes_a_month_of_their_year_once() -> None:
    tasks = {"visit": task("once at age 6 months"), "call": task(after="visit", times=2)}
    for ages in ("all", "0-5", "6-23 months", "6 months"):
        assert events({"ages": ages}, tasks, "visit") == pytest.approx(PEOPLE_OF_AN_AGE), ages
        assert events({"ages": ages}, tasks, "call") == pytest.approx(2 * PEOPLE_OF_AN_AGE), ages


@pytest.mark.parametrize(
    ("ages", "length", "years"),
    [("0-5", "6 months", 0.5), ("0-5", "1 year", 1.0), ("6-11 months", "1 year", 0.5), ("0-5", None, 5.5)],
)
def test_what_lasts_counts_from_the_month_on(ages: str, length: str | None, years: float) -> None:
    more = {} if length is None else {"for_": length}
    tasks = {"visit": task("once at age 6 months"), "control": task("2 / year", after="visit", **more)}
    assert events({"ages": ages}, tasks, "control") == pytest.approx(PEOPLE_OF_AN_AGE * years * 2)


def test_who_benefits_of_what_begins_at_a_month_is_everybody_of_that_year() -> None:
    tasks = {"visit": task("once at age 6 months"), "control": task("4 / year", after="visit", for_="1 year")}
    for name in tasks:
        one = the_one({"ages": "6-23 months"}, tasks, benefit={"outcome": "better", "nnt": 10, "applies_to": name})
        assert one.people_benefiting_per_year == pytest.approx(PEOPLE_OF_AN_AGE / 10)


def test_who_is_of_no_known_age_is_asked_where_everybody_is() -> None:
    assert population_cells(Population(ages=Ages(in_months=True)))[UNTOLD] == 1
    assert population_cells(Population(ages=Ages(0, 11, in_months=True)))[UNTOLD] == 0
    assert np.array_equal(span_cells("all", AgeSpan(0.0, np.inf)), np.ones(CELLS))


def test_the_output_says_how_months_are_counted() -> None:
    codes = [notice.code for notice in estimated(rule({"ages": "0-5 months"}, YEARLY)).notices]
    assert "ages-in-months" in codes
    assert "ages-in-months" not in [notice.code for notice in estimated(rule({"ages": "0-5"}, YEARLY)).notices]


@pytest.mark.parametrize("text", ["0-5 months", "6 months", "1 month", "6+ months", "12-35 months"])
def test_ages_are_printed_as_they_are_read(text: str) -> None:
    assert str(ages_or_months(text)) == text


@pytest.mark.parametrize(
    ("ages", "often", "is_fine"),
    [
        ("6-23 months", "once at age 6 months", True),
        ("6-23 months", "once at age 1", True),
        ("6-23 months", "once at age 2", False),
        ("0-5 months", "once at age 6 months", False),
        ("0-5 months", "ved 5 måneder", True),
        ("1-4", "once at age 6 months", False),
    ],
)
def test_once_at_an_age_that_nobody_has_is_an_error(tmp_path: Path, ages: str, often: str, is_fine: bool) -> None:
    text = guideline(population=f"{{ages: {ages}}}", tasks=f"{{a: {{role: gp, time: 9 min, frequency: {often}}}}}")
    assert [one.code for one in problems(tmp_path, text)] == [Code.NOBODY_OF_AGE] * (not is_fine)


def test_a_mend_of_weeks_is_accepted(tmp_path: Path) -> None:
    text = guideline(population="{ages: 0-4}", tasks="{a: {role: gp, time: 9 min, frequency: ved 6 uker}}")
    (problem,) = problems(tmp_path, text)
    assert (problem.code, problem.suggestion) == (Code.AGES_IN_WEEKS, "once at age 1 month")
    assert problems(tmp_path, text.replace("ved 6 uker", problem.suggestion)) == []


def test_ages_in_place_of_a_population_may_be_in_months(tmp_path: Path) -> None:
    text = guideline(population="0-11 mnd")
    (problem,) = problems(tmp_path, text)
    assert problem.suggestion == "{ages: 0-11 months}"
    assert problems(tmp_path, text.replace("0-11 mnd", problem.suggestion)) == []


def test_rows_of_a_condition_are_met_by_months(tmp_path: Path) -> None:
    text = guideline(population="{ages: 12-17 months, condition: c}")
    conditions = "format: tnt/1\nconditions: {c: {prevalence: [{ages: AGES, share: 5 %}]}}\n"
    assert problems(tmp_path, text, conditions.replace("AGES", "1-4")) == []
    assert [one.code for one in problems(tmp_path, text, conditions.replace("AGES", "2-4"))] == [Code.NOBODY_HAS_IT]
