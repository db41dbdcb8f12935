"""What may be wrong with the rows of a table beyond single cells: one check per function."""

from __future__ import annotations

import numpy as np

from tnt.diagnostics import Code, Diagnostic
from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.files.sheet import Indices, Sheet
from tnt.reading.tables.findings import Findings


def first_records(code: Indices, codes: int) -> Indices:
    """For each of `codes` codes the first record that has it; undefined for a code that no record has."""
    first = np.zeros(codes, dtype=np.int64)
    first[code[::-1]] = np.arange(len(code) - 1, -1, -1)
    return first


def check_filled(sheet: Sheet, column: str, code: Indices, texts: list[str], findings: Findings) -> None:
    """A cell without which its row cannot be placed."""
    if "" in texts:
        where = np.flatnonzero(code == texts.index(""))
        findings.add_each(where, lambda record: Diagnostic(Code.CELL_MISSING, sheet.place(record, column)))


def check_unique(
    sheet: Sheet, column: str, code: Indices, first: Indices, lists: tuple[list[str], int], findings: Findings
) -> None:
    """No two records may have the same code; `lists` are the names of lists, and the codes each list has."""
    names, codes_per_list = lists

    def diagnostic(record: int) -> Diagnostic:
        other = int(first[code[record]])
        rows = f"{sheet.rows[other]}, {sheet.rows[record]}"
        values = {"list": names[code[record] // codes_per_list], "rows": rows}
        related = (sheet.place(other, column),)
        return Diagnostic(Code.DUPLICATE_ROW, sheet.place(record, column), values, related=related)

    again = np.flatnonzero(first[code] != np.arange(len(code)))
    if len(again) and "" in names:  # lists without a name are a problem of their own
        again = again[code[again] // codes_per_list != names.index("")]
    findings.add_each(again, diagnostic)


def check_complete(
    sheet: Sheet, column: str, cells: Indices, names: list[str], strata: tuple[Stratum, ...], findings: Findings
) -> None:
    """Every list has a row for each sex and age band of the table; `cells` is list × strata: first record, or -1."""
    first = cells.reshape(len(names), len(strata))

    def diagnostic(cell: int) -> Diagnostic:
        row, stratum = first[cell // len(strata)], strata[cell % len(strata)]
        values = {"list": names[cell // len(strata)], "sex": stratum.sex, "ages": str(stratum.ages)}
        return Diagnostic(Code.CELL_MISSING, sheet.place(int(row[row >= 0].min()), column), values)

    findings.add_each(np.flatnonzero(cells < 0), diagnostic)


def check_agreement(
    sheet: Sheet, column: str, list_of: Indices, first: Indices, names: list[str], findings: Findings
) -> None:
    """What a list has once must be the same in all its rows; `first` is the first record of each list."""
    texts, code = sheet.coded(column)
    first_of = first[list_of]

    def diagnostic(record: int) -> Diagnostic:
        other = int(first_of[record])
        values = {"list": names[list_of[record]], "column": column}
        values |= {"first": texts[code[other]], "second": texts[code[record]]}
        related = (sheet.place(other, column),)
        return Diagnostic(Code.VALUES_DIFFER, sheet.place(record, column), values, related=related)

    findings.add_each(np.flatnonzero(code != code[first_of]), diagnostic)
