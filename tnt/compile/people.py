"""Which cells (sex by single year of age) a population or a prevalence row means."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.people.cells import AGES, CELLS, FEMALE, MALE, OLDEST, UNTOLD, cell, the_same
from tnt.language.documents.conditions import Condition
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import Population, Sex
from tnt.language.values.ages import Ages


def cells(sex: Sex, ages: Ages) -> Bools:
    """[C] the cells of one sex or both, of whole years of age. Ages above the oldest cell are in it.

    Who is of unknown sex or age is among everybody, and nowhere else.
    """
    inside = np.zeros(CELLS, dtype=np.bool_)
    oldest = AGES - 1
    first = min(ages.first, oldest)
    last = oldest if ages.last is None else min(ages.last, oldest)
    inside[UNTOLD] = sex == "all" and first == 0 and last == oldest
    for index in {"female": (FEMALE,), "male": (MALE,), "all": (FEMALE, MALE)}[sex]:
        inside[cell(index, first) : cell(index, last) + 1] = True
    return inside


class AgeSpan(NamedTuple):
    """Ages in years from `first` until `end`, which is not in it; infinite where there is no end."""

    first: float
    end: float

    def within(self, other: AgeSpan) -> AgeSpan:
        """The ages that are in both."""
        return AgeSpan(max(self.first, other.first), min(self.end, other.end))


def span_cells(sex: Sex, span: AgeSpan) -> Floats:
    """[C] share of the people of each cell who are of the ages: 1 or 0, and of a year of age that is not whole the part
    of the year, as if birthdays were spread evenly over it. [ours]

    Ages above the oldest cell are in it.
    """
    first, oldest = min(span.first, float(OLDEST)), np.arange(AGES) == OLDEST
    end = np.where(oldest & np.isinf(span.end), OLDEST + 1.0, span.end)
    shares = np.clip(np.minimum(end, np.arange(AGES) + 1.0) - np.maximum(first, np.arange(AGES)), 0.0, 1.0)
    by_sex = [shares if sex in ("all", each) else np.zeros(AGES) for each in ("female", "male")]
    untold = float(sex == "all" and first <= 0 and span.end > OLDEST)
    return np.concatenate([*by_sex, [untold]])


def population_span(population: Population) -> AgeSpan:
    """The ages of a population."""
    return AgeSpan(population.ages.start, population.ages.end)


def population_cells(population: Population) -> Floats:
    """[C] share of the people of each cell who are of a population's sex and ages: 1 or 0, but for ages in months."""
    return span_cells(population.sex, population_span(population))


def prevalence(condition: Condition) -> Floats:
    """[C] share of each cell with the condition; ages not named have none."""
    shares = np.zeros(CELLS)
    for row in condition.rows:
        shares[cells(row.sex, row.ages)] = row.share.expected
    shares[UNTOLD] = the_same(shares)
    return shares


def contacts(document: ContactsDocument) -> Floats:
    """[C] mean contacts of one person in a year. Ages not named have none: no recommendation counts on them."""
    per_person = np.zeros(CELLS)
    for row in document.rows:
        per_person[cells(row.sex, row.ages)] = row.contacts.expected
    per_person[UNTOLD] = the_same(per_person)
    return per_person
