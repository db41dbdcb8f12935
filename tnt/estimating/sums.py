"""Sums over lists and recommendations, in which the unknown stays unknown."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.hours.totals import Totals
from tnt.result.json_values import plain


def summed(totals: Totals, selection: int, measures: Ints, lists: int) -> Floats:
    """[n] measures over a selection of lists; NaN for measure -1 and where it could be estimated on none of the
    lists."""
    sums = totals.by_measure[selection, measures]
    nowhere = (totals.missing_lists[selection, measures] >= lists) & (lists > 0)
    sums[(measures < 0) | nowhere] = np.nan
    return np.asarray(sums)


def known_sum(hours: Floats) -> float | None:
    """The sum of the known parts; None where nothing is known."""
    known = ~np.isnan(hours)
    return float(hours.sum(where=known)) if known.any() else None


def full_sum(hours: Floats) -> float | None:
    """The sum; unknown where a part is."""
    return plain(hours.sum())
