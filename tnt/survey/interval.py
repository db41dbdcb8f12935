"""The 90 % interval of a mean from few and skewed answers.

The mean times exp(± t x sqrt(d x (v/n + v²/(2(n - 1))))), v the variance of the logarithms of the n answers and t the
95th percentile of Student's t: Cox's method with Olsson's t (Olsson U. Confidence intervals for the mean of a
log-normal distribution. J Stat Educ 2005;13(1)), laid around the arithmetic mean, which is what totals add, in place of
the log-normal one [ours]. It reaches further up than down, never to 0, and needs no drawing of samples.

Answers that count by their cases have the mean R = sum of cases x minutes / sum of cases, whose variance is that of a
ratio, n/(n - 1) x sum of (cases x (minutes - R))² / (sum of cases)² (Cochran WG. Sampling techniques. 3rd ed. 1977,
chapter 6), respondents being what was drawn. d is how many times the plain mean's, both relative to their mean; it is
at least 1, because few answers cannot show that unequal weights make a mean more certain. t has as many degrees of
freedom as equal answers would have that are as uneven: (sum of cases)² / sum of cases² - 1 (Kish L. Survey sampling.
1965). [the two together: ours] docs/survey.md shows how often it holds the mean.
"""

from __future__ import annotations

from functools import cache
from math import exp, sqrt
from typing import Literal

import numpy as np
import numpy.typing as npt

NoInterval = Literal["few", "equal", "uneven"]
"""Why there is none: fewer than five answers, equal answers, or more than half of the cases with one respondent."""

FEWEST_FOR_INTERVAL = 5
"""Answers below which no interval is given."""
_PROBABILITY = 0.95
_EQUAL = 1e-9
"""Of the mean: answers that differ by less are the same."""
_FURTHEST = 300.0
"""A factor of 10^130 either way: nobody needs further, and the computer's numbers would end."""


def mean_interval(
    minutes: npt.NDArray[np.float64], weights: npt.NDArray[np.float64] | None = None
) -> tuple[float, float] | NoInterval:
    """5th and 95th percentile of what the mean of `minutes` [n] may be, in minutes, or why there is no interval.

    Each answer is above 0, and so is each of the `weights` [n], cases; without them all count the same. Answers are
    equal that differ by no more than the rounding of the computer: people round such answers, and they are not certain.
    """
    n = len(minutes)
    weights = np.ones(n) if weights is None else weights
    mean = float((weights * minutes).sum() / weights.sum())
    if n < FEWEST_FOR_INTERVAL:
        return "few"
    if np.ptp(minutes) <= _EQUAL * mean:
        return "equal"
    if is_uneven(weights):
        return "uneven"
    v = float(np.log(minutes).var(ddof=1))
    as_many = n if np.ptp(weights) == 0 else float(weights.sum() ** 2 / (weights**2).sum())
    variance = _widening(minutes, weights) * (v / n + v**2 / (2 * (n - 1)))
    reach = min(student_t(as_many - 1) * sqrt(variance), _FURTHEST)
    return mean * exp(-reach), mean * exp(reach)


def is_uneven(weights: npt.NDArray[np.float64]) -> bool:
    """Whether one respondent has more than half of the cases, so that the mean is mostly one answer."""
    return bool(weights.max() > weights.sum() / 2)


def _widening(minutes: npt.NDArray[np.float64], weights: npt.NDArray[np.float64]) -> float:
    """Relative variance of the ratio over that of the plain mean; 1 of equal weights, and never less."""
    if np.ptp(weights) == 0:
        return 1.0
    n, shares = len(minutes), weights / weights.sum()
    mean = float((shares * minutes).sum())
    of_ratio = n / (n - 1) * float(((shares * (minutes / mean - 1)) ** 2).sum())
    of_mean = float((minutes / minutes.mean()).var(ddof=1)) / n
    return max(1.0, of_ratio / of_mean)


@cache
def student_t(freedom: float) -> float:
    """The 95th percentile of Student's t with so many degrees of freedom."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, _PROBABILITY))
