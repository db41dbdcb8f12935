"""Calibrates prevalence to registers: one factor per list, nobody counted twice, METHOD "Conditions and registers".

A register says how many of a list have the condition, and not who. So the prevalence by age and sex keeps its shape and
is multiplied by the one factor f of the list that makes it add up:

    share of a cell = min(1, f x prevalence of the cell)
    Σ over cells of people x share = the register

Without a full cell f = register ÷ Σ people x prevalence, and a factor per list and condition is all that is needed:
hours stay a matrix product (`fold`). Where that f would pass 100 % in a cell, the cell is full and what is too much
goes to the others in proportion, which is a greater f for them (`capped_shares`). If all cells with a prevalence above
0 are full and the register is greater still, the rest has nobody to be, and is reported as unplaced.

A combination of conditions is worked out of the shares of each, list by list: no one factor tells it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.hours.fold import Folded


@dataclass(frozen=True)
class CappedLists:
    """Lists of a block where a single factor would pass 100 % in a cell, for one calibrated condition; or does not tell
    who is eligible, for a combination of conditions.

    rows [n] in the block, column of the condition among the calibrated, `shares` [n, C] of the people of each cell with
    it and how many `people` [n, C] they are, unplaced [n] registered people beyond everyone who can have it.
    """

    rows: Ints
    column: int
    shares: Floats
    people: Floats
    unplaced: Floats


def calibrate(people: Floats, bases: Floats, registers: Floats, folded: Folded) -> tuple[Floats, list[CappedLists]]:
    """Factors [n, G] of a block of lists, and the lists that need more than a factor (their factor is 0).

    `people` [n, S]; `bases` [n, G] people with each condition before calibration; `registers` [n, G], NaN if unknown.
    """
    plain = folded.first_combination
    factors = np.empty_like(bases)
    factors[:, :plain], filled = _of_conditions(people, bases[:, :plain], registers[:, :plain], folded)
    factors[:, plain:] = np.isnan(registers[:, plain:])  # the prevalence stands; else those who have it are counted
    for column in range(plain, folded.calibrated.size):
        rows = np.flatnonzero(~np.isnan(registers[:, column]))
        if rows.size:
            counted = people[rows] * registers[rows, column, None]
            filled.append(_combined(counted, rows, column, factors, filled, folded))
    return factors, filled


def shares_with(
    folded: Folded, factors: Floats, filled: Sequence[CappedLists], condition: int, before: Floats, cells: Ints | slice
) -> Floats:
    """[n, cells] share of the people of some cells on each list of a block who have a condition: as calibrated, or
    `before` [C] any calibration where no register scales it. `factors` and `filled` are those of `calibrate`."""
    columns = np.flatnonzero(folded.calibrated == condition).tolist()
    if not columns:
        chosen = before[cells]
        return np.broadcast_to(chosen, (len(factors), chosen.size))
    share: Floats = factors[:, columns[0], None] * folded.prevalence[cells, columns[0]]
    # On lists with a full cell the factor is 0.
    for fill in filled:
        if fill.column == columns[0]:
            share[fill.rows] = fill.shares[:, cells]
    return share


def _of_conditions(
    people: Floats, bases: Floats, registers: Floats, folded: Folded
) -> tuple[Floats, list[CappedLists]]:
    unknown = np.isnan(registers)
    nobody = bases <= 0
    factors = np.divide(registers, bases, out=np.zeros_like(bases), where=~(unknown | nobody))
    # f x the highest prevalence > 1, without dividing. Also where the cell that would be too full has no people on the
    # list: filling then comes to the same shares, so nothing is asked of cells here.
    highest = folded.prevalence[:, : bases.shape[1]].max(axis=0, initial=0.0)
    passing = (registers * highest > bases) | (nobody & (registers > 0))
    factors[passing] = 0.0
    factors = np.where(unknown, folded.without_register[: bases.shape[1]], factors)
    columns = np.flatnonzero(passing.any(axis=0)).tolist()
    return factors, [_fill(people, registers[:, column], passing[:, column], folded, column) for column in columns]


def _combined(
    people: Floats, rows: Ints, column: int, factors: Floats, filled: list[CappedLists], folded: Folded
) -> CappedLists:
    """Who is eligible of the people [r, S] of some lists, where conditions that registers scale decide together."""
    combination = folded.combined[int(folded.calibrated[column])]
    cells = people @ folded.split.T
    shares = [
        shares_with(folded, factors, filled, condition, combination.prevalence[:, place], slice(None))[rows]
        for place, condition in enumerate(combination.conditions.tolist())
    ]
    eligible = combination.eligible_of_all(shares)
    return CappedLists(rows, column, eligible, cells * eligible, np.zeros(rows.size))


def _fill(people: Floats, register: Floats, passing: Bools, folded: Folded, column: int) -> CappedLists:
    rows = np.flatnonzero(passing)
    cells = people[rows] @ folded.split.T
    shares = capped_shares(cells, folded.prevalence[:, column], register[rows])
    unplaced = np.maximum(register[rows] - cells[:, folded.prevalence[:, column] > 0].sum(axis=1), 0.0)
    return CappedLists(rows, column, shares, cells * shares, unplaced)


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
