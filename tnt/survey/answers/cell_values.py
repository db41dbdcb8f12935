"""What is stored in a cell of a workbook -> what people see in it, as far as it matters for answers."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

DATE_FORMATS = frozenset(map(str, (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))))
"""Numbers of the formats that need not be written down and show a date or a time."""
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
"""Texts, escapes, colours and conditions inside a format."""
_FIRST_DAY = datetime(1899, 12, 30)
_DAYS_TO_1904 = 1_462


def is_date_format(written: str) -> bool:
    """Whether a format shows a date or a time, so that the number behind it is not what people wrote."""
    return re.search("[dmyhs]", _NOT_SHOWN.sub("", written.split(";")[0]), re.IGNORECASE) is not None


def as_number(stored: str) -> str:
    """15 rather than 15.0; what is no number stays as it is stored."""
    try:
        return f"{float(stored):.15g}" if len(stored) <= 40 and "_" not in stored else stored
    except ValueError:
        return stored


def as_date(stored: str, starts_1904: bool) -> str:
    """A day and a time of day, or only this; what is neither stays as it is stored."""
    try:
        days = float(stored)
        skipped = _DAYS_TO_1904 if starts_1904 else int(1 <= days < 60)  # workbooks know a 29 February 1900
        moment = _FIRST_DAY + timedelta(days=days + skipped)
    except (ValueError, OverflowError):
        return stored
    return str(moment.time() if 0 <= days < 1 else moment)
