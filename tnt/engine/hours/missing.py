"""Where a measure cannot be estimated: a rule per measure and a mask per condition, never a list x measure matrix.

METHOD "What is never done": what is not known is not 0. A sum over measures in which one is unknown is "at least" what
is known of it (`unknown_tasks`); a sum in which all are unknown is unknown (`unknown_totals`). Whether
a measure can be estimated depends on its condition and on whether the list has a register of it, and on nothing else of
the list: two rows per measure (`Folded.estimable`) and one mask of lists per condition.
"""

from typing import TypeVar

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.hours.fold import Folded
from tnt.engine.people.counts import ListCounts
from tnt.engine.people.selections import Selections

Lacking = TypeVar("Lacking", Bools, Ints)


def missing_lists(counts: ListCounts, folded: Folded, measure: int) -> Bools:
    """[L] lists on which a measure cannot be estimated."""
    lacking = ~folded.estimable[:, measure]
    if not lacking.any():
        return np.zeros(counts.length, dtype=np.bool_)
    return _on_lists(counts, folded, int(folded.condition_of[measure]), lacking[:, None])[:, 0]


def unknown_tasks(counts: ListCounts, folded: Folded, tasks: Ints) -> Ints:
    """[L, J] how many of the tasks [M, J] that stand behind measures cannot be estimated on each list."""
    unknown = np.zeros((tasks.shape[1], counts.length), dtype=np.intp).T
    for condition in np.unique(folded.condition_of[~folded.estimable.all(axis=0)]).tolist():
        measures = folded.condition_of == condition
        unknown += _on_lists(counts, folded, condition, ~folded.estimable[:, measures] @ tasks[measures])
    return unknown


def unknown_totals(counts: ListCounts, folded: Folded, belongs: Bools) -> Bools | None:
    """[L, J] lists on which not one measure that a column asks for (`belongs` [M, J]) can be estimated: it is unknown.

    None where there is no such list.
    """
    if folded.estimable.all() and belongs.any(axis=0).all():
        return None
    unknown = np.ones((belongs.shape[1], counts.length), dtype=np.bool_).T
    for condition in np.unique(folded.condition_of).tolist():
        measures = folded.condition_of == condition
        some = (folded.estimable[:, measures, None] & belongs[measures]).any(axis=1)
        unknown &= _on_lists(counts, folded, condition, ~some) | ~belongs[measures].any(axis=0)
    return unknown if unknown.any() else None


def count_missing(counts: ListCounts, folded: Folded, chosen: Selections) -> Floats:
    """[distinct, M] lists of each selection on which each measure cannot be estimated."""
    result = np.zeros((chosen.distinct, folded.condition_of.size))
    for condition in np.unique(folded.condition_of[~folded.estimable.all(axis=0)]).tolist():
        measures = folded.condition_of == condition
        known, somebody = has_register(counts, condition), has_people(counts, folded, condition)
        for row, mask in zip(result, chosen.masks, strict=True):
            counted = somebody if mask is None else somebody & mask
            with_register = np.count_nonzero(counted & known)
            missing_without, missing_with = ~folded.estimable[:, measures]
            row[measures] = missing_without * (np.count_nonzero(counted) - with_register) + missing_with * with_register
    return result


def _on_lists(counts: ListCounts, folded: Folded, condition: int, lacking: Lacking) -> Lacking:
    """[L, n] what is lacking, given for lists without (row 0) and with (row 1) a register of the condition."""
    known = has_register(counts, condition)[:, None]
    missing: Lacking = np.where(known, lacking[1], lacking[0]) * has_people(counts, folded, condition)[:, None]
    return missing


def has_people(counts: ListCounts, folded: Folded, condition: int) -> Bools:
    """[L] lists that may have somebody with the condition: of nobody everything is known, and is 0."""
    somebody: Bools = counts.people_per_list > 0
    if condition in folded.calibrated and counts.registers is not None:
        somebody = somebody & (counts.registers[:, condition] != 0)
    return somebody


def has_register(counts: ListCounts, condition: int) -> Bools:
    """[L] whether each list's register of a condition is known; never, for no condition."""
    if condition < 0 or counts.registers is None:
        return np.zeros(counts.length, dtype=np.bool_)
    known: Bools = ~np.isnan(counts.registers[:, condition])
    return known
