"""Values with dates: which entry a day picks, and that every entry is read."""

from datetime import date
from pathlib import Path

import pytest

from tests.reading.files import brief, guideline, task
from tnt.check.check import check
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Problems
from tnt.language.values.dated import Period

TIME = (
    "role: gp, frequency: 1 / year, time: "
    "[{until: 2019-12-31, mean: 10 min, low: 8 min, high: 12 min}, {from: 2020-01-01, value: 20 min}]"
)


def number(folder: Path, text: str, day: str, path: str = "clinic/r/tasks/t/time"):
    (folder / "guideline.yaml").write_text(text, "utf-8")
    inputs = load(folder, as_of=date.fromisoformat(day))
    return next(one for one in inputs.numbers if one.path == path)


@pytest.mark.parametrize(
    ("day", "text", "low"),
    [("2019-12-31", "10 min", "8 min"), ("2020-01-01", "20 min", None), ("1900-01-01", "10 min", "8 min")],
)
def test_until_is_the_last_day(tmp_path, day, text, low):
    found = number(tmp_path, task(TIME), day)
    assert (found.text, found.low_text) == (text, low)


def test_the_number_says_which_entry_was_used_and_where(tmp_path):
    text = task(
        "role: gp, frequency: 1 / year, time: ["
        "\n{until: 2019-12-31, value: 10 min},\n{from: 2020-01-01, value: 20 min}]"
    )
    found = number(tmp_path, text, "2021-01-01")
    assert found.period == Period(date(2020, 1, 1), None)
    assert text.splitlines()[found.line - 1].startswith("{from: 2020-01-01")


def test_a_time_that_could_not_be_estimated_before_a_day(tmp_path):
    text = task(
        "role: gp, frequency: 1 / year, time: [{until: 2019-12-31, value: null}, {from: 2020-01-01, value: 9 min}]"
    )
    assert number(tmp_path, text, "2020-01-01").text == "9 min"
    assert not [one for one in load(tmp_path, as_of=date(2019, 1, 1)).numbers if one.quantity == "time"]


def test_ages_of_a_population(tmp_path):
    text = guideline(population="{ages: [{until: 2019-12-31, value: 75+}, {from: 2020-01-01, value: 80+}]}")
    (tmp_path / "guideline.yaml").write_text(text, "utf-8")
    ages = [
        str(load(tmp_path, as_of=date(year, 6, 1)).rules.rules[0].recommendation.population.ages)
        for year in (2019, 2020)
    ]
    assert ages == ["75+", "80+"]


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        ("[{until: 2019-12-31, value: 1 min}, {from: 2020-01-02, value: 2 min}]", Code.DATES_GAP),
        ("[{from: 2020-01-01, value: 2 min}, {until: 2020-01-01, value: 1 min}]", Code.DATES_OVERLAP),
        ("[{from: 2020-01-01, value: 2 min}, {from: 2021-01-01, value: 1 min}]", Code.DATES_OVERLAP),
        ("[{value: 2 min}, {from: 2021-01-01, value: 1 min}]", Code.DATES_OVERLAP),
        ("[{from: 2020-01-01, until: 9999-12-31, value: 2 min}, {from: 9999-12-31, value: 1 min}]", Code.DATES_OVERLAP),
        ("[{from: 2020-01-02, until: 2020-01-01, value: 2 min}]", Code.DATES_REVERSED),
        ("[{from: mai 2020, value: 2 min}]", Code.BAD_DATE),
        ("[{from: 2020-01-01, value: 2 min}, 3 min]", Code.WRONG_TYPE),
        ("[{from: 2020-01-01, valeu: 2 min}]", Code.UNKNOWN_KEY),
        ("[{until: 2019-12-31, value: 1}, {from: 2020-01-01, value: 2 min}]", Code.MISSING_UNIT),
        ("[{until: 2019-12-31, value: 1 min, source: nowhere}, {from: 2020-01-01, value: 2 min}]", Code.UNKNOWN_SOURCE),
        ("[{until: 2019-12-31, value: 900 min}, {from: 2020-01-01, value: 2 min}]", Code.MINUTES_IMPLAUSIBLE),
        ("[{until: 2019-12-31}, {from: 2020-01-01, value: 2 min}]", Code.MISSING_KEY),
    ],
)
def test_every_entry_is_checked_once(tmp_path, entries, found):
    codes = [code for code, _ in brief(tmp_path, task(f"role: gp, frequency: 1 / year, time: {entries}"))]
    assert codes == [found]


def test_a_problem_of_every_period_is_told_once(tmp_path):
    text = task(TIME.replace("role: gp", "role: nobody"))
    assert [code for code, _ in brief(tmp_path, text)] == [Code.UNKNOWN_ROLE]


def test_what_contradicts_itself_in_one_period_is_found(tmp_path):
    roles = "{gp: [{until: 2019-12-31, value: 70 %}, {from: 2020-01-01, value: 60 %}], nurse: 40 %}"
    text = task(f"roles: {roles}, frequency: 1 / year, time: 9 min")
    assert [code for code, _ in brief(tmp_path, text)] == [Code.ROLES_SUM]


@pytest.mark.parametrize("day", ["2019-12-31", "2022-01-01"])
def test_no_value_is_carried_beyond_its_days(tmp_path, day):
    entries = (
        "[{from: 2020-01-01, until: 2020-12-31, value: 1 min}, {from: 2021-01-01, until: 2021-12-31, value: 2 min}]"
    )
    with pytest.raises(Problems) as raised:
        number(tmp_path, task(f"role: gp, frequency: 1 / year, time: {entries}"), day)
    (problem,) = raised.value.diagnostics
    assert (problem.code, problem.values) == (Code.NO_VALUE_ON_DATE, {"date": day, "period": "2020-01-01 – 2021-12-31"})
    assert [one.code for one in check([tmp_path]).diagnostics] == [Code.ASSUMPTIONS]


@pytest.mark.parametrize(
    "text",
    [
        task(
            "role: [{until: 2019-12-31, value: gp}, {from: 2020-01-01, value: nurse}], frequency: 1 / year, time: 9 min"
        ),
        guideline(population="{sex: [{from: 2020-01-01, value: female}]}"),
    ],
)
def test_only_numbers_and_ages_have_dates(tmp_path, text):
    assert {code for code, _ in brief(tmp_path, text)} <= {Code.WRONG_TYPE, Code.NOT_A_CHOICE, Code.CONFLICTING_KEYS}
    assert brief(tmp_path, text)


def test_ages_take_nothing_but_a_value(tmp_path):
    text = guideline(population="{ages: [{from: 2020-01-01, value: 75+, source: law}]}")
    assert brief(tmp_path, text) == [(Code.UNKNOWN_KEY, "source")]


def test_more_periods_than_anybody_needs_are_refused_quickly(tmp_path):
    entries = [f"{{from: {year}-01-01, until: {year}-12-31, value: {year - 1799} min}}" for year in range(1800, 2020)]
    found = [code for code, _ in brief(tmp_path, task(f"role: gp, frequency: 1 / year, time: [{', '.join(entries)}]"))]
    assert found == [Code.TOO_MANY_PERIODS]


def test_a_case_is_computed_for_its_own_date(tmp_path):
    from tnt.cases.run import read_cases, run_case

    text = f"""
format: tnt/1
case: Before
as_of: 2019-06-01
given:
  guideline:
    guideline: clinic
    recommendations: {{r: {{population: {{}}, tasks: {{t: {{{TIME}}}}}}}}}
  list: {{people: {{all: {{all: 600}}}}}}
expect:
  - {{what: tnt_hours, role: gp, value: 100 h, within: 0.001 h}}
"""
    (tmp_path / "case.yaml").write_text(text, "utf-8")
    (case,) = read_cases([tmp_path])
    assert run_case(case).passed
