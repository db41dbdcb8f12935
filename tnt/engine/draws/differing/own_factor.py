"""Lists differ: each list's required hours x a log-normal factor of its own, of mean 1: METHOD "Lists differ".

With CV the coefficient of variation of the factor, σ² = ln(1 + CV²), H the required hours of a list in a draw before
the factor F, and A > 0 hours to hold them against,

    P(H F > A)    = Φ(d),                    d = (ln(H ÷ A) - σ² ÷ 2) ÷ σ
    E(H F - A)+   = H Φ(d + σ) - A Φ(d)

which are exact for every draw: no factor is drawn for them. Where A <= 0 < H they are 1 and H - A. Percentiles of a
list's hours do need a factor in each draw. One a draw serves all lists: a percentile is of one list by itself, so that
what other lists draw is not in it, and lists whose hours rise and fall together stay alike (`alike`). [ours]
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.special import ndtr, ndtri

from tnt.arrays import Floats, Ints
from tnt.engine.draws.streams import Streams

_STREAM = "\0own factor of a list"
_LEAST_SIGMA = 1e-12
"""Where a draw says that lists do not differ: nothing is divided by zero."""


@dataclass(frozen=True)
class OwnFactor:
    """sigma [D] of the logarithm of the factor in each draw; normal [D] where a factor stands in its distribution."""

    sigma: Floats
    normal: Floats

    def in_order(self, order: Ints) -> OwnFactor:
        """With the draws [D] in another order."""
        return OwnFactor(self.sigma[order], self.normal[order])

    def of_total(self, concentration: float) -> OwnFactor:
        """The factor of the hours of many lists, the square root of the sum of squares of whose shares is given (1: one
        list). The mean and the variance are those of the sum; its shape is taken as log-normal too [Fenton 1960]."""
        variance = np.expm1(self.sigma**2) * concentration**2
        return OwnFactor(_sigma(variance), self.normal)

    @cached_property
    def factor(self) -> Floats:
        """[D] a factor in each draw; of mean 1 over all factors there may be."""
        drawn: Floats = np.exp(self.sigma * self.normal - self.sigma**2 / 2)
        return drawn

    def chance(self, drawn_hours: Floats, limit: Floats, out: Floats) -> Floats:
        """[n, D] of more hours than the limit [n, D] or [n, 1], from hours H x `factor`; 0 where the limit is NaN.

        With z the normal of `factor`, ln H = ln(H F) - σ z + σ² ÷ 2: what is to be put into Φ is ln(H F ÷ A) ÷ σ - z.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            np.divide(np.maximum(drawn_hours, 0.0), limit, out=out)
            np.log(out, out=out)
        out /= self.sigma
        out -= self.normal
        ndtr(out, out=out)
        no_time = ~(limit > 0)
        if no_time.any():
            np.copyto(out, drawn_hours > limit, where=no_time)
        return out

    def expected_short(self, hours: Floats, available: Floats) -> Floats:
        """[n, D] expected hours beyond those available, from hours H [n, D] without a factor.

        Never less than without factors (Jensen), which keeps rounding from saying so.
        """
        without = np.maximum(hours - available, 0.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            d = np.log(np.maximum(hours, 0.0) / available) / self.sigma - self.sigma / 2
            short = hours * ndtr(d + self.sigma) - available * ndtr(d)
        short = np.where(available > 0, short, without)
        return np.maximum(short, without, out=short)


def own_factor(variation: Floats, streams: Streams) -> OwnFactor:
    """From the coefficient of variation [D], or [1] where it is not drawn. The factor moves no other number's draws."""
    apart = replace(streams, method="stratified", names=()) if streams.joint else streams
    sigma = np.broadcast_to(_sigma(variation**2), streams.draws)
    return OwnFactor(sigma, ndtri(apart.uniforms(_STREAM)))


def _sigma(variance: Floats) -> Floats:
    sigma: Floats = np.maximum(np.sqrt(np.log1p(variance)), _LEAST_SIGMA)
    return sigma
