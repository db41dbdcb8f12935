"""The seeds' tables as Parquet, compressed CSV, sheets and filled workbooks: the same in files nobody can read."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from datetime import datetime

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import xlsxwriter

from tests.fuzz.entries import Files

_FORM = (("respondent", "", "", "r-01", None), ("task", "recommendation", "title", "minutes", "cases"))


def packed(files: Files) -> Iterator[tuple[str, Files]]:
    """How it is packed, and the files with their tables so."""
    texts = {name: data.decode() for name, data in files.items() if isinstance(data, bytes)}
    if tables := [name for name in texts if name.endswith(".csv") and not texts[name].startswith("respondent")]:
        yield "gz", _with(texts, tables, ".csv.gz", lambda text: gzip.compress(text.encode(), mtime=0))
        if all(";" not in texts[name] for name in tables):
            yield "parquet", _with(texts, tables, ".parquet", _parquet)
        yield "lists.xlsx", _with(texts, tables, ".lists.xlsx", _sheet)
    if answers := [name for name in texts if texts[name].startswith("respondent")]:
        yield "xlsx", _with(texts, answers, ".xlsx", _workbook)


def _with(texts: dict[str, str], names: list[str], ending: str, pack: Callable[[str], bytes]) -> Files:
    files: Files = {name.replace(".csv", ending): pack(texts[name]) for name in names}
    for name, text in texts.items():
        if name not in names:
            for table in names:
                text = text.replace(f"table: {table}", f"table: {table.replace('.csv', ending)}")
            files[name] = text.encode()
    return files


def _parquet(text: str) -> bytes:
    file = io.BytesIO()
    table: pa.Table = pyarrow.csv.read_csv(io.BytesIO(text.encode()))
    pq.write_table(table, file)
    return file.getvalue()


def _sheet(text: str) -> bytes:
    """A sheet with a title above the heading, numbers as numbers."""
    file = io.BytesIO()
    separator = ";" if ";" in text.split("\n")[0] else ","
    with xlsxwriter.Workbook(file) as book:
        book.set_properties({"created": datetime(2026, 11, 22)})
        sheet = book.add_worksheet()
        sheet.merge_range("A1:B1", "A table")
        for at, line in enumerate(text.splitlines(), start=2):
            for column, cell in enumerate(line.split(separator)):
                sheet.write(at, column, float(cell) if cell.isdigit() else cell)
    return file.getvalue()


def _workbook(text: str) -> bytes:
    """A filled form: the respondent's code, then a task a row."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        book.set_properties({"created": datetime(2026, 11, 22)})  # the same bytes on any day
        sheet = book.add_worksheet()
        for at, row in enumerate(_FORM):
            sheet.write_row(at, 0, row)
        for at, line in enumerate(text.splitlines()[1:], start=len(_FORM)):
            _, task, minutes, cases = line.split(",")
            sheet.write_row(at, 0, (task, "", "", float(minutes), float(cases) if cases else None))
    return file.getvalue()
