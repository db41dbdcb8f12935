"""The family behind {low, mean, high}: a normal on the scale of the quantity, bent until all three are met. [ours]

T is the logarithm of what is above 0, the logit of a share, X itself where it may be negative. T(X) is a function of a
standard normal z: the straight line through low (5th percentile) and high (95th), and between the two a dent with its
deepest point at z = q, to whose left and right the slopes stand as 1 - q to 1 + q. The skew q, from -1 to 1, is what
the mean makes it; q = 0 is the normal, log-normal or logit-normal through low and high, and the tails are always its
tails. T falls as q rises where the dent is, so there is one member for every mean between that of q = 1 and that of q
= -1. Every draw lies inside the support by construction; nothing is ever cut off.

With Z = 1.645, the 95th percentile of z, and low and high already on the scale of T:

    T(z)  = (low + high) / 2 + s z - depth x max(0, min((z + Z) / (Z + q), (Z - z) / (Z - q)))
    s     = (high - low) / (2 Z)                   the slope of the straight line
    depth = s q (Z² - q²) / (Z - q²)               makes the slopes s Z (1 - q) / (Z - q²) and s Z (1 + q) / (Z - q²)

The dent is 0 at z = -Z and z = Z, so low and high stay the 5th and the 95th percentile whatever q is, and as no slope
is negative, percentiles of z are percentiles of T. What is left is one equation in q, that the mean be the stated one:
the mean is known in closed form (of a share by quadrature) and falls with q, so halving the interval finds it. Why not
a PERT or a triangle: their ends are the least and the greatest there can be, and authors state percentiles.
docs/uncertainty.md says the same for readers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from tnt.arrays import Floats
from tnt.distributions.level import USUAL_LEVEL, Z_95, normal_score

Scale = Literal["positive", "share", "signed"]

_FAR = 9.0  # standard deviations, beyond which there is 1e-19 of a normal
_WIDEST = math.log(1e10)  # of high ÷ low (of their odds, for shares)


class UnreachableMeanError(ValueError):
    """No member of the family has this low, mean and high.

    `lowest` and `highest`: between these two (exclusive) a mean would do, given low and high.
    """

    def __init__(self, lowest: float, highest: float) -> None:
        super().__init__(f"the mean must be above {lowest:g} and below {highest:g}")
        self.lowest = lowest
        self.highest = highest


@dataclass(frozen=True)
class BentNormal:
    """One member: 5th and 95th percentile on its scale, and the skew."""

    scale: Scale
    low: float
    high: float
    skew: float

    def mean(self) -> float:
        """The mean, in closed form; of a share by quadrature (error below 1e-9)."""
        return _MEANS[self.scale](self)

    def quantile(self, u: Floats) -> Floats:
        """Values at probabilities u, each above 0 and below 1."""
        from scipy.special import expit, ndtri

        scaled = self.on_scale(ndtri(u))
        if self.scale == "positive":
            return np.exp(scaled)
        return scaled if self.scale == "signed" else np.asarray(expit(scaled))

    def on_scale(self, z: Floats) -> Floats:
        """T(X) at normal scores z."""
        straight = (self.low + self.high) / 2 + z * self._straight
        if self.skew == 0:
            return straight
        left, right = (z + Z_95) / (Z_95 + self.skew), (Z_95 - z) / (Z_95 - self.skew)
        dent: Floats = np.minimum(left, right)
        return straight - self._depth * np.maximum(dent, 0.0, out=dent)

    def pieces(self) -> list[tuple[float, float, float, float]]:
        """Its four straight pieces: from z, to z, T(X) at z = 0 of the piece made longer, slope in z."""
        q, middle = self.skew, (self.low + self.high) / 2
        slope = (self.high - self.low) / (2 * (Z_95 - q * q))
        below, above = slope * (1 - q), slope * (1 + q)
        return [
            (-math.inf, -Z_95, middle, self._straight),
            (-Z_95, q, self.low + below * Z_95, below),
            (q, Z_95, self.high - above * Z_95, above),
            (Z_95, math.inf, middle, self._straight),
        ]

    @property
    def _straight(self) -> float:
        return (self.high - self.low) / (2 * Z_95)

    @property
    def _depth(self) -> float:
        """Of the dent where it is deepest; below 0 where it bends the other way."""
        q = self.skew
        return self._straight * q * (Z_95**2 - q**2) / (Z_95 - q**2)


@lru_cache(maxsize=8192)  # files are checked more often than once
def fit_bent_normal(low: float, mean: float, high: float, scale: Scale, level: float = USUAL_LEVEL) -> BentNormal:
    """The member with this mean and these ends of the interval of a level, 90 % (5th and 95th percentile) or more.

    Beyond the 5th and the 95th percentile every member is the straight line whatever its skew, so that ends farther out
    say where the line runs there.

    Raises UnreachableMeanError, which says which means would do, and ValueError where low < high does not hold, one of
    them lies outside the support (0 and, for a share, 1 are outside), or they lie too far apart: 1e10
    times, of their odds for a share; or the level is below 90 %.
    """
    if level < USUAL_LEVEL:
        raise ValueError("within the bend the ends depend on the skew")
    ends = _ends_at_90(*_ends(low, high, scale), level)
    left, right = -1.0, 1.0
    lowest, highest = (BentNormal(scale, *ends, skew).mean() for skew in (right, left))
    if not lowest < mean < highest:
        raise UnreachableMeanError(lowest, highest)
    while (skew := (left + right) / 2) not in (left, right):  # until no float lies between
        left, right = (skew, right) if BentNormal(scale, *ends, skew).mean() > mean else (left, skew)
    return BentNormal(scale, *ends, skew)


def _ends(low: float, high: float, scale: Scale) -> tuple[float, float]:
    """Low and high on the scale."""
    if not (math.isfinite(low) and math.isfinite(high) and low < high):
        raise ValueError("low must be below high")
    if (scale != "signed" and low <= 0) or (scale == "share" and high >= 1):
        raise ValueError("low and high must lie inside the support")
    if scale == "signed":
        return low, high
    ends = (math.log(low), math.log(high)) if scale == "positive" else (_logit(low), _logit(high))
    if ends[1] - ends[0] > _WIDEST:
        raise ValueError("high is beyond 1e10 times low")
    return ends


def _ends_at_90(low: float, high: float, level: float) -> tuple[float, float]:
    """The 5th and 95th percentile on the scale, of the straight line through the ends of the interval of a level."""
    if level == USUAL_LEVEL:
        return low, high
    beyond = (high - low) / 2 * (1 - Z_95 / normal_score(level))
    return low + beyond, high - beyond


def _positive_mean(x: BentNormal) -> float:
    """E[e^T]: each piece completes the square, E[e^(t + b z); c < z < d] = e^(t + b²/2) (Φ(d - b) - Φ(c - b))."""
    return sum(math.exp(t + b * b / 2) * (_normal(d - b) - _normal(c - b)) for c, d, t, b in x.pieces())


def _signed_mean(x: BentNormal) -> float:
    """E[t + b z; c < z < d] = t (Φ(d) - Φ(c)) + b (φ(c) - φ(d))."""
    return sum(t * (_normal(d) - _normal(c)) + b * (_density(c) - _density(d)) for c, d, t, b in x.pieces())


def _share_mean(x: BentNormal) -> float:
    """Gauss-Legendre on each piece: the mean of a logit-normal has no closed form, and no kink lies inside a piece."""
    begin, end, at_0, slope = np.array(x.pieces()).T[..., None]
    begin, end = np.maximum(begin, -_FAR), np.minimum(end, _FAR)
    z = begin + (_NODES + 1) * (end - begin) / 2
    share = 1 / (1 + np.exp(-at_0 - slope * z))
    return float(np.sum(share * np.exp(-z * z / 2) * _WEIGHTS * (end - begin))) / (2 * math.sqrt(2 * math.pi))


def _normal(z: float) -> float:
    return math.erfc(-z / math.sqrt(2)) / 2


def _density(z: float) -> float:
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)


def _logit(share: float) -> float:
    return math.log(share) - math.log1p(-share)


_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(48)
_MEANS = {"positive": _positive_mean, "share": _share_mean, "signed": _signed_mean}
