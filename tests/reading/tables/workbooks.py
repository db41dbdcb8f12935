"""Workbooks for tests: sheets of rows, written by another program than reads them."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

Rows = Sequence[Sequence[object]]


def rows_of(text: str, separator: str = ",") -> list[list[object]]:
    """The rows of a CSV text, numbers as numbers."""
    return [[number(cell) for cell in line.split(separator)] for line in text.splitlines()]


def write_sheets(path: Path, sheets: dict[str, Rows], merged: Sequence[str] = ()) -> Path:
    """A workbook with these sheets, each with some merged cells (`A1:D1`)."""
    with xlsxwriter.Workbook(path) as book:
        date = book.add_format({"num_format": "d-mmm"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    if isinstance(value, datetime.date):
                        sheet.write_datetime(row, column, value, date)
                    elif value not in ("", None):
                        sheet.write(row, column, value)
            for place in merged:
                sheet.merge_range(place, "")
                first = xlsxwriter.utility.xl_cell_to_rowcol(place.split(":")[0])
                sheet.write(*first, rows[first[0]][first[1]])
    return path


def with_sheet(path: Path, rows: str, shared: str | None = None) -> Path:
    """The workbook with this XML for the rows of its first sheet, and for its shared texts."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    parts["xl/worksheets/sheet1.xml"] = f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>".encode()
    if shared is not None:
        parts["xl/sharedStrings.xml"] = f"<sst {space}>{shared}</sst>".encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def number(text: str) -> object:
    """A number where a spreadsheet would take the text for one."""
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text
