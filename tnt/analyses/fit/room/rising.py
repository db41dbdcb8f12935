"""Time there is as it rises with something: never below 0 on any list, so that the sum is a line with corners."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Floats


def rises_to(base: Floats, slope: Floats, wanted: float) -> float | None:
    """The least y, 0 or above, at which Σ max(0, base + y x slope) is `wanted`; slopes are 0 or above. None where no y
    is enough. Exact: between two corners the sum is a straight line."""
    corners = np.where(base > 0, 0.0, np.inf)
    np.divide(-base, slope, out=corners, where=(base <= 0) & (slope > 0))
    order = np.argsort(corners, kind="stable")
    order = order[np.isfinite(corners[order])]
    if not order.size:
        return None if wanted > 0 else 0.0
    bases, slopes = np.cumsum(base[order]), np.cumsum(slope[order])
    last = np.append(corners[order][1:], np.inf)
    with np.errstate(divide="ignore", invalid="ignore"):
        at_end = np.where(slopes > 0, bases + last * slopes, bases)
    first = int(np.argmax(at_end >= wanted))
    if at_end[first] < wanted:
        return None
    if slopes[first] == 0:
        return float(corners[order][first])
    return max(float((wanted - bases[first]) / slopes[first]), float(corners[order][first]), 0.0)
