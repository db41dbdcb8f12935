"""Answers in workbooks: filled forms, and sheets with the columns of the CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.survey.answers.answers import AnswerRow, Cell
from tnt.survey.answers.budget import AnswersBudget
from tnt.survey.answers.csv_file import KNOWN, NEEDED, with_cases
from tnt.survey.answers.workbook import Worksheet, no_form, worksheets
from tnt.survey.answers.workbook_parts import Row
from tnt.survey.form.xlsx import CODE_KEY, FORM_KEYS


def read_xlsx(path: Path, spent: AnswersBudget, problems: ProblemSink) -> list[AnswerRow]:
    """As `read_csv`, of every sheet that has answers."""
    tables = [table for sheet in worksheets(path, spent) if (table := _table(path, sheet)) is not None]
    if not tables:
        raise no_form(path, "no-table")
    problems.extend(column for table in tables for column in table.others())
    return [row for table in tables for row in table.written()]


@dataclass(frozen=True)
class _Table:
    """The code above the answers (a filled form), what each column is, and the rows below."""

    path: Path
    sheet: str
    code: Cell | None
    columns: dict[str, int]
    rows: Sequence[Row]

    def written(self) -> Iterator[AnswerRow]:
        """Rows with an answer."""
        given = {name: self.columns[name] for name in (*NEEDED, "cases") if name in self.columns}
        for row in self.rows:
            cells = {name: _cell(self.path, self.sheet, row, column) for name, column in given.items()}
            minutes = cells["minutes"]
            if minutes.text or minutes.is_formula:
                empty = Cell("", minutes.place)
                respondent = cells.get("respondent") or self.code or empty
                yield AnswerRow(respondent, cells["task"], minutes, cells.get("cases") or empty)

    def others(self) -> Iterator[Diagnostic]:
        """A warning for each column that holds something nobody asked for."""
        seen = {column for name, column in self.columns.items() if name in KNOWN}
        for row in self.rows:
            for column in sorted(row.texts.keys() - seen):
                seen.add(column)
                place = _cell(self.path, self.sheet, row, column).place
                yield Diagnostic(Code.SURVEY_COLUMN, place, {"column": _name(self.sheet, column)})


def _table(path: Path, sheet: Worksheet) -> _Table | None:
    """The table of a sheet; None where it has none."""
    code = None
    for index, row in enumerate(sheet.rows):
        texts = {column: text.lower() for column, text in row.texts.items()}
        if texts.get(0) == CODE_KEY and "task" not in texts.values():
            code = _cell(path, sheet.title, row, FORM_KEYS.index("minutes"))
        columns = with_cases({text: column for column, text in sorted(texts.items(), reverse=True)})
        if {"task", "minutes"} <= columns.keys() and (code is not None or CODE_KEY in columns):
            return _Table(path, sheet.title, code, columns, sheet.rows[index + 1 :])
    return None


def _cell(path: Path, sheet: str, row: Row, column: int) -> Cell:
    """A cell with its place: the row, and the column as `Sheet!D`."""
    place = Place(str(path), cell=(row.number, _name(sheet, column)))
    return Cell(row.texts.get(column, ""), place, is_formula=column in row.formulas)


def _name(sheet: str, column: int) -> str:
    assert column < 702  # limits.ANSWERS_COLUMNS is far below ZZ
    letters = (chr(ord("A") + column // 26 - 1) if column >= 26 else "") + chr(ord("A") + column % 26)
    return f"{sheet}!{letters}"
