"""Figures as people write them: `1 000`, `1'000`, `2,5`, `1.480,5`. The one form has no marks but a decimal point."""

import re

_SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ '’]\d{3})+(?!\d)")
_POINTS = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:\.\d{3})+(?=,\d)|(?:\.\d{3}){2,}(?![\d.]))")
_COMMAS = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:,\d{3})+(?=\.\d)|(?:,\d{3}){2,}(?![\d,]))")
_COMMA = re.compile(r"(?<![\d.,])(\d+),(\d+)(?![\d,.])")


def readings(text: str) -> tuple[str, ...]:
    """The text in its one form, or in the two it may have: `1,500` is one and a half, or fifteen hundred."""
    text = " ".join(text.split()).replace("−", "-")  # split knows the spaces that do not break a line
    text = _SPACED.sub(lambda found: re.sub(r"[ '’]", "", found[0]), text)
    text = _POINTS.sub(lambda found: found[0].replace(".", ""), text)
    text = _COMMAS.sub(lambda found: found[0].replace(",", ""), text)
    decimal = _COMMA.sub(r"\1.\2", text)
    if any(_may_be_thousands(*found.groups()) for found in _COMMA.finditer(text)):
        return decimal, _COMMA.sub(lambda found: found[0].replace(",", ""), text)
    return (decimal,)


def _may_be_thousands(whole: str, after: str) -> bool:
    return len(after) == 3 and len(whole) <= 3 and whole[0] != "0"
