"""Cells, the finest strata: two sexes by single year of age. A rule has one weight per cell."""

import numpy as np

from tnt.arrays import Bools, Floats

FEMALE, MALE = 0, 1
OLDEST = 105
"""People of this age and over are counted as one year of age."""
AGES = OLDEST + 1
CELLS = 2 * AGES


def cell(sex: int, age: int) -> int:
    """Row of a sex (FEMALE, MALE) and an age in years (0 to OLDEST, the last open-ended) in every array of cells."""
    return sex * AGES + age


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
