"""Rows by age that name the same people twice are refused wherever the language has rows by age."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from tnt.cases.run import read_cases, run_case
from tnt.check.check import check
from tnt.diagnostics import Code, Diagnostic, Problems
from tnt.language.documents.capacity import ReservedByAge
from tnt.language.documents.conditions import Prevalence, ShapeRow
from tnt.language.documents.contacts import ContactRow
from tnt.language.documents.guideline import Population
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.strategies import Cohort, Deaths
from tnt.language.kinds import KINDS

RESERVED = """\
format: tnt/1
capacity: hours
roles: {{gp: {{hours: 37 h / week, weeks: 46, reserved: {{acute: {{per_person: [{}]}}}}}}}}
"""
CASE = """\
format: tnt/1
case: a list
given:
  guideline:
    guideline: demo
    recommendations:
      r: {{strength: weak-for, population: {{}}, tasks: {{t: {{role: gp, time: 1 min, frequency: 1 / year}}}}}}
  list: {{people: {{{people}}}, posts: {{gp: 1}}}}
  capacity: {{gp: {{hours: 37 h / week, weeks: 46, reserved: {{acute: {{per_person: [{rows}]}}}}}}}}
expect:
  - {{what: tnt_hours, role: gp, value: 1 h, within: 1000 h}}
"""
CONTACTS = "format: tnt/1\ncontacts: c\nrows: [{}]\n"
CONDITIONS = "format: tnt/1\nconditions: {{c: {{prevalence: [{}]}}}}\n"
SHAPE = """\
format: tnt/1
conditions: {{c: {{prevalence: {{total: 5, of: norway-2026, shape: s}}}}}}
shapes: {{s: {{rows: [{}]}}}}
"""
DEATHS = """\
format: tnt/1
strategies: s
cohort: {{people: {{all: {{40-49: 100}}}}}}
horizon: 5 years
options: {{a: {{recommendations: [demo/r]}}}}
mortality: [{}]
"""
COHORT = """\
format: tnt/1
strategies: s
cohort: {{people: {{{}}}}}
horizon: 5 years
options: {{a: {{recommendations: [demo/r]}}}}
"""
TWICE = [
    "{{ages: 0+, {0}}}, {{ages: 40+, {0}}}",
    "{{{0}}}, {{sex: female, {0}}}",
    "{{ages: 40-49, sex: male, {0}}}, {{ages: 49, {0}}}",
    "{{ages: 105+, {0}}}, {{ages: 110-120, {0}}}",
]
KIND = {
    ReservedByAge: (RESERVED, "time: 10 min / year", Code.ROWS_OVERLAP),
    ContactRow: (CONTACTS, "contacts: 2 / year", Code.ROWS_OVERLAP),
    Prevalence: (CONDITIONS, "share: 1 %", Code.PREVALENCE_OVERLAP),
    ShapeRow: (SHAPE, "relative: 1", Code.ROWS_OVERLAP),
    Deaths: (DEATHS, "share: 1 %", Code.ROWS_OVERLAP),
}


def overlapping(tmp_path: Path, text: str, code: Code) -> list[Diagnostic]:
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return [one for one in check([path]).diagnostics if one.code is code]


@pytest.mark.parametrize("rows", TWICE)
@pytest.mark.parametrize("kind", KIND)
def test_two_rows_of_the_same_people(tmp_path: Path, kind: type[BaseModel], rows: str) -> None:
    text, value, code = KIND[kind]
    (found,) = overlapping(tmp_path, text.format(rows.format(value)), code)
    assert found.place.span is not None
    assert len(found.related) == 1, "the other row is named"


@pytest.mark.parametrize("kind", KIND)
def test_rows_of_different_people(tmp_path: Path, kind: type[BaseModel]) -> None:
    text, value, code = KIND[kind]
    rows = f"{{ages: 0-39, {value}}}, {{ages: 40+, sex: female, {value}}}, {{ages: 40+, sex: male, {value}}}"
    assert overlapping(tmp_path, text.format(rows), code) == []


def test_a_reserve_inside_a_case(tmp_path: Path) -> None:
    rows = TWICE[0].format("time: 10 min / year")
    (found,) = overlapping(tmp_path, CASE.format(people="all: {0+: 10}", rows=rows), Code.ROWS_OVERLAP)
    assert found.values["ages"] == "40+"


@pytest.mark.parametrize("people", ["all: {0+: 10, 40+: 5}", "all: {0+: 10}, female: {40-49: 5}"])
def test_bands_of_people_that_are_written_out(tmp_path: Path, people: str) -> None:
    (found,) = overlapping(tmp_path, COHORT.format(people), Code.ROWS_OVERLAP)
    assert len(found.related) == 1, "the other band is named"
    path = tmp_path / "case.yaml"
    path.write_text(CASE.format(people=people, rows="{time: 10 min / year}"), encoding="utf-8")
    with pytest.raises(Problems) as raised:
        run_case(*read_cases([path]))
    assert [one.code for one in raised.value.diagnostics] == [Code.BANDS_OVERLAP]


def test_these_are_all_the_rows_by_age_there_are() -> None:
    """A new kind of row comes here, and to its check."""
    found = {part for part in parts(*KINDS.values()) if {"ages", "sex"} <= part.model_fields.keys()}
    single = {Population, Cohort}  # no list of rows
    columns = {ListsDocument}  # names of columns; reading.tables.long looks for bands that overlap
    assert found == set(KIND) | single | columns


def parts(*models: type[BaseModel]) -> set[type[BaseModel]]:
    """Every class of mappings that a document can hold."""
    found: set[type[BaseModel]] = set()
    left: list[Any] = list(models)
    while left:
        one = left.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            if one not in found:
                found.add(one)
                left += [field.annotation for field in one.model_fields.values()]
        else:
            left += [*get_args(one), *get_args(getattr(one, "__value__", None))]
    return found
