"""Named ranges for assumptions that state none. None is used unless it is asked for by name. [ours]"""

from __future__ import annotations

from tnt.diagnostics import Code, Place, problem
from tnt.distributions.named import Constant, Distribution, from_range
from tnt.engine.draws.transformed import LinearFunction
from tnt.language.values.spread import MOST_CORRELATED, ValueRange

ASSUMED_RANGES = {"thirty-percent": (0.7, 1.3)}
"""Name -> the 5th and 95th percentile, as multiples of the mean, which is kept; of a share, multiples of its odds
(share ÷ (1 - share)), so that it stays between 0 and 1; of a correlation, of those of its part of the greatest."""


def assumed_range(name: str, mean: float, support: ValueRange) -> Distribution:
    """What is believed about a number. One that is 0, and a share of 0 or 100 %, stays what it is: a multiple of
    nothing says nothing."""
    low, high = ASSUMED_RANGES[name]
    if mean == 0 or (support == "share" and mean == 1) or (support == "change" and mean == -1):
        return Constant(mean)
    if support == "change" and mean < 0:  # what is taken away is a share of what there is
        return LinearFunction(assumed_range(name, -mean, "share"), -1.0, 0.0)
    if support == "correlation":
        return LinearFunction(assumed_range(name, mean / MOST_CORRELATED, "share"), MOST_CORRELATED, 0.0)
    if support == "share":
        odds = mean / (1 - mean)
        return from_range(odds * low / (1 + odds * low), mean, odds * high / (1 + odds * high), support)
    return LinearFunction(from_range(low, 1.0, high, "positive"), mean, 0.0)


def check_assumed_range(name: str) -> None:
    """Raises Problems for a name there is not."""
    if name not in ASSUMED_RANGES:
        raise problem(Code.UNKNOWN_ASSUMED_RANGE, Place(name), found=name, choices=", ".join(ASSUMED_RANGES))
