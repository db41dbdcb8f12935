"""People that the counts do not show: strata that may hold more, and people of whom neither sex nor age is known.

Which they are is the same on many lists, so what follows from it for a measure is worked out once for each pattern.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from tnt.arrays import Bools, Floats, Ints

COUNTED, BOUNDED, BOUNDLESS, SOMEWHERE = 0, 1, 2, 3
"""A stratum whose people are counted; which may hold some more; of which nobody knows how many more; whose people are
counted, and of whom neither sex nor age is known."""


@dataclass(frozen=True)
class Unseen:
    """What lists do not show.

    patterns  [P, S] COUNTED, BOUNDED, BOUNDLESS or SOMEWHERE, of each stratum
    of_list   [L] which pattern each list has
    """

    patterns: npt.NDArray[np.int8]
    of_list: Ints


def unseen_people(people: Floats, beyond: Floats | None, untold: Bools) -> Unseen | None:
    """Of lists with `people` [L, S], of which `beyond` [L, S] may be more and the strata `untold` [S] have no sex or
    age. None where everybody is shown."""
    if beyond is None and not untold.any():
        return None
    kinds = np.zeros(people.shape, dtype=np.int8)
    if beyond is not None:
        kinds += (beyond > 0).astype(np.int8) + np.isinf(beyond).astype(np.int8)
    kinds[:, untold] = np.where(kinds[:, untold] > 0, kinds[:, untold], (people[:, untold] > 0) * SOMEWHERE)
    if not kinds.any():
        return None
    varying = np.flatnonzero(kinds.min(axis=0) != kinds.max(axis=0))
    first, of_list = _first_of_each(kinds[:, varying])
    return Unseen(kinds[first], of_list)


def _first_of_each(rows: npt.NDArray[Any]) -> tuple[Ints, Ints]:
    """The first of each different row, and which of them each row is."""
    if not rows.shape[1]:
        return np.zeros(min(1, len(rows)), dtype=np.intp), np.zeros(len(rows), dtype=np.intp)
    whole = np.ascontiguousarray(rows).view(np.dtype((np.void, rows.dtype.itemsize * rows.shape[1])))[:, 0]
    _, first, of_row = np.unique(whole, return_index=True, return_inverse=True)
    return first, of_row
