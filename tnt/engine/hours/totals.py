"""Hours per list and role and sums of measures over lists, in one reading of the lists."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.hours.blocks import block_registers, blocks
from tnt.engine.hours.fold import Folded
from tnt.engine.hours.missing import count_missing
from tnt.engine.hours.registers import CappedLists, calibrate
from tnt.engine.hours.sums import Sums
from tnt.engine.hours.unplaced import Unplaced, joined, unplaced
from tnt.engine.people.counts import ListCounts
from tnt.engine.people.selections import select

_ONE_BY_ONE, _IN_SMALL_BATCHES = 2, 8
"""At most so many rows."""
_BATCH = 64
"""Lists."""


@dataclass(frozen=True)
class Totals:
    """What `list_totals` answers. A measure counts 0 on the lists where it cannot be estimated.

    per_list       [L, J] measures collapsed into J columns, one row per list (a column's values lie together in memory)
    by_measure     [B, M] each measure summed over each selection of lists
    missing_lists  [B, M] on how many lists of the selection the measure could not be estimated
    partial_lists  [B, M] on how many others it is at least what is counted here
    unplaced       registered people beyond everyone who can have the condition
    hides_people   whether some lists do not show all their people
    """

    per_list: Floats
    by_measure: Floats
    missing_lists: Floats
    partial_lists: Floats
    unplaced: Unplaced
    hides_people: bool

    @property
    def lacking_lists(self) -> Floats:
        """[B, M] on how many lists of the selection the measure is not known, or not all of it."""
        return self.missing_lists + self.partial_lists


def list_totals(
    counts: ListCounts, folded: Folded, collapse: Floats, selections: Sequence[Bools | None] = (None,)
) -> Totals:
    """Collapses measures into J columns per list, and sums each measure over B selections of lists.

    `collapse` [M, J] says what each column adds up, for instance the hours of a role. A selection is a mask [L] of
    lists to sum over, or None for all of them. No list x measure matrix is made.
    """
    chosen = select(selections, counts.length)
    rows = _stack(folded, collapse)
    per_list = np.empty((collapse.shape[1], counts.length))
    sums = Sums(counts, folded, chosen)
    unplaced_people: list[Unplaced] = []
    for block in blocks(counts.length, counts.people.shape[1]):
        people, hours = counts.people[block], per_list[:, block]
        factors, filled = np.empty((len(people), 0)), list[CappedLists]()
        if folded.calibrated.size:
            parts = _products(rows, people)
            bases = parts[len(parts) - folded.calibrated.size :].T
            factors, filled = calibrate(people, bases, block_registers(counts, folded, block), folded)
            _combine(parts, factors, out=hours)
            _add_filled(hours, filled, folded, collapse)
        else:
            _products(rows, people, out=hours)
        sums.add(people, chosen.part(block), factors, filled)
        unplaced_people += [unplaced(fill, block.start, int(folded.calibrated[fill.column])) for fill in filled]
    missing, partial = (chosen.spread(lists) for lists in count_missing(counts, folded, chosen))
    hides = counts.unseen is not None
    return Totals(per_list.T, chosen.spread(sums.by_measure()), missing, partial, joined(unplaced_people), hides)


def _stack(folded: Folded, collapse: Floats) -> Floats:
    """Rows of weights per stratum, so that lists are multiplied once.

    J rows of what no register scales, J of each calibrated condition, then the G bases.
    """
    groups = range(-1, folded.calibrated.size)
    parts = [(folded.strata_weights * (folded.factor_of == group)) @ collapse for group in groups]
    return np.ascontiguousarray(np.concatenate([*parts, folded.bases], axis=1).T)


def _products(rows: Floats, people: Floats, out: Floats | None = None) -> Floats:
    """rows [R, S] @ people.T [S, n].

    A product of matrices first copies both into an order of its own, which takes longer than a few rows do. One or two
    go faster one by one, and a few more list by list in batches so small that OpenBLAS, where it knows how, leaves
    them as they lie.
    """
    products = np.empty((len(rows), len(people))) if out is None else out
    if len(rows) > _IN_SMALL_BATCHES or not people.flags.c_contiguous:
        return np.matmul(rows, people.T, out=products)
    if len(rows) <= _ONE_BY_ONE:
        for row, product in zip(rows, products, strict=True):
            np.dot(people, row, out=product)
        return products
    batches, strata = len(people) // _BATCH, people.shape[1]
    whole = batches * _BATCH
    in_batches = products[:, :whole].reshape(len(rows), batches, _BATCH).transpose(1, 0, 2)
    np.matmul(rows, people[:whole].reshape(batches, _BATCH, strata).transpose(0, 2, 1), out=in_batches)
    np.matmul(rows, people[whole:].T, out=products[:, whole:])
    return products


def _combine(parts: Floats, factors: Floats, out: Floats) -> None:
    columns = len(out)
    out[:] = parts[:columns]
    for group in range(1, 1 + factors.shape[1]):
        out += parts[group * columns : (group + 1) * columns] * factors[:, group - 1]


def _add_filled(hours: Floats, filled: Sequence[CappedLists], folded: Folded, collapse: Floats) -> None:
    for fill in filled:
        measures = folded.factor_of == fill.column
        hours[:, fill.rows] += (fill.people @ (folded.cell_weights[:, measures] @ collapse[measures])).T
