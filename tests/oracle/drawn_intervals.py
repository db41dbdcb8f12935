"""What is said of lists whose hours are drawn in two ways: the slow way, list by list, draw by draw.

The interval of a list is the wider of two: numbers independent, and all minutes of the role moving together. Mean and
median are those of the draws the interval is from, and so is the chance that the list is overloaded. How many lists are
overloaded is the wider of two intervals as well; where they are equally wide, that of the draws the total is from.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum


@dataclass
class Spread:
    mean: float
    p05: float
    p50: float
    p95: float

    @property
    def width(self) -> float:
        return self.p95 - self.p05


@dataclass
class DrawnList:
    """One list in one draw; None: no verdict."""

    hours: float
    overloaded: bool | None


DrawnLists = list[list[DrawnList]]
"""Draws of lists."""


@dataclass
class Said:
    total: Spread
    chosen: list[int]
    """Of each list the way that was taken: 0 independent, 1 together."""
    lists: list[Spread]
    chances: list[float | None]
    overloaded: Spread


def said(independent: DrawnLists, together: DrawnLists) -> Said:
    ways = [independent, together]
    totals = [spread([fsum(one.hours for one in draw) for draw in way]) for way in ways]
    first = widest(totals)
    taken, spreads, chances = [], [], []
    for row in range(len(independent[0])):
        of_list = [spread([draw[row].hours for draw in way]) for way in ways]
        chosen = widest(of_list)
        taken.append(chosen)
        spreads.append(of_list[chosen])
        verdicts = [draw[row].overloaded for draw in ways[chosen]]
        chances.append(None if None in verdicts else verdicts.count(True) / len(verdicts))
    counts = [spread([float(sum(one.overloaded is True for one in draw)) for draw in way]) for way in ways]
    counted = first if counts[0].width == counts[1].width else widest(counts)
    return Said(totals[first], taken, spreads, chances, counts[counted])


def widest(two: list[Spread]) -> int:
    """The first where they are equally wide."""
    return 1 if two[1].width > two[0].width else 0


def spread(values: list[float]) -> Spread:
    """The p-th percentile is the least value with p % of the draws at or below it."""
    ordered = sorted(values)
    p05, p50, p95 = (ordered[max(-(-percent * len(ordered) // 100), 1) - 1] for percent in (5, 50, 95))
    return Spread(fsum(values) / len(values), p05, p50, p95)
