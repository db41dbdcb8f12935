"""What separates the columns: found in the heading, told by its first line, or stated."""

from pathlib import Path

import pytest

from tests.reading.tables.table_cases import WIDE, counted, only, problems, read
from tnt.diagnostics import Code


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("is_stated", [False, True])
def test_usual_separators(tmp_path: Path, separator: str, is_stated: bool) -> None:
    lists = read(tmp_path, WIDE.replace(",", separator), separator=separator if is_stated else None)
    assert lists.people.sum() == 36


def test_a_tab_by_its_name(tmp_path: Path) -> None:
    assert read(tmp_path, WIDE.replace(",", "\t"), separator="tab").people.sum() == 36


@pytest.mark.parametrize("first", ["sep=;\n", "SEP=;\r\n", '"sep=;"\n', "\ufeffsep=;\n"])
@pytest.mark.parametrize("separator", [None, ";"])
def test_a_first_line_that_tells_it(tmp_path: Path, first: str, separator: str | None) -> None:
    table = first + WIDE.replace(",", ";")
    assert read(tmp_path, table, separator=separator).people.sum() == 36
    short, wrong = problems(tmp_path, table + "C\n"), problems(tmp_path, table.replace(";8", ";x"))
    assert only(short, Code.TABLE_UNREADABLE).place.cell == (4, "")
    assert only(wrong, Code.CELL_NOT_NUMBER).place.cell == (3, "female_40+")


def test_names_and_numbers_with_another_separator_in_them(tmp_path: Path) -> None:
    table = '"Liste, nr";"menn, 0-39";"kvinner, 0-39"\nA;1,5;2\n'
    keys = {"id": "Liste, nr", "people": "{sex}, {ages}", "sex_names": {"female": "kvinner", "male": "menn"}}
    for written in (table, table.replace('"', "")):
        assert counted(read(tmp_path, written, **keys, decimal=",")) == [[2, 1.5]]


def test_one_column(tmp_path: Path) -> None:
    assert counted(read(tmp_path, "n\n7\n", id=None, people={"total": "n"})) == [[7]]


@pytest.mark.parametrize(
    ("stated", "has", "expected"), [(",", ";", (";", ",")), (";", "\t", ("tab", ";")), ("tab", ",", (",", "tab"))]
)
def test_one_that_does_not_fit(tmp_path: Path, stated: str, has: str, expected: tuple[str, str]) -> None:
    found = only(problems(tmp_path, WIDE.replace(",", has), separator=stated), Code.SEPARATOR)
    assert (found.values["found"], found.values["expected"]) == expected


def test_a_heading_twice_that_nobody_asks_for(tmp_path: Path) -> None:
    table = "Liste;Antall;Antall;n\nA;x;;7\nB;y;;8\n"
    assert counted(read(tmp_path, table, id="Liste", people={"total": "n"})) == [[7], [8]]
    found = only(problems(tmp_path, table, id="Liste", people={"total": "Antall"}), Code.TABLE_UNREADABLE)
    assert found.values == {"reason": "column-twice"}
