"""Filling in a form as a clinician does, and packs to ask about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl

from tests.command_line import CAPACITY, LISTS, TABLE

GUIDELINE = """\
format: tnt/1
guideline: demo
title: {nb: Prøve, en: Demo}
sources:
  study: {title: A study, kind: study, year: 2020}
recommendations:
  check:
    title: {nb: Årlig kontroll, en: Yearly check}
    population: {ages: 40+}
    tasks:
      visit: {title: {nb: Konsultasjon, en: Visit}, role: gp, time: 15 min, frequency: 1 / year}
      letter: {after: visit, role: gp, contact: inbox, time: 2 min}
      talk: {role: gp, time: null, frequency: every 5 years}
      known: {role: gp, time: {mean: 9 min, source: study}, frequency: 1 / year}
      bloods: {role: nurse, time: 5 min, frequency: 1 / year}
  group:
    population: {ages: 60+}
    tasks:
      session: {role: gp, contact: group, group_size: 10, time: 300 min, frequency: 1 / year}
"""


def write_pack(folder: Path) -> Path:
    files = {"demo.yaml": GUIDELINE, "lists.yaml": LISTS, "lists.csv": TABLE, "capacity.yaml": CAPACITY}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def fill(form: Path, filled: Path, code: object, minutes: Sequence[object], cases: Sequence[object] = ()) -> Path:
    """Save the form with a code and answers, in the order of its lines; None leaves a line empty."""
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1)}
    sheet.cell(rows["respondent"], 4).value = code
    for column, answers in ((4, minutes), (5, cases)):
        for row, answer in enumerate(answers, start=rows["task"] + 1):
            sheet.cell(row, column).value = answer
    filled.parent.mkdir(exist_ok=True)
    book.save(filled)
    return filled


def table(path: Path, *rows: str, heading: str = "respondent,task,minutes") -> Path:
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return path
