"""Numbers by age under scenarios and with dates: each of them is a number, and so is the whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

import tnt
from tnt import Inputs
from tnt.diagnostics import Code, ProblemSink
from tnt.language.schema.schema import json_schema
from tnt.reading.yaml.read_tree import read_tree

TIME = "{by_age: {0-66: 15 min, 67+: {low: 15 min, mean: 20 min, high: 30 min}}}"
GUIDELINE = """\
format: tnt/1
guideline: demo
recommendations:
  check:
    population: {ages: all}
    tasks:
      visit: {role: gp, time: TIME, frequency: 1 / year}
"""
VISIT = "demo/recommendations/check/tasks/visit/time"


def loaded(folder: Path, time: str = TIME, change: str = "", as_of: date = date(2026, 11, 22)) -> Inputs:
    (folder / "guideline.yaml").write_text(GUIDELINE.replace("TIME", time), "utf-8")
    (folder / "scenario.yaml").write_text(f"format: tnt/1\nscenario: other\nchanges: [{change}]\n", "utf-8")
    files = [folder / "guideline.yaml"]
    return tnt.load(*files, scenarios=[folder / "scenario.yaml"] if change else [], as_of=as_of)


def texts(inputs: Inputs) -> dict[str, str]:
    """Key of `by_age` -> the mean as it is written."""
    return {one.path.rpartition("/")[2]: one.text for one in inputs.numbers if "/by_age/" in one.path}


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (f"{{set: {VISIT}/by_age/67+, to: 40 min}}", {"0-66": "15 min", "67+": "40 min"}),
        (f"{{scale: {VISIT}/by_age/0-66, by: 2}}", {"0-66": "30 min", "67+": "20 min"}),
        (f"{{scale: {VISIT}, by: 2}}", {"0-66": "30 min", "67+": "40 min"}),
        (f"{{set: {VISIT}, to: {{by_age: {{0-17: 10 min, 18+: 12 min}}}}}}", {"0-17": "10 min", "18+": "12 min"}),
        (f"{{set: {VISIT}, to: 12 min}}", {}),
    ],
)
def test_a_scenario_changes_one_number_or_all(tmp_path: Path, change: str, wanted: dict[str, str]) -> None:
    assert texts(loaded(tmp_path, change=change)) == wanted


def test_a_range_is_scaled_with_its_mean_and_says_what_it_was(tmp_path: Path) -> None:
    inputs = loaded(tmp_path, change=f"{{scale: {VISIT}, by: 2}}")
    (oldest,) = [one for one in inputs.numbers if one.path.endswith("/67+")]
    assert (oldest.low_text, oldest.high_text) == ("30 min", "60 min")
    (change,) = inputs.changes
    assert change.before == "0-66: 15 min, 67+: 20 min (90 %: 15 min – 30 min)"
    assert change.after == "0-66: 30 min, 67+: 40 min (90 %: 30 min – 60 min)"


def test_what_is_unknown_stays_unknown_however_it_is_scaled(tmp_path: Path) -> None:
    time = "{by_age: {0-66: null, 67+: 20 min}}"
    inputs = loaded(tmp_path, time, f"{{scale: {VISIT}, by: 2}}")
    assert texts(inputs) == {"67+": "40 min"}
    assert tnt.estimate(inputs).recommendations[0].roles["gp"].at_least
    with pytest.raises(tnt.Problems) as raised:
        loaded(tmp_path, "{by_age: {0-66: null, 67+: null}}", f"{{scale: {VISIT}, by: 2}}")
    assert [one.code for one in raised.value.diagnostics] == [Code.CANNOT_SCALE]


THEN = "{from: 2027-01-01, by_age: {0-66: 25 min, 67+: 20 min}}"
DATED = {
    "one of them": "{by_age: {0-66: [{until: 2026-12-31, value: 15 min}, {from: 2027-01-01, value: 25 min}], "
    "67+: 20 min}}",
    "all": f"[{{until: 2026-12-31, by_age: {{0-66: 15 min, 67+: 20 min}}}}, {THEN}]",
    "from then on": f"[{{until: 2026-12-31, value: 15 min}}, {THEN}]",
}


@pytest.mark.parametrize(
    ("written", "before", "after"),
    [
        (
            "{low: 10 min, mean: 15 min, high: 20 min, level: 95 %}",
            "15 min (95 %: 10 min – 20 min)",
            "30 min (95 %: 20 min – 40 min)",
        ),
        (
            "{low: 10 min, high: 20 min, distribution: lognormal, note: Asked}",
            "low: 10 min, high: 20 min, distribution: lognormal",
            "low: 20 min, high: 40 min, distribution: lognormal",
        ),
    ],
)
@pytest.mark.parametrize("is_by_age", [False, True])
def test_a_change_says_of_what_was_scaled_how_it_is_meant(
    tmp_path: Path, is_by_age: bool, written: str, before: str, after: str
) -> None:
    time = f"{{by_age: {{0-66: {written}, 67+: null}}}}" if is_by_age else written
    inputs = loaded(tmp_path, time, change=f"{{scale: {VISIT}, by: 2}}")
    (change,) = inputs.changes
    assert before in (change.before or "")
    assert after in (change.after or "")
    assert "Asked" not in str(change.before)
    assert {one.text for one in inputs.numbers if "/time" in one.path} <= {"30 min", after}


@pytest.mark.parametrize("time", DATED.values(), ids=DATED)
def test_with_dates(tmp_path: Path, time: str) -> None:
    now, later = loaded(tmp_path, time), loaded(tmp_path, time, as_of=date(2027, 3, 1))
    assert texts(now) in ({"0-66": "15 min", "67+": "20 min"}, {})
    assert texts(later) == {"0-66": "25 min", "67+": "20 min"}
    tree = read_tree("g.yaml", GUIDELINE.replace("TIME", time).encode(), ProblemSink())
    assert tree is not None
    assert not [each.message for each in Draft7Validator(json_schema()).iter_errors(tree.data)]


def test_ages_of_a_population_that_a_scenario_widens_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "guideline.yaml"
    text = GUIDELINE.replace("TIME", "{by_age: {40-66: 15 min, 67+: 20 min}}").replace("ages: all", "ages: 40+")
    path.write_text(text, "utf-8")
    (tmp_path / "scenario.yaml").write_text(
        "format: tnt/1\nscenario: wide\nchanges: [{set: demo/recommendations/check/population/ages, to: 18+}]\n",
        "utf-8",
    )
    assert tnt.load(path)
    with pytest.raises(tnt.Problems) as raised:
        tnt.load(path, scenarios=[tmp_path / "scenario.yaml"])
    (found,) = raised.value.diagnostics
    assert (found.code, found.values["ages"]) == (Code.AGES_WITHOUT_NUMBER, "18-39")
