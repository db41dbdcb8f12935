"""Registered people for whom there is nobody on the list who could have the condition."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.hours.registers import CappedLists


@dataclass(frozen=True)
class Unplaced:
    """One entry per list and condition: `lists` and `conditions` are rows and columns of the registers."""

    lists: Ints
    conditions: Ints
    people: Floats


def unplaced(fill: CappedLists, first_list: int, condition: int) -> Unplaced:
    """Those of one condition in a block of lists that starts with `first_list`. Rounding is not reported as people."""
    some = fill.unplaced > 1e-9 * fill.people.sum(axis=1)
    lists = first_list + fill.rows[some]
    return Unplaced(lists, np.full(lists.size, condition), fill.unplaced[some])


def joined(parts: Sequence[Unplaced]) -> Unplaced:
    """All of them, in the order found."""
    none = Unplaced(np.empty(0, dtype=np.intp), np.empty(0, dtype=np.intp), np.empty(0))
    parts = [none, *parts]
    return Unplaced(
        np.concatenate([part.lists for part in parts]),
        np.concatenate([part.conditions for part in parts]),
        np.concatenate([part.people for part in parts]),
    )
