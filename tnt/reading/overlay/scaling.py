"""A number as written, times a factor, as it would be written: decimal, so that `15 min` by 0.1 is `1.5 min`."""

from __future__ import annotations

import re
from decimal import Context, Decimal, Inexact, InvalidOperation, localcontext

from tnt import limits
from tnt.diagnostics import ValueProblem
from tnt.written.often import often
from tnt.written.ranges import is_without_mean, range_read

_NUMBER = re.compile(r"\s*(?P<number>[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)(?P<rest>.*?)\s*", re.DOTALL)
_EVERY = re.compile(r"\s*every\s+(?:(?P<number>\d+(?:\.\d+)?)\s+)?(?P<unit>[a-z]+)\s*")
_DIGITS = 28  # Python's own default: far more than anybody writes, and a scaled number stays readable
_LARGEST = 12  # powers of ten; no number of anybody's is larger, or smaller than its inverse


def scaled(text: str, by: str) -> str | None:
    """The text with its number multiplied by a positive factor; None where it holds no number, or is `once`.

    `every 5 years` by 2 is `every 2.5 years`; where the period is no finite decimal, the rate is: every 5 years by 0.3
    is `0.06 / year`. What is neither is rounded to 28 digits.
    """
    if len(text) > limits.QUANTITY_CHARACTERS:
        return None  # no number, and the patterns below would take their time to find that out
    if (ends := range_read(text)) is not None:
        return _scaled_ends(text, str(ends["low"]), str(ends["high"]), by)
    try:
        text = often(text)  # `1h30`, `2,5 min`, `hvert 5. år` have more or other figures than their one form
    except ValueProblem:
        return None
    with localcontext(Context(prec=_DIGITS, traps=[])):  # nothing a scenario holds may raise here: it comes out as None
        if every := _EVERY.fullmatch(text):
            return _every(Decimal(every["number"] or 1), every["unit"].removesuffix("s"), Decimal(by))
        match = _NUMBER.fullmatch(text)
        product = None if match is None else _plain(Decimal(match["number"]) * Decimal(by))
        if match is None or product is None:
            return None
        return ("+" if match["number"].startswith("+") else "") + product + match["rest"]


def _scaled_ends(text: str, low: str, high: str, by: str) -> str | None:
    """Both ends of `10-15 min`; None of an interval between events, and of what says more than its ends."""
    ends = [scaled(low, by), scaled(high, by)]
    return None if None in ends or low.startswith("every") or not is_without_mean(text) else " - ".join(map(str, ends))


def _every(period: Decimal, unit: str, by: Decimal) -> str | None:
    # A number of events times f is an interval divided by f; the interval is kept in words where that comes out even.
    longer, rate = _plain(_exact(period, by)), _plain(_exact(by, period))
    if longer is None and rate is not None:
        return f"{rate} / {unit}"
    longer = longer or _plain(period / by)
    return longer and f"every {longer} {unit if longer == '1' else unit + 's'}"


def _exact(top: Decimal, bottom: Decimal) -> Decimal | None:
    try:
        return Context(prec=_DIGITS, traps=[Inexact, InvalidOperation]).divide(top, bottom) if bottom else None
    except Inexact:
        return None


def _plain(number: Decimal | None) -> str | None:
    """Digits without an exponent; None for what would be too many of them."""
    if number is None or not number.is_finite() or (number and abs(number.adjusted()) > _LARGEST):
        return None
    return f"{number.normalize():f}"
