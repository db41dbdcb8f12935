"""The tables that documents of a pack name."""

from __future__ import annotations

from collections.abc import Iterable

from tnt.check.plausibility import posts
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.population import PopulationDocument
from tnt.reading.documents import Loaded
from tnt.reading.pack import Pack
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.lists import read_lists, read_years
from tnt.reading.tables.population import read_population
from tnt.reading.tables.totals.left_out import TotalLeftOut
from tnt.reading.tables.totals.total_rows import LikelyTotal


def tables(pack: Pack) -> Iterable[Diagnostic]:
    """What is wrong in the tables of lists and populations, and what is unlikely in them."""
    problems = ProblemSink()
    for population in pack.of(PopulationDocument):
        with problems.taking_raised():
            read_population(population.document, population.tree.folder, population.at)
    for lists in pack.of(ListsDocument):
        with problems.taking_raised():
            table = _one_table(lists)
            problems.extend(map(_likely_total, table.likely_totals))
            problems.extend(_found(table))
            problems.extend(_holds_more(table, total) for total in table.totals if total.more)
            problems.extend(posts(lists, table))
    return pack.problems.new_among(problems)  # a population that something was counted in has been read before


def _one_table(lists: Loaded[ListsDocument]) -> ListTable:
    """The table of a lists file; of the first year where it holds several."""
    document, folder = lists.document, lists.tree.folder
    if document.year is None:
        return read_lists(document, folder, lists.at)
    return next(iter(read_years(document, folder, lists.at).values()))


def _likely_total(total: LikelyTotal) -> Diagnostic:
    values = {"list": total.name, "found": f"{total.people:.12g}", "expected": f"{total.others:.12g}"}
    return Diagnostic(Code.LIKELY_TOTAL, total.place, values | {"line": total.line})


def _found(table: ListTable) -> Iterable[Diagnostic]:
    """What nobody stated of the table, and what was found."""
    read = {table.table: table.encoding_found} | {each.table: each.encoding_found for each in table.second_tables}
    for file, found in read.items():
        if found:
            yield Diagnostic(Code.ENCODING_FOUND, Place(file), {"found": found})
    if table.rows_above:
        yield Diagnostic(Code.ROWS_ABOVE, Place(table.table), {"count": str(table.rows_above)})


def _holds_more(table: ListTable, total: TotalLeftOut) -> Diagnostic:
    return Diagnostic(Code.TOTAL_HOLDS_MORE, Place(table.table), {"column": total.name, "found": f"{total.more:.12g}"})
