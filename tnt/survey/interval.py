"""The 90 % interval of a mean from few and skewed answers.

The mean times exp(± t x sqrt(v/n + v²/(2(n - 1)))), v the variance of the logarithms of the n answers and t the 95th
percentile of Student's t: Cox's method with Olsson's t (Olsson U. Confidence intervals for the mean of a log-normal
distribution. J Stat Educ 2005;13(1)), laid around the arithmetic mean, which is what totals add, in place of the
log-normal one [ours]. It reaches further up than down, never to 0, and needs no drawing of samples. docs/survey.md
shows how often it holds the mean.
"""

from __future__ import annotations

from functools import cache
from math import atan, cos, exp, pi, sin, sqrt

import numpy as np
import numpy.typing as npt

FEWEST_FOR_INTERVAL = 5
"""Answers below which no interval is given."""
_PROBABILITY = 0.95


def mean_interval(minutes: npt.NDArray[np.float64]) -> tuple[float, float] | None:
    """5th and 95th percentile of what the mean of `minutes` [n] may be, in minutes; each answer is above 0.

    None where there are fewer than five answers, and where all are equal: such answers are rounded, not certain.
    """
    n, mean = len(minutes), float(minutes.mean())
    if n < FEWEST_FOR_INTERVAL or np.ptp(minutes) == 0:
        return None
    variance = float(np.log(minutes).var(ddof=1))
    reach = student_t(n - 1) * sqrt(variance / n + variance**2 / (2 * (n - 1)))
    return mean * exp(-reach), mean * exp(reach)


@cache
def student_t(freedom: int) -> float:
    """The 95th percentile of Student's t with so many degrees of freedom, found by halving."""
    low, high = 0.0, 10.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, freedom) < _PROBABILITY else (low, middle)
    return high


def _below(t: float, freedom: int) -> float:
    """Share of Student's t below `t`: the finite series for whole degrees of freedom (Abramowitz, Stegun 26.7.3-4)."""
    angle = atan(t / sqrt(freedom))
    is_odd = freedom % 2 == 1
    term = total = cos(angle) if is_odd else 1.0
    for k in range(3 if is_odd else 2, freedom, 2):
        term *= cos(angle) ** 2 * (k - 1) / k
        total += term
    inside = 2 / pi * (angle + (sin(angle) * total if freedom > 1 else 0.0)) if is_odd else sin(angle) * total
    return 0.5 + inside / 2
