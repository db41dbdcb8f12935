"""The people of every list by sex and single year of age, from the rows of a table as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from tests.oracle.quantities import ages, plain

Cell = tuple[str, int]
Row = dict[str, str]
SEXES = ("female", "male")
CELLS: list[Cell] = [(sex, age) for sex in SEXES for age in range(106)]


@dataclass
class PatientList:
    id: str
    people: float = 0.0
    by_cell: dict[Cell, float] | None = None
    """None: nobody knows the ages."""
    ages_imputed: bool = False
    registers: dict[str, float] = field(default_factory=dict)
    """Only those that are known."""
    posts: dict[str, float | None] = field(default_factory=dict)
    """None: unknown. A role that is not here has no posts known either."""
    posts_imputed: set[str] = field(default_factory=set)
    with_condition: dict[str, Any] = field(default_factory=dict)
    """Who of the list has a condition, once that is worked out."""


def reference_population(rows: list[Row]) -> dict[Cell, float]:
    """People by sex and single year; what is older than 105 counts as 105."""
    people = dict.fromkeys(CELLS, 0.0)
    for row in rows:
        people[row["sex"], min(int(row["age"].removesuffix("+")), 105)] += float(row["people"])
    return people


def read_lists(document: dict[str, Any], rows: list[Row], reference: dict[Cell, float]) -> list[PatientList]:
    found: dict[str, PatientList] = {}
    for row in rows:
        name = row[document["id"]] if "id" in document else document["lists"]
        one = found.setdefault(name, PatientList(name))
        _add_people(one, document, row, reference)
        _add_columns(one, document, row)
    for one in found.values():
        _scale(one, document)
        _add_posts_by_people(one, document)
    return list(found.values())


def _add_people(one: PatientList, document: dict[str, Any], row: Row, reference: dict[Cell, float]) -> None:
    people = document["people"]
    if isinstance(people, dict):
        one.people += float(row[people["total"]])
        if document.get("ages_from") == "reference":
            one.ages_imputed = True
            _spread(one, float(row[people["total"]]), SEXES, range(106), reference)
        return
    for sexes, years, column in _bands(document, row):
        one.people += float(row[column])
        _spread(one, float(row[column]), sexes, years, reference)


def _bands(document: dict[str, Any], row: Row) -> list[tuple[tuple[str, ...], range, str]]:
    """Sexes, ages and column of every number of people in the row."""
    words = document.get("sex_names", {"female": "female", "male": "male"})
    sexes = {words["female"].lower(): ("female",), words["male"].lower(): ("male",)}
    if document.get("shape") == "long":
        who = sexes[row[document["sex"]].lower()] if "sex" in document else SEXES
        return [(who, ages(row[document["ages"]]), document["people"])]
    pattern = (
        re.escape(document["people"])
        .replace(r"\{sex\}", "(?P<sex>.+)")
        .replace(r"\{ages\}", r"(?P<ages>\d+\+|\d+-\d+|\d+)")
    )
    bands: list[tuple[tuple[str, ...], range, str]] = []
    for column in row:
        match = re.fullmatch(pattern, column, re.IGNORECASE)
        if match and ("sex" not in match.groupdict() or match["sex"].lower() in sexes):
            who = sexes[match["sex"].lower()] if "sex" in match.groupdict() else SEXES
            bands.append((who, ages(match["ages"]), column))
    return bands


def _spread(
    one: PatientList, people: float, sexes: tuple[str, ...], years: range, reference: dict[Cell, float]
) -> None:
    """Split a band in proportion to the reference population."""
    if one.by_cell is None:
        one.by_cell = dict.fromkeys(CELLS, 0.0)
    everyone = sum(reference[sex, age] for sex in sexes for age in years)
    for sex in sexes:
        for age in years:
            one.by_cell[sex, age] += people * reference[sex, age] / everyone


def _add_columns(one: PatientList, document: dict[str, Any], row: Row) -> None:
    for condition, column in document.get("registers", {}).items():
        if row[column] != "":
            one.registers[condition] = float(row[column])
    for role, staff in document.get("staff", {}).items():
        if isinstance(staff.get("posts"), str):
            cell = row[staff["posts"]]
            one.posts[role] = float(cell) * _post_of_each(staff) if cell != "" else None
        elif "posts" in staff:
            one.posts[role] = float(plain(staff["posts"])) * _post_of_each(staff)
        if staff.get("in") == "headcount" and "posts_per_head" not in staff:
            one.posts_imputed.add(role)


def _post_of_each(staff: dict[str, Any]) -> float:
    """How many full-time posts one is of what is counted."""
    if staff.get("in") == "hours-per-week":
        return 1 / float(plain(staff["full_time"]).split()[0])
    if staff.get("in") == "headcount":
        return float(plain(staff.get("posts_per_head", 1)))
    return 0.01 if staff.get("in") == "percent" else 1.0


def _scale(one: PatientList, document: dict[str, Any]) -> None:
    """A model list: as many people as it says, everything about them in proportion."""
    if "scaled_to" not in document or one.people == 0:
        return
    factor = float(plain(document["scaled_to"])) / one.people
    one.people *= factor
    one.registers = {condition: count * factor for condition, count in one.registers.items()}
    if one.by_cell is not None:
        one.by_cell = {cell: count * factor for cell, count in one.by_cell.items()}


def _add_posts_by_people(one: PatientList, document: dict[str, Any]) -> None:
    for role, staff in document.get("staff", {}).items():
        if "people_per_post" in staff:
            one.posts[role] = one.people / float(plain(staff["people_per_post"]))
            one.posts_imputed.add(role)
