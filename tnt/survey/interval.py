"""The 90 % interval of a mean from few and skewed answers.

The mean times exp(± t x sqrt(v/n + v²/(2(n - 1)))), v the variance of the logarithms of the n answers and t the 95th
percentile of Student's t: Cox's method with Olsson's t (Olsson U. Confidence intervals for the mean of a log-normal
distribution. J Stat Educ 2005;13(1)), laid around the arithmetic mean, which is what totals add, in place of the
log-normal one [ours]. It reaches further up than down, never to 0, and needs no drawing of samples. docs/survey.md
shows how often it holds the mean.
"""

from __future__ import annotations

from functools import cache
from math import exp, sqrt

import numpy as np
import numpy.typing as npt

FEWEST_FOR_INTERVAL = 5
"""Answers below which no interval is given."""
_PROBABILITY = 0.95
_EQUAL = 1e-9
"""Of the mean: answers that differ by less are the same."""


def mean_interval(minutes: npt.NDArray[np.float64]) -> tuple[float, float] | None:
    """5th and 95th percentile of what the mean of `minutes` [n] may be, in minutes; each answer is above 0.

    None where there are fewer than five answers, and where all are equal but for the rounding of the computer: people
    round such answers, and they are not certain.
    """
    n, mean = len(minutes), float(minutes.mean())
    if n < FEWEST_FOR_INTERVAL or np.ptp(minutes) <= _EQUAL * mean:
        return None
    variance = float(np.log(minutes).var(ddof=1))
    reach = student_t(n - 1) * sqrt(variance / n + variance**2 / (2 * (n - 1)))
    return mean * exp(-reach), mean * exp(reach)


@cache
def student_t(freedom: int) -> float:
    """The 95th percentile of Student's t with so many degrees of freedom."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, _PROBABILITY))
