"""The busiest week of a year: METHOD "Season" [ours]."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

WEEKS_OF_YEAR = 53


def busiest_week_hours(
    required_hours: float, weeks_worked: float, seasonal_hours: Mapping[tuple[int, ...], float]
) -> float:
    """Hours of the week with most: those of a season fall evenly in its weeks, all others evenly over the weeks worked.

    `required_hours` are of a year, `seasonal_hours` a part of them by the weeks (1 to 53) they fall in.
    """
    by_week = np.zeros(WEEKS_OF_YEAR)
    for weeks, hours in seasonal_hours.items():
        by_week[np.array(weeks) - 1] += hours / len(weeks)
    others = max(required_hours - sum(seasonal_hours.values()), 0.0)
    return float(by_week.max()) + others / weeks_worked
