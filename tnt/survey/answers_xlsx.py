"""Answers in workbooks: filled forms, and sheets with the columns of the CSV. Formulas and macros are never run."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, Problems
from tnt.reading.table_file import too_large
from tnt.survey.answers import Cell, Written
from tnt.survey.answers_csv import KNOWN, NEEDED
from tnt.survey.form_xlsx import CODE_KEY, KEYS

Row = list[Cell]


def read_xlsx(path: Path) -> tuple[list[Written], list[Diagnostic]]:
    """As `read_csv`, of every sheet that has answers."""
    _check_parts(path)
    rows: list[Written] = []
    others: list[Diagnostic] = []
    tables = [found for found in (_table(sheet) for sheet in _sheets(path)) if found is not None]
    if not tables:
        raise _no_form(path, "no-table")
    for code, columns, answers in tables:
        rows += _written(code, columns, answers)
        others += _others(columns, answers)
    return rows, others


def _check_parts(path: Path) -> None:
    """Refuse an archive that unpacks to more than a form can hold, or that declares entities, before it is parsed."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            if (
                len(parts) > limits.ANSWERS_PARTS
                or sum(part.file_size for part in parts) > limits.ANSWERS_CONTENT_BYTES
            ):
                raise too_large(Place(str(path)), limits.ANSWERS_CONTENT_BYTES, "bytes")
            for part in parts:
                if b"<!DOCTYPE" in archive.read(part).replace(b"\0", b""):
                    raise _no_form(path, "broken")
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        if isinstance(error, FileNotFoundError | PermissionError):
            raise
        raise _no_form(path, "broken") from None


def _sheets(path: Path) -> list[list[Row]]:
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of a workbook that are not read here
            book = openpyxl.load_workbook(path, read_only=True, keep_links=False)
            return [list(_rows(sheet, path)) for sheet in book.worksheets]
    except Problems:
        raise
    except Exception:  # a broken workbook fails anywhere in openpyxl, with anything
        raise _no_form(path, "broken") from None


def _rows(sheet: Any, path: Path) -> Iterator[Row]:
    """The rows of a sheet, each cell with its place: the row, and the column as `Sheet!D`."""
    from openpyxl.utils import get_column_letter

    sheet.reset_dimensions()  # what the file says of its size need not be true
    filled = 0
    for number, row in enumerate(sheet.iter_rows(max_col=limits.ANSWERS_COLUMNS), start=1):
        cells = [
            Cell(
                _text(cell.value),
                Place(str(path), cell=(number, f"{sheet.title}!{get_column_letter(column)}")),
                is_formula=cell.data_type == "f",
            )
            for column, cell in enumerate(row, start=1)
        ]
        filled += any(cell.text for cell in cells)
        if filled > limits.ANSWERS_ROWS:
            raise too_large(Place(str(path)), limits.ANSWERS_ROWS, "rows")
        yield cells


def _table(rows: list[Row]) -> tuple[Cell | None, dict[str, int], list[Row]] | None:
    """The code above the answers (a filled form), what each column is, and the rows below; None without a table."""
    code = None
    for index, row in enumerate(rows):
        texts = [cell.text.lower() for cell in row]
        if texts[:1] == [CODE_KEY] and "task" not in texts:
            code = _at(row, KEYS.index("minutes"))
        columns = {text: column for column, text in reversed(list(enumerate(texts))) if text}
        if {"task", "minutes"} <= columns.keys() and (code is not None or CODE_KEY in columns):
            return code, columns, rows[index + 1 :]
    return None


def _written(code: Cell | None, columns: dict[str, int], rows: Sequence[Row]) -> Iterator[Written]:
    for row in rows:
        minutes = _at(row, columns["minutes"])
        if minutes is None or not (minutes.text or minutes.is_formula):
            continue
        empty = Cell("", minutes.place)
        given = {name: _at(row, columns[name]) or empty for name in (*NEEDED, "cases") if name in columns}
        yield Written(given.get("respondent") or code or empty, given["task"], minutes, given.get("cases") or empty)


def _others(columns: dict[str, int], rows: Sequence[Row]) -> Iterator[Diagnostic]:
    """A warning for each column that holds something nobody asked for."""
    seen = {column for name, column in columns.items() if name in KNOWN}
    for row in rows:
        for column, cell in enumerate(row):
            if cell.text and column not in seen and cell.place.cell is not None:
                seen.add(column)
                yield Diagnostic(Code.SURVEY_COLUMN, cell.place, {"column": cell.place.cell[1]})


def _at(row: Row, column: int) -> Cell | None:
    return row[column] if column < len(row) else None


def _text(value: object) -> str:
    """A cell as people see it: 15, not 15.0."""
    if value is None:
        return ""
    return f"{value:.15g}" if isinstance(value, float) else str(value).strip()


def _no_form(path: Path, reason: str) -> Problems:
    return Problems((Diagnostic(Code.SURVEY_NOT_A_FORM, Place(str(path)), {"reason": reason}),))
