"""Where a measure cannot be estimated: a rule per measure and a mask per condition, never a list x measure matrix."""

import numpy as np

from tnt.engine.arrays import Bools, Floats
from tnt.engine.fold import Folded
from tnt.engine.inputs import ListCounts
from tnt.engine.selections import Selections


def missing_lists(counts: ListCounts, folded: Folded, measure: int) -> Bools:
    """[L] lists on which a measure cannot be estimated."""
    without, with_register = folded.estimable[:, measure]
    if without == with_register:
        return np.full(counts.length, not without)
    known = has_register(counts, int(folded.condition_of[measure]))
    estimable: Bools = np.where(known, with_register, without)
    return ~estimable


def incomplete_totals(counts: ListCounts, folded: Folded, collapse: Floats) -> Bools:
    """[L, J] lists on which a collapsed column lacks a measure that `collapse` [M, J] counts: it is "at least"."""
    incomplete = np.zeros((collapse.shape[1], counts.length), dtype=np.bool_)
    asked = collapse != 0
    for condition in np.unique(folded.condition_of[~folded.estimable.all(axis=0)]).tolist():
        measures = folded.condition_of == condition
        lacking_without = (asked[measures] & ~folded.estimable[0, measures, None]).any(axis=0)
        lacking_with = (asked[measures] & ~folded.estimable[1, measures, None]).any(axis=0)
        known = has_register(counts, condition)
        incomplete |= np.where(known, lacking_with[:, None], lacking_without[:, None])
    return incomplete.T


def unknown_totals(counts: ListCounts, folded: Folded, asked: Bools) -> Bools | None:
    """[L, J] lists on which not one measure that a column asks for (`asked` [M, J]) can be estimated: it is unknown.

    None where there is no such list.
    """
    if folded.estimable.all() and asked.any(axis=0).all():
        return None
    known = np.zeros((asked.shape[1], counts.length), dtype=np.bool_)
    for condition in np.unique(folded.condition_of).tolist():
        measures = folded.condition_of == condition
        without = (asked[measures] & folded.estimable[0, measures, None]).any(axis=0)
        with_register = (asked[measures] & folded.estimable[1, measures, None]).any(axis=0)
        known |= np.where(has_register(counts, condition), with_register[:, None], without[:, None])
    return None if known.all() else ~known.T


def count_missing(counts: ListCounts, folded: Folded, chosen: Selections) -> Floats:
    """[distinct, M] lists of each selection on which each measure cannot be estimated."""
    result = np.zeros((chosen.distinct, folded.condition_of.size))
    for condition in np.unique(folded.condition_of[~folded.estimable.all(axis=0)]).tolist():
        measures = folded.condition_of == condition
        known = has_register(counts, condition)
        for row, mask in zip(result, chosen.masks, strict=True):
            with_register = np.count_nonzero(known if mask is None else known & mask)
            without = (counts.length if mask is None else np.count_nonzero(mask)) - with_register
            missing_without, missing_with = ~folded.estimable[:, measures]
            row[measures] = missing_without * without + missing_with * with_register
    return result


def has_register(counts: ListCounts, condition: int) -> Bools:
    """[L] whether each list's register of a condition is known; never, for no condition."""
    if condition < 0 or counts.registers is None:
        return np.zeros(counts.length, dtype=np.bool_)
    known: Bools = ~np.isnan(counts.registers[:, condition])
    return known
