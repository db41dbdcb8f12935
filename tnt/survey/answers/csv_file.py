"""Answers in a CSV file with the columns respondent, task, minutes and, if there, cases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink, problem
from tnt.reading.tables.files.csv_file import CsvFile
from tnt.reading.tables.files.heading import CsvForm
from tnt.survey.answers.answers import AnswerRow, Cell
from tnt.survey.answers.budget import AnswersBudget

NEEDED = ("respondent", "task", "minutes")
CASE_COLUMNS = ("cases", "antall")
"""What the column of cases is called; the first that is there is read."""
KNOWN = (*NEEDED, "cases", "recommendation", "title")
"""Columns a table of answers may have; others are not read."""
Column = TypeVar("Column", str, int)
"""Where a column is found: by its heading in the file, or by its place."""


def read_csv(path: Path, spent: AnswersBudget, problems: ProblemSink) -> list[AnswerRow]:
    """Rows with an answer; a warning for each column that is not read. Raises Problems where it is no such table."""
    file = CsvFile(path, str(path), CsvForm())
    columns = with_cases({name.strip().lower(): name for name in file.header})
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        columns_missing = ", ".join(missing)
        raise problem(Code.SURVEY_NOT_A_FORM, Place(str(path)), reason="columns-missing", columns=columns_missing)
    problems.extend(
        Diagnostic(Code.SURVEY_COLUMN, Place(str(path), cell=(1, name)), {"column": name})
        for name in file.header
        if name not in [columns.get(known) for known in KNOWN]
    )
    read = [columns[name] for name in (*NEEDED, "cases") if name in columns]
    return list(_rows(path, file, read, spent))


def with_cases(columns: dict[str, Column]) -> dict[str, Column]:
    """The columns with that of cases under its first name."""
    found = next((columns[name] for name in CASE_COLUMNS if name in columns), None)
    return columns if found is None else columns | {CASE_COLUMNS[0]: found}


def _rows(path: Path, file: CsvFile, columns: list[str], spent: AnswersBudget) -> Iterator[AnswerRow]:
    sheet = file.read(columns)
    spent.fill(path, len(sheet))
    texts = [sheet.labels(column).tolist() for column in columns]
    for record, row in enumerate(zip(*texts, strict=True)):
        cells = [Cell(text, sheet.place(record, column)) for text, column in zip(row, columns, strict=True)]
        respondent, task, minutes, *cases = cells
        if minutes.text:
            yield AnswerRow(respondent, task, minutes, cases[0] if cases else Cell("", minutes.place))
