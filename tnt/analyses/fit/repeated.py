"""How sure a choice is: the same choice in other draws of the numbers, and at other weights."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tnt.analyses.fit.choosing import TakingPart
from tnt.analyses.fit.drawn import drawn
from tnt.analyses.fit.question import Question
from tnt.analyses.fit.result import FitChoice
from tnt.analyses.fit.values import Values
from tnt.arrays import Floats
from tnt.cli.request import Drawing
from tnt.engine.fit.resolve import resolve
from tnt.engine.fit.solve import solve


def in_weights(best: FitChoice, asked: Question, values: Values, who: TakingPart) -> FitChoice:
    """In how many of the weights tried each is in: those written, and each end of a range alone."""
    if not values.tried or best.status == "infeasible":
        return best
    problem = asked.problem(who.always, who.unknown, who.may)
    chosen = [solve(problem, [np.nan_to_num(benefit)]).uptake > 0 for benefit in values.tried]
    times_in = np.sum([*chosen, np.array([one.uptake > 0 for one in best.recommendations])], axis=0)
    counted = zip(best.recommendations, times_in.tolist(), strict=True)
    return replace(
        best,
        recommendations=tuple(replace(one, in_weights=(times, 1 + len(values.tried))) for one, times in counted),
    )


def in_draws(best: FitChoice, asked: Question, values: Values, who: TakingPart, drawing: Drawing) -> FitChoice:
    """In what share of the draws each is in; where what stays does not fit, nothing else is. Drawn are hours and people
    who benefit; the time there is stays as it is, and what may be followed in part is in or out."""
    if values.per_person is None or best.status == "infeasible":
        return best
    problem = asked.problem(who.always, who.unknown, who.may)
    draws = drawn(asked.inputs, asked.roles, drawing.draws, 1 if drawing.seed is None else drawing.seed)
    # What one recommendation shares with itself takes the same part of its hours in every draw.
    part: Floats = np.divide(
        asked.hours.own, asked.hours.whole, out=np.ones_like(asked.hours.own), where=asked.hours.whole > 0
    )
    benefit = np.where(who.may, np.nan_to_num(draws.benefiting * values.per_person), 0.0)
    resolved = resolve(problem, np.nan_to_num(values.objectives[0]), draws.hours * part, benefit)
    shares = zip(best.recommendations, resolved.chosen.mean(axis=0).tolist(), strict=True)
    return replace(
        best,
        recommendations=tuple(replace(one, in_draws=share) for one, share in shares),
        draws_that_fit=int(resolved.fits.sum()),
    )
