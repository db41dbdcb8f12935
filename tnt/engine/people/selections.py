"""Which lists to sum over. Most selections are "all of them", so equal ones are summed once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats


@dataclass(frozen=True)
class Selections:
    """The distinct selections (None is all lists), and which of them each of the B asked for is."""

    masks: tuple[Bools | None, ...]
    which: tuple[int, ...]

    @property
    def distinct(self) -> int:
        """How many differ."""
        return len(self.masks)

    def part(self, block: slice) -> list[Bools | None]:
        """Each that differs, on some lists."""
        return [None if mask is None else mask[block] for mask in self.masks]

    def spread(self, rows: Floats) -> Floats:
        """One row per selection asked for."""
        return rows[list(self.which)]


def select(asked_for: Sequence[Bools | None], lists: int) -> Selections:
    """Finds the selections that are the same. Raises ValueError where a mask does not have one entry per list."""
    masks: list[Bools | None] = []
    which = []
    for mask in asked_for:
        if mask is not None and mask.shape != (lists,):
            raise ValueError("a selection needs one entry per list")
        wanted = None if mask is None or mask.all() else mask
        at = next((i for i, known in enumerate(masks) if _same(known, wanted)), len(masks))
        if at == len(masks):
            masks.append(wanted)
        which.append(at)
    return Selections(tuple(masks), tuple(which))


def _same(one: Bools | None, other: Bools | None) -> bool:
    if one is None or other is None:
        return one is other
    return bool(np.array_equal(one, other))
