"""Parquet: numbers stay numbers, and a file that is broken is one problem."""

import contextlib
import random
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.reading.tables.table_cases import counted, only, problems, read
from tnt import limits
from tnt.diagnostics import Code, Problems

PARQUET: dict[str, list[Any]] = {"practice": ["A", "B"], "male_0+": [1, 2], "female_0+": [3.5, 4.0]}


def test_parquet(tmp_path: Path) -> None:
    pq.write_table(pa.table(PARQUET | {"fte": [None, 1.5]}), tmp_path / "table.parquet")
    lists = read(tmp_path, None, table="table.parquet", staff={"gp": {"posts": "fte"}})
    assert (lists.ids.tolist(), counted(lists)) == (["A", "B"], [[3.5, 1], [4, 2]])
    assert str(lists.posts["gp"].tolist()) == "[nan, 1.5]"


def test_parquet_as_pandas_writes_it(tmp_path: Path) -> None:
    columns = {"code": [101.0, 101.0, None], "age": [0.0, 1.0, None], "n": [3, 4, None]}
    pq.write_table(pa.table(columns), tmp_path / "table.parquet")
    lists = read(
        tmp_path,
        None,
        table="table.parquet",
        shape="long",
        id="code",
        ages="age",
        people="n",
        decimal=",",
        separator=";",
    )
    assert (lists.ids.tolist(), counted(lists)) == (["101"], [[3, 4]])


def test_parquet_cells(tmp_path: Path) -> None:
    columns = {"practice": ["A", "B", "C"], "male_0+": [1, None, -1], "female_0+": [float("inf"), float("nan"), 1.5]}
    pq.write_table(pa.table(columns), tmp_path / "table.parquet")
    found = problems(tmp_path, None, table="table.parquet")
    assert [(d.code, d.place.cell) for d in found] == [
        (Code.CELL_NOT_NUMBER, (2, "female_0+")),
        (Code.CELL_MISSING, (3, "female_0+")),
        (Code.CELL_MISSING, (3, "male_0+")),
        (Code.CELL_NEGATIVE, (4, "male_0+")),
    ]


def test_parquet_of_other_kinds(tmp_path: Path) -> None:
    pq.write_table(pa.table(PARQUET | {"male_0+": [[1], [2]]}), tmp_path / "table.parquet")
    only(problems(tmp_path, None, table="table.parquet"), Code.TABLE_UNREADABLE)
    pq.write_table(pa.table({name: values[:0] for name, values in PARQUET.items()}), tmp_path / "table.parquet")
    assert (
        only(problems(tmp_path, None, table="table.parquet"), Code.TABLE_UNREADABLE).values["reason"] == "header-only"
    )


def test_parquet_that_unpacks_to_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TABLE_CONTENT_BYTES", 100_000)
    pq.write_table(
        pa.table({"practice": ["x" * 1000] * 1000, "male_0+": [1] * 1000, "female_0+": [1] * 1000}),
        tmp_path / "table.parquet",
    )
    assert (tmp_path / "table.parquet").stat().st_size < 10_000
    only(problems(tmp_path, None, table="table.parquet"), Code.TABLE_TOO_LARGE)


def test_parquet_that_is_broken(tmp_path: Path) -> None:
    pq.write_table(pa.table(PARQUET), tmp_path / "whole.parquet")
    whole = (tmp_path / "whole.parquet").read_bytes()
    for broken in (b"PAR1 no", whole[:-20]):
        found = only(problems(tmp_path, broken, table="table.parquet"), Code.TABLE_UNREADABLE)
        assert found.values["reason"] == "parquet"
    chance = random.Random(7)
    for _ in range(60):
        place = chance.randrange(len(whole))
        broken = whole[:place] + bytes([chance.randrange(256)]) + whole[place + 1 :]
        with contextlib.suppress(Problems):  # a byte that does not matter, or a problem; nothing else may be raised
            read(tmp_path, broken, table="table.parquet")
