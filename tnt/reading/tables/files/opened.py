"""Opens a table by the ending of its name."""

from __future__ import annotations

from pathlib import Path

from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.second_table import SecondTable
from tnt.reading.tables.files.csv_file import CsvFile, CsvForm
from tnt.reading.tables.files.file import TableFile, checked_path, shown_path
from tnt.reading.tables.findings import Locate


def open_table(document: ListsDocument | SecondTable, folder: Path, locate: Locate) -> TableFile:
    """The table of a lists file in `folder`, its header read; `Problems` where it is no table that may be read."""
    assert document.table is not None  # a second table without one is in the table of the lists
    path = checked_path(document.table, folder, locate(("table",)), may_leave=True)
    name = shown_path(folder, document.table)
    if path.name.lower().endswith(".parquet"):
        from tnt.reading.tables.files.parquet_file import ParquetFile  # its library brings a web of others with it

        return ParquetFile(path, name)
    return CsvFile(path, name, CsvForm(document.separator, document.encoding))
