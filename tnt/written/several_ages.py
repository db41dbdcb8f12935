"""Several ages at which something is done once each: `ved 3, 5 og 12 måneder`, `at 40 and 50`."""

from __future__ import annotations

import re

_UNIT = r"(?:months?|mnd\.?|måneder?|weeks?|uker?|years?|år)"
_ONE = rf"\d{{1,3}}\.?(?: ?{_UNIT})?"
_SEVERAL = re.compile(
    rf"(?:(?:once|1 gang|én gang|en gang) )?(?P<at>(?:at|ved)(?: the)?(?: ages?(?: of)?| fylte| alder(?:en)?)? )?"
    rf"(?P<ages>{_ONE}(?:, ?{_ONE})*,? (?:and|og|&) {_ONE})(?P<rest>s? (?:of age|old|alder))?"
)
_AGE = re.compile(rf"(?P<figure>\d{{1,3}})\.?(?: ?(?P<unit>{_UNIT}))?")
_IN_ENGLISH = {"m": " months", "w": " weeks", "u": " weeks"}


def once_at_each(text: str) -> list[str]:
    """`once at age N` for each of the ages, of which the last has the unit; empty for what names no several ages."""
    if not any(sign.isdigit() for sign in text):
        return []
    found = _SEVERAL.fullmatch(" ".join(text.lower().split()))
    ages = list(_AGE.finditer(found["ages"])) if found else []
    if found is None or not (found["at"] or any(age["unit"] for age in ages)):
        return []
    once, unit = list[str](), ""
    for age in reversed(ages):
        unit = unit if age["unit"] is None else _IN_ENGLISH.get(age["unit"][0], "")
        once.append(f"once at age {age['figure']}{unit}")
    return once[::-1]
