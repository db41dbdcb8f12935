"""Numbers of people and of cases."""

from __future__ import annotations

import re
from typing import Any

from tnt.diagnostics import Code, ValueProblem
from tnt.units.text import CALENDAR, UNITS, WORD, brief, factor_of, possible, text_with_unit
from tnt.written.figures import readings
from tnt.written.plain import plain

_POINT = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")
_COUNTED = re.compile(r"(?P<count>\d{1,15}(?:\.\d{1,9})?)(?P<words>(?: (?!%)[^\W\d_]+){0,4})(?: ?/ ?(?P<per>[a-z]+))?")
_PEOPLE_IN_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?: (?!%)[^\W\d_]+){1,3}")
_OF_PEOPLE = re.compile(r"(?P<count>[1-9]\d{0,11})(?: (?!%)[^\W\d_]+){0,3}")


def people(value: Any) -> float:
    """`60 000`, `60,000`, `150000 people` -> how many people there are."""
    text, figure, per = _counted(value, "60000")
    if per:
        raise ValueProblem(Code.WRONG_UNIT, found=text, expected="60000")
    return figure


def some_people(value: Any) -> float:
    """The same; never nobody."""
    figure = people(value)
    if figure == 0:
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected="> 0")
    return figure


def cases(value: Any) -> float:
    """`500 / year`, `500 new cases a year` -> how many there are a year."""
    text, figure, per = _counted(value, "500 / year")
    if not per:
        raise ValueProblem(Code.MISSING_UNIT, f"{figure:.12g} / year", found=text, expected="500 / year")
    return figure * factor_of(f"1 / {per}", "1 / year", text, "500 / year", CALENDAR)


def _counted(value: Any, example: str) -> tuple[str, float, str]:
    """A count of people or cases as written, its figure, and the unit of time behind it.

    Nobody counts in thousandths of a person: three digits behind a comma are thousands. Behind a point they may be
    either; and YAML reads `60.000` as 60 and `1.480` as 1.48, which nobody counts either.
    """
    text = text_with_unit(value, example)
    if isinstance(value, float) and 1 <= value < 1000:
        thousands = round(value * 1000, 6)
        raise ValueProblem(Code.NOT_A_NUMBER, f"{thousands:g}" if thousands.is_integer() else None, found=text)
    if text.startswith(("-", "−")):
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected="≥ 0")
    if point := _POINT.search(text):
        one, other = (text.replace(point[0], figure) for figure in (f"{float(point[0]):g}", point[0].replace(".", "")))
        raise ValueProblem(Code.TWO_MEANINGS, found=text, one=one, other=other)
    match = _COUNTED.fullmatch(plain(readings(text)[-1]))
    if match is None or not {*WORD.findall(match["words"])}.isdisjoint(UNITS):
        raise ValueProblem(Code.NOT_A_NUMBER, found=text)
    return text, possible(float(match["count"]), text), match["per"] or ""


def refuse_people(text: str, per: str, of: str, *, bare: bool = False, found: str | None = None) -> None:
    """Raises ValueProblem for a number of people, with a rate of that many among some in its place; `bare`: one
    without a word behind it too."""
    people = _OF_PEOPLE.fullmatch(text)
    if people is None or (not bare and text == people["count"]) or not {*WORD.findall(text)}.isdisjoint(UNITS):
        return
    of = max(of, "1" + "0" * len(people["count"]), key=len)
    raise ValueProblem(Code.COUNT_OF_PEOPLE, found=found or text + per, expected=f"{people['count']} / {of}{per}")


def refuse_people_in_thousands(value: Any) -> None:
    """Raises ValueProblem for `1,500 people` in place of a share: nobody counts in thousandths of one."""
    if isinstance(value, str) and _PEOPLE_IN_THOUSANDS.fullmatch(brief(value)):
        refuse_people(readings(value)[-1], "", "100000", found=brief(value))
