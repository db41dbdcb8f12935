"""Whole documents: the examples mean what their comments say, and nothing more is read into them."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from tnt.diagnostics import Code, ProblemSink, ValueProblem
from tnt.language.base import Document, in_language
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.conditions import ConditionsDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.lists import ListsDocument, TotalPeople
from tnt.language.documents.scenario import ScenarioDocument
from tnt.language.kinds import KINDS
from tnt.language.values.ages import Ages
from tnt.language.values.working_time import WorkingTime
from tnt.reading.documents import kind_of
from tnt.reading.yaml.read_tree import read_tree


def read(folder: Path, name: str) -> Document:
    """An example as our reader gives it."""
    path = folder / "examples" / name
    problems = ProblemSink()
    tree = read_tree(name, path.read_bytes(), problems, path.parent)
    assert tree is not None, list(problems)
    kind = kind_of(tree)
    assert kind is not None
    return KINDS[kind].model_validate(tree.data)


def test_every_example_is_accepted(shared: Path) -> None:
    names = sorted(path.name for path in (shared / "examples").glob("*.yaml"))
    assert len(names) >= 9
    for name in names:
        assert read(shared, name).format == "tnt/1"


def test_a_cascade(shared: Path) -> None:
    document = read(shared, "blood-pressure.yaml")
    assert isinstance(document, GuidelineDocument)
    check = document.recommendations["yearly-check"]
    assert check.population.ages == Ages(40)
    assert check.uptake.current is not None
    assert check.uptake.current.expected == pytest.approx(0.3)
    repeat = check.tasks["repeat"]
    assert (repeat.after, repeat.frequency, repeat.role) == ("measure", None, None)
    assert repeat.times is not None
    assert repeat.times.expected == 2
    assert {role: share.expected for role, share in (repeat.roles or {}).items()} == pytest.approx(
        {"nurse": 0.7, "gp": 0.3}
    )
    lasting = check.tasks["follow-up"].frequency
    assert lasting is not None
    assert lasting.expected.events_per_year == 2
    assert in_language(document.sources["panel"].title, "en") == "Panel judgement, meeting of 1 November 2026"


def test_what_is_left_out_is_unknown_or_everyone(shared: Path) -> None:
    document = read(shared, "blood-pressure.yaml")
    assert isinstance(document, GuidelineDocument)
    treat = document.recommendations["treat"]
    assert (treat.uptake.current, treat.uptake.target, treat.population.share) == (None, None, None)
    assert treat.tasks["shared-decision"].time is None
    assert treat.tasks["review"].contact == "consultation"
    assert document.time_kind == "all-work"


def test_new_cases_and_a_recommendation_against(shared: Path) -> None:
    document = read(shared, "postpartum.yaml")
    assert isinstance(document, GuidelineDocument)
    check, bloods = document.recommendations["check"], document.recommendations["routine-bloods"]
    assert check.population.incidence is not None
    assert check.population.incidence.expected == pytest.approx(0.042)
    assert check.tasks["visit"].frequency is not None
    assert check.tasks["visit"].frequency.expected.once
    assert bloods.is_against
    assert not check.is_against


def test_conditions_lists_capacity_scenario_and_case(shared: Path) -> None:
    conditions = read(shared, "conditions.yaml")
    assert isinstance(conditions, ConditionsDocument)
    assert [row.share.expected for row in conditions.conditions["hypertension"].prevalence] == [
        0.06,
        0.03,
        0.2,
        0.45,
        0.55,
    ]
    registers = read(shared, "lists-england-registers.yaml")
    assert isinstance(registers, ListsDocument)
    assert registers.people == TotalPeople(total="list_size_qof")
    assert registers.staff["gp"].posts == "gp_fte"
    capacity = read(shared, "capacity.yaml")
    assert isinstance(capacity, CapacityDocument)
    assert capacity.roles["gp"].hours.expected == WorkingTime(37.5, per_year=False)
    assert capacity.roles["gp"].reserved["alis-supervision"].lists == "none"
    scenario = read(shared, "scenario.yaml")
    assert isinstance(scenario, ScenarioDocument)
    assert [change.scale is not None for change in scenario.changes] == [False, True, False]
    case = read(shared, "case.yaml")
    assert isinstance(case, CaseDocument)
    assert [row.value for row in case.expect] == pytest.approx([166.7, 0.15, 2.7])


MINIMAL: dict[str, Any] = {
    "guideline": "g",
    "recommendations": {
        "r": {"population": {}, "tasks": {"t": {"role": "gp", "time": "1 min", "frequency": "1 / year"}}}
    },
}


@pytest.mark.parametrize("key", ["population", "tasks"])
def test_what_a_recommendation_cannot_do_without(key: str) -> None:
    recommendation = {k: v for k, v in MINIMAL["recommendations"]["r"].items() if k != key}
    with pytest.raises(ValidationError, match="Field required"):
        GuidelineDocument.model_validate(MINIMAL | {"recommendations": {"r": recommendation}})


@pytest.mark.parametrize(
    "wrong",
    [
        {"guidelines": "g"},
        {"guideline": "Not an id"},
        {"status": "final"},
        {"version": 1.0},
        {"recommendations": {}},
        {"recommendations": []},
        {"title": {"norsk": "Tittel"}},
    ],
)
def test_a_guideline_is_strict(wrong: dict[str, Any]) -> None:
    assert GuidelineDocument.model_validate(MINIMAL)
    with pytest.raises(ValidationError):
        GuidelineDocument.model_validate(MINIMAL | wrong)


def test_a_document_does_not_change() -> None:
    document = GuidelineDocument.model_validate(MINIMAL)
    with pytest.raises(ValidationError, match="frozen"):
        document.version = "2"  # type: ignore[misc]


def code_of(document: type[Document], data: dict[str, Any]) -> Code | None:
    """The code of the only problem of a document."""
    with pytest.raises(ValidationError) as raised:
        document.model_validate(data)
    (detail,) = raised.value.errors()
    problem = detail.get("ctx", {}).get("error")
    return problem.code if isinstance(problem, ValueProblem) else None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, Code.CONFLICTING_KEYS),
        ({"set": "a/b", "disable": "a/b"}, Code.CONFLICTING_KEYS),
        ({"set": "a/b"}, Code.NEEDS_KEY),
        ({"scale": "a/b", "to": 2}, Code.NEEDS_KEY),
        ({"disable": "a/b", "by": 2}, Code.NEEDS_KEY),
        ({"add": "a/b"}, Code.NEEDS_KEY),
    ],
)
def test_a_change_is_one_change(change: dict[str, Any], expected: Code) -> None:
    assert code_of(ScenarioDocument, {"scenario": "s", "changes": [change]}) is expected


def test_a_date_is_year_month_day() -> None:
    assert code_of(GuidelineDocument, MINIMAL | {"date": "1/11/2026"}) is Code.TWO_MEANINGS
    assert code_of(GuidelineDocument, MINIMAL | {"date": "31.11.2026"}) is Code.BAD_DATE


def test_a_reader_gets_the_text_in_a_language_there_is() -> None:
    text = {"nb": "Blodtrykk", "en": "Blood pressure"}
    assert (in_language(text, "nb"), in_language(text, "sv")) == ("Blodtrykk", "Blood pressure")
    assert in_language({"nb": "Blodtrykk"}, "en") == "Blodtrykk"
    assert in_language("Blood pressure", "nb") == "Blood pressure"
    assert in_language(None, "nb", "blood-pressure") == "blood-pressure"
