"""Text with a unit: its figure and what the unit is worth in another one."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Set
from typing import Any

from tnt import limits
from tnt.diagnostics import Code, ValueProblem
from tnt.diagnostics.nearest import Nearest
from tnt.unit_factors import converted

_NUMBER = re.compile(
    r"\s*(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(?P<unit>.*?)\s*$", re.DOTALL | re.ASCII
)
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
WORD = re.compile(r"[^\W\d_]+")
CLOCK = {"s", "second", "seconds", "min", "minute", "minutes", "h", "hour", "hours"}
WORKING = {"day", "days", "week", "weeks"}
MONTHS_AND_YEARS = {"month", "months", "year", "years", "yr"}
CALENDAR = WORKING | MONTHS_AND_YEARS
UNITS = CLOCK | CALENDAR
_MEANT = {"m": "min", "M": "min"}  # metres and molars elsewhere, so they are not read


def brief(value: Any) -> str:
    """A value as text, without the blanks around it; too long a one is refused before any pattern is held against
    it. Digits of other scripts are refused too: one pattern would know them and the next would not."""
    text = str(value) if not isinstance(value, list | dict) else type(value).__name__
    if len(text) > limits.QUANTITY_CHARACTERS:
        limit = str(limits.QUANTITY_CHARACTERS)
        raise ValueProblem(Code.TEXT_TOO_LONG, found=f"{text[:60]}…", count=str(len(text)), limit=limit)
    text = text.strip()
    if not text.isascii() and _OTHER_DIGIT.search(text):
        usual = _OTHER_DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
        raise ValueProblem(Code.NOT_A_NUMBER, usual, found=text)
    return text


def possible(figure: float, text: str) -> float:
    """A number of a size that can be meant: 0, or between the smallest and the largest, below zero alike.

    Smaller and larger ones leave the range of floats in the product of a few.
    """
    if not abs(figure) <= limits.LARGEST_NUMBER:
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected=f"≤ {_power(limits.LARGEST_NUMBER)}")
    if 0 < abs(figure) < limits.SMALLEST_NUMBER:
        sign = "≥ " if figure > 0 else "≤ -"
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected=sign + _power(limits.SMALLEST_NUMBER))
    return figure


def _power(figure: float) -> str:
    """1e12 -> 10¹²."""
    return "10" + str(round(math.log10(figure))).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def text_with_unit(value: Any, example: str) -> str:
    """What stands in a file, as text."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueProblem(Code.WRONG_TYPE, found=type(value).__name__, expected=example)
    return brief(value)


def split(text: str) -> tuple[float, str]:
    """`15 min` -> 15, min; the unit is empty where there is none."""
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueProblem(Code.NOT_A_NUMBER, found=text)
    if re.match(r"[,.]?\s*\d", match["unit"]):
        raise ValueProblem(Code.NOT_A_NUMBER, found=text)
    figure = float(match["number"])
    return possible(figure, text), match["unit"]


def in_unit(value: Any, unit: str, example: str, allowed: Set[str]) -> float:
    """The figure in a `unit`, written in any of those `allowed`; never below 0."""
    text = text_with_unit(value, example)
    figure, written = split(text)
    if written == "":
        meant = re.sub(r"^[\d.]+", text, example) if unit in ("min", "year") else None
        raise ValueProblem(Code.MISSING_UNIT, meant, found=text, expected=example)
    figure *= factor_of(written, unit, text, example, allowed)
    if figure < 0:
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected="≥ 0")
    return figure


def factor_of(written: str, unit: str, text: str, example: str, allowed: Set[str]) -> float:
    """How many `unit` one `written` is; the problem names the whole text and shows a right one."""
    unknown = [word for word in WORD.findall(written) if word not in allowed]
    if "%" in written or any(word in CLOCK | CALENDAR for word in unknown):
        raise ValueProblem(Code.WRONG_UNIT, found=text, expected=example)
    if unknown:
        raise ValueProblem(Code.UNKNOWN_UNIT, _with_units_meant(text, unknown, allowed), found=text, expected=example)
    factor = converted(re.sub(r"^/", "1 /", written), unit)
    if isinstance(factor, Code):
        raise ValueProblem(factor, found=text, expected=example)
    return factor


def _with_units_meant(text: str, unknown: Iterable[str], allowed: Set[str]) -> str | None:
    """The text with every unknown word replaced by the unit it looks like; None where one looks like none."""
    nearest = Nearest()
    for word in unknown:
        right = _MEANT.get(word) or _MEANT.get(word.lower()) or nearest.word(word.lower(), sorted(allowed), cutoff=0.7)
        if right is None:
            return None
        text = re.sub(rf"(?<=\d)(?={re.escape(word)}\b)", " ", text)
        text = re.sub(rf"\b{re.escape(word)}\b", right, text)
    return text
