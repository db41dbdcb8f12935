"""Kinds of people: cells in which everything that matters is the same, worked out once for all of them."""

import numpy as np

from tnt.arrays import Bools, Floats, Ints


def kinds_of_people(differing: Floats, where: Bools | None = None) -> tuple[Ints, Floats]:
    """One cell of each kind of people, and [C, kinds] 1 for the cells of the kind; only cells `where` it matters.

    Neighbouring ages alike in all columns of `differing` [C, n] are of one kind: people write in bands of age.
    """
    cells = np.arange(len(differing)) if where is None else np.flatnonzero(where)
    rows = differing[cells]
    begins = np.append(np.ones(min(1, cells.size), dtype=np.bool_), (rows[1:] != rows[:-1]).any(axis=1))
    of_cell = np.zeros((len(differing), np.count_nonzero(begins)))
    of_cell[cells, np.cumsum(begins) - 1] = 1.0
    return cells[begins], of_cell
