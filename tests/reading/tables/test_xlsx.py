"""Workbooks as offices have them: titles, merged cells, several sheets, dates that were ages."""

import datetime
import math
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.tables.table_cases import WIDE, only, problems, read
from tests.reading.tables.workbooks import rows_of, with_sheet, write_sheets
from tnt import limits
from tnt.diagnostics import Code

ROWS = rows_of(WIDE)
LONG = {"shape": "long", "people": "n", "ages": "ages", "table": "table.xlsx"}


def test_a_sheet(tmp_path: Path) -> None:
    write_sheets(tmp_path / "table.xlsx", {"Lists": ROWS})
    lists = read(tmp_path, None, table="table.xlsx", name="name")
    assert lists.names is not None
    assert (lists.ids.tolist(), lists.names.tolist(), lists.rows_above) == (["A", "B"], ["North", "South"], 0)
    assert lists.people.tolist() == read(tmp_path).people.tolist()


def test_titles_merged_cells_and_empty_rows(tmp_path: Path) -> None:
    rows = [["Our lists", "", "", ""], ["as of", 2026], [], *ROWS[:2], [], ROWS[2], [], []]
    write_sheets(tmp_path / "table.xlsx", {"Lists": rows}, merged=["A1:D1"])
    lists = read(tmp_path, None, table="table.xlsx")
    assert (lists.people.sum(), lists.rows, lists.rows_above) == (36, 2, 3)
    assert read(tmp_path, None, table="table.xlsx", skip_rows=3).rows_above == 0
    write_sheets(tmp_path / "table.xlsx", {"Lists": [*rows[:5], [], [*ROWS[2][:5], "x"]]})
    assert only(problems(tmp_path, None, table="table.xlsx"), Code.CELL_NOT_NUMBER).place.cell == (7, "female_40+")


def test_a_table_away_from_the_corner(tmp_path: Path) -> None:
    write_sheets(tmp_path / "table.xlsx", {"Lists": [[], [], *([None, None, *row] for row in [*ROWS, ["C"]])]})
    found = problems(tmp_path, None, table="table.xlsx")
    assert {problem.place.cell[0] for problem in found if problem.place.cell} == {6}


def test_a_text_merged_over_rows_is_that_of_each(tmp_path: Path) -> None:
    rows = [["practice", "ages", "n"], ["A", "0-39", 1], ["", "40+", 2], ["B", "0-39", 3], ["", "40+", 4]]
    write_sheets(tmp_path / "table.xlsx", {"L": rows}, merged=["A2:A3", "A4:A5"])
    assert read(tmp_path, None, **LONG).people.tolist() == [[1, 2], [3, 4]]


def test_a_count_merged_over_rows_is_counted_once(tmp_path: Path) -> None:
    rows = [["practice", "ages", "n"], ["A", "0-39", 1], ["A", "40+", ""]]
    write_sheets(tmp_path / "table.xlsx", {"L": rows}, merged=["C2:C3"])
    assert only(problems(tmp_path, None, **LONG), Code.CELL_MISSING).place.cell == (3, "n")


def test_numbers_that_are_ids_and_texts_that_are_counts(tmp_path: Path) -> None:
    rows = [["id", "0-39", "40+", "fte"], [1001, "1 110", 2, 1.5], ["0301", "1\u00a0450", 3.5, ""]]
    write_sheets(tmp_path / "table.xlsx", {"L": rows})
    keys = {"table": "table.xlsx", "id": "id", "people": "{ages}", "staff": {"gp": {"posts": "fte"}}}
    for written in ({}, {"decimal": ",", "thousands": ".", "separator": ";", "encoding": "windows-1252"}):
        if written:
            rows[1][1], rows[2][1] = 1110, 1450
            write_sheets(tmp_path / "table.xlsx", {"L": rows})
        lists = read(tmp_path, None, **keys, **written)
        assert (lists.ids.tolist(), lists.people.tolist()) == (["1001", "0301"], [[1110, 2], [1450, 3.5]])
        assert lists.posts["gp"][0] == 1.5
        assert math.isnan(lists.posts["gp"][1])


def test_ages_that_a_spreadsheet_made_a_date(tmp_path: Path) -> None:
    rows = [["practice", "ages", "n"], ["A", "0-4", 1], ["A", datetime.date(2026, 5, 14), 2], ["A", "15+", 3]]
    write_sheets(tmp_path / "table.xlsx", {"L": rows})
    found = only(problems(tmp_path, None, **LONG), Code.BAND_MADE_A_DATE)
    assert found.place.cell == (3, "ages")
    assert "5-14" in found.values["bands"]


def test_formulas_and_errors(tmp_path: Path) -> None:
    cells = '<c r="A1" t="inlineStr"><is><t>n</t></is></c><c r="B1" t="inlineStr"><is><t>fte</t></is></c>'
    row = '<c r="A2"><f>3+4</f><v>7</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
    path = write_sheets(tmp_path / "table.xlsx", {"L": [["n"]]})
    with_sheet(path, f'<row r="1">{cells}</row><row r="2">{row}</row>')
    lists = read(tmp_path, None, table="table.xlsx", id=None, people={"total": "n"}, staff={"gp": {"posts": "fte"}})
    assert lists.people.tolist() == [[7]]
    assert math.isnan(lists.posts["gp"][0])
    only(problems(tmp_path, None, table="table.xlsx", id="n", people={"total": "fte"}), Code.CELL_MISSING)


def test_which_sheet(tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "table.xlsx", {"Notes": [], "Lists": ROWS})
    assert read(tmp_path, None, table="table.xlsx").people.sum() == 36
    write_sheets(path, {"Notes": [["Made by hand"]], "2026": ROWS})
    found = only(problems(tmp_path, None, table="table.xlsx"), Code.CHOOSE_SHEET)
    assert (found.place.file, found.values) == ("lists.yaml:table", {"sheets": "Notes, 2026"})
    assert read(tmp_path, None, table="table.xlsx", sheet="2026").people.sum() == 36
    found = only(problems(tmp_path, None, table="table.xlsx", sheet="2025"), Code.SHEET_UNKNOWN)
    assert (found.suggestion, found.values) == ("2026", {"found": "2025", "sheets": "Notes, 2026"})
    write_sheets(path, {"Notes": []})
    for keys in ({}, {"sheet": "Notes"}):
        found = only(problems(tmp_path, None, table="table.xlsx", **keys), Code.TABLE_UNREADABLE)
        assert found.values == {"reason": "empty"}


def test_keys_of_other_forms(tmp_path: Path) -> None:
    assert only(problems(tmp_path, sheet="Lists"), Code.CONFLICTING_KEYS).values == {"keys": "table, sheet"}
    found = only(problems(tmp_path, None, table="t.json", skip_rows=1), Code.CONFLICTING_KEYS)
    assert found.values == {"keys": "table, skip_rows"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (WIDE.encode(), "workbook"),
        (b"", "workbook"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "protected"),
        (b"PK\x03\x04", "workbook"),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, content: bytes, reason: str) -> None:
    found = only(problems(tmp_path, content, table="table.xlsx"), Code.TABLE_UNREADABLE)
    assert found.values == {"reason": reason}


def test_a_workbook_cut_anywhere(tmp_path: Path) -> None:
    whole = write_sheets(tmp_path / "table.xlsx", {"L": ROWS}).read_bytes()
    for length in range(0, len(whole), 397):
        only(problems(tmp_path, whole[:length], table="table.xlsx"), Code.TABLE_UNREADABLE)


def test_a_million_empty_rows(tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "table.xlsx", {"L": ROWS})
    head = "".join(f'<c r="{c}1" t="inlineStr"><is><t>{t}</t></is></c>' for c, t in zip("AB", "in", strict=True))
    empty = "".join(f'<row r="{row}"><c r="A{row}" s="0"/></row>' for row in range(3, 1_000_000))
    with_sheet(path, f'<row r="1">{head}</row><row r="2"><c r="A2"><v>5</v></c><c r="B2"><v>7</v></c></row>{empty}')
    assert read(tmp_path, None, table="table.xlsx", id="i", people={"total": "n"}).people.tolist() == [[7]]


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.mark.parametrize(
    "rows",
    [
        FAR,
        FAR.replace('"', "'"),
        FAR.replace("<c ", "<c\n"),
        FAR.replace("XFD", "xfd"),
        FAR.replace("<c ", '<c s="0" '),
        FAR.replace("<c ", "<x:c ").replace("</c>", "</x:c>").replace("<row", '<row xmlns:x="urn:x"'),
        '<row r="1"><c><v>1</v></c></row><row r="999999">' + "<c><v>1</v></c>" * 200 + "</row>",
    ],
)
def test_cells_far_apart(tmp_path: Path, rows: str) -> None:
    with_sheet(write_sheets(tmp_path / "table.xlsx", {"L": ROWS}), rows)
    found = only(problems(tmp_path, None, table="table.xlsx"), Code.TABLE_TOO_LARGE)
    assert found.values["unit"] == "cells"


@pytest.mark.parametrize("hidden", ["", "<!-- <si> -->" * 1_000])
def test_one_long_text_in_many_cells(tmp_path: Path, hidden: str) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 5_000))
    shared = f"<si><t>{'x' * 20_000}{hidden}</t></si>"
    with_sheet(write_sheets(tmp_path / "table.xlsx", {"L": ROWS}), rows, shared)
    found = only(problems(tmp_path, None, table="table.xlsx"), Code.TABLE_TOO_LARGE)
    assert found.values == {"limit": "64", "unit": "MB"}


def test_a_long_note_does_not_make_a_table_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TABLE_CONTENT_BYTES", 100_000)
    rows = [*ROWS, *([f"L{row}", "x", 1, 1, 1, 1] for row in range(200))]
    write_sheets(tmp_path / "table.xlsx", {"L": rows, "Read me": [["x" * 2_000]]})
    assert read(tmp_path, None, table="table.xlsx", sheet="L").people.sum() == 836


def test_a_workbook_that_unpacks_to_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_sheets(tmp_path / "table.xlsx", {"L": ROWS})
    for limit, unit in (("TABLE_CONTENT_BYTES", "bytes"), ("WORKBOOK_PARTS", "files"), ("WORKBOOK_CELLS", "cells")):
        with monkeypatch.context() as lowered:
            lowered.setattr(limits, limit, 5)
            found = only(problems(tmp_path, None, table="table.xlsx"), Code.TABLE_TOO_LARGE)
            assert found.values == {"limit": "5", "unit": unit}


def test_the_library_looks_for_shared_texts_in_one_place(tmp_path: Path) -> None:
    """What is measured is what it reads: under another name it finds none."""
    path = write_sheets(tmp_path / "table.xlsx", {"L": ROWS})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(
                name.replace("shared", "other"), content.replace(b"sharedStrings.xml", b"otherStrings.xml")
            )
    only(problems(tmp_path, None, table="table.xlsx"), Code.TABLE_UNREADABLE)


CELLS = (
    st.integers(0, 10**9)
    | st.floats(0.001, 1e6).map(lambda n: float(f"{n:.4f}1"))
    | st.integers(1_000, 999_999).map(lambda n: f"{n // 1000} {n % 1000:03}")
)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=6)
TITLES = st.lists(st.lists(st.text("ab1 .", max_size=4), max_size=3), max_size=4)


@settings(max_examples=40)
@given(TABLES, TITLES, st.integers(0, 3), st.sets(st.integers(0, 8)))
def test_any_table_reads_as_it_does_as_csv(
    tmp_path_factory: pytest.TempPathFactory,
    people: list[list[object]],
    titles: list[list[str]],
    left: int,
    empty: set[int],
) -> None:
    folder = tmp_path_factory.mktemp("any")
    rows: list[list[object]] = [["id", "0-39", "40+"], *([1000 + at, *row] for at, row in enumerate(people))]
    text = "\n".join(";".join(map(str, row)) for row in rows)
    for at in sorted(empty):
        rows.insert(min(at, len(rows)), [])
    write_sheets(folder / "table.xlsx", {"L": [[""] * left + list(row) for row in [*titles, *rows]]})
    keys = {"id": "id", "people": "{ages}"}
    as_csv, as_sheet = read(folder, text, **keys), read(folder, None, table="table.xlsx", **keys)
    assert as_sheet.ids.tolist() == as_csv.ids.tolist()
    assert as_sheet.people.tolist() == as_csv.people.tolist()


def test_a_zero_byte(tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "table.xlsx", {"L": [*ROWS, ["C", "", 1, 1, 1, 1]]})
    with zipfile.ZipFile(path) as archive:
        texts = archive.read("xl/sharedStrings.xml")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/sharedStrings.xml", texts.replace(b">C<", b">_x0000_<"))
    found = only(problems(tmp_path, None, table="table.xlsx"), Code.TABLE_UNREADABLE)
    assert found.values == {"reason": "nul"}


@pytest.mark.parametrize("keys", [{}, {"decimal": ","}, {"decimal": ",", "thousands": "."}, {"thousands": ","}])
def test_a_number_among_texts_is_that_number(tmp_path: Path, keys: dict[str, str]) -> None:
    rows = [["id", "0-39", "40+"], ["A", 1.875, 1.5e9], ["B", "12", 2.125], ["C", 0.5, "7"]]
    write_sheets(tmp_path / "table.xlsx", {"L": rows})
    lists = read(tmp_path, None, table="table.xlsx", id="id", people="{ages}", **keys)
    assert lists.people.tolist() == [[1.875, 1.5e9], [12, 2.125], [0.5, 7]]


def test_many_names_of_one_large_sheet(tmp_path: Path) -> None:
    path = write_sheets(tmp_path / "table.xlsx", {"L": ROWS})
    with_sheet(path, '<row r="1"><c r="A1"><v>1</v></c></row>' + "<row/>" * 3_000_000)
    with zipfile.ZipFile(path) as archive:
        book = archive.read("xl/workbook.xml")
    sheets = b"".join(b'<sheet name="%d" sheetId="%d" r:id="rId1"/>' % (n, n) for n in range(1, 1_000))
    start, end = book.index(b"<sheet "), book.index(b"</sheets>")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("xl/workbook.xml", book[:start] + sheets + book[end:])
    found = only(problems(tmp_path, None, table="table.xlsx"), Code.CHOOSE_SHEET)
    assert found.values == {"sheets": "1, 2, 3, 4, 5, 6, …"}
