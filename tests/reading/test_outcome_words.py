"""An outcome in words is the declared one of that title, or one of its own; what is nearly a declared one is told."""

from pathlib import Path

import pytest

from tests.reading.files import guideline, pointed_at, problems
from tnt.cases.run import read_cases, run_case
from tnt.compile.inputs import load
from tnt.diagnostics import Code
from tnt.estimating.estimate import estimate
from tnt.reading.reuse import Reuse

BENEFIT = "benefit: {outcome: %s, nnt: 50, horizon: 5 years}"
DECLARED = "outcomes: {stroke: {nb: Ett slag forebygget, en: One stroke prevented}}"


def outcomes(folder: Path, **choices: Reuse) -> list[tuple[str | None, object]]:
    return [(one.outcome_id, one.outcome) for one in estimate(load(folder, **choices)).recommendations]  # type: ignore[arg-type]


@pytest.mark.parametrize(("written", "top", "outcome"), [
    ("Færre slag", "", ("faerre-slag", "Færre slag")),
    ("Død", "", ("dod", "Død")),
    ("Færre slag", "outcomes: {fall: One fall prevented}", ("faerre-slag", "Færre slag")),
    ("One stroke prevented", DECLARED, ("stroke", {"nb": "Ett slag forebygget", "en": "One stroke prevented"})),
    ("ett slag forebygget", DECLARED, ("stroke", {"nb": "Ett slag forebygget", "en": "One stroke prevented"})),
    ('"Færre slag, infarkt: begge"', "", ("faerre-slag-infarkt-begge", "Færre slag, infarkt: begge")),
])  # fmt: skip
def test_what_is_read(tmp_path: Path, written: str, top: str, outcome: tuple[str, object]) -> None:
    assert problems(tmp_path, guideline(top=top, rec=BENEFIT % written)) == []
    assert outcomes(tmp_path) == [outcome]


@pytest.mark.parametrize(("written", "top"), [
    ("Ett slag forebyget", "outcomes: {ett-slag-forebygget: Ett slag forebygget}"),
    ("Strokes", "outcomes: {stroke: One stroke prevented}"),
])  # fmt: skip
def test_what_is_nearly_a_declared_one_is_told(tmp_path: Path, written: str, top: str) -> None:
    text = guideline(top=top, rec=BENEFIT % written)
    (found,) = problems(tmp_path, text)
    assert (found.code, pointed_at(found)) == (Code.UNKNOWN_OUTCOME, written)
    assert found.suggestion is not None
    assert problems(tmp_path, text.replace(written, found.suggestion, 1)) == []


def test_the_same_words_are_one_outcome_in_whatever_files(tmp_path: Path) -> None:
    one, other = (guideline(id=name, rec=BENEFIT % text) for name, text in (("a", "Færre slag"), ("b", "færre slag")))
    assert problems(tmp_path, one, other) == []
    assert outcomes(tmp_path) == [("faerre-slag", "Færre slag")] * 2


def test_a_slip_in_one_of_two_is_told(tmp_path: Path) -> None:
    one, other = (guideline(id=name, rec=BENEFIT % text) for name, text in (("a", "Færre slag"), ("b", "Færre slagg")))
    (found,) = problems(tmp_path, one, other)
    assert (found.code, found.suggestion) == (Code.UNKNOWN_OUTCOME, "faerre-slag")


def test_another_file_may_declare_it(tmp_path: Path) -> None:
    other = guideline(id="other", top=DECLARED)
    assert problems(tmp_path, guideline(rec=BENEFIT % "One stroke prevented"), other) == []


def test_a_file_that_was_read_is_read_anew_where_others_declare_more(tmp_path: Path) -> None:
    reuse = Reuse()
    problems(tmp_path, guideline(rec=BENEFIT % "One stroke prevented"))
    assert (
        outcomes(tmp_path, reuse=reuse)
        == outcomes(tmp_path, reuse=reuse)
        == [("one-stroke-prevented", "One stroke prevented")]
    )
    (tmp_path / "more.yaml").write_text(guideline(id="other", top=DECLARED), "utf-8")
    assert outcomes(tmp_path, reuse=reuse)[0][0] == "stroke"


def test_an_empty_section_hides_nothing(tmp_path: Path) -> None:
    found = problems(tmp_path, guideline(top="outcomes: [fall]", rec=BENEFIT % "Færre slag"))
    assert [one.code for one in found] == [Code.WRONG_TYPE]


def test_in_a_case(tmp_path: Path) -> None:
    case = f"""\
format: tnt/1
case: An outcome in words
given:
  guideline:
    guideline: g
    recommendations:
      r:
        population: {{ages: 40+}}
        tasks: {{t: {{role: gp, time: 15 min, frequency: 1 / year}}}}
        {BENEFIT % "Færre slag"}
  list: {{people: {{all: {{40-99: 1000}}}}}}
expect:
  - {{what: tnt_hours, role: gp, value: 250 h, within: 0.1 h}}
"""
    (tmp_path / "case.yaml").write_text(case, "utf-8")
    assert all(one.passed for one in run_case(*read_cases([tmp_path / "case.yaml"])).checks)
