"""Tables made to cost much: each is written to a folder beside a lists file that names it."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from itertools import chain, repeat
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.reading.tables.workbooks import with_sheet, write_sheets

HEADER = "practice,male_0+,female_0+\n"
LISTS = "format: tnt/1\nlists: made\ntable: {table}\nid: practice\npeople: '{{sex}}_{{ages}}'\n"


def lists_file(folder: Path, table: str, more: str = "") -> None:
    (folder / "lists.yaml").write_text(LISTS.format(table=table) + more)


def csv_table(folder: Path, pieces: Iterable[str], more: str = "") -> None:
    lists_file(folder, "t.csv", more)
    with (folder / "t.csv").open("w") as file:
        file.writelines(pieces)


def gz_table(folder: Path, pieces: Iterable[str]) -> None:
    lists_file(folder, "t.csv.gz")
    with gzip.open(folder / "t.csv.gz", "wt", compresslevel=1) as file:
        file.writelines(pieces)


def parquet_table(folder: Path, ids: pa.Array, **how: object) -> None:
    lists_file(folder, "t.parquet")
    people = pa.nulls(len(ids), pa.int64()).fill_null(1)
    table = pa.table({"practice": ids, "male_0+": people, "female_0+": people})
    pq.write_table(table, folder / "t.parquet", **how)


def xlsx_table(folder: Path, rows: str, shared: str | None = None) -> None:
    """`rows` is the XML of those below the heading."""
    lists_file(folder, "t.xlsx")
    heading = zip("ABC", HEADER.strip().split(","), strict=True)
    cells = (f'<c r="{column}1" t="inlineStr"><is><t>{name}</t></is></c>' for column, name in heading)
    path = write_sheets(folder / "t.xlsx", {"Lists": [["text"]]})
    with_sheet(path, f'<row r="1">{"".join(cells)}</row>{rows}', shared)


def cells(row: int, text: str = "<v>1</v>") -> str:
    return f'<row r="{row}">' + "".join(f'<c r="{column}{row}">{text}</c>' for column in "ABC") + "</row>"


def repeated(piece: str, times: int) -> Iterable[str]:
    return chain([HEADER], repeat(piece, times))


def wide(lists: int, columns: int) -> Iterable[str]:
    """A wide table with posts and `columns` columns in all."""
    bands = [f"{sex}_{age}" for sex in ("male", "female") for age in range((columns - 2) // 2)]
    yield "practice,posts," + ",".join(bands) + "\n"
    people = ",".join(str(17 + 13 * number % 89) for number in range(len(bands)))
    for number in range(lists):
        yield f"list-{number},2,{people}\n"
