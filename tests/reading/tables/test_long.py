"""Long tables: one row a list, sex and age band."""

from pathlib import Path
from typing import Any

import pytest

from tests.reading.tables.table_cases import counted, only, problems, read, strata
from tnt.diagnostics import Code

LONG = """code,name,sex,band,n,fte
A,North,female,00-39,3,1.5
A,North,female,40+,4,1.5
A,North,male,00-39,1,1.5
A,North,male,40+,2,1.5
B,South,female,00-39,7,
B,South,female,40+,8,
B,South,male,00-39,5,
B,South,male,40+,6,
"""
KEYS: dict[str, Any] = {"shape": "long", "id": "code", "sex": "sex", "ages": "band", "people": "n"}


def test_lists_strata_and_people(tmp_path: Path) -> None:
    lists = read(tmp_path, LONG, **KEYS, name="name", staff={"gp": {"posts": "fte"}})
    assert lists.ids.tolist() == ["A", "B"]
    assert lists.names is not None
    assert lists.names.tolist() == ["North", "South"]
    assert strata(lists) == ["female 0-39", "female 40+", "male 0-39", "male 40+"]
    assert counted(lists) == [[3, 4, 1, 2], [7, 8, 5, 6]]
    assert str(lists.posts["gp"].tolist()) == "[1.5, nan]"
    assert (lists.rows, lists.ages_known) == (8, True)


def test_without_a_sex_column(tmp_path: Path) -> None:
    lists = read(tmp_path, "code,band,n\nA,0,1\nA,1+,2\n", **KEYS | {"sex": None})
    assert (strata(lists), counted(lists)) == (["all 0", "all 1+"], [[1, 2]])


def test_without_ages(tmp_path: Path) -> None:
    table = "code,sex,n\nA,Male,1\nA,FEMALE,2\n"
    lists = read(tmp_path, table, **KEYS | {"ages": None})
    assert (strata(lists), counted(lists), lists.ages_known) == (["female all", "male all"], [[2, 1]], False)
    total = read(tmp_path, "code,n\nA,1\n", **KEYS | {"ages": None, "sex": None, "people": {"total": "n"}})
    assert strata(total) == ["all all"]


def test_one_list_without_an_id(tmp_path: Path) -> None:
    lists = read(tmp_path, "sex,band,n\nfemale,0+,1\nmale,0+,2\n", **KEYS | {"id": None}, staff={"gp": {"posts": 5224}})
    assert (lists.ids.tolist(), counted(lists), lists.posts["gp"].tolist()) == (["tested"], [[1, 2]], [5224])


def test_the_tables_own_words(tmp_path: Path) -> None:
    table = LONG.replace("female", "K").replace("male", "M")
    lists = read(tmp_path, table, **KEYS, sex_names={"female": "k", "male": "m"})
    assert counted(lists) == [[3, 4, 1, 2], [7, 8, 5, 6]]


def test_cells_that_cannot_be_read(tmp_path: Path) -> None:
    table = LONG.replace("A,North,female,40+,4", "A,North,bth,40+,4").replace(
        "B,South,male,40+,6", "B,South,male,old,-6"
    )
    sex, ages, people = problems(tmp_path, table, **KEYS)
    assert (sex.code, sex.place.cell, sex.values) == (
        Code.SEX_UNKNOWN,
        (3, "sex"),
        {"found": "bth", "choices": "female, male"},
    )
    assert {(ages.code, ages.place.cell), (people.code, people.place.cell)} == {
        (Code.BAND_UNREADABLE, (9, "band")),
        (Code.CELL_NEGATIVE, (9, "n")),
    }


def test_cells_that_are_empty(tmp_path: Path) -> None:
    table = LONG.replace("A,North,female,40+,4", "A,North,,40+,4").replace("B,South,male,40+,6", ",South,male,,")
    found = problems(tmp_path, table, **KEYS)
    assert {d.code for d in found} == {Code.CELL_MISSING}
    assert {d.place.cell for d in found} == {(3, "sex"), (9, "code"), (9, "band"), (9, "n")}


def test_the_same_row_twice_names_both(tmp_path: Path) -> None:
    found = only(problems(tmp_path, LONG + "A,North,male,0-39,1,1.5\n", **KEYS), Code.DUPLICATE_ROW)
    assert found.values == {"list": "A", "rows": "4, 10"}
    assert (found.place.cell, found.related[0].cell) == ((10, "code"), (4, "code"))


def test_a_row_that_is_missing(tmp_path: Path) -> None:
    found = only(problems(tmp_path, LONG.replace("B,South,male,00-39,5,\n", ""), **KEYS), Code.CELL_MISSING)
    assert found.values == {"list": "B", "sex": "male", "ages": "0-39"}
    assert found.place.cell == (6, "n")


def test_bands_that_overlap(tmp_path: Path) -> None:
    found = problems(tmp_path, LONG.replace("B,South,male,00-39", "B,South,male,00-44"), **KEYS)
    overlap = [d for d in found if d.code is Code.BANDS_OVERLAP]
    assert [(d.place.cell, d.values["columns"]) for d in overlap] == [
        ((8, "band"), "0-39, 0-44"),
        ((8, "band"), "40+, 0-44"),
    ]
    assert overlap[0].related[0].cell == (4, "band")


@pytest.mark.parametrize(("column", "key"), [("North", "name"), ("1.5", "staff")])
def test_what_a_list_has_once_must_agree(tmp_path: Path, column: str, key: str) -> None:
    keys: dict[str, Any] = {"name": "name", "staff": {"gp": {"posts": "fte"}}}
    row = "A,North,male,40+,2,1.5"
    table = LONG.replace(row, row.replace(column, "9"))
    found = only(problems(tmp_path, table, **KEYS, **{key: keys[key]}), Code.VALUES_DIFFER)
    assert found.place.cell == (5, "name" if key == "name" else "fte")
    assert found.related[0].cell is not None
    assert found.related[0].cell[0] == 2
    assert (found.values["list"], found.values["first"], found.values["second"]) == ("A", column, "9")


def test_a_total_has_no_bands(tmp_path: Path) -> None:
    found = problems(tmp_path, LONG, **KEYS | {"people": {"total": "n"}})
    assert [(d.code, d.place.file) for d in found] == [
        (Code.CONFLICTING_KEYS, "lists.yaml:sex"),
        (Code.CONFLICTING_KEYS, "lists.yaml:ages"),
    ]


def test_columns_that_are_missing(tmp_path: Path) -> None:
    found = problems(tmp_path, LONG, **KEYS | {"sex": "gender", "ages": "bands", "people": "N"})
    assert [(d.place.file, d.suggestion) for d in found] == [
        ("lists.yaml:people", None),
        ("lists.yaml:sex", None),
        ("lists.yaml:ages", "band"),
    ]
