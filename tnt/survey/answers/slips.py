"""Answers in another unit than minutes: found by comparison with the others, shown, and never corrected. [ours]"""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
import numpy.typing as npt

Slip = Literal["hours", "seconds", "tenfold-too-small", "tenfold-too-large", "unknown"]
"""What an answer may have been meant in."""

FEWEST_FOR_SLIPS = 3
"""Answers below which nobody can say which of them is off."""
NEAREST = 5.0
"""An answer within this factor of the median is never suspected: clinicians do differ."""
SCATTERED = 30.0
"""Answers whose greatest is this many times the least are told of, though none can be singled out."""

_FACTORS: dict[Slip, float] = {
    "hours": 1 / 60,
    "seconds": 60.0,
    "tenfold-too-small": 1 / 10,
    "tenfold-too-large": 10.0,
}
_FURTHEST = 150.0
"""Beyond this factor no unit explains an answer."""
_SPREADS = 3.0
_SPREAD_OF_DEVIATION = 1.4826
"""Median absolute deviation -> standard deviation, of a normal distribution."""


def slips(minutes: npt.NDArray[np.float64]) -> list[Slip | None]:
    """For each answer the unit it was probably meant in, or None where it stands among the others.

    An answer is suspected that is more than a factor 5, and on the log scale more than three robust standard deviations
    (1.4826 x the median absolute deviation), away from the median of all. Its unit is the one of 1/60, 60, 1/10 and 10
    that is nearest; `unknown` beyond a factor 150.
    """
    if len(minutes) < FEWEST_FOR_SLIPS:
        return [None] * len(minutes)
    logs = np.log(minutes)
    away = logs - np.median(logs)
    spread = _SPREAD_OF_DEVIATION * float(np.median(np.abs(away)))
    limit = max(math.log(NEAREST), _SPREADS * spread)
    return [_slip(float(distance)) if abs(distance) > limit else None for distance in away]


def is_scattered(minutes: npt.NDArray[np.float64]) -> bool:
    """Whether the answers lie so far apart that some may be in another unit."""
    return bool(minutes.max() >= SCATTERED * minutes.min())


def _slip(distance: float) -> Slip:
    if abs(distance) > math.log(_FURTHEST):
        return "unknown"
    return min(_FACTORS, key=lambda slip: abs(distance - math.log(_FACTORS[slip])))
