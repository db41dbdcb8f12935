"""A drafted lists file is tried: the table is read by it, and what is wrong is mended as the problems say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tnt.authoring.drafting.finish import Plan
from tnt.authoring.drafting.look import Look
from tnt.authoring.drafting.per_post import in_percent
from tnt.diagnostics import Code, Diagnostic, Place, Problems
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.files.opened import open_table
from tnt.reading.tables.findings import Key
from tnt.reading.tables.likely_cause import WITHHELD
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.lists import read_lists

_ROUNDS = 8
DraftKeys = dict[str, Any]


def tried(plan: Plan, look: Look, keys: DraftKeys, folder: Path) -> ListTable:
    """The lists as `plan` reads them, which is mended where it has to be; `keys` are those all plans have.

    `Problems` where that does not help.
    """
    table = Place(look.table.name)

    def locate(_: Key) -> Place:
        return table

    _say_where_the_heading_is(plan, look, keys, folder)
    for _ in range(_ROUNDS):
        try:
            lists = read_lists(ListsDocument.model_validate(keys | plan.keys), folder, locate)
        except Problems as problems:
            mended = [_mended(plan, look, problem) for problem in problems.diagnostics]
            if not any(mended):
                raise
            continue
        if not any([*(_left_out(plan, each.line) for each in lists.likely_totals), in_percent(plan, look, lists)]):
            return lists
    return read_lists(ListsDocument.model_validate(keys | plan.keys), folder, locate)


def _say_where_the_heading_is(plan: Plan, look: Look, keys: DraftKeys, folder: Path) -> None:
    """Only where the reader would look for it elsewhere."""
    table = look.table
    found = open_table(ListsDocument.model_validate(keys | plan.keys), folder, lambda _: Place(table.name))
    if (found.heading_row, found.header) != (table.heading_row, table.header):
        plan.keys["skip_rows"] = table.heading_row - 1


def _mended(plan: Plan, look: Look, problem: Diagnostic) -> bool:
    """Whether something was changed that may mend a problem."""
    keys, values = plan.keys, problem.values
    column = problem.place.cell[1] if problem.place.cell is not None else None
    match problem.code:
        case Code.TOTAL_ROW | Code.SUBTOTAL_ROW:
            return _left_out(plan, values["line"])
        case Code.HEADING_NOT_READ if "line" in values:
            return _changed(keys, "people", _said(values["line"]).get("people", keys["people"]))
        case Code.THOUSANDS_OR_DECIMALS:
            return _drop(plan, column) or _thousands(keys, values["mark"])
        case Code.TOTAL_DIFFERS if keys.get("shape") == "long":
            return _without_total(plan, look, values["column"])
        case Code.CELL_MISSING if column in (None, *plan.people):
            return _missing(keys, "")
        case Code.CELL_NOT_NUMBER if WITHHELD.fullmatch(values.get("found", "")):
            return _missing(keys, values["found"])
    return _drop(plan, column)


def _changed(keys: DraftKeys, key: str, value: object) -> bool:
    if keys.get(key) == value:
        return False
    keys[key] = value
    return True


def _thousands(keys: DraftKeys, mark: str) -> bool:
    return _changed(keys, "thousands", mark) | _changed(keys, "decimal", "." if mark == "," else ",")


def _missing(keys: DraftKeys, word: str) -> bool:
    words = keys.setdefault("missing", [])
    if word in words:
        return False
    words.append(word)
    return True


def _left_out(plan: Plan, line: str) -> bool:
    """Take over the line of the lists file that leaves out rows."""
    rows = _said(line).get("rows")
    return rows is not None and _changed(plan.keys, "rows", {key: dict(columns) for key, columns in rows.items()})


def _said(line: str) -> Mapping[str, Any]:
    """The key and value of a line to write; nothing where ids hold characters that no YAML file does."""
    try:
        read: Mapping[str, Any] = yaml.safe_load(line)
    except yaml.YAMLError:
        return {}
    return read


def _without_total(plan: Plan, look: Look, said: str) -> bool:
    """Leave out the rows of a category that is called a total and is not the sum of its parts."""
    for column in filter(None, (plan.keys.get("sex"), plan.keys.get("ages"))):
        text = said.removeprefix(f"{column} ")
        if said != text and text in look.columns[column].texts:
            without = plan.keys.setdefault("rows", {}).setdefault("not", {})
            return _changed(without, column, [*without.get(column, []), text])
    return False


def _drop(plan: Plan, column: str | None) -> bool:
    """Do without a column that no list needs."""
    keys = plan.keys
    staff = keys.get("staff", {})
    named = [key for key in ("name", "area") if column is not None and keys.get(key) == column]
    roles = [role for role, each in staff.items() if each["posts"] == column]
    if column is None or not named + roles:
        return False
    for key in named:
        del keys[key]
    keys["staff"] = {role: each for role, each in staff.items() if role not in roles}
    if not keys["staff"]:
        del keys["staff"]
    plan.dropped.append(column)
    return True
