"""Numbers by age as people write them in one text: `under 67: 15 min, over 67: 20 min`, `20 min under 80, 30 min over
80`."""

from __future__ import annotations

import re

from tnt import limits

_BETWEEN = re.compile(
    r"\s*[;,]\s+|\s+(?:og|and)\s+(?!(?:over|eldre|older|up|oppover|above)\b)", re.IGNORECASE | re.ASCII
)
_NEXT_TO = r"(?:under|below|over|above|from|fra|yngre enn|eldre enn|younger than|older than|[<>≥≤])"
_YEARS = r"(?: ?(?:år|years?))?(?: (?:og|and|or|eller) (?:over|eldre|older|up|oppover))?"
_AGES = rf"(?:{_NEXT_TO} ?\d{{1,3}}{_YEARS}|\d{{1,3}} ?[-–] ?\d{{1,3}}{_YEARS}|\d{{1,3}} ?\+{_YEARS}|\d{{1,3}}{_YEARS})"
_AGES_FIRST = re.compile(rf"(?P<ages>{_AGES}) ?: ?(?P<value>\d.*)", re.IGNORECASE | re.ASCII)
_VALUE_FIRST = re.compile(
    rf"(?P<value>\d[\d.,]* ?(?:%|[a-zæøåA-ZÆØÅ]+)) (?:for |hos |hvis |når |if |in |ved )?"
    rf"(?P<ages>{_NEXT_TO} ?\d{{1,3}}{_YEARS})",
    re.IGNORECASE | re.ASCII,
)


def by_ages(text: str) -> dict[str, str] | None:
    """Ages as written -> the number there; None for a text that says no number of two groups of ages or more."""
    if len(text) > limits.QUANTITY_CHARACTERS:
        return None
    found = [_AGES_FIRST.fullmatch(part) or _VALUE_FIRST.fullmatch(part) for part in _BETWEEN.split(text.strip())]
    said = {one["ages"]: one["value"] for one in found if one is not None}
    return said if len(found) == len(said) >= 2 else None
