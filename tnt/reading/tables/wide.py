"""Wide tables: one row a list, one column a sex and age band."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tnt.arrays import Floats
from tnt.diagnostics import Code, Place
from tnt.language.documents.lists import ListsDocument, TotalPeople
from tnt.language.values.ages import ALL_AGES
from tnt.reading.tables.age_band import unread_band
from tnt.reading.tables.bands import BandPattern, Stratum, overlaps
from tnt.reading.tables.checks import check_filled, check_unique, first_records
from tnt.reading.tables.files.sheet import Sheet
from tnt.reading.tables.findings import Findings, listed
from tnt.reading.tables.layout import age_names, sex_words
from tnt.reading.tables.marks import Marks
from tnt.reading.tables.numbers import numbers

Band = tuple[Stratum, str]
"""A stratum and the column that counts its people."""


def wide_bands(document: ListsDocument, header: Sequence[str], findings: Findings) -> list[Band]:
    """The columns that count people, ordered by sex and age."""
    if isinstance(document.people, TotalPeople):
        return [(Stratum("all", ALL_AGES), document.people.total)]
    pattern = BandPattern(document.people, sex_words(document), age_names(document))
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
        findings.add(Code.NO_BANDS, findings.locate(("people",)), expected=document.people, columns=listed(header))
    elif pattern.has_sex and not unread:
        _check_both_sexes(document, document.people, columns_by_stratum, header, findings)
    _check_overlaps(columns_by_stratum, findings)
    return sorted(columns_by_stratum, key=lambda item: item[0].order)


def wide_people(sheet: Sheet, bands: Sequence[Band], marks: Marks, findings: Findings) -> Floats:
    """People by list and band."""
    people = np.empty((len(sheet), len(bands)))
    for index, (_, column) in enumerate(bands):
        people[:, index] = numbers(sheet, column, findings, marks)
    return people


def check_ids(document: ListsDocument, sheet: Sheet, findings: Findings) -> None:
    """One row a list: each has an id and no two the same; without ids there is one row."""
    if document.id is not None:
        ids, code = sheet.coded(document.id)
        check_filled(sheet, document.id, code, ids, findings)
        check_unique(sheet, document.id, code, first_records(code, len(ids)), (ids, 1), findings)
    elif len(sheet) > 1:
        findings.add(Code.NEEDS_KEY, findings.locate(("table",)), key="table", needed="id")


def _check_both_sexes(
    document: ListsDocument, pattern: str, columns_by_stratum: Sequence[Band], header: Sequence[str], findings: Findings
) -> None:
    """A wrong word for one sex would silently lose half the people."""
    place = findings.locate(("sex_names",) if document.sex_names else ("people",))
    for word, sex in sex_words(document).items():
        if all(stratum.sex != sex for stratum, _ in columns_by_stratum):
            expected = pattern.replace("{sex}", word)
            findings.add(Code.NO_BANDS, place, expected=expected, columns=listed(header))


def _check_overlaps(columns_by_stratum: Sequence[Band], findings: Findings) -> None:
    for pair in overlaps([stratum for stratum, _ in columns_by_stratum]):
        names = [columns_by_stratum[index][1] for index in sorted(pair)]
        first, second = (Place(findings.file, cell=(findings.heading_row, name)) for name in names)
        findings.add(Code.BANDS_OVERLAP, second, related=(first,), columns=", ".join(names))
