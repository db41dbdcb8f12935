"""What a list has once beside its people: a name, an area, posts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tnt.authoring.drafting.columns import Column
from tnt.authoring.drafting.words import LISTS, Meaning

_FEWEST_NAMES = 0.5
"""Different names, of the number of lists: fewer are areas."""


def name_of(once: Sequence[Column], count: int) -> str | None:
    """The column of the names of so many lists, or none."""
    said = [column for column in once if column.filled and not column.are_numbers]
    texts = [column for column in said if not (column.are_years or column.are_ages)]
    named = [column for column in texts if Meaning.NAME in column.meanings and Meaning.AREA not in column.meanings]
    of_lists = [each for each in texts if each.meanings & LISTS and Meaning.ID not in each.meanings]
    places = [each for each in texts if each.meanings & {Meaning.NAME, Meaning.AREA} and _are_many(each, count)]
    return next((column.name for column in (*_both(named, of_lists), *named, *of_lists, *places)), None)


def area_of(once: Sequence[Column], count: int) -> list[str]:
    """Columns that may be the areas of so many lists, names before codes."""
    areas = [
        column
        for column in once
        if Meaning.AREA in column.meanings
        and not column.are_numbers
        and len(column.filled) > 1
        and not _are_many(column, count)
    ]
    return [column.name for column in sorted(areas, key=lambda column: Meaning.ID in column.meanings)]


def staff_of(once: Sequence[Column]) -> dict[str, dict[str, Any]]:
    """Role -> its posts, of columns with posts in their heading, or with parts of doctors; heads only where there are
    none."""
    staff: dict[str, dict[str, Any]] = {}
    for meaning in (Meaning.POSTS, Meaning.DOCTOR, Meaning.HEADS):
        for column in once:
            if meaning is Meaning.DOCTOR and (column.are_counts or column.meanings & {Meaning.NO_COUNT, Meaning.ID}):
                continue
            if meaning in column.meanings and column.are_numbers and Meaning.HOURS not in column.meanings:
                role = "nurse" if Meaning.NURSE in column.meanings else "gp"
                staff.setdefault(role, {"posts": column.name} | _unit(column, meaning))
    return staff


def _unit(column: Column, meaning: Meaning) -> dict[str, str]:
    if meaning is Meaning.HEADS:
        return {"in": "headcount"}
    in_percent = Meaning.PERCENT in column.meanings or any("%" in text for text in column.filled[:100])
    return {"in": "percent"} if in_percent else {}


def _both(first: Sequence[Column], second: Sequence[Column]) -> list[Column]:
    return [column for column in first if column in second]


def _are_many(column: Column, count: int) -> bool:
    """Whether a column has too many different texts to be the areas of so many lists."""
    return len(column.texts) >= _FEWEST_NAMES * count
