"""Hours of all lists together in every draw: the total, and each recommendation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats
from tnt.distributions.named import Distribution
from tnt.engine.draws.hours_sum import Evaluation, HoursSum, by_recommendation
from tnt.engine.draws.parameters import Draws
from tnt.engine.draws.quantiles import DrawSummary, spread_of
from tnt.limits import FEWEST_DRAWS

PARTS = 8
"""Independent smaller sets that say how sure the mean of joint draws is."""


@dataclass(frozen=True)
class AllLists:
    """What `simulate_all_lists` answers.

    total            [D] required hours in each draw, shared work subtracted
    recommendations  [R] hours of each, shared work not subtracted; 0 where nothing is asked
    error_of_mean    standard error of the mean of the total
    """

    total: Floats
    recommendations: DrawSummary
    error_of_mean: float
    evaluation: Evaluation
    draws: Draws

    def changed(self, parameter: int, distribution: Distribution) -> AllLists:
        """With another distribution of one parameter: only what it touches is computed again.

        The error of the mean is that of the new total; for joint draws the earlier one is kept.
        """
        draws = self.draws.changed(parameter, distribution)
        evaluation = self.evaluation.with_values([parameter], draws.values)
        total = self.total + self.evaluation.change([parameter], draws.values)
        products = self.evaluation.total.products
        touched = {products[number].recommendation for number in self.evaluation.total.touched([parameter])}
        numbers = by_recommendation(products)
        known = self.recommendations
        spread = DrawSummary(known.mean.copy(), known.p05.copy(), known.p50.copy(), known.p95.copy())
        for recommendation in touched:
            _put(spread, recommendation, evaluation.of(numbers[recommendation]), draws.streams.draws)
        error = draws.streams.standard_error(total)
        return AllLists(total, spread, self.error_of_mean if error is None else error, evaluation, draws)


def simulate_all_lists(total: HoursSum, draws: Draws, recommendations: int) -> AllLists:
    """Every draw of the sum. Recommendations are numbered 0 to R - 1, as in the products."""
    evaluation = total.at(draws.values)
    length = draws.streams.draws
    hours = np.zeros(length)
    spread = DrawSummary(*(np.zeros(recommendations) for _ in range(4)))
    for recommendation, products in by_recommendation(total.products).items():
        part = evaluation.of(products)
        hours += part
        _put(spread, recommendation, part, length)
    hours -= evaluation.shared()
    error = draws.streams.standard_error(hours)
    return AllLists(hours, spread, _error_of_joint(total, draws) if error is None else error, evaluation, draws)


def _put(spread: DrawSummary, recommendation: int, hours: Floats, draws: int) -> None:
    summary = spread_of(np.array(np.broadcast_to(hours, (1, draws))))
    for into, value in (
        (spread.mean, summary.mean),
        (spread.p05, summary.p05),
        (spread.p50, summary.p50),
        (spread.p95, summary.p95),
    ):
        into[recommendation] = value[0]


def _error_of_joint(total: HoursSum, draws: Draws) -> float:
    """From the means of PARTS independent sets of D ÷ PARTS draws (of FEWEST_DRAWS at least).

    As a rule not less than that of the one set of D, which balances itself better than smaller sets do.
    """
    sets = (draws.replica(1 + part, max(draws.streams.draws // PARTS, FEWEST_DRAWS)) for part in range(PARTS))
    means = np.array([total.at(each.values).hours().mean() for each in sets])
    return float(means.std(ddof=1) / np.sqrt(PARTS))
