"""A strength without a direction is read as for, with a warning, unless something says that it may be against."""

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.reading.files import TASK, guideline, pointed_at, problems
from tnt.cases.run import read_cases, run_case
from tnt.check.check import check
from tnt.compile.inputs import load
from tnt.diagnostics import Code, Diagnostic, Severity
from tnt.estimating.estimate import estimate
from tnt.language.schema.schema import json_schema

FALLS = "uptake: {current: 40 %, target: 10 %}"


def found_in(folder: Path, strength: str, more: str = "title: Measure", tasks: str = f"{{t: {TASK}}}") -> Diagnostic:
    (found,) = problems(folder, guideline(rec=f"strength: {strength}\n    {more}", tasks=tasks))
    return found


def strengths(folder: Path) -> list[str | None]:
    return [one.strength for one in estimate(load(folder)).recommendations]


@pytest.mark.parametrize(("written", "meant"), [
    ("strong", "strong-for"), ("sterk", "strong-for"), ("weak", "weak-for"), ("Svak", "weak-for"),
    ("conditional", "weak-for"), ("betinget", "weak-for"), ("sterk anbefaling", "strong-for"),
    ("Strong recommendation", "strong-for"), ("weak recommendation", "weak-for"),
    ("Sterk anbefaling (GRADE)", "strong-for"), ('"GRADE: strong"', "strong-for"),
])  # fmt: skip
def test_it_is_read_as_for_with_a_warning_and_how_to_write_it(tmp_path: Path, written: str, meant: str) -> None:
    found = found_in(tmp_path, written)
    assert (found.code, found.severity, pointed_at(found)) == (Code.STRENGTH_TAKEN_AS_FOR, Severity.WARNING, written)
    assert found.values["meant"] == found.suggestion == meant
    assert strengths(tmp_path) == [meant]
    text = guideline(rec=f"strength: {written}")
    if "(" not in written and '"' not in written:  # longer forms an editor marks, as tnt warns of them
        assert not list(Draft7Validator(json_schema("guideline")).iter_errors(yaml.safe_load(text)))
    assert problems(tmp_path, text.replace(written, meant)) == []


@pytest.mark.parametrize("title", [
    "Do not screen for prostate cancer", "Unngå antibiotika ved halsvondt", "Ikke ta blodprøver rutinemessig",
    "{nb: Seponer bensodiazepiner, en: Sleep}", "No routine imaging", "Don't prescribe opioids", "Frarå egenmåling",
    "Slutt med årlige helsesjekker", "Ingen røntgen", "Unødvendig bildediagnostikk",
])  # fmt: skip
def test_words_against_in_the_title_leave_the_question_to_the_writer(tmp_path: Path, title: str) -> None:
    if not title.startswith("{"):
        title = f'"{title}"'
    found = found_in(tmp_path, "sterk", f"title: {title}")
    assert (found.code, found.values["choices"]) == (Code.STRENGTH_WITHOUT_DIRECTION, "sterk-for, sterk-mot")


@pytest.mark.parametrize("title", [
    "Vaksine mot influensa", "Vaccine against pneumococcal disease", "Ikke-medikamentell behandling av høyt blodtrykk",
    "Hjelp til å slutte å røyke", "Røykeslutt", "Statins in people without diabetes", "Notify contacts", "Stoppeklokke",
])  # fmt: skip
def test_words_that_only_look_so_do_not(tmp_path: Path, title: str) -> None:
    assert found_in(tmp_path, "sterk", f"title: {title}").code is Code.STRENGTH_TAKEN_AS_FOR


@pytest.mark.parametrize("task", ["stop-statins", "Slutt med statiner", "avoid"])
def test_tasks_and_activities_speak_too(tmp_path: Path, task: str) -> None:
    work = TASK.strip("{}")
    as_id = found_in(tmp_path, "weak", tasks=f"{{{task}: {{{work}}}}}")
    as_activity = found_in(tmp_path, "weak", tasks=f"{{t: {{{work}, activity: {task}}}}}")
    assert {as_id.code, as_activity.code} == {Code.STRENGTH_WITHOUT_DIRECTION}


def test_the_id_speaks(tmp_path: Path) -> None:
    text = guideline(rec="strength: sterk")
    assert [one.code for one in problems(tmp_path, text.replace("  r:", "  ikke-blodprover:"))] == [
        Code.STRENGTH_WITHOUT_DIRECTION
    ]


@pytest.mark.parametrize(("uptake", "code"), [
    (FALLS, Code.STRENGTH_WITHOUT_DIRECTION),
    ("uptake: {target: 0 %}", Code.STRENGTH_WITHOUT_DIRECTION),
    ("uptake: {current: {by_age: {0-66: 20 %, 67+: 60 %}}, target: 30 %}", Code.STRENGTH_WITHOUT_DIRECTION),
    ("uptake: {current: {by_age: {0-66: 20 %, 67+: 60 %}}, target: {by_age: {0-66: 50 %, 67+: 80 %}}}",
     Code.STRENGTH_TAKEN_AS_FOR),
    ("uptake: {current: 40 %}", Code.STRENGTH_TAKEN_AS_FOR),
    ("uptake: {target: 80 %}", Code.STRENGTH_TAKEN_AS_FOR),
    ("uptake: {current: 10 %, target: {low: 30 %, mean: 40 %, high: 50 %}}", Code.STRENGTH_TAKEN_AS_FOR),
])  # fmt: skip
def test_an_uptake_that_falls_speaks(tmp_path: Path, uptake: str, code: Code) -> None:
    assert found_in(tmp_path, "sterk", uptake).code is code


def test_both_answers_to_an_error_are_accepted(tmp_path: Path) -> None:
    found = found_in(tmp_path, "sterk", f"title: Ikke mål\n    {FALLS}")
    text = guideline(rec=f"strength: sterk\n    title: Ikke mål\n    {FALLS}")
    for choice in found.values["choices"].split(", "):
        mended = problems(tmp_path, text.replace("sterk", choice))
        assert [one for one in mended if one.severity is Severity.ERROR] == []


def test_it_is_told_once_for_each_way_of_writing_it(tmp_path: Path) -> None:
    rec = f"{{strength: sterk, population: {{ages: 40+}}, tasks: {{t: {TASK}}}}}"
    more = "".join(f"  r{number}: {rec}\n" for number in range(5))
    (found,) = problems(tmp_path, guideline(rec="strength: sterk") + more)
    assert (found.values["count"], len(found.related)) == ("6", 3)


def test_another_mistake_or_a_misspelt_key_makes_no_error_of_it(tmp_path: Path) -> None:
    text = guideline(rec="strenght: sterk", tasks="{t: {role: gp, time: 15, frequency: 1 / year}}")
    assert {one.code for one in problems(tmp_path, text)} == {Code.UNKNOWN_KEY, Code.MISSING_UNIT}


def test_a_scenario_may_write_it_so(tmp_path: Path) -> None:
    (tmp_path / "g.yaml").write_text(guideline(rec="strength: weak-for"), "utf-8")
    change = "{set: clinic/recommendations/r/strength, to: sterk}"
    (tmp_path / "s.yaml").write_text(f"format: tnt/1\nscenario: s\nchanges: [{change}]\n", "utf-8")
    assert not [one for one in check([tmp_path]).diagnostics if one.severity is Severity.ERROR]
    inputs = load(tmp_path, scenarios=["s"])
    assert [one.strength for one in estimate(inputs).recommendations] == ["strong-for"]
    assert [change.after for change in inputs.changes] == ["sterk"]


def test_a_case_may_write_it_so(tmp_path: Path) -> None:
    case = f"""\
format: tnt/1
case: A strength alone
given:
  guideline:
    guideline: g
    recommendations:
      r: {{strength: sterk, population: {{ages: 40+}}, tasks: {{t: {TASK}}}}}
  list: {{people: {{all: {{40-99: 1000}}}}}}
expect:
  - {{what: tnt_hours, role: gp, value: 250 h, within: 0.1 h}}
"""
    (tmp_path / "case.yaml").write_text(case, "utf-8")
    assert all(one.passed for one in run_case(*read_cases([tmp_path / "case.yaml"])).checks)
    assert Code.STRENGTH_TAKEN_AS_FOR in [one.code for one in check([tmp_path]).diagnostics]
