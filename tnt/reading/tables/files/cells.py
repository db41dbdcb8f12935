"""Values as libraries give them, one Python object a cell -> columns as a sheet holds them."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import pyarrow as pa

from tnt.reading.tables.files.arrow_numpy import column_of_floats, column_of_texts

_NUMBERS = {float, int}


def column_of(values: Sequence[object]) -> pa.ChunkedArray:
    """A column of floats where every cell is a number or empty ("" or None), else of texts. ValueError for texts that
    hold what no text file does."""
    kinds = set(map(type, values))
    if kinds <= _NUMBERS:
        return column_of_floats(np.array(values, dtype=float))
    if kinds - _NUMBERS <= {str, type(None)} and not any(value and type(value) is str for value in values):
        return column_of_floats(np.array([np.nan if value == "" else value for value in values], dtype=float))
    texts = list(map(shown, values))
    if any("\0" in text for text in texts):
        raise ValueError("a text with a zero byte")
    return column_of_texts(texts)


def shown(value: object) -> str:
    """A cell as text: whole numbers without decimals, dates as 2026-05-14, nothing for an empty cell."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case float() if math.isfinite(value):
            return _without_mark(value)
        case datetime.datetime():
            return value.isoformat(" ")
    return str(value)


def _without_mark(value: float) -> str:
    """1875e-3 for 1.875, which among texts might be read as thousands: what is a number is not for marks to decide."""
    sign, digits, exponent = Decimal(repr(value)).as_tuple()
    return f"{'-' * sign}{''.join(map(str, digits))}e{exponent}"
