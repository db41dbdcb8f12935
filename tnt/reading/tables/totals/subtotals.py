"""Lists that count the people of the lists just before or after them once more."""

from __future__ import annotations

import numpy as np

from tnt import limits
from tnt.arrays import Bools, Floats

ALIKE = 1e-9
"""Sums of fractions differ in their last digits."""
_COLUMNS = 3
"""In fewer columns a list may well have the people of two others by chance."""


def subtotals(people: Floats, of_list: Floats) -> dict[int, int]:
    """Lists -> how many just before or after them they are the sum of, in every column; at least two have people.

    `people` is lists × columns, `of_list` its sums by list. The sums of all columns tell where it is worth looking. As
    many are found, from the top, as problems are shown.
    """
    if len(people) < 4 or people.shape[1] < _COLUMNS:  # of three lists the last would be the total of all
        return {}
    above, inhabited = _sums_above(of_list), _sums_above(of_list > 0)
    nearly = ALIKE * above[-1]
    rows = np.arange(len(people))
    start = np.searchsorted(above, above[:-1] - of_list + nearly, side="right") - 1
    end = np.searchsorted(above, above[1:] + of_list - nearly)
    spans = np.concatenate([np.column_stack([rows, start, rows]), np.column_stack([rows, rows + 1, end])])
    row, first, after = spans.T
    spans = spans[(first >= 0) & (after <= len(people)) & (of_list[row] > 0)]
    row, first, after = spans.T
    spans = spans[inhabited[after] - inhabited[first] >= 2]
    for counts in (of_list, *people.T):
        row, first, after = spans.T
        above = _sums_above(counts)
        spans = spans[np.abs(above[after] - above[first] - counts[row]) <= nearly]
        if not len(spans):
            return {}
    row, first, after = spans.T
    is_sum = np.count_nonzero(people, axis=1)[row] >= _COLUMNS
    found, which = np.unique(row[is_sum], return_index=True)  # of a list that is both, the lists before it
    parts = (after - first)[is_sum][which]
    return dict(zip(found[: limits.PROBLEMS_SHOWN].tolist(), parts.tolist(), strict=False))


def _sums_above(counts: Floats | Bools) -> Floats:
    """The sums of the rows above each row; the last is that of all."""
    return np.concatenate([[0.0], np.cumsum(counts)])
