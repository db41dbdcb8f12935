"""The real tables saved again as offices have them give the same people to the last one."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from tests.reading.tables.table_cases import located
from tests.reading.tables.workbooks import Rows, write_sheets
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.files.sheet import Labels
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.lists import read_lists

RAW = {
    "lists": "raw",
    "table": "../data/england/openprescribing_Patient_List_Size_2016_01-03.csv",
    "id": "Practice Code",
    "people": "{sex} {ages}",
}
TABLES = ["lists-england.yaml", "lists-england-registers.yaml", "lists-norway.yaml", "as published"]


def described(shared: Path, name: str) -> dict[str, Any]:
    given: dict[str, Any] = RAW
    if name != "as published":
        given = yaml.safe_load((shared / "examples" / name).read_text("utf-8"))
    return given


def read(folder: Path, given: dict[str, Any]) -> ListTable:
    return read_lists(ListsDocument.model_validate(given), folder, located)


def is_number(cell: str) -> bool:
    """As a spreadsheet takes it for one; 0301 is a text."""
    return re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", cell) is not None


def as_workbook(rows: list[list[str]], folder: Path) -> dict[str, Any]:
    cells: Rows = [[float(cell) if is_number(cell) else cell for cell in row] for row in rows]
    write_sheets(folder / "lists.xlsx", {"Lists": [["Saved again"], [], *cells]})
    return {"table": "lists.xlsx"}


def as_semicolons(rows: list[list[str]], folder: Path) -> dict[str, Any]:
    """Windows-1252 with a decimal comma, as a Norwegian spreadsheet saves it; Sami letters become question marks."""
    with (folder / "lists.csv").open("w", encoding="windows-1252", errors="replace", newline="") as file:
        cells = ([cell.replace(".", ",") if is_number(cell) else cell for cell in row] for row in rows)
        csv.writer(file, delimiter=";").writerows(cells)
    return {"table": "lists.csv", "decimal": ","}


def as_utf_16(rows: list[list[str]], folder: Path) -> dict[str, Any]:
    """Tabs between, as a spreadsheet saves "Unicode text"."""
    with (folder / "lists.csv").open("w", encoding="utf-16", newline="") as file:
        csv.writer(file, delimiter="\t").writerows(rows)
    return {"table": "lists.csv"}


def texts(labels: Labels | None, save: object) -> list[str]:
    found = [] if labels is None else labels.tolist()
    return [
        text.encode("windows-1252", "replace").decode("windows-1252") for text in found if save is as_semicolons
    ] or found


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("save", [as_workbook, as_semicolons, as_utf_16])
def test_the_same_people(
    shared: Path, tmp_path: Path, name: str, save: Callable[[list[list[str]], Path], dict[str, Any]]
) -> None:
    given = described(shared, name)
    with (shared / "examples" / given["table"]).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    first, again = read(shared / "examples", given), read(tmp_path, given | save(rows, tmp_path))
    assert again.strata == first.strata
    assert np.array_equal(again.people, first.people)
    assert again.ids.tolist() == first.ids.tolist()
    for mine, theirs in ((again.names, first.names), (again.areas, first.areas)):
        assert texts(mine, save) == texts(theirs, save)
    for mine, theirs in ((again.posts, first.posts), (again.registers, first.registers)):
        assert mine.keys() == theirs.keys()
        assert all(np.array_equal(mine[name], theirs[name], equal_nan=True) for name in mine)
