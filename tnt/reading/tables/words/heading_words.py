"""The words for the sexes in the headings of a wide table whose lists file does not state them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tnt.diagnostics import Code
from tnt.reading.tables.age_band import AgeNames, band
from tnt.reading.tables.bands import HeadingForm, Sex
from tnt.reading.tables.findings import Findings, listed
from tnt.reading.tables.words.sex_words import BOTH, SEX_OF, usual_in_headings

ENGLISH: Mapping[str, Sex] = {"female": "female", "male": "male"}
_MOST_WORDS = 6
"""More texts that stand where the sex does are no words for sexes."""


def heading_words(pattern: str, header: Sequence[str], names: AgeNames, findings: Findings) -> Mapping[str, Sex]:
    """The words that stand for a sex, in lower case; female and male where there is none of them.

    Words that are not clear go to `findings`.
    """
    any_word = "|".join(map(re.escape, sorted(SEX_OF, key=len, reverse=True)))
    found = _words(HeadingForm(pattern, f"(?i:{any_word})"), pattern, header, names)
    sexes = usual_in_headings({word.lower() for word in found})
    if found and not sexes:
        findings.add(Code.SEX_UNCLEAR, findings.locate(("people",)), found=listed(found))
        findings.raise_errors()
    return sexes or ENGLISH


def both_together(sexes: Mapping[str, Sex]) -> Mapping[str, Sex]:
    """The words with those for both sexes together; a letter is none in a heading."""
    return {**{word: "all" for word in BOTH if len(word) > 2}, **sexes}


def unknown_words(pattern: str, header: Sequence[str], names: AgeNames) -> str:
    """Texts that stand where a word for a sex should, few enough to be words; else nothing."""
    if "{sex}" not in pattern or "{ages}" not in pattern:
        return ""
    words = _words(HeadingForm(pattern, r"\D+?"), pattern, header, names)
    found = [word for word in words if word.lower() not in SEX_OF and word.lower() not in BOTH]
    return listed(found) if len(found) <= _MOST_WORDS else ""


def _words(form: HeadingForm, pattern: str, header: Sequence[str], names: AgeNames) -> list[str]:
    """What stands where the sex does, in headings whose ages can be read."""
    if "{sex}" not in pattern:
        return []
    matches = [match for heading in header if (match := form.match(heading)) is not None]
    has_ages = "{ages}" in pattern
    return list(dict.fromkeys(each["sex"] for each in matches if not has_ages or band(each["ages"], names) is not None))
