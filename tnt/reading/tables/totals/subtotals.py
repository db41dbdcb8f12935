"""Lists that count the people of the lists just before them once more."""

from __future__ import annotations

import numpy as np

from tnt import limits
from tnt.arrays import Floats

ALIKE = 1e-9
"""Sums of fractions differ in their last digits."""
_COLUMNS = 3
"""In fewer columns a list may well have the people of two others by chance."""


def subtotals(people: Floats, of_list: Floats) -> dict[int, int]:
    """Lists -> how many just before them they are the sum of, in every column; at least two of those have people.

    `people` is lists × columns, `of_list` its sums by list. The sums of all columns tell where it is worth looking, as
    often as problems are shown.
    """
    if len(people) < 4 or people.shape[1] < _COLUMNS:  # of three lists the last would be the total of all
        return {}
    before = np.concatenate([[0.0], np.cumsum(of_list)])
    nearly = ALIKE * before[-1]
    rows = np.arange(len(people))
    start = np.searchsorted(before, before[:-1] - of_list + nearly, side="right") - 1
    inhabited = np.concatenate([[0], np.cumsum(of_list > 0)])
    at_least_two = inhabited[:-1] - inhabited[np.maximum(start, 0)] >= 2
    alike = (start >= 0) & (np.abs(before[start] - before[:-1] + of_list) <= nearly)
    return {
        int(row): int(row - start[row])
        for row in rows[at_least_two & alike & (of_list > 0)][: limits.PROBLEMS_SHOWN]
        if np.count_nonzero(people[row]) >= _COLUMNS
        and np.allclose(people[start[row] : row].sum(axis=0), people[row], rtol=ALIKE, atol=nearly)
    }
