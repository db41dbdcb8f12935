"""Long tables: one row a list, sex and age band."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from tnt.arrays import Floats
from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.values.ages import ALL_AGES, Ages
from tnt.reading.tables.age_band import band, unread_band
from tnt.reading.tables.bands import Sex, Stratum, overlaps
from tnt.reading.tables.checks import check_complete, check_filled, check_unique, first_records
from tnt.reading.tables.files.file import check_size
from tnt.reading.tables.files.sheet import Indices, Sheet
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.missing import counted
from tnt.reading.tables.people.long_form import LongForm
from tnt.reading.tables.totals.left_out import TotalLeftOut, check_totals
from tnt.reading.tables.totals.long_names import record_names
from tnt.reading.tables.totals.parted import parted
from tnt.reading.tables.words.sex_words import sexes_of, unread_sex

T = TypeVar("T")


@dataclass(frozen=True)
class _Words(Generic[T]):
    """How the texts of a column are read, what a table without the column means, and the problem of a text unread."""

    read: Callable[[list[str]], list[T | None]]
    everything: T
    unread: Callable[[str, Place], Diagnostic]


@dataclass(frozen=True)
class LongPeople:
    """`people` by list and stratum, and how many more there may be. `list_of` is the list of each record, `first` the
    first record of each list; `totals` stand in records of their own beside their parts."""

    ids: list[str]
    strata: tuple[Stratum, ...]
    people: Floats
    beyond: Floats | None
    list_of: Indices
    first: Indices
    totals: tuple[TotalLeftOut, ...]


def long_people(sheet: Sheet, form: LongForm, findings: Findings, untold: Floats | None = None) -> LongPeople:
    """Turn rows into lists. Rows that cannot be placed raise `Problems`; all else goes to `findings`.

    `untold` counts, for each id, people of no known sex or age, whom totals may hold too.
    """
    values, more = counted(sheet, form.people, findings, form.marks, form.missing)
    ids, list_of = ([form.one_list], _zeros(sheet)) if form.id is None else sheet.coded(form.id)
    check_filled(sheet, form.id or "", list_of, ids, findings)
    strata, stratum_of = _strata(sheet, form, findings)
    check_size(Place(sheet.file), len(ids), len(strata))
    code = list_of * len(strata) + stratum_of
    cells = first_records(code, len(ids) * len(strata))
    cells[np.bincount(code, minlength=len(cells)) == 0] = -1
    check_unique(sheet, form.id or form.people, code, cells, (ids, len(strata)), findings)
    by_list = cells.reshape(len(ids), len(strata))
    has_row = by_list >= 0
    people = np.where(has_row, values[by_list], 0.0)
    beyond = np.where(has_row, 0.0 if more is None else more[by_list], np.inf)
    parts = parted(strata)
    totals: tuple[TotalLeftOut, ...] = ()
    if parts.totals:
        names = record_names(sheet, (form.sex, form.ages, form.people), strata, by_list, ids)
        totals = check_totals(parts, np.where(beyond > 0, np.nan, people), names, findings, untold)
        strata, people, beyond = (
            tuple(strata[index] for index in parts.kept),
            people[:, parts.kept],
            beyond[:, parts.kept],
        )
        cells = by_list[:, parts.kept].ravel()
    if not form.missing.may_be_empty:
        check_complete(sheet, form.people, cells, ids, strata, findings)
    first = first_records(list_of, len(ids))
    return LongPeople(ids, strata, people, beyond if beyond.any() else None, list_of, first, totals)


def _strata(sheet: Sheet, form: LongForm, findings: Findings) -> tuple[tuple[Stratum, ...], Indices]:
    """The strata of the table, ordered by sex and age, and the stratum of each record."""
    sex_words = _Words[Sex](lambda texts: sexes_of(texts, form.sexes), "all", lambda *at: unread_sex(form.sexes, *at))
    band_words = _Words[Ages](lambda texts: [band(text, form.age_names) for text in texts], ALL_AGES, unread_band)
    sexes, sex_of = _read(sheet, form.sex, sex_words, findings)
    bands, band_of = _read(sheet, form.ages, band_words, findings)
    if None in sexes or None in bands:  # there is no stratum to put those rows in
        findings.raise_errors()
    pairs, pair_of = np.unique(sex_of * len(bands) + band_of, return_inverse=True)
    each_stratum = [_stratum(sexes[pair // len(bands)], bands[pair % len(bands)]) for pair in pairs]
    strata = tuple(sorted(set(each_stratum), key=lambda stratum: stratum.order))
    position = {stratum: index for index, stratum in enumerate(strata)}
    stratum_of = np.array([position[stratum] for stratum in each_stratum], dtype=np.int64)[pair_of]
    _check_overlaps(sheet, form.ages or form.people, strata, stratum_of, findings)
    return strata, stratum_of


def _stratum(sex: Sex | None, ages: Ages | None) -> Stratum:
    assert sex is not None  # what could not be read has been raised
    assert ages is not None
    return Stratum(sex, ages)


def _read(sheet: Sheet, column: str | None, words: _Words[T], findings: Findings) -> tuple[list[T | None], Indices]:
    """Read each different text of a column once; one that cannot be read is a problem of every row that has it."""
    if column is None:
        return [words.everything], _zeros(sheet)
    texts, code = sheet.coded(column)
    check_filled(sheet, column, code, texts, findings)
    results = words.read(texts)
    unreadable = np.array([result is None and text != "" for text, result in zip(texts, results, strict=True)])

    def diagnostic(record: int) -> Diagnostic:
        return words.unread(texts[code[record]], sheet.place(record, column))

    findings.add_each(np.flatnonzero(unreadable[code]), diagnostic)
    return results, code


def _check_overlaps(
    sheet: Sheet, column: str, strata: tuple[Stratum, ...], stratum_of: Indices, findings: Findings
) -> None:
    first, kept = first_records(stratum_of, len(strata)), parted(strata).kept
    for pair in overlaps([strata[index] for index in kept]):
        one, other = sorted((kept[index] for index in pair), key=lambda index: int(first[index]))
        places = [sheet.place(int(first[index]), column) for index in (one, other)]
        names = f"{strata[one].ages}, {strata[other].ages}"
        findings.add(Code.BANDS_OVERLAP, places[1], related=(places[0],), columns=names)


def _zeros(sheet: Sheet) -> Indices:
    return np.zeros(len(sheet), dtype=np.int64)
