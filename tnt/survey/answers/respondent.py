"""Who answered: a code, never a name."""

from __future__ import annotations

import re
from typing import Literal

Person = Literal["name", "e-mail", "national-id"]
_CODE = re.compile(r"([a-z]{1,3}-?)?\d{1,4}")
_NATIONAL_ID = re.compile(r"\d{6}\s?\d{5}")


def code(text: str) -> str | None:
    """A code such as r-07 in the form it is compared in; None where the text is none."""
    lowered = text.strip().lower()
    return lowered if _CODE.fullmatch(lowered) else None


def person_in(text: str) -> Person | None:
    """What a text that is no code gives away."""
    if "@" in text:
        return "e-mail"
    if _NATIONAL_ID.search(text):
        return "national-id"
    return "name" if re.search(r"[^\W\d_]{2}", text) else None
