"""Posts and registers of a second table: found by the list's id, unknown where it has no row, read once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.tables.table_cases import located, only, problems, read
from tests.reading.tables.workbooks import rows_of, write_sheets
from tnt import limits
from tnt.diagnostics import Code
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.files.csv_file import CsvFile
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.lists import read_lists

LISTS = "practice,n\nA,1000\nB,2000\nC,3100\n"
QOF = "CODE,GROUP,REGISTER\nC,DM,30\nA,DM,10\nA,HYP,100\nB,HYP,\nSum,HYP,999\n"
DM = {"table": "qof.csv", "id": "CODE", "column": "REGISTER", "where": {"GROUP": "DM"}}
HYP = DM | {"where": {"GROUP": "HYP"}}
STAFF = {"table": "staff.csv", "id": "Liste", "column": "FTE"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "qof.csv").write_text(QOF)
    (tmp_path / "staff.csv").write_text("Liste;FTE\nB;0.8\nA;1\nC;\n")
    return tmp_path


def lists_of(folder: Path, **keys: Any) -> ListTable:
    return read(folder, LISTS, people={"total": "n"}, **keys)


def test_each_list_has_what_its_row_says_and_the_others_are_unknown(folder: Path) -> None:
    keys = {"registers": {"diabetes": DM, "hypertension": HYP}, "staff": {"gp": {"posts": STAFF}}}
    lists = lists_of(folder, **keys)
    np.testing.assert_array_equal(lists.registers["diabetes"], [10, np.nan, 30])
    np.testing.assert_array_equal(lists.registers["hypertension"], [100, np.nan, np.nan])
    np.testing.assert_array_equal(lists.posts["gp"], [1, 0.8, np.nan])
    lacking = {read.key: (read.lists_without_row, read.rows_without_list) for read in lists.second_tables}
    assert lacking == {
        ("registers", "diabetes"): (1, 0),
        ("registers", "hypertension"): (1, 1),
        ("staff", "gp", "posts"): (0, 0),
    }
    assert list(lists.files) == [str(folder / name) for name in ("table.csv", "qof.csv", "staff.csv")]


def test_a_table_that_several_keys_name_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    whole = CsvFile.read

    def counted(self: CsvFile, columns: list[str]) -> Any:
        opened.append(self.name)
        return whole(self, columns)

    monkeypatch.setattr(CsvFile, "read", counted)
    lists_of(folder, registers={"diabetes": DM, "hypertension": HYP})
    assert opened == [str(folder / "table.csv"), str(folder / "qof.csv")]


def test_rows_of_the_same_table(tmp_path: Path) -> None:
    table = "practice;n;kind;who\nA;1000;fte;0,8\nB;2000;fte;1\n"
    keys = {"separator": ";", "decimal": ",", "people": {"total": "n"}}
    lists = read(tmp_path, table, **keys, staff={"gp": {"posts": {"column": "who", "where": {"kind": "fte"}}}})
    assert lists.posts["gp"].tolist() == [0.8, 1]
    assert list(lists.files) == [str(tmp_path / "table.csv")]


def test_how_the_second_table_is_written(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_bytes("Liste|Årsverk|År\nA|1,5|2026\nA|9|2025\nB|0,8|2026\n".encode("cp1252"))
    second = {"table": "staff.csv", "id": "Liste", "column": "Årsverk", "where": {"År": 2026}, "decimal": ","}
    lists = lists_of(tmp_path, staff={"gp": {"posts": second}})
    np.testing.assert_array_equal(lists.posts["gp"], [1.5, 0.8, np.nan])
    assert (lists.encoding_found, lists.second_tables[0].encoding_found) == (None, "windows-1252")


def test_percent_of_a_second_table(tmp_path: Path) -> None:
    (tmp_path / "staff.csv").write_text("Liste;FTE\nA;80 %\nB;100%\nC;50\n")
    lists = lists_of(tmp_path, staff={"gp": {"posts": STAFF, "in": "percent"}})
    assert lists.posts["gp"].tolist() == [0.8, 1, 0.5]


def test_two_sheets_of_one_workbook(folder: Path) -> None:
    sheets = {name: rows_of(f"CODE,REGISTER\nA,{count}\nB,{count + 1}\n") for name, count in (("DM", 10), ("HYP", 70))}
    write_sheets(folder / "qof.xlsx", sheets)
    of_sheet = {name: {"table": "qof.xlsx", "sheet": name, "id": "CODE", "column": "REGISTER"} for name in sheets}
    lists = lists_of(folder, registers={"diabetes": of_sheet["DM"], "hypertension": of_sheet["HYP"]})
    np.testing.assert_array_equal(lists.registers["diabetes"], [10, 11, np.nan])
    np.testing.assert_array_equal(lists.registers["hypertension"], [70, 71, np.nan])


def test_a_model_list_has_its_register_in_proportion(folder: Path) -> None:
    lists = lists_of(folder, registers={"diabetes": DM}, scaled_to=500)
    np.testing.assert_array_equal(lists.registers["diabetes"], [5, np.nan, 30 * 500 / 3100])


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"table": "missing.csv"}, Code.FILE_UNREADABLE, "table"),
        ({"table": "https://example.org/qof.csv"}, Code.TABLE_ADDRESS, "table"),
        ({"table": "/etc/passwd"}, Code.TABLE_ADDRESS, "table"),
        ({"table": "qof.exe"}, Code.NOT_A_CHOICE, "table"),
        ({"id": "PRACTICE"}, Code.COLUMN_MISSING, "id"),
        ({"column": "REGISTR"}, Code.COLUMN_MISSING, "column"),
        ({"where": {"GROUPS": "DM"}}, Code.COLUMN_MISSING, "where.GROUPS"),
        ({"where": {"GROUP": "dm"}}, Code.SECOND_TABLE_NO_ROWS, "where.GROUP"),
        ({"id": "GROUP", "where": {"GROUP": "DM"}}, Code.SECOND_TABLE_UNMATCHED, "id"),
    ],
)
def test_what_cannot_be_met(folder: Path, change: dict[str, Any], code: Code, place: str) -> None:
    found = problems(folder, LISTS, people={"total": "n"}, registers={"diabetes": DM | change})
    assert only(found, code).place.file == f"lists.yaml:registers.diabetes.{place}"


def test_ids_that_never_meet_are_shown(folder: Path) -> None:
    (folder / "qof.csv").write_text(QOF.replace("\nA", "\n00A").replace("\nC", "\n00C").replace("\nB", "\n00B"))
    found = only(problems(folder, LISTS, people={"total": "n"}, registers={"x": DM}), Code.SECOND_TABLE_UNMATCHED)
    assert found.values == {"found": "00C", "expected": "A", "column": "CODE"}


def test_a_list_with_two_rows(folder: Path) -> None:
    found = problems(folder, LISTS, people={"total": "n"}, registers={"x": DM | {"where": {}}})
    problem = only(found, Code.SECOND_TABLE_TWICE)
    assert (problem.place.cell, problem.related[0].cell) == ((4, "CODE"), (3, "CODE"))
    assert problem.values == {"list": "A", "rows": "3, 4"}


def test_what_is_wrong_in_both_tables_is_said_at_once(folder: Path) -> None:
    (folder / "qof.csv").write_text(QOF.replace("30", "many").replace("999", "Sum"))
    found = problems(
        folder, LISTS.replace("2000", "x"), people={"total": "n"},
        registers={"x": DM, "y": HYP | {"table": "none.csv"}},
    )  # fmt: skip
    assert sorted(one.code for one in found) == [Code.FILE_UNREADABLE, Code.CELL_NOT_NUMBER, Code.CELL_NOT_NUMBER]


@pytest.mark.parametrize(("row", "code"), [("A,7\n", Code.DUPLICATE_ROW), (",7\n", Code.CELL_MISSING)])
def test_lists_that_are_wrong_themselves(folder: Path, row: str, code: Code) -> None:
    keys = {"registers": {"x": DM}, "staff": {"gp": {"posts": STAFF}}}
    only(problems(folder, LISTS + row, people={"total": "n"}, **keys), code)


@pytest.mark.parametrize(
    ("keys", "code"),
    [({"id": None}, Code.NEEDS_KEY), ({"year": "n"}, Code.SECOND_TABLE_BY_YEAR)],
)
def test_lists_that_cannot_have_one(folder: Path, keys: dict[str, Any], code: Code) -> None:
    found = problems(folder, LISTS, people={"total": "n"}, registers={"x": DM}, **keys)
    assert only(found, code).place.file == "lists.yaml:registers.x"


def test_a_link_is_not_followed(folder: Path) -> None:
    (folder / "link.csv").symlink_to(folder / "qof.csv")
    only(problems(folder, LISTS, people={"total": "n"}, registers={"x": DM | {"table": "link.csv"}}), Code.LINK)


def test_too_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TABLE_ROWS", 4)
    only(problems(folder, LISTS, people={"total": "n"}, registers={"x": DM}), Code.TABLE_TOO_LARGE)


def test_too_many(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {"people": {"total": "n"}, "registers": {"x": DM, "y": DM | {"separator": ","}}}
    monkeypatch.setattr(limits, "SECOND_TABLES", 1)
    assert only(problems(folder, LISTS, **keys), Code.TOO_MANY_FILES).place.file == "lists.yaml:registers.x"
    monkeypatch.setattr(limits, "SECOND_TABLES", 2)
    assert len(read(folder, LISTS, **keys).second_tables) == 2


def test_what_all_keys_hold_is_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few lists and many rows, many lists and few rows: a key costs both."""
    monkeypatch.setattr(limits, "TABLE_CELLS", 15)
    lists_of(folder, registers={"x": DM})
    only(problems(folder, LISTS, people={"total": "n"}, registers={"x": DM, "y": HYP}), Code.TABLE_TOO_LARGE)
    monkeypatch.setattr(limits, "TABLE_CELLS", 20)
    (folder / "qof.csv").write_text("CODE,GROUP,REGISTER\nA,DM,1\n")
    seven = {"registers": {f"x{n}": DM for n in range(7)}}
    only(problems(folder, LISTS, people={"total": "n"}, **seven), Code.TABLE_TOO_LARGE)


NAMES = st.text("ABCæ0 -%", min_size=1, max_size=4).map(str.strip).filter(bool)


@given(
    st.dictionaries(NAMES, st.none() | st.integers(0, 900), min_size=1, max_size=6),
    st.dictionaries(NAMES, st.integers(0, 900), max_size=4),
    st.randoms(use_true_random=False),
    st.data(),
)
def test_it_says_what_a_column_of_the_table_would(
    tmp_path_factory: pytest.TempPathFactory,
    given_lists: dict[str, int | None],
    strangers: dict[str, int],
    order: Any,
    data: st.DataObject,
) -> None:
    """Whatever the order of its rows, and whoever else is in it; no row is the same as an empty cell."""
    folder = tmp_path_factory.mktemp("second")
    left_out = data.draw(st.sets(st.sampled_from(sorted(given_lists))))
    rows = {name: count for name, count in given_lists.items() if name not in left_out or count is not None}
    others = {name: count for name, count in strangers.items() if name not in given_lists}
    lines = [f'"{name}",{"" if count is None else count},yes\n' for name, count in {**rows, **others}.items()]
    lines += [f'"{name}",7,no\n' for name in given_lists]
    order.shuffle(lines)
    (folder / "second.csv").write_text("id,count,meant\n" + "".join(lines))
    table = "".join(f'"{name}",1000,{"" if count is None else count}\n' for name, count in given_lists.items())
    (folder / "table.csv").write_text("practice,n,count\n" + table)
    seconds = {"table": "second.csv", "id": "id", "column": "count", "where": {"meant": "yes"}}
    keys = {"lists": "l", "table": "table.csv", "id": "practice", "people": {"total": "n"}}
    if not rows:
        return  # none matches, which is an error
    one, two = (
        read_lists(ListsDocument.model_validate(keys | {"registers": {"x": column}}), folder, located)
        for column in ("count", seconds)
    )
    np.testing.assert_array_equal(one.registers["x"], two.registers["x"])
    (read_of,) = two.second_tables
    assert (read_of.lists_without_row, read_of.rows_without_list) == (len(given_lists) - len(rows), len(others))
