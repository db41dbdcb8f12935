"""What every document has in common: strict, frozen, and documented by the texts under its fields."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.dated import DAY_PATTERN

DOCUMENT_FORMAT = "tnt/1"


class Part(BaseModel):
    """A mapping in a file. An unknown key is an error; the text under a field is its documentation everywhere."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


@cache
def fields_by_key(part: type[BaseModel]) -> dict[str, str]:
    """Key as a file writes it -> the field's name, which differs where the key is a word of Python: `in`, `for`."""
    return {field.alias or name: name for name, field in part.model_fields.items()}


class Document(Part):
    """A whole file, or the same thing written inside a case."""

    format: str | None = None
    """The version of the language: `tnt/1`. Required in a file, left out inside a case."""


ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
"""An id: lower-case letters, digits and single hyphens."""

Lang = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Text = str | dict[Lang, str]
"""Text in one language, or by language: `{nb: ..., en: ...}`."""


def in_language(text: Text | None, lang: str, default: str = "") -> str:
    """The text in `lang`, else in English, else in whatever language it was written."""
    if text is None:
        return default
    if isinstance(text, str):
        return text
    return text.get(lang) or text.get("en") or next(iter(text.values()), default)


_MONTHS = (
    ("jan",), ("feb",), ("mar",), ("apr",), ("may", "mai"), ("jun",), ("jul",), ("aug",), ("sep",), ("oct", "okt"),
    ("nov",), ("dec", "des"),
)  # fmt: skip
_MONTH = "|".join(begins for names in _MONTHS for begins in names)
_MONTH_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?P<month>(?:{_MONTH})[a-zæ]{{0,6}})\.?,? (?P<year>\d{{4}})",
    re.IGNORECASE,
)
_MONTH_ALONE = re.compile(rf"(?P<month>(?:{_MONTH})[a-zæ]{{0,6}})\.? (?P<year>\d{{4}})", re.IGNORECASE)
_DOTS = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def day(value: Any) -> date:
    """Read 2026-11-22, 22 November 2026, 22. november 2026 or 22.11.2026: with dots the day always comes first, with
    slashes not in every country."""
    text = units.brief(value)
    if slashes := _SLASHES.fullmatch(text):
        _refuse_slashes(int(slashes[1]), int(slashes[2]), int(slashes[3]), text)
    try:
        if named := _MONTH_NAMED.fullmatch(text):
            return date(int(named["year"]), _month(named["month"]), int(named["day"]))
        if dots := _DOTS.fullmatch(text):
            return date(int(dots[3]), int(dots[2]), int(dots[1]))
        return date.fromisoformat(text if isinstance(value, str) else "")
    except ValueError:
        alone = _MONTH_ALONE.fullmatch(text)
        first = None if alone is None else f"{alone['year']}-{_month(alone['month']):02}-01"
        raise ValueProblem(Code.BAD_DATE, first, found=text) from None


def _month(name: str) -> int:
    return next(at for at, begins in enumerate(_MONTHS, start=1) if name.lower().startswith(begins))


def _refuse_slashes(one: int, two: int, year: int, text: str) -> None:
    days = [when for month, day in ((two, one), (one, two)) if (when := _day(year, month, day)) is not None]
    if len(set(days)) == 2:
        raise ValueProblem(Code.TWO_MEANINGS, found=text, one=days[0], other=days[1])
    raise ValueProblem(Code.BAD_DATE, days[0] if days else None, found=text)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


Date = Annotated[
    date,
    BeforeValidator(day),
    WithJsonSchema({"type": "string", "pattern": DAY_PATTERN, "examples": ["2026-11-22"]}),
]
