"""How many get work today of which it was observed how often it is done: METHOD "What is done today, from activity".

Done for a share u of those eligible, the work is u x its events one by one - what of these is counted twice at u. That
grows with u, and is solved for the u at which it is what was observed. Where nothing is counted twice u is a quotient.
"""

from collections.abc import Callable

import numpy as np

from tnt.arrays import Floats
from tnt.engine.overlap.lists import SharedTasks, list_overlap
from tnt.engine.people.counts import ListCounts

_TOLERANCE = 4 * float(np.finfo(np.float64).eps)


def uptake_of(observed: float, if_all: float, one_by_one: float, counted_twice: Callable[[float], float]) -> float:
    """The share, at most 1; `if_all` are the events at full uptake, above 0: `one_by_one` less those counted twice."""
    if observed >= if_all:
        return 1.0
    if if_all == one_by_one:
        return observed / if_all
    from scipy.optimize import brentq

    def too_many(uptake: float) -> float:
        return uptake * one_by_one - counted_twice(uptake) - observed

    return float(brentq(too_many, 0.0, 1.0, xtol=1e-15, rtol=_TOLERANCE))


def events_counted_twice(counts: ListCounts, tasks: SharedTasks, uptake: float) -> float:
    """Over all lists, of tasks whose events take an hour each, at one uptake of all."""
    of_each: Floats = np.full(tasks.asked.events.size, uptake)
    return float(list_overlap(counts, tasks, of_each, bounds=False).of_activity[0].sum())
