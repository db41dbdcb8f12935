"""What a quantity with too many words around it may come to: `minst 10 min`, `20 min per pasient`, `10 + 5 min`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tnt.written.number_words import figure

_BOUND = re.compile(
    r"(?:minst|minimum|at least|more than|mer enn|over|inntil|opptil|opp til|up to|at most|no more than|less than|høyst"
    r"|under|maksimalt|maksimum|maks|max|min|mindre enn|[<>≤≥]=?)\.? ?(?=\d|[^\W\d_])",
    re.IGNORECASE,
)
_SUM = re.compile(r"(?P<one>\d{1,4})(?: ?min[a-z.]*)? ?\+ ?(?P<other>\d{1,4}) ?min[a-z.]*", re.IGNORECASE)
_PRODUCT = re.compile(r"(?P<one>\d{1,3}) ?[x×*] ?(?P<other>\d{1,4}) ?min[a-z.]*", re.IGNORECASE)
_AGE = re.compile(r"(?P<age>\d{1,3}) (?:år|years?)", re.IGNORECASE)
_TIMES = re.compile(r"(?P<count>\d{1,3}|[^\W\d_]{2,12}) ?(?:ganger|times|x)|(?P<adverb>twice|thrice)", re.IGNORECASE)
_A_YEAR = re.compile(r"(?:per|pr\.?|a|i|each) ?(?:year|annum|år|året)", re.IGNORECASE)
_CALCULATES = set("+×*")
_MOST_WORDS = 12
NOBODY_KNOWS = {
    *("ukjent", "vet ikke", "ukjend", "veit ikkje", "varierer", "individuelt", "ikke kjent", "ikke angitt"),
    *("unknown", "not known", "don't know", "varies", "not stated", "tbd", "n/a", "na", "?", "-", "–", "…"),
}
"""What stands where nobody knows a number."""


def with_less(text: str) -> Iterator[str]:
    """Texts that may have been meant, the nearest first: to be suggested, never to be read, since something is lost."""
    text = " ".join(text.split())
    if total := _SUM.fullmatch(text):
        yield f"{int(total['one']) + int(total['other'])} min"
    if product := _PRODUCT.fullmatch(text):
        yield f"{int(product['one']) * int(product['other'])} min"
    if age := _AGE.fullmatch(text):
        yield f"once at age {age['age']}"
    if (times := _TIMES.fullmatch(text)) and (count := _count(times)):
        yield f"{count} / year"
    if _A_YEAR.fullmatch(text):
        yield "1 / year"
    bound = _BOUND.match(text)
    rest = text if bound is None else text[bound.end() :]
    if bound is not None:
        yield rest
    words = re.split(r"(?=[(\[/,;]| )", rest)
    for end in range(len(words) - 1, max(0, len(words) - _MOST_WORDS), -1):
        left_out = "".join(words[end:])
        if re.search(r"\d", left_out) or _CALCULATES & {*left_out}:
            return
        yield "".join(words[:end]).strip()


def _count(times: re.Match[str]) -> int | None:
    """How many times: `3`, `three`, `twice`."""
    return {"twice": 2, "thrice": 3}[times["adverb"].lower()] if times["adverb"] else figure(times["count"])
