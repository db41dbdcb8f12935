"""A form as a workbook: only the cells to fill in are open, and no text is ever a formula."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any, BinaryIO

import xlsxwriter

from tnt.language.documents.plausible_minutes import FEWEST_MINUTES, MOST_MINUTES
from tnt.locale import Texts
from tnt.show.workbook import plain_workbook
from tnt.survey.form.form import Form

FORM_KEYS = ("task", "recommendation", "title", "minutes", "cases")
"""The hidden row above the answers: what each column is, in every language."""
CODE_KEY = "respondent"
"""In the hidden first column: this row has the respondent's code under `minutes`."""

_WIDTHS = (2, 38, 46, 17, 17)
_OPEN = {"locked": False, "bg_color": "#FFF8E1", "border": 1, "align": "center", "valign": "vcenter"}


def write_form_xlsx(form: Form, made: date, file: BinaryIO) -> None:
    """Write the workbook; the same form and date give the same bytes."""
    with plain_workbook(file, {}) as book:
        book.set_properties({"created": datetime.combine(made, time()), "title": form.title})
        _fill(book, book.add_worksheet(Texts(form.lang).text("survey.sheet")), form)


def _fill(book: xlsxwriter.Workbook, sheet: Any, form: Form) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width, None, {"hidden": column == 0})
    sheet.write_string(0, 1, form.title, book.add_format({"bold": True, "font_size": 16}))
    sheet.write_string(1, 1, form.subtitle)
    row = 2
    for text in form.instructions:
        sheet.merge_range(row, 1, row, 4, "", wrapped)
        sheet.write_string(row, 1, text, wrapped)
        sheet.set_row(row, 15 * (1 + len(text) // 120))
        row += 1
    row = _code(book, sheet, form, row + 1)
    row = _headings(book, sheet, form, row + 1)
    _answers(book, sheet, form, row)
    sheet.write_string(row + len(form.rows) + 1, 1, form.footer)
    sheet.protect(options={"select_locked_cells": True, "format_columns": True, "format_rows": True})
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _code(book: xlsxwriter.Workbook, sheet: Any, form: Form, row: int) -> int:
    sheet.write_string(row, 0, CODE_KEY)
    sheet.merge_range(row, 1, row, 2, "", book.add_format({"bold": True}))
    sheet.write_string(row, 1, form.code_label, book.add_format({"bold": True, "align": "right"}))
    sheet.write_blank(row, 3, None, book.add_format(_OPEN | {"num_format": "@"}))
    message = _message(form, "code")
    sheet.data_validation(
        row, 3, row, 3, {"validate": "length", "criteria": "between", "minimum": 1, "maximum": 8, **message}
    )
    return row + 1


def _headings(book: xlsxwriter.Workbook, sheet: Any, form: Form, row: int) -> int:
    look = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2})
    for column, heading in enumerate(form.columns, start=1):
        sheet.write_string(row, column, heading, look)
    sheet.set_row(row, 48)
    for column, key in enumerate(FORM_KEYS):
        sheet.write_string(row + 1, column, key)
    sheet.set_row(row + 1, None, None, {"hidden": True})
    sheet.repeat_rows(row)
    return row + 2


def _answers(book: xlsxwriter.Workbook, sheet: Any, form: Form, first: int) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BBBBBB"})
    opened = book.add_format(_OPEN)
    for row, row_of_task in enumerate(form.rows, start=first):
        task = f"{row_of_task.title}\n{row_of_task.definition}"
        sheet.write_string(row, 0, row_of_task.path)
        recommendation = f"{row_of_task.number}. {row_of_task.recommendation}"
        sheet.write_string(row, 1, recommendation, wrapped)
        sheet.write_string(row, 2, task, wrapped)
        sheet.write_blank(row, 3, None, opened)
        sheet.write_blank(row, 4, None, opened)
        lines = sum(1 + len(line) // 48 for line in task.splitlines())
        sheet.set_row(row, 15 * max(2, lines, 1 + len(recommendation) // 36))
    last = first + len(form.rows) - 1
    above_zero = {"criteria": ">", "value": 0}
    sheet.data_validation(first, 3, last, 3, {"validate": "decimal", **above_zero, **_message(form, "minutes")})
    sheet.data_validation(
        first, 4, last, 4, {"validate": "integer", "criteria": ">=", "value": 1, **_message(form, "cases")}
    )
    unlikely = book.add_format(
        {"bg_color": "#F4B183", "num_format": f'0.## "{Texts(form.lang).text("survey.unlikely")}"'}
    )
    limits = {"criteria": "not between", "minimum": FEWEST_MINUTES, "maximum": MOST_MINUTES}
    blank = {"type": "blanks", "stop_if_true": True, "format": None}
    sheet.conditional_format(first, 3, last, 3, blank)
    sheet.conditional_format(first, 3, last, 3, {"type": "cell", **limits, "format": unlikely})


def _message(form: Form, what: str) -> dict[str, str]:
    """What a spreadsheet says beside an open cell, and when what is typed will not do (Excel's limits: 32, 255)."""
    texts = Texts(form.lang)
    message = texts.text(f"survey.cell-{what}")
    return {"input_message": message, "error_title": texts.text("survey.cell-error"), "error_message": message}
