"""A few branches by hand: where a large recommendation is half in, both ways are tried, the more promising first.

Each branch is a relaxation from where the last one ended, and a choice near it. Most problems are as good as solved by
that, and the solver has a value to begin with where they are not.
"""

from heapq import heappop, heappush
from time import monotonic
from typing import NamedTuple

import numpy as np

from tnt.arrays import Floats
from tnt.engine.fit.model import SolverAnswer
from tnt.engine.fit.relaxing import Relaxing
from tnt.engine.fit.rounding import rounded

_BRANCHES = 24
_ROUNDS = 4
_WHOLE = 1e-7


class Branched(NamedTuple):
    """The best choice so far, if there is one, and what any is worth at most."""

    best: SolverAnswer | None
    bound: float


def is_good(best: SolverAnswer | None, bound: float, gap: float) -> bool:
    """Whether a choice is as near to what is possible as was asked for."""
    return best is not None and bound - best.value <= gap * abs(best.value)


def branch(
    relaxing: Relaxing, objective: Floats, relaxed: SolverAnswer, best: SolverAnswer | None, gap: float, until: float
) -> Branched:
    """`best` is a choice known before."""
    model = relaxing.model
    best = _better(best, rounded(model, objective, relaxed))
    waiting: list[tuple[float, int, tuple[tuple[int, float], ...], SolverAnswer]] = [(-relaxed.bound, 0, (), relaxed)]
    number, closed = 0, -np.inf
    while waiting and number < 2 * _BRANCHES and monotonic() < until:
        if is_good(best, -waiting[0][0], gap):
            break
        above, _, fixed, node = heappop(waiting)
        column = _half_in(relaxing, objective, node)
        if column is None:
            closed = max(closed, -above)
            continue
        for side in (0.0, 1.0):
            number += 1
            now = (*fixed, (column, side))
            model.fix(np.array([at for at, _ in now]), np.array([value for _, value in now]))
            answer = relaxing.solve(objective, _ROUNDS)
            model.free()
            if answer is not None:
                best = _better(best, rounded(model, objective, answer))
                heappush(waiting, (max(above, -answer.bound), number, now, answer))
    bound = max([closed, *(-each[0] for each in waiting[:1])])
    return Branched(best, bound if best is None else max(bound, best.value))


def _better(best: SolverAnswer | None, other: SolverAnswer | None) -> SolverAnswer | None:
    return other if best is None or (other is not None and other.value > best.value) else best


def _half_in(relaxing: Relaxing, objective: Floats, node: SolverAnswer) -> int | None:
    """The whole column of which most is undecided; None where all are whole."""
    columns = relaxing.model.columns
    half = np.where(columns.whole, np.minimum(node.columns, 1 - node.columns), 0.0)
    half[half < _WHOLE] = 0.0
    if not half.any():
        return None
    return int((half * (1e-9 + np.abs(objective))).argmax())
