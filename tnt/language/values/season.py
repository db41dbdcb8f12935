"""Weeks of a year as people write them: `40-48`, `48-4` past new year, `40`. ISO weeks, 1 to 53."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from tnt import units
from tnt.diagnostics import Code, ValueProblem

LAST_WEEK = 53
_USUAL_LAST_WEEK = 52
_PATTERN = r"^\s*\d{1,2}\s*([-–]\s*\d{1,2}\s*)?$"
_WEEKS = re.compile(r"\s*(?P<first>\d{1,2})\s*(?:[-–]\s*(?P<last>\d{1,2})\s*)?")


@dataclass(frozen=True, slots=True)
class WeeksOfYear:
    """From `first` to `last`, both included; past new year where the last is the lower. A year has 52 weeks, and a week
    53 only where it is written."""

    first: int
    last: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every week, 1 to 53, in the order they come."""
        if self.first <= self.last:
            return tuple(range(self.first, self.last + 1))
        return (*range(self.first, max(self.first, _USUAL_LAST_WEEK) + 1), *range(1, self.last + 1))

    def __str__(self) -> str:
        """As written in a file."""
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"


def weeks_of_year(value: Any) -> WeeksOfYear:
    """Read weeks; a week that no year has is refused."""
    text = units.brief(value)
    match = None if isinstance(value, bool) else _WEEKS.fullmatch(text)
    if match is None:
        raise ValueProblem(Code.BAD_WEEKS, found=text)
    found = WeeksOfYear(int(match["first"]), int(match["last"] or match["first"]))
    if not all(1 <= week <= LAST_WEEK for week in (found.first, found.last)):
        raise ValueProblem(Code.BAD_WEEKS, found=text)
    return found


_SCHEMA = {"type": ["string", "integer"], "pattern": _PATTERN, "examples": ["40-48", "48-4"]}
SeasonWeeks = Annotated[WeeksOfYear, PlainValidator(weeks_of_year), WithJsonSchema(_SCHEMA)]
