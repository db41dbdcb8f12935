"""Posts and registers that stand in another table than the people, or in rows of their own, found by the list's id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tnt.diagnostics import Code, Diagnostic, ProblemSink
from tnt.diagnostics.nearest import Nearest
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.second_table import SecondTable
from tnt.reading.tables.checks import first_records
from tnt.reading.tables.files.file import TableFile
from tnt.reading.tables.files.opened import open_table
from tnt.reading.tables.files.sheet import Indices, Labels, Sheet
from tnt.reading.tables.findings import Findings, Key, listed
from tnt.reading.tables.layout import check_columns
from tnt.reading.tables.marks import marks
from tnt.reading.tables.per_list import PerList


@dataclass(frozen=True)
class SecondRead:
    """What was read from a second table for one key of the lists file."""

    key: Key
    """Path of the key: `registers`, condition; or `staff`, role, `posts`."""
    table: str
    """The table's path, as a user would write it."""
    sha256: str
    """Hash of the table's bytes as they are stored."""
    lists_without_row: int
    rows_without_list: int
    """Of those that the key means."""
    encoding_found: str | None
    """The encoding of the table, where nobody stated it and it is not UTF-8."""


Asked = tuple[Key, SecondTable]


def second_tables(
    document: ListsDocument, folder: Path, ids: Labels, findings: Findings
) -> tuple[dict[Key, PerList], tuple[SecondRead, ...]]:
    """Every figure of `ids` that stands in a second table; each table is read once. What is wrong goes to `findings`;
    a key that could not be read is not among the figures."""
    figures: dict[Key, PerList] = {}
    reads: list[SecondRead] = []
    position = {name: index for index, name in enumerate(ids)}
    for asked in _by_table(document):
        raised = ProblemSink()
        with raised.taking_raised():
            sheet = _sheet(document, folder, asked, findings)
            for key, second in asked:
                figure, read = _figure(document, sheet, (key, second), position, findings)
                reads.append(read)
                if figure is not None:
                    figures[key] = figure
        problems = list(raised)
        findings.add_each(range(len(problems)), problems.__getitem__)
    return figures, tuple(reads)


def _by_table(document: ListsDocument) -> Iterator[list[Asked]]:
    """The keys that are read from one table in one way."""

    def way(asked: Asked) -> str:
        second = asked[1]
        return repr((second.table, second.separator, second.encoding))

    for _, asked in groupby(sorted(document.second_tables.items(), key=way), way):
        yield list(asked)


def _sheet(document: ListsDocument, folder: Path, asked: Sequence[Asked], findings: Findings) -> Sheet:
    """The columns that the keys name, or `Problems` of the first key that cannot be met."""
    first, second = asked[0]
    table: TableFile
    if second.table is None:
        table = open_table(document, folder, findings.locate)
    else:
        table = open_table(second, folder, lambda key: findings.locate((*first, *key)))
    named: list[tuple[Key, str]] = []
    for key, each in asked:
        named += [((*key, "id"), _id_column(document, each)), ((*key, "column"), each.column)]
        named += [((*key, "where", column), column) for column in each.where]
    check_columns(named, table.header, Findings(table.name, findings.locate))
    return table.read(list(dict.fromkeys(column for _, column in named)))


def _id_column(document: ListsDocument, second: SecondTable) -> str:
    column = second.id or document.id
    assert column is not None  # check_keys lets no other through
    return column


def _figure(
    document: ListsDocument, sheet: Sheet, asked: Asked, position: dict[str, int], findings: Findings
) -> tuple[PerList | None, SecondRead]:
    key, second = asked
    column = _id_column(document, second)
    rows = _meant(sheet, asked, findings)
    texts, code = sheet.coded(column)
    list_of_row = np.array([position.get(text, -1) for text in texts], dtype=np.int64)[code][rows]
    records, list_of = rows[list_of_row >= 0], list_of_row[list_of_row >= 0]
    without = len(position) - len(np.unique(list_of))
    read = SecondRead(key, sheet.file, sheet.sha256, without, len(rows) - len(records), sheet.encoding_found)
    if not len(records):
        if len(rows):
            theirs, ours = (next(filter(None, names), "") for names in ([texts[one] for one in code[rows]], position))
            place = findings.locate((*key, "id"))
            findings.add(Code.SECOND_TABLE_UNMATCHED, place, found=theirs, expected=ours, column=column)
        return None, read
    _check_once(sheet, column, records, list_of, list(position), findings)
    part = sheet.take(records)
    of_lists, own = second.table is None, (second.decimal, second.thousands)
    stated = (document.decimal, document.thousands) if of_lists and own == (None, None) else own
    counts, others = ([second.column], []) if key[0] == "registers" else ([], [second.column])
    written = marks(stated, part, counts, others, findings)
    return PerList(part, second.column, written, len(position), list_of), read


def _meant(sheet: Sheet, asked: Asked, findings: Findings) -> Indices:
    """The records that a key means; a condition that none of them meets is a problem."""
    key, second = asked
    chosen: npt.NDArray[np.bool_] = np.ones(len(sheet), dtype=bool)
    for column, value in second.where.items():
        texts, code = sheet.coded(column)
        wanted = str(value).strip()
        chosen &= np.array([text == wanted for text in texts])[code]
        if not chosen.any():
            place, close = findings.locate((*key, "where", column)), Nearest().word(wanted, texts)
            choices = listed(texts)
            findings.add(Code.SECOND_TABLE_NO_ROWS, place, close, found=wanted, column=column, choices=choices)
            break
    return np.flatnonzero(chosen)


def _check_once(
    sheet: Sheet, column: str, records: Indices, list_of: Indices, names: list[str], findings: Findings
) -> None:
    """No list has two rows: nobody can tell which is meant, or whether they are to be added."""
    first = first_records(list_of, len(names))[list_of]

    def diagnostic(index: int) -> Diagnostic:
        one, other = int(records[first[index]]), int(records[index])
        values = {"list": names[list_of[index]], "rows": f"{sheet.rows[one]}, {sheet.rows[other]}"}
        return Diagnostic(
            Code.SECOND_TABLE_TWICE, sheet.place(other, column), values, related=(sheet.place(one, column),)
        )

    findings.add_each(np.flatnonzero(first != np.arange(len(records))), diagnostic)
