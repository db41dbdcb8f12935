"""Blocks of lists small enough for the processor's cache, so that the matrix of lists is read from memory once."""

from collections.abc import Iterator

import numpy as np

from tnt.engine.arrays import Floats
from tnt.engine.fold import Folded
from tnt.engine.inputs import ListCounts

BLOCK_BYTES = 2**20


def blocks(counts: ListCounts, columns: int | None = None) -> Iterator[slice]:
    """Slices of lists; a block of `columns` float64 (default: the strata) fills about BLOCK_BYTES."""
    length = max(256, BLOCK_BYTES // (8 * max(1, columns or counts.people.shape[1])))
    for start in range(0, counts.length, length):
        yield slice(start, min(start + length, counts.length))


def block_registers(counts: ListCounts, folded: Folded, block: slice) -> Floats:
    """Registers [n, G] of the calibrated conditions, NaN where unknown."""
    if counts.registers is None:
        return np.empty((block.stop - block.start, 0))
    registers: Floats = counts.registers[block][:, folded.calibrated]
    return registers
