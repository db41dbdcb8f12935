"""Which rows of a table nobody has described are lists, and which column tells the lists apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from tnt.arrays import Bools
from tnt.authoring.drafting.columns import Column
from tnt.authoring.drafting.look import Look
from tnt.authoring.drafting.words import LISTS, Meaning
from tnt.reading.tables.files.sheet import Indices
from tnt.reading.tables.words.total_words import TOTALS

_MOST_VALUES = 200
"""Different values of a column by which rows are chosen."""
_MOST_NOTES = 20
_KEPT = 0.9
"""Of the lists, which have a row in each group of rows if the rows of a list are one for each group."""
_ROUNDED = 0.01
_ORDER = (Meaning.ID, Meaning.LISTS, Meaning.DOCTOR, Meaning.NAME, Meaning.AREA)
"""What a heading says that a list is told by, the likeliest first."""


@dataclass
class Rows:
    """The column of the ids and the rows left out; `kept` are the rows that are lists."""

    kept: Bools
    id: str | None = None
    others: list[str] = field(default_factory=list)
    """Columns that tell the lists apart as well."""
    where: dict[str, str] = field(default_factory=dict)
    instead: dict[str, list[str]] = field(default_factory=dict)
    """Column of `where` -> other values it has, the last first."""
    without: dict[str, list[str]] = field(default_factory=dict)


def lists_in(look: Look, within: Indices, people: Sequence[str], used: Sequence[str]) -> Rows:
    """The rows and the ids, where `within` tells the sex and ages of each row, `people` are the columns that count, and
    `used` those that are something else.

    Of one year of many the latest is chosen, of other groups the total or the first, until no list has two rows.
    """
    rows = Rows(np.ones(len(look), dtype=bool))
    taken = {*people, *used}
    free = [column for name, column in look.columns.items() if name not in taken]
    ids = sorted((column for column in free if _may_be_ids(column)), key=_rank)
    _leave_notes_out(look, rows, ids, people)
    while True:
        fitting = [column for column in ids if _are_apart(column.code, within, rows.kept)]
        alone = _are_apart(np.zeros_like(within), within, rows.kept)
        if fitting and not (alone and _says_nothing(fitting[0], rows.kept)):
            rows.id, rows.others = fitting[0].name, [column.name for column in fitting[1:]]
        if fitting or alone or not _choose(look, rows, free, ids, within):
            break
    if rows.id is None and not alone and ids:
        rows.id = ids[0].name  # what is wrong with it the reader tells
    _leave_unnamed_out(look, rows, people)
    return rows


def _says_nothing(column: Column, kept: Bools) -> bool:
    """Whether a column has one text, `Norway`, and no word for lists over it."""
    return len(np.unique(column.code[kept])) == 1 and not column.meanings & {Meaning.ID, *LISTS}


def _may_be_ids(column: Column) -> bool:
    if column.are_years or column.are_ages or not column.filled:
        return False
    return not column.are_numbers or (column.are_counts and bool(column.meanings & {*_ORDER}))


def _rank(column: Column) -> tuple[int, int]:
    order = next((index for index, meaning in enumerate(_ORDER) if meaning in column.meanings), len(_ORDER))
    return order, -len(column.texts)


def _are_apart(ids: Indices, within: Indices, kept: Bools) -> bool:
    """Whether no two rows are of the same list, sex and ages."""
    code = ids[kept] * (within.max(initial=0) + 1) + within[kept]
    return len(np.unique(code)) == len(code)


def _choose(look: Look, rows: Rows, free: Sequence[Column], ids: Sequence[Column], within: Indices) -> bool:
    """Keep the rows with one value of a column that has many; False where there is no such column."""
    lists = ids[0] if ids else None
    for column in _groups(free, lists, rows):
        values = [column.texts[code] for code in dict.fromkeys(column.code[rows.kept].tolist()) if column.texts[code]]
        if column.are_times:
            values.sort(reverse=True)
        values.sort(key=lambda value: value.lower() not in TOTALS)
        kept = rows.kept & (column.code == column.texts.index(values[0]))
        if lists is None or len(np.unique(lists.code[kept])) >= _KEPT * len(np.unique(lists.code[rows.kept])):
            rows.kept, rows.where[column.name], rows.instead[column.name] = kept, values[0], values[1:]
            return True
    return False


def _groups(free: Sequence[Column], lists: Column | None, rows: Rows) -> Iterator[Column]:
    """Columns by which rows may be chosen: years first, then those with a word for a total, then the fewest values."""

    def order(column: Column) -> tuple[bool, bool, int]:
        return not column.are_times, not any(text.lower() in TOTALS for text in column.filled), len(column.texts)

    for column in sorted(free, key=order):
        values = len(set(column.code[rows.kept].tolist()) - ({column.texts.index("")} if "" in column.texts else set()))
        is_measure = column.are_numbers and not column.are_times
        if column is not lists and 1 < values <= _MOST_VALUES and not (is_measure or column.are_ages):
            yield column


def _leave_notes_out(look: Look, rows: Rows, ids: Sequence[Column], people: Sequence[str]) -> None:
    """Rows with hardly anything in them and no people, such as `Source: …` under the table, where ids may stand."""
    empty = np.ones(len(look), dtype=bool)
    for name in people:
        empty &= _is_empty(look.columns[name])
    if not ids or not empty.any() or empty.all():
        return
    filled = np.zeros(len(look), dtype=np.int64)
    for column in look.columns.values():
        filled += ~_is_empty(column)
    notes = empty & (filled <= 1) & (filled > 0)
    for column in look.columns.values():
        texts = [column.texts[code] for code in np.unique(column.code[notes & ~_is_empty(column)])]
        again = np.isin(column.code, [column.texts.index(text) for text in texts])
        if texts and len(texts) <= _MOST_NOTES and not (again & ~notes).any():
            rows.without[column.name] = texts
            rows.kept &= ~again


def _leave_unnamed_out(look: Look, rows: Rows, people: Sequence[str]) -> None:
    """Rows without an id that hold no people, or as many as all the others together."""
    ids = look.columns[rows.id] if rows.id is not None else None
    if ids is None or "" not in ids.texts:
        return
    unnamed = _is_empty(ids) & rows.kept
    counts = sum((counts_of(look.columns[name]) for name in people), np.zeros(len(look)))
    total, others = float(counts[unnamed].sum()), float(counts[rows.kept & ~unnamed].sum())
    if unnamed.any() and (total == 0 or abs(total - others) <= _ROUNDED * others):
        rows.without.setdefault(ids.name, []).append("")
        rows.kept &= ~unnamed


def counts_of(column: Column) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The whole number in each row, whatever its thousands mark; 0 where there is none."""
    digits = [re.sub(r"[.,]0+$|\D", "", text)[:15] for text in column.texts]
    return np.array([float(text or 0) for text in digits])[column.code]


def _is_empty(column: Column) -> Bools:
    return column.code == column.texts.index("") if "" in column.texts else np.zeros(len(column.code), dtype=bool)
