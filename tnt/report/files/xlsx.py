"""A workbook: totals, recommendations, lists, numbers, and what a reader must know.

Numbers are numbers; text is never a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

import pandas as pd

from tnt.analyses.uncertainty.frames import drivers_frame
from tnt.language.values.roles import PATIENT
from tnt.report.files.frames import (
    changes_frame,
    numbers_frame,
    own_time_frame,
    own_time_total_frame,
    recommendations_frame,
    supply_frame,
    totals_frame,
)
from tnt.report.files.list_rows import list_row_count, list_rows, list_schema
from tnt.report.files.shared_work_frame import shared_work_frame
from tnt.result.model import Result
from tnt.show.output import Output
from tnt.show.xlsx import about, require_room, workbook, write_sheet


def write_xlsx(result: Result, file: BinaryIO, lang: str = "en") -> None:
    """Write the workbook, with texts in `lang` and the column names of the frames.

    Raises TooManyRowsError before writing anything.
    """
    require_room(list_row_count(result.lists))
    with workbook(result, file) as book:
        write_sheet(book, "Summary", *_of_frame(totals_frame(result, lang)))
        if result.supply:
            write_sheet(book, "Capacities", *_of_frame(supply_frame(result, lang)))
        write_sheet(book, "Recommendations", *_of_frame(recommendations_frame(result, lang)))
        if PATIENT in result.total:
            write_sheet(book, "Patient", *_of_frame(own_time_total_frame(result, lang)))
            write_sheet(book, "Patient by recommendation", *_of_frame(own_time_frame(result, lang)))
        if result.shared_work:
            write_sheet(book, "Shared work", *_of_frame(shared_work_frame(result)))
        write_sheet(book, "Lists", list_schema(result.list_spreads).names, _list_rows(result))
        if result.uncertainty is not None:
            write_sheet(book, "What drives it", *_of_frame(drivers_frame(result, lang)))
        write_sheet(book, "Numbers", *_of_frame(numbers_frame(result, lang)))
        if result.changes:
            write_sheet(book, "Changes", *_of_frame(changes_frame(result)))
        write_sheet(book, "About", ("what", "value"), about(result, lang))


def _of_frame(frame: pd.DataFrame) -> tuple[list[str], Iterable[Sequence[Any]]]:
    return list(frame.columns), frame.itertuples(index=False, name=None)


def _list_rows(result: Result) -> Iterable[Sequence[Any]]:
    for block in list_rows(result.lists, result.list_spreads):
        yield from zip(*(column.to_pylist() for column in block.columns), strict=True)


ESTIMATE_XLSX = Output("xlsx", Result, write_xlsx, suffix="xlsx", is_binary=True)
