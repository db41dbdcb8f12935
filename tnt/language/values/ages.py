"""Ages as people write them: `all`, `75`, `40+`, `40-79`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values import patterns
from tnt.language.values.dated import Datable, with_dates
from tnt.written.ages import ages_in_figures

OLDEST_WRITTEN = 130
"""The highest age that may be written."""
_AGES = re.compile(r"(?P<first>\d{1,3})\s*(?:(?P<open>\+)|[-–]\s*(?P<last>\d{1,3}))?")
_GROUPS = {
    "alle": "all",
    "everybody": "all",
    "everyone": "all",
    "adults": "18+",
    "voksne": "18+",
    "children": "0-17",
    "barn": "0-17",
}
_TO = re.compile(r"\b(?:between|mellom) \d+ (?:and|og) \d|\d\D*(?:\bto\b|\btil\b|[-–—])\D*\d")
_AND_OVER = re.compile(r"\b(?:and|og|or|eller) (?:over|older|up|eldre|oppover)\b|≥|>=|^(?:from|fra)\b|\d ?-$")
_UP_TO = re.compile(r"^(?:up to|opp til|inntil) ?\d")
_IN_OTHER_UNITS = re.compile(r"\b(?:month|mnd|måned|week|uke|veke|dag|day)|%")
_OF_A_SEX = re.compile(r"\b(?:women|men|woman|man|kvinner?|menn|mann|jenter?|gutter?|girls?|boys?)\b")


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
    text = units.brief(value)
    if text == "all" or (isinstance(value, str) and ages_in_figures(text) == "all"):
        return ALL_AGES
    match = None if isinstance(value, bool) else _AGES.fullmatch(text) or _AGES.fullmatch(ages_in_figures(text))
    if match is None:
        raise ValueProblem(Code.BAD_AGES, _meant(text.lower()), found=text)
    first = int(match["first"])
    last = None if match["open"] else int(match["last"] or first)
    if max(first, last or 0) > OLDEST_WRITTEN:
        raise ValueProblem(Code.BAD_AGES, found=text)
    if last is not None and last < first:
        raise ValueProblem(Code.AGES_REVERSED, f"{last}-{first}", found=text)
    return Ages(first, last)


def _meant(text: str) -> str | None:
    """Ages in words as they would be written here: suggested, not read."""
    group = text.removeprefix("alle ").removeprefix("all ")
    if group in _GROUPS:
        return _GROUPS[group]
    figures = re.findall(r"\d{1,3}", text, re.ASCII)
    if (
        not figures
        or len(figures) > 2
        or max(map(int, figures)) > OLDEST_WRITTEN
        or re.search(r"\d{4}|\d[.,]\d", text)
        or _IN_OTHER_UNITS.search(text)
        or _OF_A_SEX.search(text)  # it would be lost
    ):
        return None
    first, last = int(figures[0]), int(figures[-1])
    if len(figures) == 2:
        return f"{first}-{last}" if first < last and _TO.search(text) else None
    if _UP_TO.search(text):
        return f"0-{first}"
    return f"{first}+" if _AND_OVER.search(text) else None


_SCHEMA: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": patterns.AGE_BAND,
    "examples": ["all", "75", "40+", "40-79"],
}
AgeBand = Annotated[Ages, PlainValidator(ages), WithJsonSchema(_SCHEMA)]
DatedAges = Annotated[AgeBand, Datable(), WithJsonSchema(with_dates(_SCHEMA, None))]
"""Ages that may be written as entries with dates."""
