"""Registered people for whom there is nobody on the list who could have the condition."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tnt.engine.arrays import Floats, Ints
from tnt.engine.fold import Folded
from tnt.engine.registers import Filled


@dataclass(frozen=True)
class Unplaced:
    """One entry per list and condition: `lists` and `conditions` are rows and columns of the registers."""

    lists: Ints
    conditions: Ints
    people: Floats


def collect(found: Sequence[tuple[int, Filled]], folded: Folded) -> Unplaced:
    """Gathers what blocks found; each comes with the first list of its block. Rounding is not reported as people."""
    lists = [start + fill.rows for start, fill in found]
    conditions = [np.full(fill.rows.size, folded.calibrated[fill.column]) for _, fill in found]
    people = np.concatenate([np.empty(0), *(fill.unplaced for _, fill in found)])
    registered = people + np.concatenate([np.empty(0), *(fill.people.sum(axis=1) for _, fill in found)])
    some = people > 1e-9 * registered
    none = np.empty(0, dtype=np.intp)
    return Unplaced(np.concatenate([none, *lists])[some], np.concatenate([none, *conditions])[some], people[some])
