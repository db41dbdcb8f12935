"""Ages as people write them, in whole years: `all`, `75`, `40+`, `40-79`. Those in months are read in `months`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values import patterns
from tnt.written.ages import ages_in_figures

OLDEST_WRITTEN = 130
"""The highest age that may be written."""
_AGES = re.compile(r"(?P<first>\d{1,3})\s*(?:(?P<open>\+)|[-–]\s*(?P<last>\d{1,3}))?")
_GROUPS = {
    **dict.fromkeys(("adults", "adult", "voksne", "voksen"), "18+"),
    **dict.fromkeys(("children", "child", "barn"), "0-17"),
    **dict.fromkeys(("elderly", "the elderly", "older people", "older adults", "eldre", "de eldre"), "65+"),
    **dict.fromkeys(("infants", "newborns", "newborn", "spedbarn", "nyfødte", "nyfødt"), "0"),
}
"""Words for people of some ages, of which each guideline has its own: suggested, never read."""
_TO = re.compile(r"\b(?:between|mellom) \d+ (?:and|og) \d|\d\D*(?:\bto\b|\btil\b|[-–—])\D*\d")
_AND_OVER = re.compile(r"\b(?:and|og|or|eller) (?:over|older|up|eldre|oppover)\b|≥|>=|^(?:from|fra)\b|\d ?-$")
_BELOW = re.compile(r"^(?:under|below|<) ?\d")
_UP_TO = re.compile(r"^(?:up to|opp til|inntil) ?\d")
_IN_OTHER_UNITS = re.compile(r"\b(?:dag|day)|%")
_OF_A_SEX = re.compile(r"\b(?:women|men|woman|man|kvinner?|menn|mann|jenter?|gutter?|girls?|boys?)\b")
YOUNG = re.compile(
    r"(?<![^\W\d_])(?:(?P<month>months?|mnd|måned(?:er)?|mo)|weeks?|uke[rn]?|veke[rn]?|wks?)\b", re.IGNORECASE
)
"""A word for a unit of the ages of small children."""


@dataclass(frozen=True, slots=True)
class Ages:
    """Completed years (or months) from `first` to `last`, both included; `last` None means and over."""

    first: int = 0
    last: int | None = None
    in_months: bool = field(default=False, kw_only=True)

    @property
    def start(self) -> float:
        """The youngest age, in years."""
        return self.first / 12 if self.in_months else float(self.first)

    @property
    def end(self) -> float:
        """The age from which on nobody is meant any more, in years; infinite where there is none."""
        if self.last is None:
            return math.inf
        return (self.last + 1) / 12 if self.in_months else float(self.last + 1)

    @property
    def whole_years(self) -> Ages:
        """Every year of age in which some are meant."""
        if not self.in_months:
            return self
        return Ages(self.first // 12, None if self.last is None else self.last // 12)

    def __contains__(self, age: float) -> bool:
        """Whether a person of `age` years is meant, 6 ÷ 12 for six months."""
        return self.start <= age < self.end

    def __str__(self) -> str:
        """As written in a file."""
        if self.in_months:
            return self._written(" month" if self.first == self.last == 1 else " months")
        return "all" if self.last is None and self.first == 0 else self._written("")

    def _written(self, unit: str) -> str:
        if self.last is None:
            return f"{self.first}+{unit}"
        return f"{self.first}{unit}" if self.first == self.last else f"{self.first}-{self.last}{unit}"


ALL_AGES = Ages()


def ages(value: Any) -> Ages:
    """Read ages; a band turned round and an age nobody reaches are refused."""
    text = units.brief(value)
    figures = ages_in_figures(text) if isinstance(value, str) else text
    if figures == "all":
        return ALL_AGES
    if YOUNG.search(text):
        raise ValueProblem(Code.AGES_NOT_IN_YEARS, found=text)
    match = None if isinstance(value, bool) else _AGES.fullmatch(figures)
    if match is None:
        raise ValueProblem(Code.BAD_AGES, _meant(text.lower()), found=text)
    return between(match["first"], match["open"], match["last"], text)


def between(first: str, and_over: str | None, last: str | None, text: str, *, in_months: bool = False) -> Ages:
    """Ages by their figures as `text` writes them."""
    youngest, oldest = int(first), None if and_over else int(last or first)
    found = Ages(youngest, oldest, in_months=in_months)
    if max(found.start, 0 if oldest is None else found.end - 1) > OLDEST_WRITTEN:
        raise ValueProblem(Code.BAD_AGES, found=text)
    if oldest is not None and oldest < youngest:
        raise ValueProblem(Code.AGES_REVERSED, str(Ages(oldest, youngest, in_months=in_months)), found=text)
    return found


def _meant(text: str) -> str | None:
    """Ages in words as they would be written here: suggested, not read."""
    group = text.removeprefix("alle ").removeprefix("all ")
    return _GROUPS[group] if group in _GROUPS else in_figures(text)


def in_figures(text: str) -> str | None:
    """Ages in words around one or two figures, with a sign between or behind these; without the unit."""
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
    if _BELOW.search(text):
        return f"0-{first - 1}" if first else None
    return f"{first}+" if _AND_OVER.search(text) else None


_SCHEMA: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": patterns.AGE_BAND,
    "examples": ["all", "75", "40+", "40-79"],
}
AgeBand = Annotated[Ages, PlainValidator(ages), WithJsonSchema(_SCHEMA)]
"""Ages in whole years, as those of rows and tables are."""
