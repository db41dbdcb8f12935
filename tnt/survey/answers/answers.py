"""Answers as they are written -> answers that can be counted; everything that will not do is a problem at its cell.

What stands where a code belongs is never repeated in a message: it may be somebody's name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.diagnostics.nearest import Nearest
from tnt.survey.answers.answer import Answer
from tnt.survey.answers.repeated import repeated
from tnt.survey.answers.respondent import code, person_in

MOST_MINUTES = 86_400.0
"""A day, in seconds: beyond it no unit makes sense of a number."""
_NUMBER = re.compile(r"\d{1,9}([.,]\d{1,9})?")
_THOUSANDS = re.compile(r"\d{1,3},\d{3}")
_CASES = re.compile(r"0|[1-9][0-9]{0,5}")
_TASK = re.compile(r"[a-z0-9-]+/[a-z0-9-]+/tasks/[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Cell:
    """What is written in a cell, without surrounding spaces, and where it is."""

    text: str
    place: Place
    is_formula: bool = False


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row with an answer, as it is written; `cases` is an empty text where it is left out."""

    respondent: Cell
    task: Cell
    minutes: Cell
    cases: Cell


def checked(rows: Iterable[AnswerRow], known: Collection[str] | None, problems: ProblemSink) -> list[Answer]:
    """Answers of rows in which nothing is wrong and that rest on a case, if they say on how many.

    `known` are the tasks of the pack; None where there is none, and any task is taken as it is called.
    """
    answers, found, nearest = [], dict[tuple[object, Place], Diagnostic](), Nearest()
    for row in rows:
        row_problems = list(_problems(row, known, nearest))
        found |= {(one.code, one.place): one for one in row_problems}  # a form has one code for all its rows
        if not row_problems and not _is_of_no_case(row):
            answers.append(_answer(row))
        elif not row_problems:
            problems.add(Diagnostic(Code.SURVEY_NO_CASES, row.cases.place, {"task": row.task.text}))
    problems.extend([*found.values(), *repeated(answers)])
    return answers


def _answer(row: AnswerRow) -> Answer:
    cases = int(row.cases.text) if row.cases.text else None
    respondent = code(row.respondent.text)
    assert respondent is not None  # _problems has looked
    return Answer(respondent, row.task.text, number(row.minutes.text), cases, row.minutes.place)


def number(text: str) -> float:
    """15, 12.5 or 12,5."""
    return float(text.replace(",", "."))


def _problems(row: AnswerRow, known: Collection[str] | None, nearest: Nearest) -> Iterator[Diagnostic]:
    for cell in (row.respondent, row.task, row.minutes, row.cases):
        if cell.is_formula or cell.text.startswith("="):
            yield Diagnostic(Code.SURVEY_FORMULA, cell.place)
            return
    yield from _respondent(row.respondent)
    yield from _task(row.task, known, nearest)
    if not _is_minutes(row.minutes.text):
        yield Diagnostic(Code.SURVEY_MINUTES, row.minutes.place, {"found": row.minutes.text})
    if row.cases.text and not _CASES.fullmatch(row.cases.text):
        yield Diagnostic(Code.SURVEY_CASES, row.cases.place, {"found": row.cases.text})


def _is_of_no_case(row: AnswerRow) -> bool:
    return row.cases.text == "0"


def _is_minutes(text: str) -> bool:
    """Above 0, with a decimal comma or point; 1,500 is refused, since it may be one and a half or 1,500."""
    is_number = bool(_NUMBER.fullmatch(text)) and not _THOUSANDS.fullmatch(text)
    return is_number and 0 < number(text) <= MOST_MINUTES


def _respondent(cell: Cell) -> Iterator[Diagnostic]:
    if code(cell.text) is not None:
        return
    person = person_in(cell.text)
    if person is not None:
        yield Diagnostic(Code.RESPONDENT_NAMED, cell.place, {"kind": person})
    else:
        yield Diagnostic(Code.RESPONDENT_WITHOUT_CODE, cell.place)


def _task(cell: Cell, known: Collection[str] | None, nearest: Nearest) -> Iterator[Diagnostic]:
    if cell.text in known if known is not None else _TASK.fullmatch(cell.text):
        return
    yield Diagnostic(Code.SURVEY_TASK, cell.place, {"found": cell.text}, nearest.word(cell.text, known or ()))
