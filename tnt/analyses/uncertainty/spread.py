"""A summary of draws as a result labels it."""

from __future__ import annotations

from tnt.engine.draws.quantiles import DrawSummary
from tnt.result.uncertainty import Spread


def spread(one: DrawSummary) -> Spread:
    """Of a summary [1]."""
    return Spread(*(float(each[0]) for each in (one.mean, one.p05, one.p50, one.p95)))
