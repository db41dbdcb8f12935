"""Parquet of every list and role: the columns of the CSV, with types, nothing prefixed."""

from __future__ import annotations

from typing import BinaryIO

import pyarrow.parquet as pq

from tnt.result.list_rows import SCHEMA, list_rows
from tnt.result.model import ListsResult


def write_parquet(lists: ListsResult, file: BinaryIO) -> None:
    """Write one row per list and role; unknown is null."""
    with pq.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
        for block in list_rows(lists):
            writer.write_batch(block)
