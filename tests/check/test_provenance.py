"""What is sourced and what is an assumption: counted per file, by the rules of the language."""

import pytest

from tests.reading.files import guideline, problems, task
from tests.reading.test_documents import case
from tnt.diagnostics import Code, Severity

SOURCES = """sources:
  survey: {title: A survey, kind: survey}
  plain: {title: No kind is stated}
  panel: {title: A panel, kind: expert-opinion}
  guess: {title: A guess, kind: assumption}
"""


def counts(folder, *texts):
    notes = [one for one in problems(folder, *texts, notes=True) if one.severity is Severity.NOTE]
    assert {one.code for one in notes} <= {Code.ASSUMPTIONS}
    return [(one.values["count"], one.values["of"]) for one in notes]


@pytest.mark.parametrize(
    ("time", "assumed"),
    [
        ("15 min", True),
        ("{value: 15 min}", True),
        ("{value: 15 min, source: survey}", False),
        ("{value: 15 min, source: plain}", False),
        ("{value: 15 min, source: survey, status: derived}", False),
        ("{value: 15 min, source: survey, status: assumption}", True),
        ("{value: 15 min, source: panel}", True),
        ("{value: 15 min, source: panel, status: sourced}", True),
        ("{value: 15 min, source: guess}", True),
        ("{value: 15 min, status: assumption}", True),
    ],
)
def test_what_counts_as_an_assumption(tmp_path, time, assumed):
    text = task(f"role: gp, time: {time}, frequency: {{value: 1 / year, source: survey}}").replace(
        "guideline: clinic\n", f"guideline: clinic\n{SOURCES}"
    )
    assert counts(tmp_path, text) == [("1", "2")] * assumed


def test_a_time_nobody_knows_is_no_number(tmp_path):
    assert counts(tmp_path, task("role: gp, time: null, frequency: 1 / year")) == [("1", "1")]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("prevalence: [{share: 1 %}]", [("1", "1")]),
        ("source: survey, prevalence: [{share: 1 %}]", []),
        (
            "source: guess, prevalence: [{ages: 0-9, share: 1 %}, {ages: 10+, share: {value: 2 %, source: survey}}]",
            [("1", "2")],
        ),
        ("source: survey, status: assumption, prevalence: [{share: 1 %}]", [("1", "1")]),
        ("source: survey, prevalence: [{share: {value: 2 %, status: derived}}]", []),
    ],
)
def test_the_source_of_a_condition_covers_its_rows(tmp_path, condition, expected):
    assert counts(tmp_path, f"format: tnt/1\nconditions: {{c: {{{condition}}}}}\n{SOURCES}") == expected


def test_one_note_a_file_and_none_for_cases(tmp_path):
    assert counts(tmp_path, guideline(id="a"), guideline(id="b"), case()) == [("2", "2"), ("2", "2")]


@pytest.mark.parametrize("status", ["sourced", "derived"])
def test_a_status_needs_a_source(tmp_path, status):
    found = problems(tmp_path, task(f"role: gp, time: {{value: 15 min, status: {status}}}, frequency: 1 / year"))
    assert [one.code for one in found] == [Code.STATUS_WITHOUT_SOURCE]
