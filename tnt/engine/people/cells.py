"""Cells, the finest strata: two sexes by single year of age, and one of people of whom neither is known.

A rule has one weight per cell. That of the last cell, UNTOLD, is what the rule asks of everybody alike: of people whose
sex or age a table does not tell, or who are neither women nor men, nothing else is certain.
"""

import numpy as np

from tnt.arrays import Bools, Floats

FEMALE, MALE = 0, 1
OLDEST = 105
"""People of this age and over are counted as one year of age."""
AGES = OLDEST + 1
UNTOLD = 2 * AGES
"""The cell of people whose sex or age is not known; the others come before it."""
CELLS = UNTOLD + 1


def cell(sex: int, age: int) -> int:
    """Row of a sex (FEMALE, MALE) and an age in years (0 to OLDEST, the last open-ended) in every array of cells."""
    return sex * AGES + age


def by_sex_and_age(values: Floats) -> Floats:
    """[..., C] -> [..., 2, A] of the cells in which sex and age are known."""
    return values[..., :UNTOLD].reshape(*values.shape[:-1], 2, AGES)


def of_cells(by_sex_and_age: Floats) -> Floats:
    """[2, A] -> [C], with nobody whose sex or age is not known."""
    return np.append(by_sex_and_age, 0.0)


def the_same(by_cell: Floats) -> Floats:
    """[C, ...] a figure of each cell -> that which all cells share whose sex and age are known, else 0."""
    known = by_cell[:UNTOLD]
    return np.where(np.ptp(known, axis=0) == 0, known[0], 0.0)


def split_by_reference(inside: Bools, reference_people: Floats) -> Floats:
    """How the people of each stratum are spread over cells: in proportion to a reference population, never evenly.

    `inside` [C, S] marks the cells of each stratum, `reference_people` [C] counts the reference population. Returns
    shares [C, S] whose columns add up to 1. A stratum of one cell needs no reference. Raises ValueError, naming the
    strata, when nobody of the reference population is in a wider one.
    """
    alone = inside.sum(axis=0) == 1
    people = np.where(alone, inside, inside * reference_people[:, None])
    total = people.sum(axis=0)
    if not np.all(total > 0):
        raise ValueError(f"nobody of the reference population is in strata {np.flatnonzero(total <= 0).tolist()}")
    shares: Floats = people / total
    return shares
