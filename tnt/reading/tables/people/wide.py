"""Wide tables: one row a list, one column a sex and age band."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats
from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.documents.lists import ListsDocument, TotalPeople
from tnt.language.values.ages import ALL_AGES
from tnt.reading.tables.age_band import unread_band
from tnt.reading.tables.bands import BandPattern, Sex, Stratum, overlaps
from tnt.reading.tables.checks import check_filled, check_unique, first_records
from tnt.reading.tables.files.sheet import Sheet
from tnt.reading.tables.findings import Findings, listed
from tnt.reading.tables.layout import age_names, sex_words
from tnt.reading.tables.marks import Marks
from tnt.reading.tables.missing import MissingWords, counted, missing_words
from tnt.reading.tables.people.headings import pattern_of_people
from tnt.reading.tables.people.untold import Untold
from tnt.reading.tables.totals.left_out import Strata, TotalLeftOut, check_totals
from tnt.reading.tables.totals.parted import parted
from tnt.reading.tables.words.heading_words import both_together, heading_words, unknown_words
from tnt.reading.tables.words.sex_words import OTHER

Band = tuple[Stratum, str]
"""A stratum and the column that counts its people."""


def wide_bands(document: ListsDocument, header: Sequence[str], findings: Findings) -> list[Band]:
    """The columns that count people, ordered by sex and age."""
    if isinstance(document.people, TotalPeople):
        return [(Stratum("all", ALL_AGES), document.people.total)]
    names = age_names(document)
    sexes = sex_words(document) or heading_words(document.people, header, names, findings)
    pattern = BandPattern(document.people, both_together(sexes), names)
    columns_by_stratum: list[Band] = []
    unread: list[tuple[str, Place]] = []
    for column in header:
        stratum = pattern.stratum(column)
        if isinstance(stratum, str):
            unread.append((stratum, Place(findings.file, cell=(findings.heading_row, column))))
        elif stratum is not None:
            columns_by_stratum.append((stratum, column))
    findings.add_each(range(len(unread)), lambda index: unread_band(*unread[index]))
    if not columns_by_stratum and not unread:
        _no_bands(document, document.people, header, findings)
    elif pattern.has_sex and not unread:
        _check_both_sexes(document, sexes, columns_by_stratum, header, findings)
    _check_overlaps(columns_by_stratum, findings)
    return sorted(columns_by_stratum, key=lambda item: item[0].order)


@dataclass(frozen=True)
class WidePeople:
    """`people` by list and stratum, how many more there may be, people of no known sex or age, and the totals among the
    columns that were left out."""

    strata: tuple[Stratum, ...]
    people: Floats
    beyond: Floats | None
    untold: Untold | None
    totals: tuple[TotalLeftOut, ...]


def wide_people(
    document: ListsDocument,
    sheet: Sheet,
    bands: Sequence[Band],
    untold_columns: Sequence[str],
    marks: Marks,
    findings: Findings,
) -> WidePeople:
    """People by list and band; totals are held against their parts, where their cells are numbers."""
    missing = missing_words(document.missing)
    parts = parted([stratum for stratum, _ in bands])
    kept, unread = set(parts.kept), Findings(sheet.file)
    sinks = [findings if index in kept else unread for index in range(len(bands))]
    people, beyond = _counted(sheet, [column for _, column in bands], sinks, marks, missing)
    untold = None
    if untold_columns:
        known, more = _counted(sheet, untold_columns, [findings] * len(untold_columns), marks, missing)
        untold = Untold(known.sum(axis=1), None if more is None else more.sum(axis=1))
    strata = tuple(stratum for stratum, _ in bands)
    if not parts.totals:
        return WidePeople(strata, people, beyond, untold, ())
    named = Strata(
        name=lambda stratum: bands[stratum][1],
        of_list=lambda one: document.lists if document.id is None else str(sheet.text(document.id)[one]),
        place=lambda one, stratum: sheet.place(one, bands[stratum][1]),
        may_hold_more=lambda stratum: not re.search(r"\d", bands[stratum][1]),
    )
    held = people if beyond is None else np.where(beyond > 0, np.nan, people)
    totals = check_totals(parts, held, named, findings, None if untold is None else untold.people)
    beyond = None if beyond is None else beyond[:, parts.kept]
    return WidePeople(tuple(strata[index] for index in parts.kept), people[:, parts.kept], beyond, untold, totals)


def _counted(
    sheet: Sheet, columns: Sequence[str], sinks: Sequence[Findings], marks: Marks, missing: MissingWords
) -> tuple[Floats, Floats | None]:
    """People by list and column, and how many more there may be; None where all are counted."""
    people, beyond = np.empty((len(sheet), len(columns))), None
    for index, (column, findings) in enumerate(zip(columns, sinks, strict=True)):
        people[:, index], more = counted(sheet, column, findings, marks, missing)
        if more is not None:
            beyond = np.zeros_like(people) if beyond is None else beyond
            beyond[:, index] = more
    return people, beyond


def check_ids(document: ListsDocument, sheet: Sheet, findings: Findings) -> None:
    """One row a list: each has an id and no two the same; without ids there is one row."""
    if document.id is not None:
        ids, code = sheet.coded(document.id)
        check_filled(sheet, document.id, code, ids, findings)
        check_unique(sheet, document.id, code, first_records(code, len(ids)), (ids, 1), findings)
    elif len(sheet) > 1:
        findings.add(Code.NEEDS_KEY, findings.locate(("table",)), key="table", needed="id")


def _check_both_sexes(
    document: ListsDocument,
    sexes: Mapping[str, Sex],
    columns_by_stratum: Sequence[Band],
    header: Sequence[str],
    findings: Findings,
) -> None:
    """A wrong word for one sex would silently lose half the people."""
    found = {stratum.sex for stratum, _ in columns_by_stratum}
    if found == {"all"} or found >= {"female", "male"}:
        return
    assert isinstance(document.people, str)
    lacking = [word for word, sex in sexes.items() if sex not in found]
    if not lacking:
        lacking = [OTHER[word] for word in sexes]
    _no_bands(document, document.people.replace("{sex}", lacking[0]), header, findings)


def _no_bands(document: ListsDocument, expected: str, header: Sequence[str], findings: Findings) -> None:
    words = unknown_words(str(document.people), header, age_names(document)) if document.sex_names is None else ""
    values = {"expected": expected, "columns": listed(header)} | ({"words": words} if words else {})
    is_word = document.sex_names is not None and expected != document.people
    place = findings.locate(("sex_names",) if is_word else ("people",))
    suggestion = pattern_of_people(document, header) if expected == document.people else None
    findings.add_each([0], lambda _: Diagnostic(Code.NO_BANDS, place, values, suggestion))


def _check_overlaps(columns_by_stratum: Sequence[Band], findings: Findings) -> None:
    kept = parted([stratum for stratum, _ in columns_by_stratum]).kept
    columns_by_stratum = [columns_by_stratum[index] for index in kept]
    for pair in overlaps([stratum for stratum, _ in columns_by_stratum]):
        names = [columns_by_stratum[index][1] for index in sorted(pair)]
        first, second = (Place(findings.file, cell=(findings.heading_row, name)) for name in names)
        findings.add(Code.BANDS_OVERLAP, second, related=(first,), columns=", ".join(names))
