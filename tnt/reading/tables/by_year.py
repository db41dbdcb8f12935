"""Tables that hold the same lists year by year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.reading.tables.bands import Stratum
from tnt.reading.tables.files.sheet import Indices, Labels, Sheet
from tnt.reading.tables.findings import Findings

FIRST_YEAR, LAST_YEAR = 1900, 2200


def records_by_year(sheet: Sheet, column: str, findings: Findings) -> Iterator[tuple[int, Indices]]:
    """The records of each year, the earliest first. Cells that are no year raise: their
    rows belong nowhere."""
    texts, code = sheet.coded(column)
    years = [_year(text) for text in texts]
    unread = np.array([year is None for year in years])

    def diagnostic(record: int) -> Diagnostic:
        return Diagnostic(Code.YEAR_UNREADABLE, sheet.place(record, column), {"found": texts[code[record]]})

    if unread.any():
        findings.add_each(np.flatnonzero(unread[code]), diagnostic)
        findings.raise_errors()
    known = np.array(years, dtype=np.int64)[code]
    for year in np.unique(known).tolist():
        yield year, np.flatnonzero(known == year)


def check_same_lists(
    by_year: Mapping[int, tuple[Labels, tuple[Stratum, ...]]], column: str, findings: Findings
) -> None:
    """Every year holds the lists, sexes and ages of the first."""
    (first, (ids, strata)), *others = by_year.items()
    for year, (its_ids, its_strata) in others:
        differing = set(ids.tolist()) ^ set(its_ids.tolist())
        what = sorted(differing) or sorted(f"{one.sex} {one.ages}" for one in set(strata) ^ set(its_strata))
        if what:
            some_ids = ", ".join(what[:3])
            findings.add(
                Code.YEARS_DIFFER, Place(findings.file, cell=(0, column)), first=first, second=year, found=some_ids
            )


def _year(text: str) -> int | None:
    year = int(text) if re.fullmatch(r"\d{4}", text, re.ASCII) else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
