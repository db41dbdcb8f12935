"""Blocks of lists small enough for the processor's cache, so that what is made on the way never goes through memory."""

from collections.abc import Iterator

import numpy as np

from tnt.arrays import Floats
from tnt.engine.hours.fold import Folded
from tnt.engine.people.counts import ListCounts

BLOCK_BYTES = 2**21


def blocks(lists: int, columns: int) -> Iterator[slice]:
    """Slices of lists; a block of `columns` float64 fills about BLOCK_BYTES."""
    length = max(256, BLOCK_BYTES // (8 * max(1, columns)))
    for start in range(0, lists, length):
        yield slice(start, min(start + length, lists))


def block_registers(counts: ListCounts, folded: Folded, block: slice) -> Floats:
    """Registers [n, G] of the calibrated conditions, NaN where unknown."""
    if counts.registers is None:
        return np.empty((block.stop - block.start, 0))
    registers: Floats = counts.registers[block][:, folded.calibrated]
    return registers
