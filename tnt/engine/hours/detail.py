"""The whole list x measure matrix, for those who ask for it."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.hours.blocks import block_registers, blocks
from tnt.engine.hours.fold import Folded
from tnt.engine.hours.gaps import gaps
from tnt.engine.hours.missing import missing_lists
from tnt.engine.hours.registers import calibrate
from tnt.engine.people.counts import ListCounts


def list_detail(counts: ListCounts, folded: Folded, measures: Ints | None = None, out: Floats | None = None) -> Floats:
    """[L, M] every measure of every list (or those of `measures`, in that order), NaN where it cannot be estimated.

    A measure's values lie together in memory. Written straight into `out` [L, M] when given, which saves the time
    that fresh memory costs; nothing of the size of the answer is made besides. Raises ValueError where `out` has
    another shape.
    """
    chosen = np.arange(folded.factor_of.size) if measures is None else measures
    weights = folded.strata_weights[:, chosen]
    if out is None:
        out = np.empty((chosen.size, counts.length)).T
    if (folded.factor_of[chosen] < 0).all():
        np.matmul(counts.people, weights, out=out)
    else:
        for block in blocks(counts.length, max(counts.people.shape[1], chosen.size)):
            np.matmul(counts.people[block], weights, out=out[block])
            _calibrate(counts, folded, chosen, block, out[block])
    found = gaps(counts, folded)
    for column in np.flatnonzero(found.absent[:, :, chosen].any(axis=(0, 1))).tolist():
        out[missing_lists(counts, folded, int(chosen[column]), found), column] = np.nan
    return out


def _calibrate(counts: ListCounts, folded: Folded, chosen: Ints, block: slice, hours: Floats) -> None:
    """Scales a block [n, M] by its lists' factors, in place, and puts in what no single factor gives."""
    people = counts.people[block]
    factors, filled = calibrate(people, people @ folded.bases, block_registers(counts, folded, block), folded)
    factor_of = folded.factor_of[chosen]
    for group, run in _runs(factor_of):
        hours[:, run] *= factors[:, group, None]
    for fill in filled:
        columns = np.flatnonzero(factor_of == fill.column)
        hours[np.ix_(fill.rows, columns)] = fill.people @ folded.cell_weights[:, chosen[columns]]


def _runs(factor_of: Ints) -> Iterator[tuple[int, slice]]:
    """Neighbouring measures of the same calibrated condition: slices scale in place, lists of columns would copy."""
    starts = [0, *(np.flatnonzero(np.diff(factor_of)) + 1).tolist(), factor_of.size]
    for start, stop in pairwise(starts):
        if start < stop and factor_of[start] >= 0:
            yield int(factor_of[start]), slice(start, stop)
