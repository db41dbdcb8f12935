"""The people of each list, whichever shape the table has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats
from tnt.language.documents.lists import ListsDocument, TotalPeople
from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.by_year import records_by_year
from tnt.reading.tables.checks import check_agreement
from tnt.reading.tables.files.file import TableFile
from tnt.reading.tables.files.sheet import Sheet
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.layout import Named, age_names, check_columns, columns_per_list, other_words, sex_words
from tnt.reading.tables.marks import Marks, marks
from tnt.reading.tables.missing import missing_words
from tnt.reading.tables.people.headings import check_headings
from tnt.reading.tables.people.long import long_people
from tnt.reading.tables.people.long_form import LongForm
from tnt.reading.tables.people.untold import Untold, untold_columns, untold_in_rows, untold_records
from tnt.reading.tables.people.wide import Band, check_ids, wide_bands, wide_people
from tnt.reading.tables.rows import chosen_rows, columns_of_rows
from tnt.reading.tables.totals.left_out import TotalLeftOut


@dataclass(frozen=True)
class People:
    """`people` by list and stratum; `per_list` has one record a list, in the same order; `rows` records were read.
    `marks` are those of the table's numbers; `totals` were beside their parts."""

    strata: tuple[Stratum, ...]
    people: Floats
    beyond: Floats | None
    untold: Untold | None
    per_list: Sheet
    rows: int
    marks: Marks
    totals: tuple[TotalLeftOut, ...]

    @property
    def known(self) -> Floats:
        """`people`, NaN where there may be more."""
        return self.people if self.beyond is None else np.where(self.beyond > 0, np.nan, self.people)


def read_people(document: ListsDocument, table: TableFile, findings: Findings) -> People:
    """Read every column the document needs. Problems of the header raise; those of cells go to `findings`."""
    sheet, people = _opened(document, table, findings)
    return people(sheet)


def read_people_by_year(document: ListsDocument, table: TableFile, findings: Findings) -> dict[int, People]:
    """The same for each year of a table by year, the earliest first."""
    assert document.year is not None
    sheet, people = _opened(document, table, findings)
    return {year: people(sheet.take(records)) for year, records in records_by_year(sheet, document.year, findings)}


def _opened(document: ListsDocument, table: TableFile, findings: Findings) -> tuple[Sheet, Callable[[Sheet], People]]:
    """The columns the document needs of the rows it wants, and how to make people of some of their records."""
    per_list, by_row = columns_per_list(document), columns_of_rows(document)
    if document.shape == "long":
        columns = _long_columns(document)
        sheet = chosen_rows(document, _sheet(table, [*per_list, *columns, *by_row], [], findings), findings)
        written = _marks(document, sheet, [columns[0][1]], findings)
        return sheet, lambda part: _long(document, part, columns[0][1], per_list, written, findings)
    bands, untold = wide_bands(document, table.header, findings), untold_columns(document, table.header)
    if isinstance(document.people, TotalPeople):
        per_list.append((("people", "total"), document.people.total))
    counts = [*(column for _, column in bands), *untold]
    check_headings(document, table.header, counts, findings)
    sheet = chosen_rows(document, _sheet(table, [*per_list, *by_row], counts, findings), findings)
    written = _marks(document, sheet, counts, findings)
    return sheet, lambda part: _wide(document, part, bands, untold, written, findings)


def _marks(document: ListsDocument, sheet: Sheet, people: Sequence[str], findings: Findings) -> Marks:
    posts = [staff.posts for staff in document.staff.values() if isinstance(staff.posts, str)]
    registers = [column for column in document.registers.values() if isinstance(column, str)]
    counts = [*people, *registers]
    return marks((document.decimal, document.thousands), sheet, counts, posts, findings)


def _wide(
    document: ListsDocument,
    sheet: Sheet,
    bands: Sequence[Band],
    untold: Sequence[str],
    written: Marks,
    findings: Findings,
) -> People:
    check_ids(document, sheet, findings)
    wide = wide_people(document, sheet, bands, untold, written, findings)
    return People(wide.strata, wide.people, wide.beyond, wide.untold, sheet, len(sheet), written, wide.totals)


def _long(
    document: ListsDocument,
    sheet: Sheet,
    people: str,
    per_list: Sequence[Named],
    written: Marks,
    findings: Findings,
) -> People:
    form = LongForm(
        people=people,
        id=document.id,
        sex=document.sex,
        ages=document.ages,
        one_list=document.lists,
        sexes=sex_words(document),
        marks=written,
        age_names=age_names(document),
        others=other_words(document),
        missing=missing_words(document.missing),
    )
    told, untold = _apart(sheet, form, findings)
    by_list = long_people(told, form, findings, None if untold is None else untold.people)
    for _, column in per_list:
        check_agreement(told, column, by_list.list_of, by_list.first, by_list.ids, findings)
    per_record = told.take(by_list.first)
    return People(
        by_list.strata, by_list.people, by_list.beyond, untold, per_record, len(sheet), written, by_list.totals
    )


def _apart(sheet: Sheet, form: LongForm, findings: Findings) -> tuple[Sheet, Untold | None]:
    """The records of people of known sex and age, and the others by list."""
    found = untold_records(sheet, form)
    if found is None or found.all():
        return sheet, None
    told = sheet.take(np.flatnonzero(~found))
    ids = [form.one_list] if form.id is None else told.coded(form.id)[0]
    return told, untold_in_rows(sheet.take(np.flatnonzero(found)), form, ids, findings)


def _long_columns(document: ListsDocument) -> list[Named]:
    """The column of the people first."""
    named: list[Named] = []
    if isinstance(document.people, TotalPeople):
        named.append((("people", "total"), document.people.total))
    else:
        named.append((("people",), document.people))
    if document.sex is not None:
        named.append((("sex",), document.sex))
    if document.ages is not None:
        named.append((("ages",), document.ages))
    return named


def _sheet(table: TableFile, named: Sequence[Named], others: Sequence[str], findings: Findings) -> Sheet:
    check_columns(named, table.header, findings)
    return table.read(list(dict.fromkeys([*(column for _, column in named), *others])))
