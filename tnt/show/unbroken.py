"""Figures within a text, which stay on one line: `150 000`, `90 %`."""

from __future__ import annotations

import re

NO_BREAK = "\N{NO-BREAK SPACE}"
_WITHIN = re.compile(r"(?<=\d) (?=%|\d{3}(?!\d))")


def unbroken(text: str) -> str:
    """The text with spaces that do not break a line within its figures."""
    return _WITHIN.sub(NO_BREAK, text)
