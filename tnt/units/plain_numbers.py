"""Numbers without a unit: counts, weeks, a relative risk."""

from __future__ import annotations

import math
import re
from typing import Any

from tnt.diagnostics import Code, ValueProblem
from tnt.units.shares import percent_of
from tnt.units.text import brief, possible
from tnt.written.plain import reads_plain

MOST_CORRELATED = 0.9
"""Two diseases that go together more than this are one, and sums over what they have in common lose their accuracy."""
_MOST_WEEKS = 53.0  # a working year that is counted in calendar weeks may touch as many


@reads_plain
def number(value: Any) -> float:
    """A plain count without a unit (weeks, visits, group size), `1 000` too, which YAML takes for a text; never
    negative."""
    if isinstance(value, str) and re.fullmatch(r"\d{1,15}(\.\d{1,15})?", brief(value)):
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


@reads_plain
def ratio(value: Any) -> float:
    """`0.8` -> 0.8, above 0: a relative risk, how many times as large a risk becomes."""
    if isinstance(value, str) and value.strip().endswith("%"):
        raise ValueProblem(
            Code.WRONG_UNIT, f"{percent_of(brief(value), '0.8'):.6g}", found=brief(value), expected="0.8"
        )
    return positive(value)


@reads_plain
def correlation(value: Any) -> float:
    """`0.3` -> 0.3: from 0 to 0.9."""
    if isinstance(value, str) and value.strip().endswith("%"):
        figure = percent_of(brief(value), "0.3")
        mended = f"{figure:.6g}" if 0 <= figure <= MOST_CORRELATED else None
        raise ValueProblem(Code.WRONG_UNIT, mended, found=brief(value), expected="0.3")
    figure = number(value)
    if figure > MOST_CORRELATED:
        raise ValueProblem(Code.OUT_OF_RANGE, found=str(value), expected=f"0 – {MOST_CORRELATED:g}")
    return figure
