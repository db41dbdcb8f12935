"""Ages of those a recommendation is for, and of a task once at an age: in whole years, or in completed months."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values import patterns
from tnt.language.values.ages import YOUNG, Ages, ages, between, in_figures
from tnt.language.values.dated import Datable, with_dates

_MONTHS = re.compile(
    r"(?P<first>\d{1,4})\s*(?:(?P<open>\+)|[-–]\s*(?P<last>\d{1,4}))?\s*(?:months?|mnd|måned(?:er)?|mo)\.?",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(?:år|years?|yrs?)\b", re.IGNORECASE)
_ONE = re.compile(r"(?P<figure>\d{1,3})(?P<open>\+)?")
_TWO = re.compile(r"(?P<first>\d{1,3})-(?P<last>\d{1,3})")


def ages_or_months(value: Any) -> Ages:
    """Read ages in whole years, or in months: `0-5 months`, `6 mnd`, `6+ months`."""
    text = units.brief(value)
    unit = YOUNG.search(text)
    if unit is None:
        return ages(value)
    if match := _MONTHS.fullmatch(text):
        return between(match["first"], match["open"], match["last"], text, in_months=True)
    if unit["month"] is None:
        raise ValueProblem(Code.AGES_IN_WEEKS, in_months(text), found=text)
    figures = _figures(text)
    raise ValueProblem(Code.BAD_AGES, None if figures is None else f"{figures} months", found=text)


def in_months(text: str) -> str | None:
    """Ages in weeks as the months that are completed at these ages; None where they cannot be told."""
    figures = _figures(text)
    if figures is None:
        return None
    if two := _TWO.fullmatch(figures):
        return str(Ages(_completed(two["first"]), _completed(two["last"]), in_months=True))
    one = _ONE.fullmatch(figures)
    assert one is not None  # the figures of ages are one or two
    first = _completed(one["figure"])
    return str(Ages(first, None if one["open"] else first, in_months=True))


def _figures(text: str) -> str | None:
    """The figures of ages in months or weeks, as these are written; None where they cannot be told, or years too."""
    if _YEARS.search(text):
        return None
    brief = "".join(YOUNG.sub("", text.lower()).replace("–", "-").split())
    return brief if _ONE.fullmatch(brief) or _TWO.fullmatch(brief) else in_figures(text.lower())


def _completed(weeks: str) -> int:
    return int(units.years(f"{weeks} weeks") * 12)


_SCHEMA: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": patterns.AGE_BAND,
    "examples": ["all", "75", "40+", "40-79", "0-5 months"],
}
DatedAges = Annotated[Ages, PlainValidator(ages_or_months), Datable(), WithJsonSchema(with_dates(_SCHEMA, None))]
"""Ages, in years or months, that may be written as entries with dates."""
