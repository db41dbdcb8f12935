"""A condition calibrated to registers whose prevalence is drawn: who has it depends on the list and on the draw.

A list's register fixes how many have the condition; the drawn prevalences of the rows (bands of age and sex) then say
only how they are spread over rows. Factors, full rows and what is unplaced are as in `registers`, draw by draw:

    share of row r on list l in draw d = min(1, f[l, d] x p[r, d]),  Σ over r of people[l, r] x share = register of l

(METHOD "Conditions and registers".) So a draw in which all prevalences are twice as high asks nothing more of a list
with a register. f is a quotient of what is drawn, and hours are no longer a sum of products of parameters: such a
condition is kept apart from the terms that are linear in the lists, and worked out list by list.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.draws.parameters import Values

PREVALENCE_BLOCK_BYTES = 2**20
"""What is made on the way for a few lists at a time stays in the processor's cache."""


@dataclass(frozen=True)
class DrawnPrevalence:
    """One such condition; R rows, V masks. A mask is a direction of weights within one row.

    parameters   [R]    which parameter is the prevalence of a row, -1 where it is not drawn
    fixed        [R]    the prevalence of a row that is not drawn
    row_people   [S, R] people of each row per person of a stratum
    mask_people  [S, V] weights of each mask per person of a stratum
    row_of       [V]    the row of each mask
    people       [L, S] people of the lists
    registers    [L]    registered people, NaN where unknown: there the drawn prevalence stands as it is
    """

    parameters: Ints
    fixed: Floats
    row_people: Floats
    mask_people: Floats
    row_of: Ints
    people: Floats
    registers: Floats

    @property
    def drawn(self) -> frozenset[int]:
        """The parameters that are prevalences of its rows."""
        return frozenset(self.parameters[self.parameters >= 0].tolist())

    def prevalences(self, values: Values) -> Floats:
        """[R, D] prevalence of each row in each draw."""
        known = [
            values(parameter) if parameter >= 0 else np.array([fixed])
            for parameter, fixed in zip(self.parameters.tolist(), self.fixed.tolist(), strict=True)
        ]
        return np.array(np.broadcast_arrays(*known))

    def per_stratum(self, prevalences: Floats, weights: Floats) -> Floats:
        """[S, D] hours per person of a stratum before registers; `weights` [V, D] are hours per unit of a mask."""
        per_person: Floats = self.mask_people @ (prevalences[self.row_of] * weights)
        return per_person

    def add_hours(self, block: slice, prevalences: Floats, weights: Floats, per_stratum: Floats, hours: Floats) -> None:
        """Adds those of a block of lists to hours [n, D]."""
        safe = _safe_people(prevalences)
        for some in _parts(block, prevalences.shape[1]):
            people, into = self.people[some], hours[some.start - block.start : some.stop - block.start]
            scales = _scales(people @ self.row_people, self.registers[some], prevalences, safe)
            expected = people @ per_stratum
            expected *= scales.factor
            into += expected
            weighted_people = people @ self.mask_people
            for row, draws, shares in scales.full:
                into[row, draws] += weighted_people[row] @ (shares[self.row_of] * weights[:, draws])

    def reach(self, values: Values) -> Floats:
        """[V, D] what is asked in each mask on all lists together, prevalence and registers counted."""
        prevalences = self.prevalences(values)
        factors, filled = np.zeros((2, self.row_of.size, prevalences.shape[1]))
        safe = _safe_people(prevalences)
        for some in _parts(slice(0, self.registers.size), prevalences.shape[1]):
            weighted_people = self.people[some] @ self.mask_people
            scales = _scales(self.people[some] @ self.row_people, self.registers[some], prevalences, safe)
            factors += weighted_people.T @ scales.factor
            for row, draws, shares in scales.full:
                filled[:, draws] += weighted_people[row][:, None] * shares[self.row_of]
        return factors * prevalences[self.row_of] + filled


@dataclass(frozen=True)
class _Scales:
    """What prevalences of a block are multiplied with: one factor [n, D] per list and draw.

    `full`: lists and draws where a single factor would pass 100 % of a row (their factor is 0): list, draws [m], and
    the share of each row [R, m] who have the condition.
    """

    factor: Floats
    full: list[tuple[int, Ints, Floats]]


def _scales(people: Floats, registers: Floats, prevalences: Floats, safe: Floats) -> _Scales:
    """`people` [n, R] of each row; `registers` [n]; `prevalences` [R, D]; `safe` as of `_safe_people`."""
    unknown = np.isnan(registers)
    register = np.where(unknown, 0.0, registers)
    factor = people @ prevalences
    with np.errstate(divide="ignore", invalid="ignore"):
        np.divide(register[:, None], factor, out=factor)
    factor[~(people @ safe > 0)] = 0.0  # nobody can have it
    full = []
    for row in np.flatnonzero(register > people @ safe).tolist():
        somebody = people[row] > 0
        highest = prevalences[somebody].max(axis=0, initial=0.0)
        draws = np.flatnonzero(factor[row] * highest > 1)
        full.append((row, draws, _fill(people[row], prevalences[:, draws], float(register[row]))))
        factor[row, draws] = 0.0
    factor[unknown] = 1.0  # the prevalence that was drawn stands as it is
    return _Scales(factor, full)


def _safe_people(prevalences: Floats) -> Floats:
    """[R] how many of each person of a row a register may count, and no row can be more than full in any draw.

    A row is full when the register is Σ people x prevalence ÷ the highest prevalence: this is the least of that.
    """
    least: Floats = (prevalences / prevalences.max(axis=0)).min(axis=1)
    return least


def _parts(block: slice, draws: int) -> Iterator[slice]:
    length = max(1, PREVALENCE_BLOCK_BYTES // (8 * draws))
    for start in range(block.start, block.stop, length):
        yield slice(start, min(start + length, block.stop))


def _fill(people: Floats, prevalences: Floats, register: float) -> Floats:
    """[R, D] shares min(1, f x prevalence) that place the register among people [R], f one factor per draw.

    As `registers.capped_shares`: the most prevalent rows are full first; the first i that place enough are taken.
    """
    order = np.argsort(-prevalences, axis=0, kind="stable")
    falling = np.take_along_axis(prevalences, order, axis=0)
    counted = people[order]
    nobody = np.zeros((1, falling.shape[1]))
    full = np.concatenate([nobody, np.cumsum(counted, axis=0)])
    rest = np.concatenate([np.cumsum((counted * falling)[::-1], axis=0)[::-1], nobody])
    first = (full[1:] + rest[1:] / falling < register).sum(axis=0, keepdims=True)
    left = np.maximum(register - np.take_along_axis(full, first, axis=0), 0.0)
    room = np.take_along_axis(rest, first, axis=0)
    factor = np.divide(left, room, out=np.zeros_like(room), where=room > 0)
    shares = np.empty_like(falling)
    filled = np.where(np.arange(len(falling))[:, None] < first, 1.0, np.minimum(1.0, factor * falling))
    np.put_along_axis(shares, order, filled, axis=0)
    return shares
