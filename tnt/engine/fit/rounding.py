"""A choice of whole recommendations near the relaxation: a value that the best is not below."""

import numpy as np

from tnt.arrays import Floats
from tnt.engine.fit.filling import fill, worth_of
from tnt.engine.fit.model import Model, SolverAnswer
from tnt.engine.fit.rules import SetRules

_WHOLE = 1 - 1e-6
_ROUNDS = 5
_ROOM = 1 + 1e-12
"""What fills the time there is fits, however it is added up."""


def rounded(model: Model, objective: Floats, relaxed: SolverAnswer) -> SolverAnswer | None:
    """What is followed in full by the relaxation [n], and what fits beside it; None where that does not fit, or
    an objective that is held falls short."""
    problem = model.problem
    rules = SetRules(problem.must.size, problem.instead, problem.needs)
    chosen = rules.without_needy((relaxed.columns[None, : rules.n] >= _WHOLE) | problem.must)
    if (problem.must & ~chosen[0]).any() or any(chosen[0, list(pair)].all() for pair in problem.instead):
        return None
    moved = np.minimum(model.moved(relaxed), problem.moving.most * chosen[0, problem.moving.of])
    objective = objective[: rules.n]
    priced = problem.hours @ relaxed.prices
    worth = worth_of(objective, priced)
    if problem.barred is not None:
        worth[problem.barred] = 0.0
    for _ in range(_ROUNDS):
        left = problem.available * _ROOM - problem.used(chosen[0].astype(np.float64), moved)
        if (left < 0).any():
            return None
        if not fill(chosen, left[None], problem.hours[None], worth[None], rules):
            break
    if not all(chosen[0, list(several)].any() for several in problem.one_of):
        return None
    uptake = chosen[0].astype(np.float64)
    nothing = np.zeros(model.columns.count)
    columns = model.columns.of(uptake, moved)
    if any(float(held @ columns) < at_least for held, at_least in model.held):
        return None
    return SolverAnswer(columns, float(objective @ uptake), np.inf, np.zeros(problem.available.size), nothing)
