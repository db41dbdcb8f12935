"""The best choice: rows of what is saved are added where a solution violates them, until none does."""

from collections.abc import Sequence
from time import monotonic

import numpy as np

from tnt.arrays import Floats
from tnt.engine.fit.cuts import cuts
from tnt.engine.fit.model import Answer, Model
from tnt.engine.fit.problem import FitProblem, Solution

_ROUNDS_RELAXED = 20
_AS_GOOD = 1e-9
"""Relative: an objective that was reached, when the next is maximised."""


def solve(problem: FitProblem, objectives: Sequence[Floats], *, seconds: float = 60.0, gap: float = 0.0) -> Solution:
    """Maximise the objectives [n] one after the other, each without loss in those before it.

    `gap` is how far below the best there is each may stay, as a share of it; `seconds` is the most that all may take.
    Where what must stay does not fit, the solution is that with the fewest hours too many.
    """
    until = monotonic() + seconds
    model = Model(problem)
    answer = None
    for place, each in enumerate(objectives):
        objective = model.objective(each)
        relaxed = _relaxed(model, objective)
        answer = None if relaxed is None else _whole(model, objective, until, gap)
        if relaxed is None or answer is None:
            return _least_over(problem, seconds)
        if place + 1 < len(objectives):
            model.hold(objective, answer.value - _AS_GOOD * max(1.0, abs(answer.value)))
    assert answer is not None
    assert relaxed is not None
    value, bound = answer.value, answer.bound
    if problem.moving.of.size:
        answer = _fewest_moves(model, objective, answer) or answer
    return _solution(model, answer, value, bound, relaxed.prices)


def _relaxed(model: Model, objective: Floats) -> Answer | None:
    """The relaxation, with the rows that it violates."""
    answer = model.solve(objective, relaxed=True)
    for _ in range(_ROUNDS_RELAXED):
        if answer is None or not _add_violated(model, answer, model.follow(answer)):
            return answer
        answer = model.solve(objective, relaxed=True)
    return answer


def _whole(model: Model, objective: Floats, until: float, gap: float) -> Answer | None:
    """The program itself; rows are exact at whole numbers, so an answer that violates none is one of the problem."""
    while True:
        answer = model.solve(objective, seconds=max(0.1, until - monotonic()), gap=gap)
        if answer is None or not _add_violated(model, answer, np.round(model.follow(answer))):
            return answer


def _add_violated(model: Model, answer: Answer, follow: Floats) -> bool:
    """Adds the row of each group that an answer says saves more than it does; whether there was one."""
    problem, saved, found = model.problem, model.saved(answer), False
    for cut in cuts(problem.shared, follow):
        hours = problem.available[problem.shared.column_of[cut.group]]
        allowed = _AS_GOOD * (hours if np.isfinite(hours) else 0.0)
        if np.isfinite(hours) and saved[cut.group] > cut.value(follow) + 10 * allowed:
            model.add_cut(cut)
            found = True
    return found


def _fewest_moves(model: Model, objective: Floats, answer: Answer) -> Answer | None:
    """The same choice with no event moved that need not."""
    model.hold(objective, answer.value - _AS_GOOD * max(1.0, abs(answer.value)))
    model.fix(answer)
    return model.solve(model.objective(moved=-1.0), relaxed=True)


def _least_over(problem: FitProblem, seconds: float) -> Solution:
    """What must stay and no more, with the fewest hours beyond what there is."""
    model = Model(problem, elastic=True)
    objective = model.objective(-1e-6 * np.ones(problem.must.size), over=-1.0)
    _relaxed(model, objective)
    answer = _whole(model, objective, monotonic() + seconds, 0.0)
    if answer is None:
        raise ValueError("what must stay excludes itself")
    nothing = np.zeros(problem.available.size)
    over = np.where(np.isfinite(problem.available), model.over(answer), 0.0)
    return _solution(model, answer, 0.0, 0.0, nothing, np.where(over > 1e-9 * problem.available, over, 0.0))


def _solution(
    model: Model, answer: Answer, value: float, bound: float, prices: Floats, over: Floats | None = None
) -> Solution:
    uptake, moved = model.uptake(answer), model.moved(answer)
    used = model.problem.used(uptake, moved)
    return Solution(uptake, moved, used, value, bound, prices, np.zeros(used.size) if over is None else over)
