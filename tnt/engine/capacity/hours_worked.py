"""The share of posts that work too few hours, from percentiles of hours: METHOD "Time there is". [ours]"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats


@dataclass(frozen=True)
class Percentiles:
    """Hours of posts by percentile, both increasing: a share `shares[i]` of posts works fewer than `hours[i]`."""

    shares: Floats
    hours: Floats


@dataclass(frozen=True)
class ShareBelow:
    """A share of posts, 0 to 1. `value` is NaN where some of it lies outside the percentiles, where only `least` and
    `most` are known."""

    least: float
    most: float
    value: float


def share_below(percentiles: Percentiles, hours: Floats, posts: Floats) -> ShareBelow | None:
    """Share of posts that work fewer hours than they would need, weighted by posts.

    `hours` [L] are those needed on each list, in the unit of the percentiles; `posts` [L]. A straight line is drawn
    between percentiles; nothing is assumed below the lowest and above the highest, but that nobody works fewer than 0
    hours. Lists whose hours are NaN are left out; None where no other is.
    """
    known = ~np.isnan(hours) & (posts > 0)
    if not known.any():
        return None
    hours, weights = hours[known], posts[known] / posts[known].sum()
    inside = np.interp(hours, percentiles.hours, percentiles.shares)
    nobody = hours <= 0
    low, high = (hours < percentiles.hours[0]) & ~nobody, hours > percentiles.hours[-1]
    inside[nobody] = 0.0
    least, most = np.where(low, 0.0, inside), np.where(high, 1.0, inside)
    value = float(weights @ inside) if not (low | high).any() else np.nan
    return ShareBelow(float(weights @ least), float(weights @ most), value)
