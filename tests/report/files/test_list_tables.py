"""CSV and Parquet: one row per list and role."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from tests.result.factory import known_on_lists, many_lists, rich_result
from tnt.report.files import list_rows
from tnt.report.files.csv import write_csv
from tnt.report.files.parquet import write_parquet
from tnt.result.lists import ListsResult

COLUMNS = [
    "list",
    "name",
    "role",
    "people",
    "posts",
    "required_hours",
    "available_hours",
    "other_care_hours",
    "ratio",
    "state",
    "at_least",
]
COLUMNS += ["available_at_most", "people_at_least", "people_at_most"]


def as_csv(lists: ListsResult) -> str:
    file = BytesIO()
    write_csv(lists, file)
    return file.getvalue().decode()


def as_rows(lists: ListsResult) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_csv(lists), newline="")))


def test_columns_are_fixed_and_every_list_has_a_row_per_role() -> None:
    text = as_csv(rich_result().lists)
    assert text.splitlines()[0] == ",".join(COLUMNS)
    rows = as_rows(rich_result().lists)
    assert [(row["list"], row["role"]) for row in rows[:4]] == [
        ("A1", "gp"),
        ("A1", "nurse"),
        ("A1", "midwife"),
        ("B2", "gp"),
    ]
    assert len(rows) == 15


def test_unknown_is_empty_and_a_state_has_its_name() -> None:
    row = next(row for row in as_rows(rich_result().lists) if row["list"] == "C3" and row["role"] == "gp")
    assert (row["posts"], row["available_hours"], row["ratio"], row["state"]) == ("", "", "", "unknown")
    assert [row["state"] for row in as_rows(rich_result().lists) if row["role"] == "gp"] == [
        "ok",
        "overload",
        "unknown",
        "vacant",
        "ok",
    ]


def test_every_number_comes_back_as_it_was() -> None:
    numbers = np.array([1 / 3, 1e-7, 123456789.123456789, 5e-324, 0.1 + 0.2, 1e22, 0.0])
    nothing = np.full(len(numbers), np.nan)
    role = known_on_lists(nothing, numbers, nothing, nothing, np.zeros(len(numbers), dtype=np.int8))
    ids = np.array([f"l{i}" for i in range(len(numbers))], dtype=object)
    lists = ListsResult("numbers", "Numbers", ids, None, None, numbers, {"gp": role})
    assert [float(row["required_hours"]) for row in as_rows(lists)] == numbers.tolist()


def test_a_spreadsheet_runs_nothing() -> None:
    names = ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "a=1", "'=1", "", 'with "quotes", and\nlines']
    zeros = np.zeros(len(names))
    role = known_on_lists(zeros, zeros, zeros, zeros, np.zeros(len(names), dtype=np.int8))
    lists = ListsResult(
        "x", "X", np.array(names, dtype=object), np.array(names, dtype=object), None, zeros, {"gp": role}
    )
    expected = ["'=1+1", "'+1", "'-1", "'@a", "'\ta", "'\ra", "a=1", "'=1", "", 'with "quotes", and\nlines']
    assert [row["list"] for row in as_rows(lists)] == expected
    assert [row["name"] for row in as_rows(lists)] == expected


def test_without_lists_or_roles_there_is_a_header() -> None:
    empty = ListsResult("x", "X", np.array([], dtype=object), None, None, np.array([]), {})
    assert as_csv(empty) == ",".join(COLUMNS) + "\n"
    file = BytesIO()
    write_parquet(empty, file)
    assert pq.read_table(BytesIO(file.getvalue())).num_rows == 0


def test_blocks_make_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = as_csv(many_lists(1000).lists)
    blocks = list(list_rows.list_rows(many_lists(1000).lists, lists_per_block=7))
    assert len(blocks) == 143
    assert (
        sum(block.num_rows for block in blocks)
        == whole.count("\n") - 1
        == list_rows.list_row_count(many_lists(1000).lists)
    )


def test_parquet_has_the_same_columns_with_types(tmp_path: Path) -> None:
    path = tmp_path / "lists.parquet"
    with path.open("wb") as file:
        write_parquet(rich_result().lists, file)
    table = pq.read_table(path)
    assert table.column_names == COLUMNS
    assert {str(table.schema.field(name).type) for name in COLUMNS[3:8]} == {"double"}
    first = table.slice(3, 1).to_pylist()[0]
    assert (first["name"], first["ratio"], first["state"]) == ("=1+1", 900.5 / 862.5, "overload")
    assert table.column("posts")[6].as_py() is None


def test_the_same_result_gives_the_same_bytes() -> None:
    files = [BytesIO() for _ in range(2)]
    for file in files:
        write_parquet(rich_result().lists, file)
    assert files[0].getvalue() == files[1].getvalue()
    assert as_csv(rich_result().lists) == as_csv(rich_result().lists)
