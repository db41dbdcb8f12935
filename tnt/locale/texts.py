"""Texts and numbers in one language."""

from __future__ import annotations

import math
from datetime import date
from decimal import localcontext

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from tnt.locale.catalogue import catalogue

UNKNOWN = "–"
_MOST_DIGITS = 400  # of any float: a number too large for the usual 28 is absurd, and is written all the same
_REGION = {"en": "en_GB", "nb": "nb_NO"}


class _FormattedNumber(str):
    """A value as it is written; `{count:list|lists}` in a text is the word that goes with it."""

    def __format__(self, words: str) -> str:
        """The value itself, or the first of the words after one, the second after any other."""
        if not words:
            return str(self)
        one, many = words.split("|")
        return one if self == "1" else many


class Texts:
    """Looks up texts by key, and writes numbers as readers of the language do. Unknown values become an en dash."""

    def __init__(self, lang: str) -> None:
        """`lang` is nb or en."""
        self.lang = lang
        self._catalogue = catalogue(lang)
        self._locale = Locale.parse(_REGION[lang])

    def has(self, key: str) -> bool:
        """Whether there is a text with this key."""
        message = self._catalogue.get(key)
        return message is not None and bool(message.string)

    def text(self, key: str, **values: object) -> str:
        """The text with this key; numbers among the values are written in the reader's format.

        A text with a plural is chosen by the value `count`, or by the first number given; where more is counted, a
        text says `{people} {people:person|people}`. KeyError for an unknown key or a missing value.
        """
        message = self._catalogue.get(key)
        if message is None or not message.string:
            raise KeyError(key)
        template = message.string if isinstance(message.string, str) else message.string[self._plural(values)]
        return template.format_map({name: _FormattedNumber(self._written(value)) for name, value in values.items()})

    def choice(self, section: str, value: str | None) -> str:
        """The name of one value of a closed set, `choice("kind", "all-work")`; the value itself where it has none."""
        if value is None:
            return UNKNOWN
        key = f"{section}.{value}"
        return self.text(key) if self.has(key) else value

    def number(self, value: float | None, decimals: int | None = None) -> str:
        """A number alone: none to one decimal, more only where a small value would else become 0."""
        if value is None or not math.isfinite(value):
            return UNKNOWN
        places = _decimals(value) if decimals is None else decimals
        with localcontext(prec=_MOST_DIGITS):
            return str(format_decimal(value, format=_pattern(places), locale=self._locale))

    def people(self, value: float | None) -> str:
        """People, whole unless they are fewer than ten."""
        return self.number(value, None if value is not None and 0 < abs(value) < 9.95 and value != round(value) else 0)

    def hours(self, value: float | None) -> str:
        """Hours, with their unit."""
        return (
            UNKNOWN
            if value is None or not math.isfinite(value)
            else self.text("quantity.of-hours", hours=self.number(value))
        )

    def share(self, value: float | None) -> str:
        """A share as per cent with one decimal, more only where a small value would else become 0."""
        if value is None or not math.isfinite(value):
            return UNKNOWN
        places = 1 if value == 0 or abs(value) >= 0.0005 else _decimals(value * 100)
        template = self._locale.percent_formats[None].pattern.replace("#,##0", _pattern(places))
        with localcontext(prec=_MOST_DIGITS):
            return str(format_percent(value, format=template, locale=self._locale))

    def at_level(self, interval: str, level: float | None) -> str:
        """An interval with how much of what a number may be lies in it: `95 %: 6 to 21`; alone where that is not
        known."""
        return (
            interval
            if level is None
            else self.text("quantity.at-level", percent=round(level * 100, 6), interval=interval)
        )

    def date(self, value: date) -> str:
        """A date in words: 22 November 2026."""
        return str(format_date(value, "long", locale=self._locale))

    def listed(self, parts: list[str]) -> str:
        """Several things in a sentence: a, b and c."""
        return (
            parts[0]
            if len(parts) == 1
            else self.text("quantity.and", first=", ".join(parts[:-1]), last=parts[-1])
            if parts
            else ""
        )

    def _written(self, value: object) -> str:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.number(value, 0 if value == round(value) else None) if math.isfinite(value) else UNKNOWN
        return self.date(value) if isinstance(value, date) else str(value)

    def _plural(self, values: dict[str, object]) -> int:
        numbers = [value for name, value in values.items() if isinstance(value, int | float)]
        counted = values["count"] if isinstance(values.get("count"), int | float) else numbers[0] if numbers else 2
        return 0 if counted == 1 else 1  # true of both languages


def _pattern(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _decimals(value: float) -> int:
    size = abs(value)
    if size == 0 or size >= 99.95:
        return 0
    return 1 if size >= 0.95 else 1 - math.floor(math.log10(size))
