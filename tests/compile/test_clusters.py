"""Clusters of conditions from files to what is said of them: counted, explained, drawn, compared, changed, left out."""

import io
from pathlib import Path

import pytest

import tnt
from tnt import Inputs
from tnt.analyses.compare.rule_changes import rule_changes
from tnt.analyses.uncertainty.simulate import simulate
from tnt.cases.run import read_cases, run_case
from tnt.check.check import check
from tnt.compile.notice import Choices, NoticeCode, Titles
from tnt.diagnostics import Code
from tnt.explain.terminal import print_explanation
from tnt.explain.trace import trace

CONDITIONS = """
format: tnt/1
conditions:
  copd: {prevalence: [{share: 8 %}]}
  asthma: {prevalence: [{share: 5 %}]}
  gout: {prevalence: [{share: 2 %}]}
"""
LUNGS = """
clusters:
  lungs: {title: Lungs, conditions: [copd, asthma], correlation: {low: 0.1, mean: 0.3, high: 0.5}}
"""
GUIDELINE = """
format: tnt/1
guideline: g
recommendations:
  one: {population: {condition: copd}, tasks: {t: {role: gp, time: 20 min, frequency: 1 / year, activity: check}}}
  two: {population: {condition: asthma}, tasks: {t: {role: gp, time: 20 min, frequency: 1 / year, activity: check}}}
"""
BOTH = """
  all: {population: {condition: {all: [copd, asthma]}}, tasks: {t: {role: gp, time: 20 min, frequency: 1 / year}}}
"""
TIME = "format: tnt/1\ncapacity: c\nroles: {gp: {hours: 1725 h / year}}\n"
VISITS = TIME.replace("year}", "year, visits: {consultation: {fixed: 6 min, merged: 50 %}}}")


def loaded(folder: Path, conditions: str = CONDITIONS + LUNGS, guideline: str = GUIDELINE, **more: str) -> Inputs:
    folder.mkdir(exist_ok=True)
    files = {"conditions": conditions, "guideline": guideline, **more}
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    scenarios = ["raised"] if "scenario" in more else []
    return tnt.load(folder, lists="1000 people", scenarios=scenarios)


def left_out(inputs: Inputs) -> tuple[str, ...]:
    said = [one.values["parts"] for one in inputs.notices if one.code == NoticeCode.LEFT_OUT]
    assert all(isinstance(one, Choices) for one in said)
    return said[0].names if said and isinstance(said[0], Choices) else ()


def test_the_correlation_is_counted_among_the_numbers_where_two_of_its_conditions_are_named(tmp_path: Path) -> None:
    counted = {one.path: one.status for one in loaded(tmp_path).numbers}
    assert counted["clusters/lungs/correlation"] == "assumption"
    alone = loaded(tmp_path / "alone", guideline=GUIDELINE.replace("condition: asthma", "condition: gout"))
    assert "clusters/lungs/correlation" not in [one.path for one in alone.numbers]


def test_a_source_makes_it_sourced(tmp_path: Path) -> None:
    sourced = (
        LUNGS.replace("high: 0.5", "high: 0.5, source: study") + "sources:\n  study: {title: A study, kind: study}\n"
    )
    (number,) = [one for one in loaded(tmp_path, CONDITIONS + sourced).numbers if one.path.startswith("clusters")]
    assert (number.status, number.source_id, number.quantity) == ("sourced", "study", "correlation")


def test_a_file_with_the_cluster_alone_is_used(tmp_path: Path) -> None:
    elsewhere = "format: tnt/1\nconditions:\n  eczema: {prevalence: [{share: 5 %}]}\n" + LUNGS
    inputs = loaded(tmp_path, CONDITIONS, elsewhere=elsewhere)
    assert [one.path for one in inputs.numbers if one.path.startswith("clusters")] == ["clusters/lungs/correlation"]
    together = loaded(tmp_path / "together")
    assert tnt.estimate(inputs).total == tnt.estimate(together).total


def test_it_is_explained_where_it_matters(tmp_path: Path) -> None:
    inputs = loaded(tmp_path, guideline=GUIDELINE + BOTH)
    result = tnt.estimate(inputs)
    for name in ("g/one", "g/all", "clusters/lungs/correlation"):
        step, text = trace(inputs, result, name), io.StringIO()
        assert step is not None
        print_explanation(step, result, "nb", text)
        assert "0.3 (90 %: 0.1 til 0.5)" in text.getvalue(), name


def test_what_is_said_of_it(tmp_path: Path) -> None:
    said = {one.code: one for one in tnt.estimate(loaded(tmp_path)).notices}
    assert said[NoticeCode.CLUSTERED].values == {"clusters": Titles({"lungs": "Lungs"})}
    assert NoticeCode.SHARED_WORK_CLUSTERED in said
    assert NoticeCode.SHARED_WORK not in said
    plain = {one.code for one in tnt.estimate(loaded(tmp_path / "plain", CONDITIONS)).notices}
    assert NoticeCode.SHARED_WORK in plain
    assert not plain & {NoticeCode.CLUSTERED, NoticeCode.SHARED_WORK_CLUSTERED}


def test_several_at_once_are_not_said_to_be_independent_where_a_cluster_has_them(tmp_path: Path) -> None:
    inputs = loaded(tmp_path / "with", guideline=GUIDELINE + BOTH)
    assert NoticeCode.TAKEN_AS_INDEPENDENT not in [one.code for one in inputs.notices]
    assert Code.TAKEN_AS_INDEPENDENT not in [one.code for one in check([tmp_path / "with"]).diagnostics]
    other = BOTH.replace("asthma]", "{any: [asthma, gout]}]")
    inputs = loaded(tmp_path / "other", guideline=GUIDELINE + other)
    assert NoticeCode.TAKEN_AS_INDEPENDENT in [one.code for one in inputs.notices]
    assert Code.TAKEN_AS_INDEPENDENT in [one.code for one in check([tmp_path / "other"]).diagnostics]


@pytest.mark.parametrize(
    ("conditions", "guideline", "time", "is_left_out"),
    [
        (CONDITIONS, GUIDELINE, TIME, True),
        (CONDITIONS + LUNGS, GUIDELINE, TIME, False),
        (CONDITIONS + LUNGS, GUIDELINE.replace("condition: asthma", "condition: gout"), TIME, True),
        (CONDITIONS, GUIDELINE.replace("condition: asthma", "condition: copd"), TIME, False),
        (CONDITIONS, GUIDELINE.replace("condition: asthma", "ages: 18+"), TIME, False),
        (CONDITIONS, GUIDELINE.replace(", activity: check", ""), TIME, False),
        (CONDITIONS, GUIDELINE.replace(", activity: check", ""), VISITS, True),
        (CONDITIONS + LUNGS, GUIDELINE.replace(", activity: check", ""), VISITS, False),
        (CONDITIONS, GUIDELINE.replace("activity: check", "contact: inbox"), VISITS, False),
    ],
)
def test_what_is_left_out(conditions: str, guideline: str, time: str, is_left_out: bool, tmp_path: Path) -> None:
    assert ("clusters" in left_out(loaded(tmp_path, conditions, guideline, time=time))) == is_left_out


def test_it_is_drawn_and_among_the_drivers(tmp_path: Path) -> None:
    inputs = loaded(tmp_path, time=TIME)
    found = simulate(inputs, 500)
    driver = next(one for one in found.drivers["gp"] if one.stream == "clusters/lungs/correlation")
    assert driver.at_low > driver.at_high  # the more they go together, the more is shared
    assert driver.label == {"nb": "Lungs · korrelasjon", "en": "Lungs · correlation"}
    assert found.with_range == 1


def test_it_is_not_drawn_where_nothing_rests_on_it(tmp_path: Path) -> None:
    inputs = loaded(tmp_path, guideline=GUIDELINE.replace(", activity: check", ""), time=TIME)
    found = simulate(inputs, 500)
    assert (found.with_range, [*found.drivers["gp"]]) == (0, [])


def test_a_scenario_changes_it_and_a_comparison_tells(tmp_path: Path) -> None:
    scenario = "format: tnt/1\nscenario: raised\nchanges:\n  - {set: clusters/lungs/correlation, to: 0.6}\n"
    raised, before = loaded(tmp_path / "raised", scenario=scenario), loaded(tmp_path / "before")
    overlap = [tnt.estimate(one).total["gp"].overlap_hours for one in (before, raised)]
    assert overlap[0] < overlap[1]
    (change,) = rule_changes(before, raised)
    assert (change.kind, change.names, change.field) == ("changed", ("Lungs",), "correlation")
    none = loaded(tmp_path / "none", CONDITIONS)
    (added,) = rule_changes(none, before)
    assert (added.kind, added.names, added.field) == ("added", ("Lungs",), "clusters")
    (removed,) = rule_changes(before, none)
    assert (removed.kind, removed.names, removed.field) == ("removed", ("Lungs",), "clusters")


def test_conditions_that_tnt_ships_may_be_in_a_cluster(tmp_path: Path) -> None:
    own = "format: tnt/1\nconditions:\n  eczema: {prevalence: [{share: 5 %}]}\n" + LUNGS
    assert [*loaded(tmp_path, own).rules.clusters] == ["lungs"]


def test_a_case_may_have_one(tmp_path: Path) -> None:
    case = """
format: tnt/1
case: both
given:
  guideline:
    guideline: g
    recommendations:
      r: {population: {condition: {all: [a, b]}}, tasks: {t: {role: gp, time: 60 min, frequency: 1 / year}}}
  conditions:
    conditions: {a: {prevalence: [{share: 5 %}]}, b: {prevalence: [{share: 5 %}]}}
    clusters: {z: {conditions: [a, b], correlation: 0.5}}
  list: {people: {all: {18-99: 100000}}}
expect:
  - {what: eligible_people, value: 1200, within: 30}
"""
    (tmp_path / "case.yaml").write_text(case, encoding="utf-8")
    (one,) = read_cases([tmp_path / "case.yaml"])
    assert run_case(one).passed
