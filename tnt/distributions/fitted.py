"""Distributions by name through the two ends of an interval, as `{low, high, distribution: gamma}` states them.

Two figures say a distribution of two parameters. Of a normal, and of a log-normal on its logarithm, both follow from
the ends at once:

    mean = (low + high) / 2        sd = (high - low) / (2 z)        z the normal score of the level, 1.645 of 90 %

Of a gamma the ratio of high to low depends on its shape alone, and falls as the shape rises. A beta is sought along its
concentration (the sum of its shapes): for each there is one mean that puts low where it belongs, and the more
concentrated, the more of it lies below high. One bracketed search each, and for each concentration of a beta one more.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from tnt.distributions.bent_normal import BentNormal
from tnt.distributions.level import Z_95, normal_score
from tnt.distributions.named import Beta, Distribution, Gamma, Normal, log_normal

_CLOSEST = 1e-9
"""How near the ends of what was found must be to those stated, relative to them (of a share, and to what is left)."""
_LEAST, _MOST = math.log(1e-2), math.log(1e12)  # of what is sought, on its logarithm


@lru_cache(maxsize=8192)  # its mean is asked for wherever the number enters a sum
def fitted(name: str, low: float, high: float, level: float) -> Distribution:
    """The normal, lognormal, gamma or beta of which `level` lies between low and high, as much below as above them.

    Raises ValueError where there is none: low is not below high, an end lies where the distribution has nothing, or the
    two lie too near each other or too far apart.
    """
    if not low < high:
        raise ValueError("low must be below high")
    return _BY_NAME[name](low, high, level)


def _normal(low: float, high: float, level: float) -> Normal:
    return Normal((low + high) / 2, (high - low) / (2 * normal_score(level)))


def _log_normal(low: float, high: float, level: float) -> BentNormal:
    if low <= 0:
        raise ValueError("what is log-normal is above 0")
    middle, spread = (math.log(low) + math.log(high)) / 2, math.log(high / low) / (2 * normal_score(level))
    mean = math.exp(middle + spread**2 / 2)
    log_normal(mean, mean * math.sqrt(math.expm1(spread**2)))  # refuses what is too wide
    return BentNormal("positive", middle - Z_95 * spread, middle + Z_95 * spread, 0.0)


def _gamma(low: float, high: float, level: float) -> Gamma:
    from scipy.special import gammainccinv, gammaincinv

    if low <= 0:
        raise ValueError("what is gamma-distributed is above 0")
    tail = (1 - level) / 2
    shape = math.exp(_root(lambda x: math.log(high / low) - _log_ratio(math.exp(x), tail)))
    scale = low / float(gammaincinv(shape, tail))
    _check_ends(scale * float(gammainccinv(shape, tail)), high)
    return Gamma(shape * scale, math.sqrt(shape) * scale)


def _log_ratio(shape: float, tail: float) -> float:
    """Of the upper end of a gamma's interval to its lower; of small shapes the lower is too near 0 for a float, and its
    logarithm that of the first term of the series."""
    from scipy.special import gammainccinv, gammaincinv

    lower = float(gammaincinv(shape, tail))
    log_lower = math.log(lower) if lower > 0 else (math.log(tail) + math.lgamma(shape + 1)) / shape
    return math.log(gammainccinv(shape, tail)) - log_lower


def _beta(low: float, high: float, level: float) -> Beta:
    from scipy.special import betainc, betaincinv

    if low <= 0 or high >= 1:
        raise ValueError("a share of 0 or 1 is no end of a beta")
    tail = (1 - level) / 2

    def shapes(log_size: float) -> tuple[float, float]:
        """Those of a concentration that put low where it belongs."""
        size = math.exp(log_size)

        def below(logit: float) -> float:
            mean = 1 / (1 + math.exp(-logit))
            return tail - float(betainc(size * mean, size / (1 + math.exp(logit)), low))

        logit = _root(below, -40.0, 40.0)
        return size / (1 + math.exp(-logit)), size / (1 + math.exp(logit))

    def above(log_size: float) -> float:
        a, b = shapes(log_size)
        return tail - float(betainc(b, a, 1 - high))

    a, b = shapes(_root(above))
    at_low, left_at_high = float(betaincinv(a, b, tail)), float(betaincinv(b, a, tail))
    for found, stated in ((at_low, low), (1 - left_at_high, high), (left_at_high, 1 - high)):
        _check_ends(found, stated)
    return Beta(a, b)


def _root(function: Callable[[float], float], least: float = _LEAST, most: float = _MOST) -> float:
    """Where a function that rises from below 0 to above it is 0, to the last float; ValueError where it does not."""
    from scipy.optimize import brentq

    return float(brentq(function, least, most, xtol=1e-15, rtol=1e-15, maxiter=500))


def _check_ends(found: float, stated: float) -> None:
    if not abs(found - stated) <= _CLOSEST * abs(stated):
        raise ValueError("no such distribution has these ends")


_BY_NAME: dict[str, Callable[[float, float, float], Distribution]] = {
    "normal": _normal,
    "lognormal": _log_normal,
    "gamma": _gamma,
    "beta": _beta,
}
