"""Thousands and decimal marks: 1.480 people are 1480 or an error, and never 1.48."""

from pathlib import Path

import pytest

from tests.reading.tables.table_cases import counted, only, problems, read
from tnt.diagnostics import Code

HEADING = "id;male_0-79;male_80+;female_0-79;female_80+"
KEYS = {"id": "id", "separator": ";"}
POSTS = {"gp": {"posts": "fte"}}


def table(*rows: str, more: str = "") -> str:
    return "\n".join([HEADING + more, *rows, ""])


def test_a_point_between_thousands_is_found(tmp_path: Path) -> None:
    lists = read(tmp_path, table("A;1.480;20;1.470;30", "B;980;20;970;30"), **KEYS)
    assert lists.people.sum(axis=1).tolist() == [3000, 2000]


@pytest.mark.parametrize("mark", [" ", "\u00a0", "\u202f", "'", "\u2019"])
@pytest.mark.parametrize("decimal", [None, ".", ","])
def test_marks_that_are_nothing_else(tmp_path: Path, mark: str, decimal: str | None) -> None:
    lists = read(tmp_path, table(f"A;1{mark}110;1{mark}234{mark}567;0;30"), **KEYS, decimal=decimal)
    assert lists.people[0].tolist() == [0, 30, 1110, 1_234_567]


@pytest.mark.parametrize(
    ("cell", "keys", "people"),
    [
        ("1,300", {}, 1300),
        ("1.300", {"decimal": ","}, 1300),
        ("1.300,5", {"decimal": ","}, 1300.5),
        ("1,300.5", {"decimal": "."}, 1300.5),
        ("1.300", {"thousands": "."}, 1300),
        ("1,300", {"thousands": ","}, 1300),
        ("1,300", {"decimal": ",", "thousands": "."}, 1.3),
        ("1.300", {"decimal": ".", "thousands": " "}, 1.3),
        ("1\u202f300,25", {"decimal": ",", "thousands": " "}, 1300.25),
        ("1.234.567", {}, 1_234_567),
        ("0.480", {}, 0.48),
        ("1234.567", {}, 1234.567),
    ],
)
def test_a_count(tmp_path: Path, cell: str, keys: dict[str, str], people: float) -> None:
    assert read(tmp_path, table(f"A;{cell};20;7;30"), **KEYS, **keys).people[0, 2] == people


@pytest.mark.parametrize(
    ("rows", "keys", "place"),
    [
        (["A;20;20;7;30", "B;1,300;20;7;30"], {"decimal": ","}, (3, "male_0-79")),
        (["A;20;20;7;30", "B;20;1.300;7;30"], {"decimal": "."}, (3, "male_80+")),
        (["A;20.5;20;1.480;30", "B;1;2;3;4"], {}, (2, "female_0-79")),
        (["A;\u00a01.480\u00a0;0.5;1;30"], {}, (2, "male_0-79")),
        (["A;1.480;1,300;1;30"], {}, (2, "male_0-79")),
        (["A;1,300;2,400;1;1.480"], {"decimal": ","}, (2, "male_0-79")),
    ],
)
def test_what_may_be_either_is_one_problem(
    tmp_path: Path, rows: list[str], keys: dict[str, str], place: tuple[int, str]
) -> None:
    found = only(problems(tmp_path, table(*rows), **KEYS, **keys), Code.THOUSANDS_OR_DECIMALS)
    row, column = found.place.cell or (0, "")
    assert (row, column) == place
    assert found.values["found"] == rows[row - 2].split(";")[HEADING.split(";").index(column)].strip()


@pytest.mark.parametrize("cell", ["1 11", "11 1110", "1 110'000", "1'11", "1 ,5", "1.48", " .5 000"])
def test_what_is_no_number_remains_none(tmp_path: Path, cell: str) -> None:
    only(problems(tmp_path, table(f"A;{cell};20;7;30"), **KEYS, decimal=","), Code.CELL_NOT_NUMBER)


def test_posts_have_decimals(tmp_path: Path) -> None:
    assert read(tmp_path, table("A;1;1;1;1;1.250", more=";fte"), **KEYS, staff=POSTS).posts["gp"].tolist() == [1.25]
    stated = table("A;1.480;1;1;1;1,250", more=";fte")
    assert read(tmp_path, stated, **KEYS, staff=POSTS, decimal=",").posts["gp"].tolist() == [1.25]


@pytest.mark.parametrize(("posts", "column"), [("1.5", "male_0-79"), ("1.250", "fte")])
def test_posts_that_use_the_mark_of_the_people(tmp_path: Path, posts: str, column: str) -> None:
    found = only(
        problems(tmp_path, table(f"A;1.480;1;1;1;{posts}", more=";fte"), **KEYS, staff=POSTS),
        Code.THOUSANDS_OR_DECIMALS,
    )
    assert found.place.cell == (2, column)


def test_no_thousands_begin_with_a_zero(tmp_path: Path) -> None:
    rows = table("A;1.480;1;1;1;0.875", "B;2.000;1;1;1;1.125", more=";fte")
    found = only(problems(tmp_path, rows, **KEYS, staff=POSTS, thousands="."), Code.CELL_NOT_NUMBER)
    assert found.place.cell == (2, "fte")


def test_marks_of_long_tables_and_registers(tmp_path: Path) -> None:
    rows = "id;age;n;copd\nA;0-39;1.480;1.100\nA;40+;20;1.100\n"
    keys = {"shape": "long", "id": "id", "ages": "age", "people": "n", "registers": {"copd": "copd"}}
    lists = read(tmp_path, rows, **keys, separator=";")
    assert (counted(lists), lists.registers["copd"].tolist()) == ([[1480, 20]], [1100])


def test_both_keys_may_not_name_one_mark(tmp_path: Path) -> None:
    found = only(problems(tmp_path, table("A;1;1;1;1"), **KEYS, decimal=",", thousands=","), Code.CONFLICTING_KEYS)
    assert found.values == {"keys": "decimal, thousands"}
