"""The lists of a lists file: a table somebody else made, read as its lists file says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tnt.arrays import Floats
from tnt.diagnostics import Code, problem
from tnt.language.base import in_language
from tnt.language.documents.lists import ListsDocument
from tnt.language.values.ages import ALL_AGES
from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.by_year import check_same_lists
from tnt.reading.tables.figures.per_list import PerList
from tnt.reading.tables.figures.posts import are_heads, posts_by_role
from tnt.reading.tables.figures.second_rows import SecondRead
from tnt.reading.tables.figures.second_table import second_tables
from tnt.reading.tables.files.opened import open_table
from tnt.reading.tables.files.sheet import Labels, RowsLeftOut
from tnt.reading.tables.findings import Findings, Locate
from tnt.reading.tables.layout import check_keys, columns_per_list
from tnt.reading.tables.people import People, read_people, read_people_by_year
from tnt.reading.tables.totals.left_out import TotalLeftOut
from tnt.reading.tables.totals.total_rows import LikelyTotal, likely_totals


@dataclass(frozen=True)
class ListTable:
    """Lists with their people, and what else the table knows. All arrays run over the lists in the table's order."""

    ids: Labels
    """Ids, all different, none empty."""
    names: Labels | None
    """Names, where the table has them."""
    areas: Labels | None
    """Areas, where the table has them."""
    strata: tuple[Stratum, ...]
    """Sex and ages of each column of `people`, ordered by sex and age; no two name the same people."""
    people: Floats
    """People counted, lists × strata; never negative."""
    ages_known: bool
    """False where the people of a list are only known together, and nobody asked for a split."""
    ages_imputed: bool
    """True where they are only known together, and the lists file asks for a split by the reference population."""
    registers: Mapping[str, Floats]
    """Condition -> people on the list's own register; NaN = unknown."""
    posts: Mapping[str, Floats]
    """Role -> full-time posts; NaN = unknown."""
    posts_imputed: Mapping[str, bool]
    """Role -> whether its posts were made from people per post."""
    table: str
    """The table's path, as a user would write it."""
    sha256: str
    """Hash of the table's bytes as they are stored."""
    rows: int
    """Records read."""
    beyond: Floats | None = None
    """How many more than `people` there may be, lists × strata, infinite where nobody knows: cells that are suppressed
    or empty, and ages and sexes that the table does not hold. None where all are counted."""
    not_held: tuple[Stratum, ...] = ()
    """Those of `strata` that the table does not hold."""
    untold: Floats | None = None
    """People of each list whose sex or age is not known, beside `people`; None where the table has no word of them."""
    encoding_found: str | None = None
    """The encoding of the table, where nobody stated it and it is not UTF-8."""
    left_out: tuple[RowsLeftOut, ...] = ()
    """Rows of the table that the lists file leaves out."""
    likely_totals: tuple[LikelyTotal, ...] = ()
    """Lists that may be the total of the others."""
    all_ids: Labels | None = None
    """Ids of all lists of the table, where only some of them are used."""
    rows_above: int = 0
    """Rows above the heading, if something is in them and nobody stated that they are to be skipped; else 0."""
    heads_as_posts: frozenset[str] = frozenset()
    """Roles of which people are counted as one post each."""
    second_tables: tuple[SecondRead, ...] = ()
    """What was read from second tables, key by key."""

    @property
    def files(self) -> dict[str, str]:
        """Every table read, as a user would write its path -> the hash of its bytes."""
        return {self.table: self.sha256} | {read.table: read.sha256 for read in self.second_tables}

    totals: tuple[TotalLeftOut, ...] = ()
    """Totals of sexes and ages that stand beside their parts, and are left out."""


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
    check_same_lists({year: (each.ids, each.strata) for year, each in by_year.items()}, document.year, findings)
    findings.raise_errors()
    first = next(iter(by_year.values()))
    return {year: _in_order(each, first.ids) for year, each in by_year.items()}


def _in_order(table: ListTable, ids: Labels) -> ListTable:
    """The lists in the order of `ids`, which are the same."""
    position = {name: row for row, name in enumerate(table.ids)}
    return _rows(table, np.array([position[name] for name in ids]))


def taken(table: ListTable, rows: npt.NDArray[np.intp]) -> ListTable:
    """Those lists of a table that stand in `rows`, in that order."""
    return replace(_rows(table, rows), all_ids=table.ids)


def _rows(table: ListTable, rows: npt.NDArray[np.intp]) -> ListTable:
    return replace(
        table,
        ids=table.ids[rows],
        names=None if table.names is None else table.names[rows],
        areas=None if table.areas is None else table.areas[rows],
        people=table.people[rows],
        beyond=None if table.beyond is None else table.beyond[rows],
        untold=None if table.untold is None else table.untold[rows],
        registers={name: people[rows] for name, people in table.registers.items()},
        posts={role: posts[rows] for role, posts in table.posts.items()},
    )


def _list_table(document: ListsDocument, folder: Path, people_of_years: People, findings: Findings) -> ListTable:
    sheet, people, scale = people_of_years.per_list, people_of_years.people, _scale(document, people_of_years.people)
    totals = likely_totals(document, sheet, people, findings)
    people *= scale[:, np.newaxis]
    ids = _one(document.lists) if document.id is None else sheet.labels(document.id)
    elsewhere, read = second_tables(document, folder, ids, findings)
    figures = {
        key: PerList(sheet, column, people_of_years.marks, len(sheet))
        for key, column in columns_per_list(document)
        if len(key) > 1
    } | elsewhere
    posts, imputed = posts_by_role(document, figures, people.sum(axis=1), findings)
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
        strata=people_of_years.strata,
        people=people,
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


def _scale(document: ListsDocument, people: Floats) -> Floats:
    """What each list is multiplied by to hold as many people as the lists file asks; a list of nobody stays so."""
    factor = np.ones(len(people))
    if document.scaled_to is not None:
        total = people.sum(axis=1)
        np.divide(document.scaled_to.expected, total, out=factor, where=total > 0)
    return factor
