"""Parquet of every list and role: the columns of the CSV, with types, nothing prefixed."""

from __future__ import annotations

from typing import BinaryIO

import pyarrow.parquet as pq

from tnt.report.files.list_rows import Spreads, list_rows, list_schema
from tnt.result.lists import ListsResult
from tnt.result.model import Result
from tnt.show.output import Output


def write_parquet(lists: ListsResult, file: BinaryIO, spreads: Spreads | None = None) -> None:
    """Write one row per list and role; unknown is null."""
    with pq.ParquetWriter(file, list_schema(spreads), compression="zstd") as writer:
        for block in list_rows(lists, spreads):
            writer.write_batch(block)


def _write(result: Result, file: BinaryIO, _: str) -> None:
    write_parquet(result.lists, file, result.list_spreads)


ESTIMATE_PARQUET = Output("parquet", Result, _write, suffix="parquet", is_binary=True)
