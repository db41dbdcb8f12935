"""How many of a canonical unit a written one is: usual spellings from a table, any other from pint.

The only importer of pint, which takes longer to load than to compute an estimate. A test makes the table anew with it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tnt.diagnostics import Code

if TYPE_CHECKING:
    import pint

_DEFINITIONS = (
    "minute = [time] = min = minutes",
    "second = minute / 60 = s = seconds",
    "hour = 60 * minute = h = hours",
    "day = 24 * hour = _ = days",
    "week = 7 * day = _ = weeks",
    "year = 365.25 * day = yr = years",
    "month = year / 12 = _ = months",
)
# fmt: off
USUAL = {
    "min": {
        "s": 0.016666666666666666, "second": 0.016666666666666666, "seconds": 0.016666666666666666,
        "min": 1.0, "minute": 1.0, "minutes": 1.0, "h": 60.0, "hour": 60.0, "hours": 60.0,
    },
    "h / year": {
        "min / week": 0.869642857142857, "min / month": 0.2, "min / year": 0.016666666666666666,
        "h / week": 52.17857142857142, "h / month": 12.0, "h / year": 1.0,
    },
    "h / week": {"min / week": 0.016666666666666666, "h / week": 1.0},
    "year": {
        "day": 0.0027378507871321013, "days": 0.0027378507871321013, "week": 0.019164955509924708,
        "weeks": 0.019164955509924708, "month": 0.08333333333333333, "months": 0.08333333333333333,
        "year": 1.0, "years": 1.0, "yr": 1.0,
    },
    "1 / year": {"1 / day": 365.25, "1 / week": 52.17857142857142, "1 / month": 12.0, "1 / year": 1.0},
}
# fmt: on
"""Canonical unit -> spelling -> factor, to the last bit what pint answers."""


def converted(expression: str, unit: str) -> float | Code:
    """The factor, or the code of what is wrong; `unit` is one of `USUAL`."""
    spelling = " / ".join(part.strip() for part in expression.split("/"))
    usual = USUAL[unit].get(spelling)
    return by_pint(expression, unit) if usual is None else usual


@lru_cache(maxsize=256)
def by_pint(expression: str, unit: str) -> float | Code:
    """The same from pint; only letters, digits, spaces and `/` ever reach it."""
    import pint

    if not re.fullmatch(r"[\w\s/]{1,40}", expression):
        return Code.UNKNOWN_UNIT
    try:
        return float(_registry().Quantity(1, expression).to(unit).magnitude)
    except pint.DimensionalityError:
        return Code.WRONG_UNIT
    except Exception:  # text that is no unit: pint answers with a dozen kinds of error, plain TypeErrors among them
        return Code.UNKNOWN_UNIT


@lru_cache(maxsize=1)
def _registry() -> pint.UnitRegistry[float]:
    import pint

    # An own small registry: it reads in milliseconds and knows no metres or molars to mistake minutes for.
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(None)
    for line in _DEFINITIONS:
        registry.define(line)
    return registry
