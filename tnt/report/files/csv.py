"""CSV of every list and role. Text stands in quotes, numbers are bare and unrounded; unknown is an empty cell.

Spreadsheets run text that begins with = + - @, a tab or a carriage return: such text gets an apostrophe in front. The
same signs in full width count, also behind what is not seen, and so does what would begin a cell where the file is cut
at semicolons, tabs or line breaks.
"""

from __future__ import annotations

from typing import BinaryIO

import pyarrow as pa
from pyarrow.csv import CSVWriter, WriteOptions

from tnt.report.files.list_rows import Spreads, list_rows, list_schema
from tnt.result.lists import ListsResult
from tnt.result.model import Result
from tnt.show.csv import prefixed
from tnt.show.output import Output


def write_csv(lists: ListsResult, file: BinaryIO, spreads: Spreads | None = None) -> None:
    """Write one row per list and role, UTF-8, comma and line feed, with the fixed columns."""
    with CSVWriter(file, list_schema(spreads), write_options=WriteOptions(quoting_header="none")) as writer:
        for block in list_rows(lists, spreads):
            writer.write_batch(_harmless(block))


def _harmless(block: pa.RecordBatch) -> pa.RecordBatch:
    columns = [
        prefixed(column) if name in ("list", "name") else column
        for name, column in zip(block.schema.names, block.columns, strict=True)
    ]
    return pa.record_batch(columns, schema=block.schema)


def _write(result: Result, file: BinaryIO, _: str) -> None:
    write_csv(result.lists, file, result.list_spreads)


ESTIMATE_CSV = Output("csv", Result, _write, suffix="csv")
