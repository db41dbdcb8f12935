"""The first lines of a CSV file: what separates its columns, and whether a line before the heading says so."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

SEPARATORS = (";", "\t", "|", ",")
"""The usual ones; of two that fit alike the first, as a comma stands in names and numbers too."""
NAMED = {"tab": "\t"}
_LOOKED_AT = 100_000
"""Characters among which the separator is looked for."""


@dataclass(frozen=True)
class Heading:
    """What the first lines tell."""

    separator: str
    columns: int
    lines_before: int
    """1 where a first line `sep=;` tells the separator, as spreadsheets write and do not show; else 0."""
    looks_like: str | None
    """The separator it seems to have, where the one stated is not in it."""


def heading_of(start: str, stated: str | None) -> Heading:
    """Of a file that begins with `start`, where `stated` is the separator its lists file states. csv.Error for a
    heading that is none."""
    start = start.removeprefix("\ufeff")
    told = re.match(r'"?sep=([;,|:~^\t])"?\r?\n', start, re.IGNORECASE)
    if told is not None:
        start = start[told.end() :]
    separator = NAMED.get(stated, stated) if stated else (told[1] if told else _found(start))
    columns = len(next(_rows(start, separator), []))
    other = _found(start) if columns == 1 else separator
    is_another = other != separator and _fits(start, other)[1] > 1
    return Heading(separator, columns, int(told is not None), other if is_another else None)


def _found(start: str) -> str:
    return max(SEPARATORS, key=lambda separator: _fits(start, separator))


def _fits(start: str, separator: str) -> tuple[bool, int]:
    """Whether the first row is as long as the heading, and the cells of the heading."""
    try:
        heading, *rows = islice(_rows(start[:_LOOKED_AT], separator), 2)
    except (csv.Error, ValueError):
        return False, 0
    return len(heading) > 1 and all(len(row) == len(heading) for row in rows), len(heading)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)
