"""Ages as tables write them: `00-04`, `5_14`, `0-17 år`, `90 and over`, `Under 1`, `0-11 mnd`, `Y_GE85`, `95-999`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place
from tnt.diagnostics.nearest import Nearest
from tnt.language.values.ages import ALL_AGES, OLDEST_WRITTEN, Ages
from tnt.reading.tables.words.age_words import EVERY_AGE, MONTHS, MONTHS_OLD, SIGN_OF

AgeNames = Mapping[str, Ages]
"""What the lists file says of texts, each as `plain_text` writes it -> the ages meant."""

_ALIKE = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
"""Hyphens, dashes and the minus sign, which differ only on paper; `split` knows every space."""
_LETTER = r"[^\W\d_]"
_PHRASES = "|".join(re.escape(phrase) for phrase in sorted(SIGN_OF, key=len, reverse=True))
_WORDS = re.compile(rf"(?<!{_LETTER})(?:{_PHRASES})(?!{_LETTER})")
_KNOWN = sorted({word for phrase in SIGN_OF for word in phrase.split()})
_BAND = re.compile(rf"≥?(?P<first>\d{{1,3}})(?P<to>-<?)(?P<last>\d{{1,3}})(?P<months>{MONTHS_OLD})?", re.ASCII)
_ONE = re.compile(rf"(?P<before>[<≤≥]|<=|>=)?(?P<age>\d{{1,3}})(?P<months>{MONTHS_OLD})?(?P<after>[+≤])?", re.ASCII)
_MOST_WORDS = 6
"""In a text that is compared with what is known; more are no ages with a slip in them."""
_SIGN = {"<=": "≤", ">=": "≥", "+": "≥"}
_MONTH = rf"(?P<month>{_LETTER}+)"
_DATES = [
    re.compile(text, re.ASCII | re.IGNORECASE)
    for text in (
        r"(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?)?",
        r"(?P<day>\d{1,2})[./](?P<m>\d{1,2})[./](?P<year>\d{4})(?: 00:00(?::00)?)?",
    )
] + [
    re.compile(text, re.IGNORECASE)
    for text in (
        rf"(?P<day>\d{{1,2}})[-. /]+{_MONTH}\.?(?:[-. ]+(?:\d{{4}}|\d{{2}}))?",
        rf"{_MONTH}[-. /]+(?:19|20)?(?P<day>\d{{1,2}})",
    )
]


def plain_text(text: str) -> str:
    """Lower case, plain spaces and dashes: texts that differ in nothing else are the same."""
    return " ".join(normalize("NFC", text).translate(_ALIKE).casefold().split())


def band(text: str, names: AgeNames | None = None) -> Ages | None:
    """Ages as a table writes them, or as `names` says; None where that cannot be told."""
    plain = plain_text(text)
    if names and plain in names:
        return names[plain]
    if plain in EVERY_AGE:
        return ALL_AGES
    if len(plain) > limits.QUANTITY_CHARACTERS:
        return None
    spaced = re.sub(r"(?<=\d)_(?=\d)", "-", plain).replace("_", " ")
    signs = _WORDS.sub(lambda match: SIGN_OF[match[0]] or " ", spaced)
    if re.search(r"\d\s+\d", signs):  # `1 000` is no age, nor is `5y9`
        return None
    signs = re.sub(r"\s", "", signs)
    if match := _BAND.fullmatch(signs):
        last = int(match["last"]) - (match["to"] == "-<")
        return _years_of_months(last) if match["months"] else _ages(int(match["first"]), last)
    return _one_figure(match) if (match := _ONE.fullmatch(signs)) else None


def _one_figure(match: re.Match[str]) -> Ages | None:
    """`75`, `75+`, `<18`, `17 and under`, `under 12 months`."""
    age, signs = int(match["age"]), [match["before"] or "", match["after"] or ""]
    if all(signs):
        return None
    sign = _SIGN.get("".join(signs), "".join(signs))
    last = {"<": age - 1, "": age, "≤": age}.get(sign)
    if match["months"]:
        return None if last is None else _years_of_months(last)
    return _ages(0 if sign in ("<", "≤") else age, last)


def _years_of_months(last: int) -> Ages | None:
    """Months of the first year of life are age 0; others do not say whole years."""
    return Ages(0, 0) if 0 <= last < 12 else None


def _ages(first: int, last: int | None) -> Ages | None:
    """`95-999`: an age that nobody reaches stands for no end."""
    if first > OLDEST_WRITTEN or (last is not None and last < first):
        return None
    return Ages(first, None if last is None or last > OLDEST_WRITTEN else last)


def made_a_date(text: str) -> list[Ages]:
    """The bands a spreadsheet may have made this date of, `5-14` of `14. mai`; none where it is no date.

    A day and a month were the two ages, whichever came first; the first of a month may be a month of a year (`5-14`
    is May 2014).
    """
    plain = plain_text(text)
    for pattern in _DATES:
        match = pattern.fullmatch(plain) if len(plain) <= limits.QUANTITY_CHARACTERS else None
        if match is not None:
            found = match.groupdict()
            day = int(found["day"])
            month = int(found["m"]) if "m" in found else MONTHS.get(found["month"], 0)
            if month > 12:  # 05/14/2026
                day, month = month, day
            years = [int(found["year"]) % 100] if day == 1 and "year" in found else []
            return [Ages(*sorted((month, other))) for other in (day, *years)] if 1 <= month <= 12 else []
    return []


def unread_band(text: str, place: Place) -> Diagnostic:
    """The problem of a text that `band` cannot read."""
    if bands := made_a_date(text):
        values = {"found": text, "bands": ", ".join(map(str, bands))}
        return Diagnostic(Code.BAND_MADE_A_DATE, place, values)
    return Diagnostic(Code.BAND_UNREADABLE, place, {"found": text}, _nearest(plain_text(text)))


def _nearest(plain: str) -> str | None:
    """What may be meant, as a lists file writes it: a band turned round, or a word with a slip in it."""
    if len(plain) > limits.QUANTITY_CHARACTERS or len(plain.split()) > _MOST_WORDS:
        return None
    if match := re.fullmatch(r"(\d{1,3}) ?- ?(\d{1,3})", plain, re.ASCII):
        reading = _ages(int(match[2]), int(match[1]))
    else:
        nearest = Nearest()
        reading = band(re.sub(rf"{_LETTER}{{3,}}", lambda match: nearest.word(match[0], _KNOWN) or match[0], plain))
    return None if reading is None else str(reading)
