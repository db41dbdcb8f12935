"""Which cells (sex by single year of age) a population or a prevalence row means."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.people.cells import AGES, CELLS, FEMALE, MALE, UNTOLD, cell, the_same
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


def population_cells(population: Population) -> Floats:
    """[C] 1 where the people of a population are, by sex and age, 0 elsewhere."""
    return cells(population.sex, population.ages).astype(np.float64)


def prevalence(condition: Condition) -> Floats:
    """[C] share of each cell with the condition; ages not named have none."""
    shares = np.zeros(CELLS)
    for row in condition.prevalence:
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
