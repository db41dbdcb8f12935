"""Where a measure cannot be estimated: a rule per measure and a mask per condition, never a list x measure matrix.

METHOD "What is never done": what is not known is not 0. A sum over measures in which one is unknown, or known in part,
is "at least" what is known of it (`unknown_tasks`); a sum in which all are unknown is unknown (`unknown_totals`).
Whether a measure can be estimated depends on its condition, on whether the list has a register of it and on which
people the list does not show, and on nothing else of the list: two rows per measure and pattern (`gaps`), one mask of
lists per condition.
"""

from typing import TypeVar

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.hours.blocks import has_register
from tnt.engine.hours.fold import Folded
from tnt.engine.hours.gaps import Gaps, gaps
from tnt.engine.people.counts import ListCounts
from tnt.engine.people.selections import Selections

Lacking = TypeVar("Lacking", Bools, Ints)


def missing_lists(counts: ListCounts, folded: Folded, measure: int, found: Gaps | None = None) -> Bools:
    """[L] lists on which a measure cannot be estimated; `found` are the gaps, where the caller has looked at them."""
    found = gaps(counts, folded) if found is None else found
    lacking = found.absent[:, :, [measure]]
    if not lacking.any():
        return np.zeros(counts.length, dtype=np.bool_)
    return _on_lists(counts, folded, int(folded.condition_of[measure]), found.of_list, lacking)[:, 0]


def unknown_tasks(counts: ListCounts, folded: Folded, tasks: Ints) -> tuple[Ints, Bools]:
    """[L, J] how many of the tasks [M, J] that stand behind measures cannot be estimated on each list, and whether some
    others are known in part."""
    found = gaps(counts, folded)
    unknown = np.zeros((tasks.shape[1], counts.length), dtype=np.intp).T
    partly = np.zeros((tasks.shape[1], counts.length), dtype=np.bool_).T
    for condition in np.unique(folded.condition_of[(found.absent | found.partial).any(axis=(0, 1))]).tolist():
        measures = folded.condition_of == condition
        absent, partial = found.absent[:, :, measures], found.partial[:, :, measures]
        unknown += _on_lists(counts, folded, condition, found.of_list, absent @ tasks[measures])
        partly |= _on_lists(counts, folded, condition, found.of_list, partial @ (tasks[measures] > 0))
    return unknown, partly


def unknown_totals(counts: ListCounts, folded: Folded, belongs: Bools) -> Bools | None:
    """[L, J] lists on which not one measure that a column asks for (`belongs` [M, J]) can be estimated: it is unknown.

    None where there is no such list.
    """
    found = gaps(counts, folded)
    if not found.absent.any() and belongs.any(axis=0).all():
        return None
    unknown = np.ones((belongs.shape[1], counts.length), dtype=np.bool_).T
    for condition in np.unique(folded.condition_of).tolist():
        measures = folded.condition_of == condition
        some = ~found.absent[:, :, measures] @ belongs[measures]
        unknown &= _on_lists(counts, folded, condition, found.of_list, ~some) | ~belongs[measures].any(axis=0)
    return unknown if unknown.any() else None


def count_missing(counts: ListCounts, folded: Folded, chosen: Selections) -> tuple[Floats, Floats]:
    """[distinct, M] lists of each selection on which each measure cannot be estimated, and on which it is in part."""
    found = gaps(counts, folded)
    patterns = found.absent.shape[1]
    absent, partial = np.zeros((2, chosen.distinct, folded.condition_of.size))
    for condition in np.unique(folded.condition_of[(found.absent | found.partial).any(axis=(0, 1))]).tolist():
        measures = folded.condition_of == condition
        somebody = has_people(counts, folded, condition)
        kind = found.of_list + patterns * has_register(counts, folded, condition)
        for selection, mask in enumerate(chosen.masks):
            counted = somebody if mask is None else somebody & mask
            lists = np.bincount(kind[counted], minlength=2 * patterns)
            for result, lacking in ((absent, found.absent), (partial, found.partial)):
                result[selection, measures] = lists @ lacking[:, :, measures].reshape(2 * patterns, -1)
    return absent, partial


def _on_lists(counts: ListCounts, folded: Folded, condition: int, of_list: Ints, lacking: Lacking) -> Lacking:
    """[L, n] what is lacking, given for lists without (row 0) and with (row 1) a register of the condition, and for
    each pattern."""
    somebody = has_people(counts, folded, condition)[:, None]
    missing: Lacking = lacking[has_register(counts, folded, condition).astype(np.intp), of_list] * somebody
    return missing


def has_people(counts: ListCounts, folded: Folded, condition: int) -> Bools:
    """[L] lists that may have somebody with the condition: of nobody everything is known, and is 0."""
    somebody: Bools = counts.most_per_list > 0
    registered = counts.as_registered
    if condition in folded.calibrated and condition not in folded.combined and registered is not None:
        somebody = somebody & (registered[:, condition] != 0)
    return somebody
