"""Ranges whose ends are words, or stand on both sides of an or: `fem til ti minutter`, `once or twice a year`."""

from __future__ import annotations

import re

from tnt.written.number_words import CARDINAL, ORDINAL

_FROM_TO = re.compile(
    r"(?P<before>(?:every|hver|hvert|between|mellom|from|fra) )?(?P<one>\d+|[^\W\d_]+)"
    r"(?: ?[-–—−] ?| (?:to|til|or|eller|(?(before)(?:and|og)|to)) )(?P<other>\d+|[^\W\d_]+)(?P<rest>(?![^ ]).*)",
    re.IGNORECASE,
)
_WORDS = CARDINAL | ORDINAL | {"once": 1, "twice": 2, "thrice": 3}


def ends_in_figures(text: str) -> str:
    """`fem til ti minutter` -> `5-10 minutter`, `once or twice a year` -> `1-2 a year`; any other text as it is."""
    found = _FROM_TO.fullmatch(text)
    if found is None:
        return text
    one, other = _figure(found["one"]), _figure(found["other"])
    if one is None or other is None or one >= other:  # `twenty-five` is one number
        return text
    before = (found["before"] or "").lower()
    return f"{before if before.startswith(('every', 'hver')) else ''}{one}-{other}{found['rest']}"


def _figure(word: str) -> int | None:
    return int(word) if word.isdecimal() else _WORDS.get(word.lower())
