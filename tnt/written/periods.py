"""Words of a frequency that stand for others: `to ganger årlig`, `hvert halvår`, `6-monthly`, `ved fylte 50 år`."""

from __future__ import annotations

import re

from tnt.diagnostics import Code, ValueProblem
from tnt.written.number_words import figure

_ADVERBS = {
    "day": "daily daglig dagleg",
    "week": "weekly ukentlig vekentleg",
    "month": "monthly månedlig månedleg månadleg",
    "year": "yearly annually annual årlig årleg",
}
UNIT_OF_ADVERB = {word: unit for unit, words in _ADVERBS.items() for word in words.split()}
"""`årlig` -> year."""
_LONGER = {"halv": "6 months", "half": "6 months", "kvar": "3 months", "quar": "3 months", "fort": "2 weeks"}
_LONGER_PERIOD = r"(?P<period>halvår(?:et)?|halve? år|half[ -]year|kvartal(?:et)?|quarter|fortnight)"
_EVERY_LONGER = re.compile(rf"\b(?:every|each|hvert?|kvart?) {_LONGER_PERIOD}\b")
_IN_LONGER = re.compile(rf"(?<=\S)(?: ?/ ?| (?:i|per|pr\.?|a|in a|in the|om) ){_LONGER_PERIOD}(?![^\W\d_])")
_INTERVAL = re.compile(r"(?P<number>\d{1,3}|[^\W\d_]+)-(?P<unit>yearly|monthly|weekly|årlig)")
_SO_MANY = re.compile(r"(?P<number>\d{1,3}) (?P<unit>yearly|monthly|weekly)")
_TURNED = re.compile(r"\b(?P<number>anne[nt]|anna[n]?|tredje|fjerde|femte) ?(?P<every>hvert?|kvart?)\b")
_AT = re.compile(r"^(?P<once>once )?at (?P<age>\d{1,3}(?: (?:years?(?: old)?|months?|weeks?))?)$")
_OF_AGE = re.compile(r"^(?P<at>(?:once )?at age \d{1,3}) years?(?: old)?$")
_FOR_ONE = re.compile(r"(?P<often>.+) (?:for|i) (?:a|ett|et|eitt|en|én|one) (?P<unit>year|år|month|måned|week|uke)")


def in_usual_words(words: str) -> str:
    """A frequency in small letters, with the words for its intervals in their usual form. ValueProblem for `3 monthly`,
    which has two meanings."""
    if two := _SO_MANY.fullmatch(words):
        number, unit = two["number"], UNIT_OF_ADVERB[two["unit"]]
        one, other = f"{number} / {unit}", f"every {number} {unit}s"
        raise ValueProblem(Code.TWO_MEANINGS, found=words, one=one, other=other)
    if (interval := _INTERVAL.fullmatch(words)) and (between := figure(interval["number"])):
        return f"every {between} {UNIT_OF_ADVERB[interval['unit']]}s"
    if course := _FOR_ONE.fullmatch(words):
        words = f"{course['often']} for 1 {course['unit']}"
    words = _EVERY_LONGER.sub(lambda found: f"every {_LONGER[found['period'][:4]]}", words)
    words = _IN_LONGER.sub(lambda found: f" / {_LONGER[found['period'][:4]]}", words)
    words = _TURNED.sub(r"\g<every> \g<number>", words)
    words = re.sub(r" i løpet av (?=\d)", " / ", re.sub(r"\bved fylte\b", "ved", words))
    words = _AT.sub(lambda found: f"{found['once'] or ''}at age {found['age']}", words)
    return _OF_AGE.sub(r"\g<at>", words)
