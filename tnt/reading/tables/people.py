"""The people of each list, whichever shape the table has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tnt.arrays import Floats
from tnt.language.documents.lists import ListsDocument, TotalPeople
from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.by_year import records_by_year
from tnt.reading.tables.checks import check_agreement
from tnt.reading.tables.files.file import TableFile
from tnt.reading.tables.files.sheet import Sheet
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.layout import Named, age_names, check_columns, columns_per_list, sex_words
from tnt.reading.tables.long import LongForm, long_people
from tnt.reading.tables.marks import Marks, marks
from tnt.reading.tables.rows import chosen_rows, columns_of_rows
from tnt.reading.tables.totals.left_out import TotalLeftOut
from tnt.reading.tables.wide import Band, check_ids, wide_bands, wide_people


@dataclass(frozen=True)
class People:
    """`people` by list and stratum; `per_list` has one record a list, in the same order; `rows` records were read.
    `marks` are those of the table's numbers; `totals` were beside their parts."""

    strata: tuple[Stratum, ...]
    people: Floats
    per_list: Sheet
    rows: int
    marks: Marks
    totals: tuple[TotalLeftOut, ...]


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
    bands = wide_bands(document, table.header, findings)
    if isinstance(document.people, TotalPeople):
        per_list.append((("people", "total"), document.people.total))
    sheet = _sheet(table, [*per_list, *by_row], [column for _, column in bands], findings)
    sheet = chosen_rows(document, sheet, findings)
    written = _marks(document, sheet, [column for _, column in bands], findings)
    return sheet, lambda part: _wide(document, part, bands, written, findings)


def _marks(document: ListsDocument, sheet: Sheet, people: Sequence[str], findings: Findings) -> Marks:
    posts = [staff.posts for staff in document.staff.values() if isinstance(staff.posts, str)]
    registers = [column for column in document.registers.values() if isinstance(column, str)]
    counts = [*people, *registers]
    return marks((document.decimal, document.thousands), sheet, counts, posts, findings)


def _wide(document: ListsDocument, sheet: Sheet, bands: Sequence[Band], written: Marks, findings: Findings) -> People:
    check_ids(document, sheet, findings)
    wide = wide_people(document, sheet, bands, written, findings)
    return People(wide.strata, wide.people, sheet, len(sheet), written, wide.totals)


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
    )
    by_list = long_people(sheet, form, findings)
    for _, column in per_list:
        check_agreement(sheet, column, by_list.list_of, by_list.first, by_list.ids, findings)
    per_record = sheet.take(by_list.first)
    return People(by_list.strata, by_list.people, per_record, len(sheet), written, by_list.totals)


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
