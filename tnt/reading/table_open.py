"""Opens a table by the ending of its name."""

from __future__ import annotations

from pathlib import Path

from tnt.format.lists import ListsDocument
from tnt.reading.table_csv import CsvFile, CsvForm
from tnt.reading.table_file import TableFile, checked_path, shown_path
from tnt.reading.table_parquet import ParquetFile
from tnt.reading.table_problems import Locate


def open_table(document: ListsDocument, folder: Path, locate: Locate) -> TableFile:
    """The table of a lists file in `folder`, its header read; `Problems` where it is no table that may be read."""
    path = checked_path(document.table, folder, locate(("table",)), may_leave=True)
    name = shown_path(folder, document.table)
    if path.name.lower().endswith(".parquet"):
        return ParquetFile(path, name)
    return CsvFile(path, name, CsvForm(document.separator, document.decimal, document.encoding))
