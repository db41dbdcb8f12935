"""Figures between the years they are given for.

value(y) = value(y0) (1 - t) + value(y1) t with t = (y - y0) ÷ (y1 - y0), for the given years y0 < y < y1 next to y;
cell by cell. A population projection counts each year's people by age, so nobody is made a year older here: people of
67 lie between those of 67 in y0 and those of 67 in y1.
"""

import numpy as np

from tnt.arrays import Floats


def interpolate(years: tuple[int, ...], values: Floats, year: int) -> Floats:
    """Values [Y, ...] of Y rising years -> those of a year between them, on a straight line from the year before to the
    year after. Unknown where either is. ValueError outside the years: nothing is extrapolated."""
    if not years[0] <= year <= years[-1]:
        raise ValueError(f"{year} is not from {years[0]} to {years[-1]}")
    after = int(np.searchsorted(years, year))
    if years[after] == year:
        return np.asarray(values[after])
    share = (year - years[after - 1]) / (years[after] - years[after - 1])
    return np.asarray(values[after - 1] * (1 - share) + values[after] * share)
