"""Rows that the lists file leaves out."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.reading.tables.table_cases import counted, located, norway_2026, only, problems, read
from tnt.check.check import check
from tnt.diagnostics import Code
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.files.sheet import RowsLeftOut
from tnt.reading.tables.lists import read_years

TABLE = """practice,year,status,male_0+,female_0+
A,2025,open,1,2
A,2026,open,3,4
B,2026,closed,5,6
C,2026,new,7,8
0301,2026,open,9,10
I\u00a0alt,2026,open,25,29
"""


@pytest.mark.parametrize(
    ("rows", "ids"),
    [
        ({"where": {"year": 2025}}, ["A"]),
        ({"where": {"year": "2026", "status": ["open", "new"]}}, ["A", "C", "0301", "I\u00a0alt"]),
        ({"where": {"year": 2026}, "not": {"practice": ["I alt"], "status": "closed"}}, ["A", "C", "0301"]),
        ({"where": {"year": [2025]}}, ["A"]),
        ({"not": {"year": 2025, "practice": ["0301", "I alt", "A"]}}, ["B", "C"]),
        ({"where": {"year": 2026.0}, "not": {"practice": "I alt"}}, ["A", "B", "C", "0301"]),
    ],
)
def test_which_rows_are_lists(tmp_path: Path, rows: dict[str, Any], ids: list[str]) -> None:
    assert read(tmp_path, TABLE, rows=rows).ids.tolist() == ids


def test_what_was_left_out_is_known_and_where_the_others_stand_too(tmp_path: Path) -> None:
    rows = {"where": {"year": 2026, "status": ["open", "closed", "new"]}, "not": {"practice": ["I alt", "0301"]}}
    lists = read(tmp_path, TABLE, rows=rows)
    assert lists.left_out == (
        RowsLeftOut("where", "year", ("2026",), 1),
        RowsLeftOut("not", "practice", ("I alt", "0301"), 2),
    )
    assert lists.rows == 3
    bad = only(problems(tmp_path, TABLE.replace("7,8", "7,x"), rows=rows), Code.CELL_NOT_NUMBER)
    assert bad.place.cell == (5, "female_0+")


def test_cells_of_rows_left_out_may_be_anything(tmp_path: Path) -> None:
    table = TABLE.replace("25,29", "2.5,many")
    assert len(read(tmp_path, table, rows={"where": {"year": 2026}, "not": {"practice": "I alt"}}).ids) == 4


def test_numbers_of_parquet(tmp_path: Path) -> None:
    years = pa.array([2025.0, 2026.0, None])
    pq.write_table(
        pa.table({"practice": ["A", "B", "C"], "year": years, "male_0+": [1, 2, 3], "female_0+": [1, 2, 3]}),
        tmp_path / "t.parquet",
    )
    assert read(tmp_path, None, table="t.parquet", rows={"where": {"year": 2026}}).ids.tolist() == ["B"]
    assert read(tmp_path, None, table="t.parquet", rows={"not": {"year": [""]}}).ids.tolist() == ["A", "B"]


def test_long_rows(tmp_path: Path) -> None:
    table = "id,sex,n,kind\nA,female,1,list\nA,male,2,list\nSum,all of them,3,\nB,female,4,list\nB,male,5,list\n"
    keys: dict[str, Any] = {"id": "id", "shape": "long", "sex": "sex", "people": "n"}
    lists = read(tmp_path, table, **keys, rows={"not": {"id": ["Sum"]}})
    assert (lists.ids.tolist(), counted(lists), lists.rows) == (["A", "B"], [[1, 2], [4, 5]], 4)
    assert read(tmp_path, table, **keys, rows={"where": {"kind": "list"}}).people.sum() == 12


def test_years(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(TABLE.replace("A,2025,open", "C,2025,new"))
    document = ListsDocument.model_validate(
        {
            "lists": "l",
            "table": "t.csv",
            "id": "practice",
            "year": "year",
            "people": "{sex}_{ages}",
            "rows": {"where": {"practice": ["C"]}},
        }
    )
    assert [table.people.sum() for table in read_years(document, tmp_path, located).values()] == [3, 15]


@pytest.mark.parametrize(
    ("rows", "code", "place", "suggestion"),
    [
        ({"not": {"practise": "A"}}, Code.COLUMN_MISSING, "rows.not.practise", "practice"),
        ({"not": {"practice": ["A", "b"]}}, Code.NO_SUCH_ROW, "rows.not.practice.1", None),
        ({"not": {"status": ["clossed"]}}, Code.NO_SUCH_ROW, "rows.not.status.0", "closed"),
        ({"not": {"practice": 301}}, Code.NO_SUCH_ROW, "rows.not.practice.0", '"0301"'),
        ({"where": {"year": 20260}}, Code.NO_SUCH_ROW, "rows.where.year.0", '"2026"'),
        ({"where": {"year": float("inf")}}, Code.NO_SUCH_ROW, "rows.where.year.0", None),
        ({"where": {"year": 2025, "status": "new"}}, Code.NO_ROWS_LEFT, "rows.where.status", None),
        ({"where": {"year": 2025}, "not": {"practice": "D"}}, Code.NO_ROWS_LEFT, "rows.not.practice", None),
    ],
)
def test_what_cannot_be_meant(
    tmp_path: Path, rows: dict[str, Any], code: Code, place: str, suggestion: str | None
) -> None:
    found = only(problems(tmp_path, TABLE.replace("A,2025", "D,2025"), rows=rows), code)
    assert (found.place.file, found.suggestion) == (f"lists.yaml:{place}", suggestion)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("{only: {id: A}}", Code.NOT_A_CHOICE),
        ("{not: {id: []}}", Code.EMPTY),
        ("{not: {id: true}}", Code.WRONG_TYPE),
        ("{not: [A]}", Code.WRONG_TYPE),
    ],
)
def test_what_is_no_choice_of_rows(tmp_path: Path, rows: str, code: Code) -> None:
    (tmp_path / "t.csv").write_text("id,male_0+,female_0+\nA,1,2\n")
    text = f"format: tnt/1\nlists: l\ntable: t.csv\nid: id\npeople: '{{sex}}_{{ages}}'\nrows: {rows}\n"
    (tmp_path / "lists.yaml").write_text(text)
    assert {problem.code for problem in check([tmp_path / "lists.yaml"]).diagnostics} == {code}


def test_one_year_of_the_norwegian_population(shared: Path) -> None:
    """T17: one year of the many in a table."""
    lists = norway_2026(shared, {"not": {"sex": "total"}})
    assert (lists.people.sum(), lists.people.shape) == (5_627_400, (1, 212))
