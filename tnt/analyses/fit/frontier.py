"""Benefit against hours of one role: the most that can be had for each twentieth of the hours that all would take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from tnt.analyses.fit.choosing import TakingPart
from tnt.analyses.fit.question import Question
from tnt.analyses.fit.result import FitChoice, FrontierPoint
from tnt.analyses.fit.values import Values
from tnt.arrays import Floats
from tnt.engine.fit.solve import solve

_STEPS = 20
_GAP = 1e-4


def frontier_role(question: Question, choice: FitChoice) -> str | None:
    """The role whose time is taken most of, else the first that is asked anything; None where none is."""
    limited = [role for role, hours in choice.hours.items() if hours.available]
    if limited:
        return max(limited, key=lambda role: choice.hours[role].used / (choice.hours[role].available or 1.0))
    return next((role for role in question.roles if choice.hours[role].used > 0), None)


def frontier(question: Question, values: Values, who: TakingPart, role: str) -> Iterator[FrontierPoint]:
    """Points at which another set is best, from the fewest hours. Hours are those of the role beyond what always stays;
    other roles are not held against their time here, and what is unknown takes no part."""
    nobody = np.zeros_like(who.always)
    problem = question.problem(who.always, nobody, who.may)
    nothing_moves = np.zeros(problem.moving.of.size)
    always, everything = (
        problem.used(one.astype(np.float64), nothing_moves) for one in (who.always, who.always | who.may)
    )
    at = question.roles.index(role)
    before, known = np.zeros(len(question.ids)), np.nan_to_num(values.benefit if values.benefit is not None else 0.0)
    for step in range(1, _STEPS + 1):
        limit = np.full(len(question.roles), np.inf)
        limit[at] = always[at] + (everything[at] - always[at]) * step / _STEPS
        solution = solve(replace(problem, available=limit), values.objectives, gap=_GAP)
        follow = np.where(who.always, 0.0, solution.uptake)
        if solution.is_feasible and not np.allclose(follow, before):
            yield FrontierPoint(
                hours=float(solution.used[at] - always[at]),
                benefit=float(known @ solution.uptake),
                comes_in=_named(question, (follow > 0) & (before == 0)),
                goes_out=_named(question, (follow == 0) & (before > 0)),
            )
            before = follow


def _named(question: Question, which: Floats) -> tuple[str, ...]:
    return tuple(question.ids[at] for at in np.flatnonzero(which).tolist())
