"""The level of an interval: how much of what a number may be lies between its ends, as much below as above them."""

from __future__ import annotations

USUAL_LEVEL = 0.9
"""Where none is stated: the ends are the 5th and the 95th percentile."""
Z_95 = 1.6448536269514722
"""The 95th percentile of a standard normal."""


def normal_score(level: float) -> float:
    """The upper end of the interval of a level of a standard normal: 1.645 of 90 %, 1.960 of 95 %."""
    from statistics import NormalDist  # takes its time, and most intervals are of the usual level

    return Z_95 if level == USUAL_LEVEL else NormalDist().inv_cdf((1 + level) / 2)
