"""Blocks of lists small enough for the processor's cache, so that what is made on the way never goes through memory."""

from collections.abc import Iterator

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.hours.fold import Folded
from tnt.engine.people.counts import ListCounts

BLOCK_BYTES = 2**21


def blocks(lists: int, columns: int) -> Iterator[slice]:
    """Slices of lists; a block of `columns` float64 fills about BLOCK_BYTES."""
    length = max(256, BLOCK_BYTES // (8 * max(1, columns)))
    for start in range(0, lists, length):
        yield slice(start, min(start + length, lists))


def block_registers(counts: ListCounts, folded: Folded, block: slice) -> Floats:
    """Registers [n, G] of the calibrated conditions, NaN where unknown.

    Of a combination of conditions 1 where a register of one of them is known, and 0 where there are also people who are
    not shown: how many of a register they are cannot be told, and nobody is counted.
    """
    if counts.registers is None:
        return np.empty((block.stop - block.start, 0))
    some, hidden = counts.registers[block], counts.hides_people[block]
    columns = [
        np.where(_is_known(some, folded, condition), ~hidden, np.nan)
        if condition in folded.combined
        else some[:, condition]
        for condition in folded.calibrated.tolist()
    ]
    return np.array(columns, dtype=np.float64).reshape(len(columns), len(some)).T


def has_register(counts: ListCounts, folded: Folded, condition: int) -> Bools:
    """[L] whether each list's register of a condition is known, or of one it is a combination of; never, for what no
    register scales."""
    if counts.registers is None or condition not in folded.calibrated:
        return np.zeros(counts.length, dtype=np.bool_)
    return _is_known(counts.registers, folded, condition)


def _is_known(registers: Floats, folded: Folded, condition: int) -> Bools:
    if condition not in folded.combined:
        return np.asarray(~np.isnan(registers[:, condition]))
    its = [each for each in folded.combined[condition].conditions.tolist() if each in folded.calibrated]
    return np.asarray(~np.isnan(registers[:, its]).all(axis=1))
