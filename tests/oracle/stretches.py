"""A year of age in stretches of months: one of twelve, or twelve of one where a rule knows months.

People are spread evenly over the months of a year of age, and what holds of a year of age is the mean of its stretches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.oracle.people import Cell
from tests.oracle.quantities import ages, plain

Document = dict[str, Any]
OLDEST = 105


@dataclass(frozen=True)
class Stretch:
    """People of one sex who have completed `start` months, and not yet `start + width`."""

    sex: str
    start: int
    width: int

    @property
    def age(self) -> int:
        return self.start // 12

    def holds(self, month: int) -> bool:
        return self.start <= month < self.start + self.width

    def part_within(self, first: float, end: float) -> float:
        """The share of its people whose age in months lies between two."""
        return max(0.0, min(end, self.start + self.width) - max(first, self.start)) / self.width

    def coming_to(self, month: int) -> float:
        """How many of each of its people come to this age in a year."""
        return 12 / self.width if self.holds(month) else 0.0


@cache
def age_months(text: str) -> range:
    """`6-23 months`, `6+ months`, `6 months` -> completed months, both ends included; ages in years likewise."""
    found = re.fullmatch(r"(\d+)(?:(\+)|-(\d+))? months?", text)
    if found is None:
        years = ages(text)
        return range(12 * years[0], 12 * (years[-1] + 1))
    first, is_open, last = found.groups()
    return range(int(first), 12 * (OLDEST + 1) if is_open else int(last or first) + 1)


def groups(recommendation: Document) -> list[Document]:
    """The populations it is for, mostly one."""
    return recommendation["populations"] if "populations" in recommendation else [recommendation["population"]]


def knows_months(recommendation: Document) -> bool:
    frequencies = [str(plain(task.get("frequency", ""))) for task in recommendation["tasks"].values()]
    return any("month" in str(group.get("ages", "")) for group in groups(recommendation)) or any(
        often.startswith("once") and often.endswith("months") for often in frequencies
    )


def stretches(recommendation: Document, cell: Cell) -> list[Stretch]:
    sex, age = cell
    width = 1 if knows_months(recommendation) else 12
    return [Stretch(sex, 12 * age + month, width) for month in range(0, 12, width)]
