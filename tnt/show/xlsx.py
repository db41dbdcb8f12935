"""Sheets that every workbook shares: figures in the formats of people, text that is only ever text."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, time
from typing import Any, BinaryIO

import xlsxwriter

from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.figures import Unit, columns_of
from tnt.result.json_values import sayable
from tnt.result.lists import RoleOnLists
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.supply import RoleSupply, Staffing
from tnt.result.total import RoleTotal
from tnt.result.uncertainty import Driver, ListSpreads
from tnt.show.head.guidelines import guideline_line
from tnt.show.manifest import versions_of
from tnt.show.notices import pack_notice, reader_notices
from tnt.show.workbook import plain_workbook

MOST_ROWS = 1_048_575
"""Rows of an Excel sheet below its header."""


_LONGEST_TEXT = 32_767


class TooManyRowsError(ValueError):
    """A sheet cannot hold the rows; another format can."""

    def __init__(self, rows: int) -> None:
        """`rows` is how many there are."""
        super().__init__(f"{rows} rows do not fit in a sheet of {MOST_ROWS}")
        self.rows = rows


def require_room(rows: int) -> None:
    """Raises TooManyRowsError where a sheet has no room for so many rows."""
    if rows > MOST_ROWS:
        raise TooManyRowsError(rows)


@contextmanager
def workbook(result: Result, file: BinaryIO) -> Iterator[xlsxwriter.Workbook]:
    """An empty workbook that is written to the file when its sheets are there; the same result gives the same bytes."""
    with plain_workbook(file, {"constant_memory": True}) as book:
        book.set_properties({"created": datetime.combine(result.as_of, time())})  # not now
        yield book


def write_sheet(book: xlsxwriter.Workbook, name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """A sheet with a header; numbers are numbers, text is never run."""
    sheet = book.add_worksheet(name)
    formats = [_column(book, column) for column in columns]
    for index, (width, form) in enumerate(formats):
        sheet.set_column(index, index, width, form)
    sheet.freeze_panes(1, 1)
    sheet.write_row(0, 0, columns, book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}))
    for number, row in enumerate(rows, start=1):
        for index, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, index, sayable(value)[:_LONGEST_TEXT], formats[index][1])
            elif isinstance(value, bool):
                sheet.write_boolean(number, index, value)
            elif value is not None and math.isfinite(value):
                sheet.write_number(number, index, value, formats[index][1])


_WIDE = {
    "title": 45,
    "guideline": 35,
    "guideline_title": 35,
    "name": 35,
    "recommendation": 35,
    "recommendations": 50,
    "tasks": 50,
    "path": 50,
    "source": 50,
    "note": 50,
    "value": 110,
    "what": 22,
    "file": 35,
    "before": 40,
    "after": 40,
    "before_file": 35,
    "stream": 50,
}


_UNITS: dict[str, Unit | None] = {
    "norm_share_of_capacity": "share",
    **dict.fromkeys(("n", "line", "before_line"), "numbers"),
    **{
        name: unit
        for kind in (RecommendationResult, RoleHours, RoleTotal, RoleSupply, Staffing, RoleOnLists, ListSpreads, Driver)
        for name, unit in columns_of(kind).items()
    },
}
"""Of columns: those of the catalogue, and before them those that are no figure of a result."""
_LOOKS = {"share": "0.0%", "lists": "0", "numbers": "0"}


def _column(book: xlsxwriter.Workbook, name: str) -> tuple[int, Any]:
    """Width of a column, and how its cells look; what is hidden by rounding is still in the cell."""
    shown = _LOOKS.get(_UNITS.get(name) or "", "#,##0.0")
    look = {"text_wrap": True, "valign": "top"} if name in _WIDE else {"valign": "top", "num_format": shown}
    return _WIDE.get(name, 14), book.add_format(look)


def about(result: Result, lang: str) -> Iterable[tuple[str, str]]:
    """What a reader of the workbook must know."""
    yield from (("guideline", guideline_line(one, Texts(lang))) for one in result.guidelines)
    yield "as_of", result.as_of.isoformat()
    yield "lists", result.lists.id
    yield "capacity", "" if result.capacity is None else result.capacity.id
    for one in result.scenarios:
        yield "scenario", f"{one.id} {one.file}"
        if one.note:
            yield "notice", in_language(one.note, lang)
    if result.uncertainty is not None:
        uncertainty = result.uncertainty
        yield "simulated", f"draws={uncertainty.draws} seed={uncertainty.seed} method={uncertainty.method}"
        yield from (("without_range", path) for path in uncertainty.without_range)
    yield "notice", Texts(lang).text("notice.opening")
    for text in [pack_notice(result, lang), *reader_notices(result, Texts(lang))]:
        if text:
            yield "notice", text
    for file in result.inputs:
        yield "input", f"{file.path} sha256:{file.sha256}"
    for name, number in versions_of(result).items():
        yield "version", f"{name} {number}"
