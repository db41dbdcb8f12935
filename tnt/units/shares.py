"""Shares of 1, and changes in them."""

from __future__ import annotations

import re
from typing import Any

from tnt.diagnostics import Code, ValueProblem
from tnt.units.people import refuse_people, refuse_people_in_thousands
from tnt.units.text import possible, split, text_with_unit
from tnt.written.colons import refuse_share_with_colon
from tnt.written.plain import reads_plain

_PARTS = re.compile(r"\s*(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)\s*(.*)$")
_LEAST_LEVEL, _MOST_LEVEL, _LEVELS = 0.5, 0.999, "50 %–99.9 %"


def share(value: Any) -> float:
    """`40 %`, `42 / 1000`, `halvparten` -> 0.4, 0.042, 0.5; never outside 0 to 1."""
    refuse_share_with_colon(value)
    refuse_people_in_thousands(value)
    return _share(value)


@reads_plain
def _share(value: Any) -> float:
    text = text_with_unit(value, "40 %")
    refuse_people(text, "", "100000")
    if parts := _PARTS.fullmatch(text):
        top, bottom, rest = parts.groups()
        if rest:
            raise ValueProblem(Code.WRONG_UNIT, found=text, expected="40 %")
        _refuse_point_among(top, bottom, text)
        return _within_0_1(_ratio(top, bottom, text), text)
    return _within_0_1(percent_of(text, "40 %"), text)


@reads_plain
def change_in_share(value: Any) -> float:
    """`1.5 %`, `-0.5 %`, `-5 / 1000` -> 0.015, -0.005, -0.005: what a risk falls by; below 0 where it rises."""
    text = text_with_unit(value, "1.5 %")
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
    text = text_with_unit(value, "85 %")
    figure = percent_of(text, "85 %")
    if figure < 0:
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected="≥ 0")
    return figure


@reads_plain
def level(value: Any) -> float:
    """`95 %` -> 0.95: how much of what a number may be lies between low and high."""
    text = text_with_unit(value, "95 %")
    figure, unit = split(text)
    if unit == "":
        meant = figure * 100 if figure < 1 else figure
        suggestion = f"{meant:g} %" if _LEAST_LEVEL <= meant / 100 <= _MOST_LEVEL else None
        raise ValueProblem(Code.MISSING_UNIT, suggestion, found=text, expected="95 %")
    share_between = percent_of(text, "95 %")
    if not _LEAST_LEVEL <= share_between <= _MOST_LEVEL:
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected=_LEVELS)
    return share_between


@reads_plain
def signed_percent(value: Any) -> float:
    """`+22 %`, `-10 %` -> 0.22, -0.1; never below -1. Without a sign it could be a share, and is refused."""
    text = text_with_unit(value, "+22 %")
    figure = percent_of(text, "+22 %")
    if figure != 0 and text[0] not in "+-":
        raise ValueProblem(Code.CHANGE_WITHOUT_SIGN, f"+{text}", found=text)
    if figure < -1:
        raise ValueProblem(Code.OUT_OF_RANGE, found=text, expected="≥ -100 %")
    return figure


def percent_of(text: str, example: str) -> float:
    """`85 %` -> 0.85, whatever its size; `example` is what else it should be."""
    figure, unit = split(text)
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
