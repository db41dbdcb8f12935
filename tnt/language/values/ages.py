"""Ages as people write them: `all`, `75`, `40+`, `40-79`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.dated import Datable, with_dates

OLDEST_WRITTEN = 130
"""The highest age that may be written."""
_AGES = re.compile(r"(?P<first>\d{1,3})\s*(?:(?P<open>\+)|[-–]\s*(?P<last>\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class Ages:
    """Whole years from `first` to `last`, both included; `last` None means and over."""

    first: int = 0
    last: int | None = None

    def __contains__(self, age: int) -> bool:
        """Whether a person of `age` whole years is meant."""
        return self.first <= age and (self.last is None or age <= self.last)

    def __str__(self) -> str:
        """As written in a file."""
        if self.last is None:
            return "all" if self.first == 0 else f"{self.first}+"
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


ALL_AGES = Ages()


def ages(value: Any) -> Ages:
    """Read ages; a band turned round and an age nobody reaches are refused."""
    if value == "all":
        return ALL_AGES
    text = units.brief(value)
    match = None if isinstance(value, bool) else _AGES.fullmatch(text)
    if match is None:
        raise ValueProblem(Code.BAD_AGES, found=text)
    first = int(match["first"])
    last = None if match["open"] else int(match["last"] or first)
    if max(first, last or 0) > OLDEST_WRITTEN:
        raise ValueProblem(Code.BAD_AGES, found=text)
    if last is not None and last < first:
        raise ValueProblem(Code.AGES_REVERSED, f"{last}-{first}", found=text)
    return Ages(first, last)


_SCHEMA: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": r"^(all|\d{1,3}(\s*\+|\s*[-–]\s*\d{1,3})?)$",
    "examples": ["all", "75", "40+", "40-79"],
}
AgeBand = Annotated[Ages, PlainValidator(ages), WithJsonSchema(_SCHEMA)]
DatedAges = Annotated[AgeBand, Datable(), WithJsonSchema(with_dates(_SCHEMA, None))]
"""Ages that may be written as entries with dates."""
