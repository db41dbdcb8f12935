"""Merged visits in scenarios, comparisons, explanations, draws and outputs."""

from pathlib import Path

import pytest

import tnt
from tests.report.written import written
from tnt.analyses.compare.comparison import compare
from tnt.analyses.compare.words import steps
from tnt.compile.inputs import Inputs
from tnt.explain.trace import trace
from tnt.locale import Texts
from tnt.result.bounded import Bounded
from tnt.show.totals_table import totals_rows

RULES = """format: tnt/1
guideline: g
recommendations:
  long: {population: {}, tasks: {t: {role: gp, time: 10 min, frequency: 1 / year}}}
  short: {population: {}, tasks: {t: {role: gp, time: 2 min, frequency: 1 / year}}}
"""
CAPACITY = """format: tnt/1
capacity: c
roles:
  gp:
    hours: 1725 h / year
    visits: {consultation: {fixed: {low: 4 min, mean: 6 min, high: 8 min}, merged: {low: 20 %, mean: 50 %, high: 80 %}}}
"""
MORE = "format: tnt/1\nscenario: more\nchanges: [{set: c/roles/gp/visits/consultation/merged, to: 80 %}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path, rules=RULES, time=CAPACITY, more=MORE)


def load(folder: Path, *scenarios: str) -> Inputs:
    return tnt.load(folder, lists="600 people", scenarios=scenarios)


def test_a_scenario_merges_more_and_a_comparison_says_what_it_does(folder: Path) -> None:
    found = compare(load(folder), load(folder, "more"))
    role = found.roles["gp"]
    assert role.bars == ()
    assert role.merged_visit_hours == pytest.approx(600 * 2 / 60 * (0.5 - 0.8))
    assert role.change_hours == pytest.approx(role.merged_visit_hours)
    assert [one.kind for one in steps(role, Texts("nb"))] == ["before", "merged-visits", "after"]
    assert [change.field for change in found.rules] == ["merged"]


def test_an_explanation_has_the_hours_saved_and_both_numbers(folder: Path) -> None:
    inputs = load(folder)
    explained = trace(inputs, tnt.estimate(inputs), "g/short")
    assert explained is not None
    (step,) = [one for one in explained.parts[1].parts if one.key == "merged-visits"]
    assert isinstance(step.value, Bounded)
    assert step.value.value == pytest.approx(10)
    assert [one.record.quantity for one in step.parts if one.record] == ["fixed", "merged"]


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "Merged visits, taken out"), ("nb", "Sammenslåtte besøk, trukket fra")]
)
def test_a_row_beside_overlap_only_where_visits_are_merged(folder: Path, lang: str, name: str) -> None:
    def names() -> list[str]:
        return [row[0] for row in totals_rows(list(tnt.estimate(load(folder)).total.values()), Texts(lang))]

    with_visits = names()
    assert with_visits[with_visits.index(name) - 1].startswith({"en": "Counted twice", "nb": "Telt"}[lang])
    (folder / "time.yaml").write_text(CAPACITY[: CAPACITY.index("    visits")], "utf-8")
    (folder / "more.yaml").unlink()
    assert name not in names()


def test_what_is_merged_drives_the_hours_and_minutes_beyond_what_is_fixed_do_not_change_it(folder: Path) -> None:
    simulated = tnt.simulate(load(folder), draws=256)
    drivers = {one.stream: one for one in simulated.drivers["gp"]}
    merged = drivers["c/roles/gp/visits/consultation/merged"]
    assert merged.at_low - merged.at_high == pytest.approx(600 * 2 / 60 * 0.6, rel=1e-3)
    assert "c/roles/gp/visits/consultation/fixed" not in drivers  # both tasks fall in it whatever it is
