"""Which row of a second table is about which list."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from tnt.diagnostics import Code, Diagnostic
from tnt.diagnostics.nearest import Nearest
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.second_table import SecondTable
from tnt.reading.tables.checks import first_records
from tnt.reading.tables.figures.per_list import PerList
from tnt.reading.tables.files.sheet import Indices, Labels, Sheet
from tnt.reading.tables.findings import Findings, Key, listed
from tnt.reading.tables.marks import Marks, marks


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


def id_column(document: ListsDocument, second: SecondTable) -> str:
    """The column of a second table with the ids of the lists."""
    column = second.id or document.id
    assert column is not None  # check_keys lets no other through
    return column


@dataclass(frozen=True)
class SecondRows:
    """The rows of a second table, and the lists they may be about, whose ids may still prove to be the same."""

    document: ListsDocument
    sheet: Sheet
    ids: Labels
    findings: Findings
    nearest: Nearest
    _position: dict[str, int] = field(init=False)
    _codes: dict[str, tuple[list[str], Indices]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Where each list stands in its own table."""
        object.__setattr__(self, "_position", {name: index for index, name in enumerate(self.ids)})

    def figure(self, key: Key, second: SecondTable) -> tuple[PerList | None, SecondRead]:
        """What a key names, of the lists that have a row; None where none has."""
        column = id_column(self.document, second)
        rows = self._meant(key, second)
        texts, code = self._coded(column)
        list_of_row = np.array([self._position.get(text, -1) for text in texts], dtype=np.int64)[code][rows]
        records, list_of = rows[list_of_row >= 0], list_of_row[list_of_row >= 0]
        without, strange = len(self.ids) - len(np.unique(list_of)), len(rows) - len(records)
        read = SecondRead(key, self.sheet.file, self.sheet.sha256, without, strange, self.sheet.encoding_found)
        if not len(records):
            if len(rows):
                theirs, ours = (next(filter(None, ids), "") for ids in ([texts[one] for one in code[rows]], self.ids))
                place = self.findings.locate((*key, "id"))
                self.findings.add(Code.SECOND_TABLE_UNMATCHED, place, found=theirs, expected=ours, column=column)
            return None, read
        self._check_once(column, records, list_of)
        part = replace(self.sheet, columns={second.column: self.sheet.columns[second.column]}).take(records)
        return PerList(part, second.column, self._marks(key, second, part), len(self.ids), list_of), read

    def _coded(self, column: str) -> tuple[list[str], Indices]:
        """As the sheet has it: many keys ask for the same columns."""
        if column not in self._codes:
            self._codes[column] = self.sheet.coded(column)
        return self._codes[column]

    def _meant(self, key: Key, second: SecondTable) -> Indices:
        """The records that a key means; a condition that none of them meets is a problem."""
        chosen: npt.NDArray[np.bool_] = np.ones(len(self.sheet), dtype=bool)
        for column, value in second.where.items():
            texts, code = self._coded(column)
            wanted = str(value).strip()
            chosen &= np.array([text == wanted for text in texts])[code]
            if not chosen.any():
                place, close = self.findings.locate((*key, "where", column)), self.nearest.word(wanted, texts)
                choices = listed(texts)
                self.findings.add(Code.SECOND_TABLE_NO_ROWS, place, close, found=wanted, column=column, choices=choices)
                break
        return np.flatnonzero(chosen)

    def _check_once(self, column: str, records: Indices, list_of: Indices) -> None:
        """No list has two rows: nobody can tell which is meant, or whether they are to be added."""
        first = first_records(list_of, len(self.ids))[list_of]

        def diagnostic(index: int) -> Diagnostic:
            one, other = int(records[first[index]]), int(records[index])
            values = {"list": self.ids[list_of[index]], "rows": f"{self.sheet.rows[one]}, {self.sheet.rows[other]}"}
            related = (self.sheet.place(one, column),)
            return Diagnostic(Code.SECOND_TABLE_TWICE, self.sheet.place(other, column), values, related=related)

        self.findings.add_each(np.flatnonzero(first != np.arange(len(records))), diagnostic)

    def _marks(self, key: Key, second: SecondTable, part: Sheet) -> Marks:
        """Those stated beside the column, else, in the table of the lists, those stated of it."""
        stated = second.decimal, second.thousands
        if second.table is None and stated == (None, None):
            stated = self.document.decimal, self.document.thousands
        counts, others = ([second.column], []) if key[0] == "registers" else ([], [second.column])
        return marks(stated, part, counts, others, self.findings)
