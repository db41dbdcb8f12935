"""The lists of a lists file: a table somebody else made, read as its lists file says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from tnt.diagnostics import Code, problem
from tnt.language.base import in_language
from tnt.language.documents.lists import ListsDocument
from tnt.language.values.ages import ALL_AGES
from tnt.reading.tables.by_year import check_same_lists
from tnt.reading.tables.figures.per_list import PerList
from tnt.reading.tables.figures.posts import are_heads, posts_by_role
from tnt.reading.tables.figures.second_table import second_tables
from tnt.reading.tables.files.opened import open_table
from tnt.reading.tables.files.sheet import Labels
from tnt.reading.tables.findings import Findings, Locate
from tnt.reading.tables.layout import check_keys, columns_per_list
from tnt.reading.tables.list_table import ListTable, rows_of
from tnt.reading.tables.missing import missing_words
from tnt.reading.tables.people.by_list import People, read_people, read_people_by_year
from tnt.reading.tables.people.coverage import scaled, whole
from tnt.reading.tables.totals.total_rows import likely_totals


def read_lists(document: ListsDocument, folder: Path, locate: Locate) -> ListTable:
    """Read the table that `document`, a file in `folder`, describes.

    Every problem found is raised in one `Problems` (the first in full, the rest counted), and nothing is computed.
    `locate` tells where a key of the document is written.
    """
    check_keys(document, locate)
    if document.year is not None:
        raise problem(Code.LISTS_BY_YEAR, locate(("year",)))
    table = open_table(document, folder, locate)
    findings = Findings(table.name, locate)
    findings.heading_row = table.heading_row
    lists = _list_table(document, folder, read_people(document, table, findings), findings)
    findings.raise_errors()
    return lists


def read_years(document: ListsDocument, folder: Path, locate: Locate) -> dict[int, ListTable]:
    """The same lists in each year of a table by year, the earliest first. `Problems` as for one year."""
    check_keys(document, locate)
    if document.year is None:
        raise problem(Code.LISTS_NOT_BY_YEAR, locate(("lists",)))
    table = open_table(document, folder, locate)
    findings = Findings(table.name, locate)
    findings.heading_row = table.heading_row
    people_of_years = read_people_by_year(document, table, findings)
    by_year = {year: _list_table(document, folder, people, findings) for year, people in people_of_years.items()}
    findings.raise_errors()
    check_same_lists({year: (each.ids, each.held) for year, each in by_year.items()}, document.year, findings)
    findings.raise_errors()
    first = next(iter(by_year.values()))
    return {year: _in_order(each, first.ids) for year, each in by_year.items()}


def _in_order(table: ListTable, ids: Labels) -> ListTable:
    """The lists in the order of `ids`, which are the same."""
    position = {name: row for row, name in enumerate(table.ids)}
    return rows_of(table, np.array([position[name] for name in ids]))


def _list_table(document: ListsDocument, folder: Path, people_of_years: People, findings: Findings) -> ListTable:
    sheet = people_of_years.per_list
    totals = likely_totals(document, sheet, people_of_years.known, findings)
    shown, scale = scaled(document, whole(people_of_years), findings)
    ids = _one(document.lists) if document.id is None else sheet.labels(document.id)
    elsewhere, read = second_tables(document, folder, ids, findings)
    beside = {
        key: PerList(sheet, column, people_of_years.marks, len(sheet))
        for key, column in columns_per_list(document)
        if len(key) > 1
    }
    missing = missing_words(document.missing)
    figures = {key: replace(figure, missing=missing) for key, figure in {**beside, **elsewhere}.items()}
    posts, imputed = posts_by_role(document, figures, shown.known_per_list, findings)
    registers = {
        condition: scale * figures["registers", condition].numbers(findings, counts=True)
        for condition in document.registers
        if ("registers", condition) in figures  # one that could not be read is a problem
    }
    together = all(stratum.ages == ALL_AGES for stratum in people_of_years.strata)
    return ListTable(
        ids=ids,
        names=_names(document, people_of_years),
        areas=sheet.labels(document.area) if document.area else None,
        strata=(*people_of_years.strata, *shown.not_held),
        people=shown.people,
        beyond=shown.beyond,
        not_held=shown.not_held,
        untold=shown.untold,
        ages_known=not together or document.ages_from == "reference",
        ages_imputed=together and document.ages_from == "reference",
        registers=registers,
        posts=posts,
        posts_imputed=imputed,
        table=sheet.file,
        sha256=sheet.sha256,
        rows=people_of_years.rows,
        encoding_found=sheet.encoding_found,
        left_out=sheet.left_out,
        likely_totals=totals,
        rows_above=sheet.rows_above,
        heads_as_posts=frozenset(role for role, staff in document.staff.items() if are_heads(staff)),
        second_tables=read,
        totals=people_of_years.totals,
    )


def _names(document: ListsDocument, people_of_years: People) -> Labels | None:
    if document.name:
        return people_of_years.per_list.labels(document.name)
    if document.id is None:
        return _one(in_language(document.title, "en", document.lists))
    return None


def _one(text: str) -> Labels:
    return np.array([text], dtype=object)
