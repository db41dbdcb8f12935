"""Posts and registers that stand in another table than the people, or in rows of their own, found by the list's id."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from tnt import limits
from tnt.diagnostics import Code, Place, ProblemSink, problem
from tnt.diagnostics.nearest import Nearest
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.second_table import SecondTable
from tnt.reading.tables.figures.per_list import PerList
from tnt.reading.tables.figures.second_rows import SecondRead, SecondRows, id_column
from tnt.reading.tables.files.file import check_size
from tnt.reading.tables.files.opened import open_table
from tnt.reading.tables.files.sheet import Labels, Sheet
from tnt.reading.tables.findings import Findings, Key
from tnt.reading.tables.layout import check_columns

Asked = tuple[Key, SecondTable]


def second_tables(
    document: ListsDocument, folder: Path, ids: Labels, findings: Findings
) -> tuple[dict[Key, PerList], tuple[SecondRead, ...]]:
    """Every figure of `ids` that stands in a second table; each table is read once. What is wrong goes to `findings`;
    a key that could not be read is not among the figures."""
    nearest = Nearest()
    figures: dict[Key, PerList] = {}
    reads: list[SecondRead] = []
    raised = ProblemSink()
    with raised.taking_raised():
        by_table = _by_table(document, len(ids), findings)
    for asked in by_table if not raised.has_errors else []:
        with raised.taking_raised():
            sheet = _sheet(document, folder, asked, findings)
            rows = SecondRows(document, sheet, ids, findings, nearest)
            for key, second in asked:
                figure, read = rows.figure(key, second)
                reads.append(read)
                if figure is not None:
                    figures[key] = figure
    problems = list(raised)
    findings.add_each(range(len(problems)), problems.__getitem__)
    return figures, tuple(reads)


def _by_table(document: ListsDocument, lists: int, findings: Findings) -> list[list[Asked]]:
    """The keys that are read from one table in one way; `Problems` where they are too many."""

    def way(asked: Asked) -> str:
        second = asked[1]
        return repr((second.table, second.sheet, second.skip_rows, second.separator, second.encoding))

    everything: list[Asked] = sorted(document.second_tables.items(), key=way)
    check_size(findings.locate(("lists",)), lists, len(everything))
    by_table = [list(asked) for _, asked in groupby(everything, way)]
    if len(by_table) > limits.SECOND_TABLES:
        place = findings.locate(by_table[limits.SECOND_TABLES][0][0])
        raise problem(Code.TOO_MANY_FILES, place, limit=limits.SECOND_TABLES, what="tables")
    return by_table


def _sheet(document: ListsDocument, folder: Path, asked: Sequence[Asked], findings: Findings) -> Sheet:
    """The columns that keys name of one table, or `Problems`."""
    (first, second), locate = asked[0], findings.locate
    if second.table is None:
        table = open_table(document, folder, locate)
    else:
        table = open_table(second, folder, lambda key: locate((*first, *key)))
    named: list[tuple[Key, str]] = []
    for key, each in asked:
        named += [((*key, "id"), id_column(document, each)), ((*key, "column"), each.column)]
        named += [((*key, "where", column), column) for column in each.where]
    check_columns(named, table.header, Findings(table.name, locate))
    sheet = table.read(list(dict.fromkeys(column for _, column in named)))
    check_size(Place(sheet.file), len(sheet), len(named))  # each is looked at for each key
    return sheet
