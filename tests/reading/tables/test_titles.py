"""Titles above the heading of a CSV file: found and said, or stated."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.tables.table_cases import WIDE, lists_document, located, only, problems, read
from tnt.check.check import check
from tnt.diagnostics import Code
from tnt.reading.tables.lists import read_lists

SEMICOLONS = WIDE.replace(",", ";")
TITLES = ["Our lists\n", "Our lists, of 2026, by age\n\n", '"A title\nof two lines"\n;;;;;\nnotes\n']


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("table", [WIDE, SEMICOLONS, WIDE.replace(",", "\t")])
def test_found(tmp_path: Path, title: str, table: str) -> None:
    rows = {TITLES[0]: 1, TITLES[1]: 2, TITLES[2]: 3}[title]
    lists = read(tmp_path, title + table)
    assert (lists.people.sum(), lists.rows_above) == (36, rows)
    assert read(tmp_path, title + table, skip_rows=rows).rows_above == 0
    separator = table[len("practice")]
    wrong = problems(tmp_path, title + table.replace(f"{separator}8", f"{separator}x"))
    assert only(wrong, Code.CELL_NOT_NUMBER).place.cell == (rows + 3, "female_40+")
    assert only(problems(tmp_path, title + table + "C\n"), Code.TABLE_UNREADABLE).place.cell == (rows + 4, "")


def test_after_a_line_that_tells_the_separator(tmp_path: Path) -> None:
    found = problems(tmp_path, "sep=;\nOur lists\n" + SEMICOLONS.replace(";8", ";x"))
    assert only(found, Code.CELL_NOT_NUMBER).place.cell == (4, "female_40+")


def test_a_heading_without_a_column(tmp_path: Path) -> None:
    found = only(problems(tmp_path, "Our lists\n\n" + SEMICOLONS, id="Practise"), Code.COLUMN_MISSING)
    assert found.values["columns"].startswith("practice, name, ")


def test_problems_of_the_heading_stand_at_its_row(tmp_path: Path) -> None:
    found = only(problems(tmp_path, "Our lists\n" + WIDE.replace("name", "practice")), Code.TABLE_UNREADABLE)
    assert found.place.cell == (2, "practice")


def test_nothing_is_said_of_empty_rows(tmp_path: Path) -> None:
    assert read(tmp_path, "\n;;;;;\n" + SEMICOLONS).rows_above == 0


def test_more_rows_than_there_are(tmp_path: Path) -> None:
    only(problems(tmp_path, skip_rows=9), Code.TABLE_UNREADABLE)
    only(problems(tmp_path, skip_rows=3), Code.TABLE_UNREADABLE)


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Our lists\n" + WIDE)
    lists = "format: tnt/1\nlists: l\ntable: t.csv\nid: practice\npeople: '{sex}_{ages}'\n"
    (tmp_path / "lists.yaml").write_text(lists)
    note = only(check([tmp_path / "lists.yaml"]).diagnostics, Code.ROWS_ABOVE)
    (tmp_path / "lists.yaml").write_text(f"{lists}skip_rows: {note.values['count']}\n")
    assert check([tmp_path / "lists.yaml"]).diagnostics == ()


@given(st.lists(st.lists(st.text("ab ;,\"'\t\n|1", max_size=5), max_size=8), max_size=12), st.sampled_from(",;\t|"))
def test_no_title_changes_the_people(
    tmp_path_factory: pytest.TempPathFactory, titles: list[list[str]], separator: str
) -> None:
    quoted = [separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in titles]
    folder = tmp_path_factory.mktemp("titles")
    text = "\n".join([*quoted, WIDE.replace(",", separator)])
    (folder / "table.csv").write_bytes(text.encode())
    lists = read_lists(lists_document(separator=separator), folder, located)
    assert (lists.ids.tolist(), lists.people.sum()) == (["A", "B"], 36)
