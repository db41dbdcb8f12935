"""Rows that count the people of the others once more: `All`, `Sum`, or any other name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pyarrow.compute as pc

from tnt import limits
from tnt.arrays import Bools, Floats
from tnt.diagnostics import Code, Place
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.age_band import plain_text
from tnt.reading.tables.files.arrow_numpy import whole_numbers_of
from tnt.reading.tables.files.sheet import Indices, Sheet
from tnt.reading.tables.findings import Findings
from tnt.reading.tables.rows import line_without, named_by_where
from tnt.reading.tables.totals.subtotals import ALIKE, subtotals
from tnt.reading.tables.words.total_words import NATIONS, TOTALS

_NEARLY = 0.1
"""A nation among its parts has their number of people but for a tenth."""
_WORDS = "|".join(re.escape(word).replace("\\ ", "[ \u00a0]") for word in sorted(TOTALS | NATIONS))
"""One look at hundreds of thousands of ids, in capitals or not."""


@dataclass(frozen=True)
class LikelyTotal:
    """A list that may be the total of the others, and is read as a list: `people` of it and of all `others`."""

    name: str
    place: Place
    people: float
    others: float
    line: str
    """The line of the lists file that leaves it out."""


def likely_totals(
    document: ListsDocument, per_list: Sheet, people: Floats, findings: Findings
) -> tuple[LikelyTotal, ...]:
    """Lists that are called as totals are and do not add up; one that adds up is a problem, whatever it is called.

    `per_list` has a record for each list of `people`, lists × columns. A total counts in every column as many people as
    at least two others together: all others or, of a subtotal, those just before or after it. A list that the
    lists file asks for by name is none.
    """
    column = document.id
    if column is None or len(people) < 2:
        return ()
    ids, of_list = per_list.text(column), people.sum(axis=1)
    if np.isnan(of_list).any():  # what is not known of one list is compared for none
        people = people[:, ~np.isnan(people).any(axis=0)]
        of_list = people.sum(axis=1)
    asked_for = named_by_where(document, column)

    def not_asked_for(records: Iterable[int]) -> list[int]:
        return [int(record) for record in records if ids[record].as_py() not in asked_for]

    named = not_asked_for(_named(document, per_list, of_list))
    parts_of, grand = _totals(people, of_list)
    grand, of_areas = not_asked_for(grand), not_asked_for(parts_of)
    if len(grand) > 1:  # two are alike and nobody is on the others: only a name tells which of them is the sum
        named, grand = named or grand[-1:], [record for record in grand if record in named]
    found = sorted([*of_areas, *grand])
    line = line_without(document, column, [ids[record].as_py() for record in found])
    others = len(people) - 1 - len(parts_of)
    for record in found:
        code = Code.SUBTOTAL_ROW if record in parts_of else Code.TOTAL_ROW
        count = parts_of.get(record, others)
        findings.add(code, per_list.place(record, column), list=ids[record].as_py(), count=count, line=line)
    return tuple(_likely(document, per_list, record, of_list) for record in named if record not in found)


def _totals(people: Floats, of_list: Floats) -> tuple[dict[int, int], list[int]]:
    """Subtotals, with how many lists each is the sum of, and totals of all other lists."""
    grand = _sums(people, of_list).tolist()
    parts_of = {} if grand else subtotals(people, of_list)
    if parts_of:
        lists = np.setdiff1d(np.arange(len(people)), list(parts_of))
        grand = lists[_sums(people[lists], of_list[lists])].tolist()
    return parts_of, grand


def _likely(document: ListsDocument, per_list: Sheet, record: int, of_list: Floats) -> LikelyTotal:
    assert document.id is not None
    place = per_list.place(record, document.id)
    name, people = per_list.text(document.id)[record].as_py(), float(of_list[record])
    line = line_without(document, document.id, [name])
    return LikelyTotal(name, place, people, float(of_list.sum()) - people, line)


def _sums(people: Floats, of_list: Floats) -> Indices:
    """Lists with the people of at least two others together, in every column."""
    everyone = of_list.sum()
    if len(people) < 3 or not everyone > 0:
        return np.zeros(0, dtype=np.int64)
    candidates = np.flatnonzero(np.isclose(2 * of_list, everyone, rtol=ALIKE, atol=0))
    if not len(candidates):
        return candidates
    alike: Bools = np.isclose(2 * people[candidates], people.sum(axis=0), rtol=ALIKE, atol=ALIKE * everyone).all(axis=1)
    return candidates[alike]


def _named(document: ListsDocument, per_list: Sheet, of_list: Floats) -> list[int]:
    """The first lists whose id or name is a word for a total: where more have one it says something else."""
    found: set[int] = set()
    everyone = of_list.sum()
    for column in filter(None, (document.id, document.name)):
        texts = per_list.text(column)
        are_words = pc.match_substring_regex(texts, f"^({_WORDS})$", ignore_case=True)
        for record in whole_numbers_of(pc.indices_nonzero(are_words))[: limits.PROBLEMS_SHOWN].tolist():
            is_nation = plain_text(texts[record].as_py()) in NATIONS
            nearly = abs(2 * of_list[record] - everyone) <= _NEARLY * of_list[record]
            if of_list[record] > 0 and (nearly or not is_nation):
                found.add(record)
    return sorted(found)
