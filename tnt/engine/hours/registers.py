"""Calibrates prevalence to registers: one factor per list, nobody counted twice, METHOD "Conditions and registers".

A register says how many of a list have the condition, and not who. So the prevalence by age and sex keeps its shape and
is multiplied by the one factor f of the list that makes it add up:

    share of a cell = min(1, f x prevalence of the cell)
    Σ over cells of people x share = the register

Without a full cell f = register ÷ Σ people x prevalence, and a factor per list and condition is all that is needed:
hours stay a matrix product (`fold`). Where that f would pass 100 % in a cell, the cell is full and what is too much
goes to the others in proportion, which is a greater f for them (`capped_shares`). If all cells with a prevalence above
0 are full and the register is greater still, the rest has nobody to be, and is reported as unplaced.
"""

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.hours.fold import Folded


@dataclass(frozen=True)
class CappedLists:
    """Lists of a block where a single factor would pass 100 % in a cell, for one calibrated condition.

    rows [n] in the block, column of the condition among the calibrated, people [n, C] with the condition in each cell,
    unplaced [n] registered people beyond everyone who can have it.
    """

    rows: Ints
    column: int
    people: Floats
    unplaced: Floats


def calibrate(people: Floats, bases: Floats, registers: Floats, folded: Folded) -> tuple[Floats, list[CappedLists]]:
    """Factors [n, G] of a block of lists, and the lists that need more than a factor (their factor is 0).

    `people` [n, S]; `bases` [n, G] people with each condition before calibration; `registers` [n, G], NaN if unknown.
    """
    unknown = np.isnan(registers)
    nobody = bases <= 0
    factors = np.divide(registers, bases, out=np.zeros_like(bases), where=~(unknown | nobody))
    # f x the highest prevalence > 1, without dividing. Also where the cell that would be too full has no people on the
    # list: filling then comes to the same shares, so nothing is asked of cells here.
    passing = (registers * folded.prevalence.max(axis=0, initial=0.0) > bases) | (nobody & (registers > 0))
    factors[passing] = 0.0
    factors = np.where(unknown, folded.without_register, factors)
    columns = np.flatnonzero(passing.any(axis=0)).tolist()
    return factors, [_fill(people, registers[:, column], passing[:, column], folded, column) for column in columns]


def _fill(people: Floats, register: Floats, passing: Bools, folded: Folded, column: int) -> CappedLists:
    rows = np.flatnonzero(passing)
    cells = people[rows] @ folded.split.T
    shares = capped_shares(cells, folded.prevalence[:, column], register[rows])
    with_condition = cells * shares
    unplaced = np.maximum(register[rows] - cells[:, folded.prevalence[:, column] > 0].sum(axis=1), 0.0)
    return CappedLists(rows, column, with_condition, unplaced)


def capped_shares(people: Floats, prevalence: Floats, register: Floats) -> Floats:
    """Shares min(1, f x prevalence) [n, C] that place the register [n] among people [n, C], f one factor per list.

    The most prevalent cells are full first. So order cells by falling prevalence, ask for every i at once how many
    people are placed when the first i are just full, and take the first i that is enough: the cells before it are full.
    """
    order = np.argsort(-prevalence, kind="stable")[: np.count_nonzero(prevalence)]
    falling = prevalence[order]
    counted = people[:, order]
    nobody = np.zeros((len(people), 1))
    full = np.concatenate([nobody, np.cumsum(counted, axis=1)], axis=1)  # people of the first i cells
    rest = np.cumsum((counted * falling)[:, ::-1], axis=1)[:, ::-1]
    rest = np.concatenate([rest, nobody], axis=1)  # people with it before calibration in all cells but the first i
    too_few = full[:, 1:] + rest[:, 1:] / falling < register[:, None]
    first = too_few.sum(axis=1, keepdims=True)
    left = np.maximum(register[:, None] - np.take_along_axis(full, first, axis=1), 0.0)
    room = np.take_along_axis(rest, first, axis=1)
    factor = np.divide(left, room, out=np.zeros_like(room), where=room > 0)
    shares = np.zeros_like(people)
    shares[:, order] = np.where(np.arange(falling.size) < first, 1.0, np.minimum(1.0, factor * falling))
    return shares
