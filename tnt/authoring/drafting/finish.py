"""The keys of a drafted lists file that say which rows are lists, what a list has once, and how numbers are written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tnt.arrays import Bools
from tnt.authoring.drafting.beside import area_of, name_of, staff_of
from tnt.authoring.drafting.columns import Column
from tnt.authoring.drafting.look import Look
from tnt.authoring.drafting.rows import Rows, lists_in
from tnt.reading.tables.files.sheet import Indices

_COMMA = re.compile(r"-?(\d+,(\d{1,2}|\d{4,})|0+,\d+)\s?%?", re.ASCII)
_POINT = re.compile(r"-?(\d+\.(\d{1,2}|\d{4,})|0+\.\d+)\s?%?", re.ASCII)
_MOST_SAID = 5
"""Other values that are named."""


@dataclass
class Plan:
    """Keys of a lists file, and for some of them what else they might be; `people` are the columns that count."""

    keys: dict[str, Any]
    people: list[str]
    instead: dict[str, list[str]] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)
    """Columns that would be used if their cells could be read."""


def with_lists(look: Look, plan: Plan, within: Indices, used: Sequence[str]) -> Plan:
    """The plan with what else is to be said; `within` tells the sex and ages of each row, which stand in `used`."""
    rows = lists_in(look, within, plan.people, used)
    chosen: dict[str, Mapping[str, Any]] = {"where": rows.where, "not": rows.without}
    if any(chosen.values()):
        plan.keys["rows"] = {key: dict(columns) for key, columns in chosen.items() if columns}
        plan.instead |= {f"rows.{column}": values[:_MOST_SAID] for column, values in rows.instead.items()}
    if rows.id is not None:
        _say_what_a_list_has(look, plan, rows, {*used, *plan.people, *rows.where, rows.id})
    _say_how_numbers_are_written(look, plan)
    return plan


def _say_what_a_list_has(look: Look, plan: Plan, rows: Rows, taken: Set[str]) -> None:
    assert rows.id is not None
    of_list, keys = look.columns[rows.id].code[rows.kept], plan.keys
    free = [column for name, column in look.columns.items() if name not in taken]
    once = [column for column in free if _is_once(of_list, column, rows.kept)]
    count = len(np.unique(of_list))
    name = name_of(once, count)
    areas = area_of([column for column in once if column.name != name], count)
    said = {"id": rows.id, "name": name, "area": next(iter(areas), None), "staff": staff_of(once)}
    keys |= {key: value for key, value in said.items() if value}
    others = [other for other in rows.others if other not in (name, *areas)]
    plan.instead |= {"id": others[:_MOST_SAID], "area": areas[1:][:_MOST_SAID]}


def _say_how_numbers_are_written(look: Look, plan: Plan) -> None:
    posts = [staff["posts"] for staff in plan.keys.get("staff", {}).values()]
    numbers = [look.columns[name] for name in (*plan.people, *posts)]
    if signs := list(dict.fromkeys(sign for column in numbers for sign in column.withheld)):
        plan.keys["missing"] = signs
    if look.table.name.lower().endswith((".csv", ".csv.gz")) and _has_comma(numbers):
        plan.keys["decimal"] = ","


def _is_once(of_list: Indices, column: Column, kept: Bools) -> bool:
    """Whether a list has one text of a column."""
    pairs = np.unique(of_list * np.int64(len(column.texts)) + column.code[kept])
    return len(np.unique(pairs // len(column.texts))) == len(pairs)


def _has_comma(columns: Sequence[Column]) -> bool:
    texts = [text for column in columns for text in column.filled]
    return any(map(_COMMA.fullmatch, texts)) and not any(map(_POINT.fullmatch, texts))
