"""Text with a unit -> float in a canonical unit: minutes, hours, a share of 1, events per year."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Set
from typing import Any

from tnt import limits
from tnt.diagnostics import Code, ValueProblem
from tnt.diagnostics.nearest import Nearest
from tnt.unit_factors import converted
from tnt.written.colons import refuse_share_with_colon, refuse_time_with_colon
from tnt.written.figures import readings
from tnt.written.less import NOBODY_KNOWS
from tnt.written.plain import plain, reads_plain

_NUMBER = re.compile(
    r"\s*(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s*(?P<unit>.*?)\s*$", re.DOTALL | re.ASCII
)
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = re.compile(r"\s*(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)\s*(.*)$")
_CLOCK = {"s", "second", "seconds", "min", "minute", "minutes", "h", "hour", "hours"}
_WORKING = {"day", "days", "week", "weeks"}
_MONTHS_AND_YEARS = {"month", "months", "year", "years", "yr"}
_CALENDAR = _WORKING | _MONTHS_AND_YEARS
_UNITS = _CLOCK | _CALENDAR
_MOST_WEEKS = 53.0  # a working year that is counted in calendar weeks may touch as many
_LEAST_LEVEL, _MOST_LEVEL, _LEVELS = 0.5, 0.999, "50 %–99.9 %"
_LONGEST_COURSE = 130.0  # years: no life is longer
_MOST_HOURS = {"h / week": 168.0, "h / year": 8784.0}  # all there are; of a year, a leap year

_FOR = re.compile(r"^\s*(?:for|during|over|lasting|i|gjennom)\s+(?=[\w½])", re.IGNORECASE)
_MEANT = {"m": "min", "M": "min"}  # metres and molars elsewhere, so they are not read
_POINT = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")
_COUNTED = re.compile(r"(?P<count>\d{1,15}(?:\.\d{1,9})?)(?P<words>(?: (?!%)[^\W\d_]+){0,4})(?: ?/ ?(?P<per>[a-z]+))?")
_PEOPLE_IN_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?: (?!%)[^\W\d_]+){1,3}")
_OF_PEOPLE = re.compile(r"(?P<count>[1-9]\d{0,11})(?: (?!%)[^\W\d_]+){0,3}")


def brief(value: Any) -> str:
    """A value as text, without the blanks around it; too long a one is refused before any pattern is held against
    it."""
    text = str(value) if not isinstance(value, list | dict) else type(value).__name__
    if len(text) > limits.QUANTITY_CHARACTERS:
        limit = str(limits.QUANTITY_CHARACTERS)
        raise ValueProblem(Code.TEXT_TOO_LONG, found=f"{text[:60]}…", count=str(len(text)), limit=limit)
    return text.strip()


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


@reads_plain
def number(value: Any) -> float:
    """A plain count without a unit (weeks, visits, group size), `1 000` too, which YAML takes for a text; never
    negative."""
    if isinstance(value, str) and re.fullmatch(r"\d{1,15}(\.\d{1,15})?", value.strip(), re.ASCII):
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueProblem(Code.NOT_A_NUMBER, found=str(value))
    if not (math.isfinite(value) and value >= 0):
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected="≥ 0")
    return possible(float(value), str(value))


def positive(value: Any) -> float:
    """A plain number above 0: people in a group, people per post, a number needed to treat."""
    figure = number(value)
    if figure == 0:
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected="> 0")
    return figure


def weeks(value: Any) -> float:
    """Weeks worked a year, a plain number."""
    figure = number(value)
    if figure > _MOST_WEEKS:
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected=f"≤ {_MOST_WEEKS:g}")
    return figure


def minutes(value: Any) -> float:
    """`15 min`, `0.5 h`, `et kvarter` -> minutes."""
    refuse_time_with_colon(value)
    if isinstance(value, str) and value.strip().lower() in NOBODY_KNOWS:
        raise ValueProblem(Code.NOT_A_NUMBER, "null", found=value.strip())
    return _minutes(value)


@reads_plain
def _minutes(value: Any) -> float:
    return _in_unit(value, "min", "10 min", _CLOCK)


@reads_plain
def hours_per_year(value: Any) -> float:
    """`30 min / year`, `5 min / month` -> hours per year, of calendar periods."""
    return _hours(value, "h / year", "30 min / year", _CALENDAR)


@reads_plain
def hours_of_post_per_year(value: Any) -> float:
    """`1725 h / year` -> hours per year of a post, which works neither every day nor every week of the calendar."""
    return _hours(value, "h / year", "1725 h / year", _MONTHS_AND_YEARS)


@reads_plain
def hours_per_week(value: Any) -> float:
    """`37.5 h / week` -> hours per week. No day or year is turned into weeks here: working days and weeks are data."""
    return _hours(value, "h / week", "37.5 h / week", {"week", "weeks"})


def is_per_year(value: Any) -> bool:
    """Whether a working time is written per year."""
    try:
        return isinstance(value, str) and re.search(r"/\s*(year|yr)$", plain(brief(value))) is not None
    except ValueProblem:  # said by whoever reads the time
        return False


@reads_plain
def years(value: Any) -> float:
    """`5 years`, `18 months` -> years."""
    return _in_unit(value, "year", "5 years", _CALENDAR)


def some_years(value: Any) -> float:
    """`5 years`, `18 months` -> years, more than none: hours and people are divided by them."""
    figure = years(value)
    if figure == 0:
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected="> 0")
    return figure


def course_years(value: Any) -> float:
    """`2 years`, `6 weeks` -> the years a course of something lasts, within a life."""
    figure = some_years(_FOR.sub("", value) if isinstance(value, str) else value)
    if figure > _LONGEST_COURSE:
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected=f"≤ {_LONGEST_COURSE:g} years")
    return figure


def year_or_more(value: Any) -> float:
    """`3 years` -> years, one at the least."""
    figure = years(value)
    if figure < 1 - 1e-9:  # twelve months are a year, whatever they are rounded to
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected="≥ 1 year")
    return figure


@reads_plain
def per_year(value: Any) -> float:
    """`1.5 / year`, `1 / month` -> events per year."""
    return _in_unit(value, "1 / year", "1 / year", _CALENDAR)


def share(value: Any) -> float:
    """`40 %`, `42 / 1000`, `halvparten` -> 0.4, 0.042, 0.5; never outside 0 to 1."""
    refuse_share_with_colon(value)
    if isinstance(value, str) and _PEOPLE_IN_THOUSANDS.fullmatch(brief(value)):  # nobody counts in thousandths of one
        _refuse_people(readings(value)[-1], "", "100000", found=brief(value))
    return _share(value)


@reads_plain
def _share(value: Any) -> float:
    text = _text_with_unit(value, "40 %")
    _refuse_people(text, "", "100000")
    if parts := _PARTS.fullmatch(text):
        top, bottom, rest = parts.groups()
        if rest:
            raise ValueProblem(Code.WRONG_UNIT, found=text, expected="40 %")
        _refuse_point_among(top, bottom, text)
        return _within_0_1(_ratio(top, bottom, text), text)
    return _within_0_1(_percent(text, "40 %"), text)


@reads_plain
def change_in_share(value: Any) -> float:
    """`1.5 %`, `-0.5 %`, `-5 / 1000` -> 0.015, -0.005, -0.005: what a risk falls by; below 0 where it rises."""
    text = _text_with_unit(value, "1.5 %")
    sign, size = (-1.0, text[1:].lstrip()) if text.startswith("-") else (1.0, text)
    try:
        return sign * share(size)
    except ValueProblem as problem:
        if problem.code is Code.SHARE_OVER_100:
            raise ValueProblem(Code.CHANGE_OVER_100, found=text) from None
        raise


@reads_plain
def percent(value: Any) -> float:
    """`85 %`, `110 %` -> 0.85, 1.1; never below 0."""
    text = _text_with_unit(value, "85 %")
    figure = _percent(text, "85 %")
    if figure < 0:
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected="≥ 0")
    return figure


@reads_plain
def level(value: Any) -> float:
    """`95 %` -> 0.95: how much of what a number may be lies between low and high."""
    text = _text_with_unit(value, "95 %")
    figure, unit = _split(text)
    if unit == "":
        meant = figure * 100 if figure < 1 else figure
        suggestion = f"{meant:g} %" if _LEAST_LEVEL <= meant / 100 <= _MOST_LEVEL else None
        raise ValueProblem(Code.MISSING_UNIT, suggestion, found=text, expected="95 %")
    share_between = _percent(text, "95 %")
    if not _LEAST_LEVEL <= share_between <= _MOST_LEVEL:
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected=_LEVELS)
    return share_between


@reads_plain
def ratio(value: Any) -> float:
    """`0.8` -> 0.8, above 0: a relative risk, how many times as large a risk becomes."""
    if isinstance(value, str) and value.strip().endswith("%"):
        raise ValueProblem(Code.WRONG_UNIT, f"{_percent(brief(value), '0.8'):.6g}", found=brief(value), expected="0.8")
    return positive(value)


@reads_plain
def signed_percent(value: Any) -> float:
    """`+22 %`, `-10 %` -> 0.22, -0.1; never below -1. Without a sign it could be a share, and is refused."""
    text = _text_with_unit(value, "+22 %")
    figure = _percent(text, "+22 %")
    if figure != 0 and text[0] not in "+-":
        raise ValueProblem(Code.CHANGE_WITHOUT_SIGN, f"+{text}", found=text)
    if figure < -1:
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected="≥ -100 %")
    return figure


def people(value: Any) -> float:
    """`60 000`, `60,000`, `150000 people` -> how many people there are."""
    text, figure, per = _counted(value, "60000")
    if per:
        raise ValueProblem(Code.WRONG_UNIT, found=text, expected="60000")
    return figure


def cases(value: Any) -> float:
    """`500 / year`, `500 new cases a year` -> how many there are a year."""
    text, figure, per = _counted(value, "500 / year")
    if not per:
        raise ValueProblem(Code.MISSING_UNIT, f"{figure:.12g} / year", found=text, expected="500 / year")
    return figure * _factor(f"1 / {per}", "1 / year", text, "500 / year", _CALENDAR)


def _counted(value: Any, example: str) -> tuple[str, float, str]:
    """A count of people or cases as written, its figure, and the unit of time behind it.

    Nobody counts in thousandths of a person: three digits behind a comma are thousands. Behind a point they may be
    either; and YAML reads `60.000` as 60 and `1.480` as 1.48, which nobody counts either.
    """
    text = _text_with_unit(value, example)
    if isinstance(value, float) and 1 <= value < 1000:
        thousands = round(value * 1000, 6)
        raise ValueProblem(Code.NOT_A_NUMBER, f"{thousands:g}" if thousands.is_integer() else None, found=text)
    if text.startswith(("-", "−")):
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected="≥ 0")
    if point := _POINT.search(text):
        one, other = (text.replace(point[0], figure) for figure in (f"{float(point[0]):g}", point[0].replace(".", "")))
        raise ValueProblem(Code.TWO_MEANINGS, found=text, one=one, other=other)
    match = _COUNTED.fullmatch(plain(readings(text)[-1]))
    if match is None or not {*_WORD.findall(match["words"])}.isdisjoint(_UNITS):
        raise ValueProblem(Code.NOT_A_NUMBER, found=text)
    return text, possible(float(match["count"]), text), match["per"] or ""


@reads_plain
def incidence(value: Any) -> float:
    """`42 / 1000 / year` or `4.2 % / year` -> new cases per person and year."""
    example = "42 / 1000 / year"
    text = _text_with_unit(value, example)
    cases, slash, period = text.rpartition("/")
    if slash and re.search(r"[a-z]", period):
        _refuse_people(cases.strip(), f" / {period.strip()}", "100000", bare=True)
    if not slash or not re.search(r"[a-z]", period):
        raise ValueProblem(Code.MISSING_UNIT, _with_year(text) if slash else None, found=text, expected=example)
    try:
        cases_per_person = share(cases.strip())
    except ValueProblem as problem:
        said: dict[str, str] = {"expected": example, **problem.values, "found": text}
        said |= {key: f"{said[key]} / {period.strip()}" for key in ("one", "other") if key in said}
        raise ValueProblem(problem.code, **said) from None
    return cases_per_person * _factor(f"1 / {period.strip()}", "1 / year", text, example, _CALENDAR)


def _with_year(text: str) -> str:
    """New cases without their period: a year, of so many thousands as a point would leave open."""
    return re.sub(r"(?<=\d)\.(?=\d{3}$)", "", text) + " / year"


def _refuse_people(text: str, per: str, of: str, *, bare: bool = False, found: str | None = None) -> None:
    """Raises ValueProblem for a number of people, with a rate of that many among some in its place; `bare`: one
    without a word behind it too."""
    people = _OF_PEOPLE.fullmatch(text)
    if people is None or (not bare and text == people["count"]) or not {*_WORD.findall(text)}.isdisjoint(_UNITS):
        return
    of = max(of, "1" + "0" * len(people["count"]), key=len)
    raise ValueProblem(Code.COUNT_OF_PEOPLE, found=found or text + per, expected=f"{people['count']} / {of}{per}")


def _percent(text: str, example: str) -> float:
    figure, unit = _split(text)
    if unit == "":
        raise ValueProblem(Code.MISSING_UNIT, _as_percent(figure, text), found=text, expected=example)
    if unit != "%":
        raise ValueProblem(Code.WRONG_UNIT, found=text, expected=example)
    return figure / 100


def _as_percent(figure: float, text: str) -> str | None:
    """What a share without a unit may be; 1 may be all of them or a hundredth."""
    if 0 < figure < 1:
        return f"{figure * 100:g} %"
    return None if abs(figure) == 1 or figure > 100 else f"{text} %"


def _ratio(top: str, bottom: str, text: str) -> float:
    if float(bottom) == 0:
        raise ValueProblem(Code.NOT_A_NUMBER, found=text)
    return possible(possible(float(top), text) / possible(float(bottom), text), text)


def _refuse_point_among(top: str, bottom: str, text: str) -> None:
    """Raises ValueProblem for `42 / 100.000`: three decimals of a number of people are thousands to many."""
    if re.fullmatch(r"\d{1,3}\.\d{3}", bottom):
        one, other = (f"{top} / {each}" for each in (bottom.replace(".", ""), f"{float(bottom):g}"))
        raise ValueProblem(Code.TWO_MEANINGS, found=text, one=one, other=other)


def _within_0_1(figure: float, text: str) -> float:
    if not 0 <= figure <= 1:
        raise ValueProblem(Code.SHARE_OVER_100, found=text)
    return figure


def _text_with_unit(value: Any, example: str) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise ValueProblem(Code.WRONG_TYPE, found=type(value).__name__, expected=example)
    return brief(value)


def _split(text: str) -> tuple[float, str]:
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueProblem(Code.NOT_A_NUMBER, found=text)
    if re.match(r"[,.]?\s*\d", match["unit"]):
        raise ValueProblem(Code.NOT_A_NUMBER, found=text)
    figure = float(match["number"])
    return possible(figure, text), match["unit"]


def _hours(value: Any, unit: str, example: str, periods: Set[str]) -> float:
    """Hours of one of the `periods`, no more than it has; what counts in working days or weeks is refused, since
    nobody said how long or how many they are."""
    text = _text_with_unit(value, example)
    time, period = (set(_WORD.findall(part)) for part in text.partition("/")[::2])
    if time & _CALENDAR or period & (_WORKING - periods):
        raise ValueProblem(Code.WORKING_DAYS, found=text, expected=example)
    hours = _in_unit(text, unit, example, _CLOCK | periods)
    if hours > _MOST_HOURS[unit] * (1 + 1e-9):
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected=f"≤ {_MOST_HOURS[unit]:g} {unit}")
    return hours


def _in_unit(value: Any, unit: str, example: str, allowed: Set[str]) -> float:
    text = _text_with_unit(value, example)
    figure, written = _split(text)
    if written == "":
        meant = re.sub(r"^[\d.]+", text, example) if unit in ("min", "year") else None
        raise ValueProblem(Code.MISSING_UNIT, meant, found=text, expected=example)
    figure *= _factor(written, unit, text, example, allowed)
    if figure < 0:
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected="≥ 0")
    return figure


def _factor(written: str, unit: str, text: str, example: str, allowed: Set[str]) -> float:
    """How many `unit` one `written` is; the problem names the whole text and shows a right one."""
    unknown = [word for word in _WORD.findall(written) if word not in allowed]
    if "%" in written or any(word in _CLOCK | _CALENDAR for word in unknown):
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
