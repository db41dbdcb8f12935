"""XLSX: a sheet of a workbook; numbers stay numbers, formulas are what they came to when the file was saved."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyarrow as pa
from python_calamine import CalamineSheet

from tnt import limits
from tnt.diagnostics import Place
from tnt.reading.tables.files.cells import column_of, shown
from tnt.reading.tables.files.file import check_size, too_large, unreadable, with_rows
from tnt.reading.tables.files.sheet import Sheet, filled
from tnt.reading.tables.files.wanted import Wanted, are_filled
from tnt.reading.tables.files.workbook import chosen_sheet, open_workbook, refusing


@dataclass(frozen=True)
class XlsxForm:
    """Which sheet is meant, and where its heading stands; None: to be found."""

    sheet: str | None
    sheet_at: Place
    """Where the lists file names the sheet, or would."""
    skip_rows: int | None
    wanted: Wanted


class XlsxFile:
    """A sheet whose heading has been read."""

    def __init__(self, path: Path, name: str, form: XlsxForm) -> None:
        """Read the sheet of the workbook at `path`, which messages call `name`."""
        self.name = name
        self._place = Place(name)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise unreadable(self._place, error.strerror or "permission") from None
        self._sha256 = hashlib.sha256(content).hexdigest()
        sheet = chosen_sheet(open_workbook(content, self._place), form.sheet, form.sheet_at, self._place)
        if sheet.start is None:
            raise unreadable(self._place, "empty")
        self._first_row, self._first_column = sheet.start
        if sheet.width > limits.TABLE_COLUMNS:
            raise too_large(self._place, limits.TABLE_COLUMNS, "columns")
        check_size(self._place, sheet.height, 1)
        with refusing(self._place):
            self._rows = sheet.to_python()
            self._merged = _merged_down(sheet)
        self._heading = self._found(form)
        self.heading_row = self._first_row + self._heading + 1
        self.header = [shown(cell).strip() for cell in self._rows[self._heading]]
        is_said = form.skip_rows is None and are_filled(map(_texts, self._rows[: self._heading]))
        self._left_out = self.heading_row - 1 if is_said else 0

    def read(self, columns: Sequence[str]) -> Sheet:
        """These columns of all rows; `Problems` where there are none."""
        rows = self._rows[self._heading + 1 :]
        if not rows:
            raise unreadable(self._place, "header-only")
        check_size(self._place, len(rows), len(columns))
        cells = list(zip(*rows, strict=True))
        try:
            values = {column: self._column(cells, self.header.index(column)) for column in columns}
        except ValueError:
            raise unreadable(self._place, "nul") from None
        sheet = with_rows(filled(self.name, self._sha256, values, len(rows), self.heading_row + 1))
        return replace(sheet, rows_above=self._left_out)

    def _found(self, form: XlsxForm) -> int:
        """Position of the heading among the rows that are held."""
        if form.skip_rows is not None:
            heading = max(form.skip_rows - self._first_row, 0)
            if heading >= len(self._rows):
                raise unreadable(self._place, "header-only")
            return heading
        return form.wanted.position(map(_texts, self._rows))

    def _column(self, columns: Sequence[Sequence[object]], index: int) -> pa.ChunkedArray:
        """A text in cells merged down a column is that of each row; a number is not, or people would be counted
        several times."""
        cells = list(columns[index])
        for first, last in self._merged.get(self._first_column + index, []):
            start, end = first - self.heading_row, min(last - self.heading_row + 1, len(cells))
            if 0 <= start < end and isinstance(cells[start], str):
                cells[start:end] = [cells[start]] * (end - start)
        return column_of(cells)


def _merged_down(sheet: CalamineSheet) -> dict[int, list[tuple[int, int]]]:
    """First and last row of cells merged over several rows, by their first column; all count from 0."""
    merged: dict[int, list[tuple[int, int]]] = {}
    for (first, left), (last, _) in sorted(sheet.merged_cell_ranges or []):
        of_column = merged.setdefault(left, [(-1, -1)])
        if of_column[-1][1] < first < last:  # no program lets them overlap
            of_column.append((first, last))
    return merged


def _texts(row: Sequence[object]) -> list[str]:
    return [shown(cell).strip() for cell in row]
