"""Figures with a colon between them, which have two meanings: `1:30`, `1:10`."""

from __future__ import annotations

import re
from typing import Any

from tnt.diagnostics import Code, ValueProblem

_TIME = re.compile(r"(?P<one>\d{1,2}):(?P<other>[0-5]\d)(?: ?(?:min|h|t)\.?)?")
_RATIO = re.compile(r"(?P<one>\d{1,6}) ?: ?(?P<other>\d{1,7})")


def refuse_time_with_colon(value: Any) -> None:
    """Raises ValueProblem for what may be hours and minutes, or minutes and seconds."""
    text = value.strip() if isinstance(value, str) else ""
    if found := _TIME.fullmatch(text):
        total = 60 * int(found["one"]) + int(found["other"])
        raise ValueProblem(Code.TWO_MEANINGS, found=text, one=f"{total} min", other=f"{total} s")


def refuse_share_with_colon(value: Any) -> None:
    """Raises ValueProblem for what may be one among so many, or one beside so many."""
    text = value.strip() if isinstance(value, str) else ""
    if found := _RATIO.fullmatch(text):
        one, other = int(found["one"]), int(found["other"])
        raise ValueProblem(Code.TWO_MEANINGS, found=text, one=f"{one} / {other}", other=f"{one} / {one + other}")
