"""`15 min`, `40 %`, `every 5 years` -> plain numbers: a reader of its own, so that a slip in the program's shows."""

from __future__ import annotations

import re
from typing import Any

MINUTES = {"s": 1 / 60, "min": 1.0, "h": 60.0, "day": 24 * 60.0}
PER_YEAR = {"year": 1.0, "month": 12.0, "week": 365.25 / 7, "day": 365.25}
"""How many of each period make a year."""


def plain(given: Any) -> Any:
    """The figure itself, where a number is written as a mapping with range, status and source."""
    if isinstance(given, dict):
        return given["mean"] if "mean" in given else given["value"]
    return given


def share(given: Any) -> float:
    text = str(plain(given))
    if text.endswith("%"):
        return float(text[:-1]) / 100
    top, bottom = text.split("/")
    return float(top) / float(bottom)


def signed_share(given: Any) -> float:
    text = str(plain(given))
    return -share(text[1:]) if text.startswith("-") else share(text)


def minutes(given: Any) -> float:
    figure, unit = str(plain(given)).split()
    return float(figure) * MINUTES[_singular(unit)]


def rate(given: Any) -> float:
    """Events a year; not for `once`."""
    text = str(plain(given))
    if text.startswith("every"):
        *figure, period = text.split()[1:]
        return PER_YEAR[_singular(period)] / float(figure[0] if figure else 1)
    events, period = text.split("/")
    return float(events) * PER_YEAR[_singular(period)]


def once(given: Any) -> bool:
    return str(plain(given)).startswith("once")


def once_at_month(given: Any) -> int | None:
    """`once at age 40`, `once at age 6 months` -> the age in months."""
    found = re.fullmatch(r"once at age (\d+)( months?)?", str(plain(given)))
    return None if found is None else int(found[1]) * (1 if found[2] else 12)


def incidence(given: Any) -> float:
    """New cases per person and year."""
    cases, period = str(plain(given)).rsplit("/", 1)
    return share(cases.strip()) * PER_YEAR[_singular(period)]


def years(given: Any) -> float:
    figure, period = str(plain(given)).split()
    return float(figure) / PER_YEAR[_singular(period)]


def hours_per_year(given: Any, weeks: Any) -> float:
    """Hours a year of working or reserved time, written per week or per year. Weeks worked are data."""
    time, period = str(plain(given)).split("/")
    hours = minutes(time.strip()) / 60
    return hours * float(plain(weeks)) if _singular(period) == "week" else hours


def ages(given: Any) -> range:
    """`all`, `75`, `40+`, `40-79` (and `00-04`) -> the single years; 105 stands for 105 and over."""
    text = str(given)
    if text == "all":
        return range(106)
    first, last = (text[:-1], "105") if text.endswith("+") else (text.split("-") * 2)[:2]
    return range(int(first), min(int(last), 105) + 1)


def _singular(unit: str) -> str:
    return unit.strip().removesuffix("s") if unit.strip() != "s" else "s"
