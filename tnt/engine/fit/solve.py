"""The best choice: a relaxation, a few branches by hand, and the solver where these are not near enough."""

from collections.abc import Sequence
from time import monotonic

import numpy as np

from tnt.arrays import Floats
from tnt.engine.fit.branching import branch, is_good
from tnt.engine.fit.model import Model, OutOfTimeError, SolverAnswer
from tnt.engine.fit.overfull import least_over
from tnt.engine.fit.problem import FitProblem, Solution
from tnt.engine.fit.pruning import without_idle
from tnt.engine.fit.relaxing import Relaxing

_AS_GOOD = 1e-9
"""Relative: an objective that was reached, when the next is maximised."""


def solve(problem: FitProblem, objectives: Sequence[Floats], *, seconds: float = 60.0, gap: float = 0.0) -> Solution:
    """Maximise the objectives [n] one after the other, each without loss in those before it.

    `gap` is how far below the best there is each may stay, as a share of it; `seconds` is the most that all may take,
    and where they do not suffice the gap of the solution says so. Where what must stay does not fit, the solution is
    that with the fewest hours too many; where it excludes itself, MustExcludesItselfError.
    """
    return choose(Model(problem), objectives, seconds=seconds, gap=gap)


def choose(model: Model, objectives: Sequence[Floats], *, seconds: float = 60.0, gap: float = 0.0) -> Solution:
    """The same, of a model that stays with the rows that were needed."""
    until = monotonic() + seconds
    relaxing = Relaxing(model)
    best: SolverAnswer | None = None
    relaxed: SolverAnswer | None = None
    reached: list[tuple[float, float]] = []
    for each in objectives:
        objective = model.objective(each)
        relaxing.begin(objective)
        relaxed = relaxing.solve(objective) or relaxed
        before = None if best is None else best._replace(value=float(objective @ best.columns))
        answer = None if relaxed is None else _best(relaxing, objective, relaxed, before, until, gap)
        if relaxed is None or answer is None:
            return least_over(model.problem, seconds)
        best = answer
        reached.append((best.value, max(best.value, best.bound)))
        model.hold(objective, best.value - _AS_GOOD * max(1.0, abs(best.value)))
    assert best is not None
    assert relaxed is not None
    if model.problem.moving.of.size:
        best = _fewest_moves(relaxing, best) or best
    uptake = without_idle(model.problem, objectives, model.uptake(best))
    moved = np.minimum(model.moved(best), model.problem.moving.most * uptake[model.problem.moving.of])
    used = model.problem.used(uptake, moved)
    return Solution(uptake, moved, used, *reached[-1], relaxed.prices, np.zeros(used.size), tuple(reached))


def _best(
    relaxing: Relaxing, objective: Floats, relaxed: SolverAnswer, before: SolverAnswer | None, until: float, gap: float
) -> SolverAnswer | None:
    """The best choice with its bound; rows are exact at whole numbers, so an answer that violates none is one."""
    model = relaxing.model
    best, bound = branch(relaxing, objective, relaxed, before, gap, until)
    while not is_good(best, bound, max(gap, _AS_GOOD)):
        if best is not None:
            model.fix_by_price(relaxed, max(0.0, relaxed.bound - best.value) + 1e-7 * abs(relaxed.bound))
            model.begin_at(best.columns)
        try:
            answer = model.solve(objective, seconds=max(0.1, until - monotonic()), gap=gap)
        except OutOfTimeError:
            break
        finally:
            model.free()
        if answer is None:
            return None if best is None else best._replace(bound=best.value)
        bound = min(bound, answer.bound if best is None else max(answer.bound, best.value))
        if not relaxing.add_violated(answer, np.round(model.follow(answer))):
            return answer._replace(bound=max(bound, answer.value))
        if monotonic() > until:
            break
    if best is not None:
        return best._replace(bound=max(bound, best.value))
    only = least_over(model.problem, 60.0)
    if not only.is_feasible:
        return None
    columns = model.columns.of(only.uptake, only.moved)
    return SolverAnswer(columns, float(objective @ columns), bound, relaxed.prices, np.zeros(columns.size))


def _fewest_moves(relaxing: Relaxing, answer: SolverAnswer) -> SolverAnswer | None:
    """The same choice with no event moved that need not."""
    model = relaxing.model
    whole = np.flatnonzero(model.columns.whole)
    model.fix(whole, np.round(answer.columns[whole]))
    fewest = relaxing.solve(model.objective(moved=-1.0))
    model.free()
    return fewest
