"""Cells: which numbers are taken, and how those that are not are told."""

from pathlib import Path

import numpy as np
import pytest

from tests.reading.tables.table_cases import WIDE, only, problems, read
from tnt import limits
from tnt.diagnostics import Code


def one_cell(cell: str) -> str:
    return f"practice;n;posts\nA;7;1\nB;{cell};1\n"


def total_of_b(folder: Path, cell: str, **keys: object) -> float:
    lists = read(folder, one_cell(cell), separator=";", people={"total": "n"}, **keys)
    return float(lists.people[1, 0])


@pytest.mark.parametrize(
    ("cell", "people"),
    [("12", 12), ("0", 0), (" 12 ", 12), ("1.5", 1.5), ("1e3", 1000), ('"12"', 12), ("007", 7), (".5", 0.5), ("5.", 5)],
)
def test_numbers(tmp_path: Path, cell: str, people: float) -> None:
    assert total_of_b(tmp_path, cell) == people


def test_decimal_comma_only_where_it_is_stated(tmp_path: Path) -> None:
    assert total_of_b(tmp_path, "1,5", decimal=",") == 1.5
    assert total_of_b(tmp_path, " 1,5 ", decimal=",") == 1.5
    for cell, decimal in (("1,5", "."), ("1.5", ","), ("12.34,5", ",")):
        found = problems(tmp_path, one_cell(cell), separator=";", people={"total": "n"}, decimal=decimal)
        assert only(found, Code.CELL_NOT_NUMBER).values["found"] == cell


@pytest.mark.parametrize(
    "cell",
    ["x", "nan", "NaN", "inf", "-inf", "Infinity", "NA", "1 00", "0x10", "1_000", "12 %", "1e999", "1" * 400, "١٢"],
)
def test_what_is_no_number(tmp_path: Path, cell: str) -> None:
    found = only(problems(tmp_path, one_cell(cell), separator=";", people={"total": "n"}), Code.CELL_NOT_NUMBER)
    assert found.place.cell == (3, "n")
    assert found.values["found"] == cell


@pytest.mark.parametrize("cell", ["-1", " -0.5", "-1e3"])
def test_negative(tmp_path: Path, cell: str) -> None:
    found = only(problems(tmp_path, one_cell(cell), separator=";", people={"total": "n"}), Code.CELL_NEGATIVE)
    assert (found.place.cell, found.values) == ((3, "n"), {"found": cell.strip()})


@pytest.mark.parametrize("cell", ["", "  ", '""'])
def test_no_number_is_not_zero(tmp_path: Path, cell: str) -> None:
    found = only(problems(tmp_path, one_cell(cell), separator=";", people={"total": "n"}), Code.CELL_MISSING)
    assert found.place.cell == (3, "n")


def test_registers_and_posts_may_be_unknown(tmp_path: Path) -> None:
    table = "practice,n,copd,fte\nA,7,,0\nB,8,3, \nC,9,0,1.5\n"
    keys = {"people": {"total": "n"}, "registers": {"copd": "copd"}, "staff": {"gp": {"posts": "fte"}}}
    lists = read(tmp_path, table, **keys)
    np.testing.assert_array_equal(lists.registers["copd"], [np.nan, 3, 0])
    np.testing.assert_array_equal(lists.posts["gp"], [0, np.nan, 1.5])
    assert lists.posts_imputed == {"gp": False}
    found = problems(tmp_path, table.replace("1.5", "-1").replace("8,3", "8,many"), **keys)
    assert [(d.code, d.place.cell) for d in found] == [
        (Code.CELL_NOT_NUMBER, (3, "copd")),
        (Code.CELL_NEGATIVE, (4, "fte")),
    ]


def test_posts_from_people_per_post(tmp_path: Path) -> None:
    lists = read(tmp_path, staff={"gp": {"people_per_post": 5}})
    assert lists.posts["gp"].tolist() == [2, 5.2]
    assert lists.posts_imputed == {"gp": True}


def test_posts_as_a_number_are_for_one_list(tmp_path: Path) -> None:
    lists = read(tmp_path, WIDE.rsplit("B", 1)[0], staff={"gp": {"posts": {"value": 3}}})
    assert lists.posts["gp"].tolist() == [3]
    found = only(problems(tmp_path, staff={"gp": {"posts": 3}}), Code.NUMBER_FOR_MANY_LISTS)
    assert (found.place.file, found.values) == ("lists.yaml:staff.gp.posts", {"count": "2"})


def test_all_problems_at_once_in_the_order_of_the_rows(tmp_path: Path) -> None:
    table = WIDE.replace("1,2,3,4", "x,2,,4").replace("5,6,7,8", "5,-6,7,y") + "B,,1,1,1,1\n"
    assert [(d.code, d.place.cell) for d in problems(tmp_path, table)] == [
        (Code.CELL_MISSING, (2, "female_0-39")),
        (Code.CELL_NOT_NUMBER, (2, "male_0-39")),
        (Code.CELL_NOT_NUMBER, (3, "female_40+")),
        (Code.CELL_NEGATIVE, (3, "male_40+")),
        (Code.DUPLICATE_ROW, (4, "practice")),
    ]


def test_many_problems_are_counted(tmp_path: Path) -> None:
    table = "practice,male_0+,female_0+\n" + "".join(f"L{row},x,-1\n" for row in range(1000))
    found = problems(tmp_path, table)
    assert [(one.place.cell, dict(one.values)) for one in found] == [
        ((2, "female_0+"), {"found": "-1", "alike": "1000", "others": "3 (-1), 4 (-1)"}),
        ((2, "male_0+"), {"found": "x", "alike": "1000", "others": "3 (x), 4 (x)"}),
    ]


def test_up_to_three_alike_are_told_one_by_one(tmp_path: Path) -> None:
    table = "practice,male_0+,female_0+\n" + "".join(f"L{row},x,{row}\n" for row in range(3))
    found = problems(tmp_path, table)
    assert [(one.place.cell, dict(one.values)) for one in found] == [
        ((row, "male_0+"), {"found": "x"}) for row in (2, 3, 4)
    ]


def test_another_kind_is_seen_among_very_many(tmp_path: Path) -> None:
    rows = [f"L{row},{'-5' if row == 900 else 'x' * 60},1\n" for row in range(1000)]
    found = problems(tmp_path, "practice,male_0+,female_0+\n" + "".join(rows))
    assert [(one.code, one.values.get("alike")) for one in found] == [
        (Code.CELL_NOT_NUMBER, "999"),
        (Code.CELL_NEGATIVE, None),
    ]
    assert found[0].values["others"] == f"3 ({'x' * 40}…), 4 ({'x' * 40}…)"


def test_columns_beyond_those_shown_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind in every column is told column by column; a note counts all that the others stand for."""
    monkeypatch.setattr(limits, "PROBLEMS_SHOWN", 5)
    bands = [f"male_{age}" for age in range(20)] + ["female_0+"]
    rows = "".join(f"L{row}{',x' * 20},1\n" for row in range(10))
    found = problems(tmp_path, f"practice,{','.join(bands)}\n{rows}")
    assert [one.values.get("alike") for one in found] == ["10"] * 5 + [None]
    assert (found[-1].code, found[-1].values) == (Code.MORE_PROBLEMS, {"count": "150"})


def test_rows_are_those_a_spreadsheet_shows(tmp_path: Path) -> None:
    table = 'practice,name,n\nA,"two\nlines",1\n\n,,\nB,x,-1\n\n'
    found = only(problems(tmp_path, table, people={"total": "n"}), Code.CELL_NEGATIVE)
    assert found.place.cell == (5, "n")
    assert read(tmp_path, table.replace("-1", "1"), people={"total": "n"}).ids.tolist() == ["A", "B"]
