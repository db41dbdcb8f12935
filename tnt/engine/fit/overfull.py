"""What must stay does not fit: by how much."""

import numpy as np

from tnt.arrays import Floats
from tnt.engine.fit.model import Model, OutOfTimeError, SolverAnswer
from tnt.engine.fit.problem import FitProblem, Solution
from tnt.engine.fit.relaxing import Relaxing
from tnt.engine.fit.rules import Pairs

_FOLLOWED, _MOVED = -1e-6, -1e-7
"""Prices in scaled hours: a choice with fewer recommendations or moves is taken where hours do not tell."""
_NOTHING = 1e-9


class MustExcludesItselfError(ValueError):
    """What must stay, and what that needs, holds pairs of which at most one may be followed."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__(f"what must stay excludes itself: {pairs}")
        self.pairs = pairs


def least_over(problem: FitProblem, seconds: float = 60.0) -> Solution:
    """What must stay, what that needs and no more, with the fewest hours beyond what there is, each role's as a share
    of the hours it has."""
    model = Model(problem, elastic=True)
    objective = model.objective(np.full(problem.must.size, _FOLLOWED), moved=_MOVED, over=-1.0)
    relaxing = Relaxing(model)
    try:
        answer = _whole(relaxing, relaxing.solve(objective), seconds)
    except OutOfTimeError:  # or hours that the solver does not take
        return _as_it_is(problem, problem.must.astype(np.float64), np.zeros(problem.moving.of.size))
    if answer is None:
        raise MustExcludesItselfError(excluding(problem))
    return _as_it_is(problem, model.uptake(answer), model.moved(answer))


def _as_it_is(problem: FitProblem, uptake: Floats, moved: Floats) -> Solution:
    used, nothing = problem.used(uptake, moved), np.zeros(problem.available.size)
    over = np.where(np.isfinite(problem.available), np.maximum(used - problem.available, 0.0), 0.0)
    over = np.where(over > _NOTHING * np.maximum(problem.available, 1.0), over, 0.0)
    return Solution(uptake, moved, used, 0.0, 0.0, nothing, over)


def _whole(relaxing: Relaxing, relaxed: SolverAnswer | None, seconds: float) -> SolverAnswer | None:
    model = relaxing.model
    objective = model.objective(np.full(model.problem.must.size, _FOLLOWED), moved=_MOVED, over=-1.0)
    while relaxed is not None:
        answer = model.solve(objective, seconds=seconds)
        if answer is None or not relaxing.add_violated(answer, np.round(model.follow(answer))):
            return answer
    return None


def excluding(problem: FitProblem) -> Pairs:
    """The pairs that what must stay holds both of, what it cannot do without counted; where a need can be met in
    several ways, none of which is left, the pairs that shut them."""
    must = set(np.flatnonzero(problem.must).tolist())
    shut: Pairs = ()
    grew = True
    while grew:
        grew = False
        for one, others in problem.needs:
            if one not in must or must & set(others):
                continue
            closing = tuple(pair for pair in problem.instead if must & set(pair) and set(others) & set(pair))
            left = [other for other in others if not any(other in pair for pair in closing)]
            if not left:
                shut += closing
            elif len(left) == 1:
                must.add(left[0])
                grew = True
    both = tuple(pair for pair in problem.instead if set(pair) <= must)
    return both or tuple(dict.fromkeys(shut)) or tuple(pair for pair in problem.instead if must & set(pair))
