"""Opens a table by the ending of its name."""

from __future__ import annotations

from pathlib import Path

from tnt.language.documents.lists import ListsDocument, TotalPeople
from tnt.language.documents.second_table import SecondTable
from tnt.reading.tables.bands import BandPattern, Stratum
from tnt.reading.tables.files.csv_file import CsvFile
from tnt.reading.tables.files.file import WORKBOOKS, TableFile, checked_path, shown_path
from tnt.reading.tables.files.heading import CsvForm
from tnt.reading.tables.files.wanted import Wanted
from tnt.reading.tables.findings import Locate
from tnt.reading.tables.layout import age_names, columns_of, sex_words
from tnt.reading.tables.words.sex_words import SEX_OF


def open_table(
    document: ListsDocument | SecondTable, folder: Path, locate: Locate, wanted: Wanted | None = None
) -> TableFile:
    """The table of a lists file in `folder`, its header read; `Problems` where it is no table that may be read.

    The heading is found by what is `wanted` of it: what the lists file says, where that is left out.
    """
    assert document.table is not None  # a second table without one is in the table of the lists
    path = checked_path(document.table, folder, locate(("table",)), may_leave=True)
    name, ending = shown_path(folder, document.table), path.name.lower()
    wanted = wanted or _wanted(document)
    if ending.endswith(".parquet"):
        from tnt.reading.tables.files.parquet_file import ParquetFile  # its library brings a web of others with it

        return ParquetFile(path, name)
    if ending.endswith(".json"):
        from tnt.reading.tables.files.json_stat import JsonStatFile

        return JsonStatFile(path, name)
    if ending.endswith(WORKBOOKS):
        from tnt.reading.tables.files.xlsx_file import XlsxFile, XlsxForm

        key = "table" if document.sheet is None else "sheet"
        return XlsxFile(path, name, XlsxForm(document.sheet, locate((key,)), document.skip_rows, wanted))
    return CsvFile(path, name, CsvForm(document.separator, document.encoding, document.skip_rows, wanted))


def _wanted(document: ListsDocument | SecondTable) -> Wanted:
    """What the heading holds, as the lists file says."""
    if isinstance(document, SecondTable):
        named = {document.column, *document.where, document.id}
        return Wanted(frozenset(column for column in named if column is not None))
    columns = frozenset(columns_of(document))
    if document.shape == "long" or isinstance(document.people, TotalPeople):
        return Wanted(columns)
    pattern = BandPattern(document.people, sex_words(document) or SEX_OF, age_names(document))
    return Wanted(columns, lambda cell: isinstance(pattern.stratum(cell), Stratum))
