"""Time reserved for each listed person: by age as it is written, or for other care from the contacts people have today.

    hours of a list = Σ people x contacts by age and sex x (1 - in_pack) x minutes ÷ 60

METHOD.md, "What a plain sum leaves out" [ours].
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from tnt.arrays import Floats
from tnt.compile.courses.course import Factor
from tnt.compile.people import cells
from tnt.engine.people.cells import CELLS, UNTOLD
from tnt.engine.people.counts import ListCounts
from tnt.language.documents.capacity import Reserved
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import Sex
from tnt.language.values.ages import Ages
from tnt.language.values.number import Number

Contacts = Mapping[str, ContactsDocument]
"""Contacts files by id."""


class ReservedRow(NamedTuple):
    """What is reserved for each listed person of some sexes and ages.

    `where` [C] are those people: 1 or 0, and of people of unknown sex and age the part they would be if they were
    spread evenly, which counts only where all are alike. `written` are numbers of the reserve by their path in it, and
    `contacts` a year by their address in the pack; `in_pack` is the share of these that is left out.
    """

    where: Floats
    written: tuple[Factor, ...]
    contacts: Factor | None = None
    in_pack: Factor | None = None

    @property
    def constant(self) -> float:
        """What makes the written numbers into hours."""
        return 1.0 if self.contacts is None else 1 / 60

    @property
    def hours(self) -> float:
        """Hours a year for each person."""
        hours = self.constant * math.prod(factor.value for factor in self.written)
        hours *= 1.0 if self.contacts is None else self.contacts.value
        return hours if self.in_pack is None else hours * (1 - self.in_pack.value)


def reserved_rows(entry: Reserved, contacts: Contacts) -> list[ReservedRow]:
    """The rows of a reserve that grows with the list; none of one that comes with each post."""
    if entry.from_contacts is not None:
        assert entry.in_pack is not None  # checked
        assert entry.minutes is not None
        document = contacts[entry.from_contacts]
        minutes, in_pack = Factor(("minutes",), entry.minutes.expected), Factor(("in_pack",), entry.in_pack.expected)
        rows = [
            (f"{number}", row.contacts.expected, _where(row.sex, row.ages)) for number, row in enumerate(document.rows)
        ]
        at = document.contacts, "rows"
        return _told(
            [
                ReservedRow(where, (minutes,), Factor((*at, number, "contacts"), each), in_pack)
                for number, each, where in rows
            ]
        )
    if isinstance(entry.per_person, Number):
        return [ReservedRow(np.ones(CELLS), (Factor(("per_person",), entry.per_person.expected),))]
    return _told(
        [
            ReservedRow(_where(row.sex, row.ages), (Factor(("per_person", str(number), "time"), row.time.expected),))
            for number, row in enumerate(entry.per_person or [])
        ]
    )


def _where(sex: Sex, ages: Ages) -> Floats:
    where = cells(sex, ages).astype(np.float64)
    where[UNTOLD] = where[:UNTOLD].mean()
    return where


def _told(rows: list[ReservedRow]) -> list[ReservedRow]:
    """The rows; of people of unknown sex and age nothing, unless it is the same for everybody."""
    hours = sum((row.where * row.hours for row in rows), np.zeros(CELLS))
    if np.ptp(hours[:UNTOLD]) > 0:
        for row in rows:
            row.where[UNTOLD] = 0.0
    return rows


def on_lists(row: ReservedRow, counts: ListCounts) -> Floats:
    """[L] people of a row; where nobody knows ages, the part they would be if they were spread evenly."""
    if counts.split is None:
        return np.asarray(counts.people[:, 0] * row.where[UNTOLD])
    return np.asarray(counts.people @ (counts.split.T @ row.where))


def people_times(rows: Sequence[ReservedRow], of_each: Sequence[float], counts: ListCounts) -> Floats:
    """[L] the sum over people of what `of_each` row is for one of its people; NaN where that depends on ages that are
    not known."""
    per_person = sum((row.where * one for row, one in zip(rows, of_each, strict=True)), np.zeros(CELLS))
    if counts.split is not None:
        return np.asarray(counts.people @ (counts.split.T @ per_person))
    people = counts.people[:, 0]
    unknown = np.ptp(per_person[:UNTOLD]) > 0
    return np.where(people > 0, np.nan, 0.0) if unknown else np.asarray(people * per_person[0])
