"""The first lines of a CSV file: what separates its columns, and whether a line before the heading says so."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from tnt.language.documents.second_table import Encoding
from tnt.reading.tables.files.wanted import LOOKED_AT, Wanted, are_filled

SEPARATORS = (";", "\t", "|", ",")
"""The usual ones; of two that fit alike the first, as a comma stands in names and numbers too."""
NAMED = {"tab": "\t"}
_LOOKED_AT = 100_000
"""Characters among which the separator is looked for."""


@dataclass(frozen=True)
class CsvForm:
    """How a CSV file is written."""

    separator: str | None = None
    """One character, or `tab`; None: to be found."""
    encoding: Encoding | None = "utf-8"
    """None: UTF-8, or else found."""
    skip_rows: int | None = None
    """Rows above the heading; None: those above the first row that holds what is wanted."""
    wanted: Wanted = field(default_factory=Wanted)


@dataclass(frozen=True)
class Heading:
    """What the first lines tell."""

    separator: str
    columns: int
    lines_before: int
    """Lines above it: titles, and a first line `sep=;` that tells the separator, as spreadsheets write."""
    rows_before: int
    """The same as rows that spreadsheets show."""
    rows_left_out: int
    """The same, if something is in them and nobody stated that they are to be skipped; else 0."""
    looks_like: str | None
    """The separator it seems to have, where the one stated is not in it."""


def heading_of(start: str, form: CsvForm) -> Heading:
    """Of a file that begins with `start`. csv.Error for a heading that is none."""
    start = start.removeprefix("\ufeff")
    told = re.match(r'"?sep=([;,|:~^\t])"?\r?\n', start, re.IGNORECASE)
    if told is not None:
        start = start[told.end() :]
    stated = NAMED.get(form.separator, form.separator) if form.separator else told and told[1]
    separator = stated or _found(start, form)
    rows_before = _fits(start, separator, form).rows_before
    rows = csv.reader(io.StringIO(start, newline=""), delimiter=separator)
    above = list(islice(rows, rows_before))
    lines_before = rows.line_num + (told is not None)
    columns = len(next(rows, []))
    other = _found(start, form) if columns == 1 else separator
    is_another = other != separator and _fits(start, other, form).columns > 1
    left_out = rows_before if form.skip_rows is None and are_filled(above) else 0
    return Heading(separator, columns, lines_before, rows_before, left_out, other if is_another else None)


class _Fit(NamedTuple):
    """How a separator fits, the better the greater."""

    has: int
    """Of what is wanted."""
    is_even: bool
    """Whether the row below the heading is as long."""
    columns: int
    """Cells of the heading."""
    rows_before: int


def _found(start: str, form: CsvForm) -> str:
    there = [separator for separator in SEPARATORS if separator in start[:_LOOKED_AT]]
    if len(there) < 2:
        return there[0] if there else SEPARATORS[0]
    return max(there, key=lambda separator: _fits(start, separator, form)[:3])


def _fits(start: str, separator: str, form: CsvForm) -> _Fit:
    rows: list[list[str]] = []
    with suppress(csv.Error):  # what is no row ends the search, and is told when the table is read
        reader = csv.reader(io.StringIO(start[:_LOOKED_AT], newline=""), delimiter=separator)
        rows.extend(islice(reader, (form.skip_rows or 0) + LOOKED_AT + 1))
    position = form.wanted.position(rows) if form.skip_rows is None else form.skip_rows
    heading, *below = [*rows[position : position + 2], []][:2]
    is_even = len(heading) > 1 and all(len(row) == len(heading) for row in below if row)
    return _Fit(form.wanted.has(heading), is_even, len(heading), position)
