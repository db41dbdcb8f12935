"""How often, as people write it in both languages -> `2 / year`, `every 6 months`, `once at age 40`."""

from __future__ import annotations

import re

from tnt.diagnostics import Code, ValueProblem
from tnt.written.number_words import CARDINAL, ORDINAL, in_figures, without_about
from tnt.written.periods import UNIT_OF_ADVERB, in_usual_words
from tnt.written.plain import is_usual, plain

_ONE_WORD = {
    "1 / day": "daily daglig dagleg",
    "1 / week": "weekly ukentlig vekentleg",
    "every 2 weeks": "fortnightly",
    "1 / month": "monthly månedlig månedleg månadleg",
    "every 3 months": "quarterly kvartalsvis",
    "every 6 months": "semiannual semiannually half-yearly halvårlig halvårleg",
    "1 / year": "annual annually yearly årlig årleg",
    "every 2 years": "biennial biennially",
    "every 3 years": "triennial triennially",
    "once": "engang engangs éngangs one-off engangsundersøkelse engangskontroll",
}
_MEANT = {word: often for often, words in _ONE_WORD.items() for word in words.split()}
_TWO_MEANINGS = {
    "year": ("biannual", "biannually", "bi-annual", "bi-annually", "biyearly"),
    "month": ("bimonthly", "bi-monthly"),
    "week": ("biweekly", "bi-weekly"),
}
_FIGURE = {word: str(number) for word, number in (*CARDINAL.items(), *ORDINAL.items()) if word not in ("a", "an")}
_TIMES_WORD = {"once": "1", "twice": "2", "thrice": "3"}
_LETTERS = {"d": "days", "w": "weeks", "m": "months", "mo": "months", "y": "years"}
_EVERY = r"(?:every|each|hver|hvert|kvar|kvart)"
_UNIT = r"(?P<unit>(?:day|week|month|year))s?"
_ONCE = re.compile(
    r"(?:only |kun |bare )?(?:once|1 gang|1 gong|1 time|1 off)(?: only)?"
    r"(?: in a lifetime| i livet| per livsløp| i løpet av livet)?"
)
_AT_AGE = re.compile(
    r"(?:(?:once|1)(?: gang)? )?(?:at age|at the age of|ved) (?P<age>\d{1,3})"
    r"(?: (?P<unit>month|week|year)s?(?: old| alder)?| (?P<of_age>måneder|uker|år)s alder)?"
)
_UNIT_OF_AGE = {"month": " months", "måneder": " months", "week": " weeks", "uker": " weeks"}
_Q = re.compile(r"q ?(?P<number>\d{1,3}) ?(?P<letter>d|w|mo|m|y)")
_TIMES = re.compile(r"(?<=\d) ?(?:times|time|ganger|gonger|gang|gong|x)(?![^\W\d_])")
_SO_MANY = re.compile(rf"(?P<count>\d[\d.]*) (?P<unit>{'|'.join(UNIT_OF_ADVERB)})")
_AT_INTERVALS = re.compile(rf"(?:(?P<count>\d[\d.]*) )?{_EVERY} (?:(?P<number>\d[\d.]*?)(?:\.|st|nd|rd|th)? )?{_UNIT}")
_ONE_IN_SOME = re.compile(rf"1 ?/ ?(?P<number>\d[\d.]*) {_UNIT}")


def often(text: str) -> str:
    """The one form of a frequency; what is none is left as it is. ValueProblem where it has two meanings."""
    if is_usual(text):
        return text
    words = without_about(" ".join(text.lower().split()))
    for unit, ambiguous in _TWO_MEANINGS.items():
        if words in ambiguous:
            raise ValueProblem(Code.TWO_MEANINGS, found=text.strip(), one=f"2 / {unit}", other=f"every 2 {unit}s")
    if words in _MEANT:
        return _MEANT[words]
    if q := _Q.fullmatch(words):
        return f"every {q['number']} {_LETTERS[q['letter']]}"
    words = in_usual_words(in_figures(words))
    words = re.sub(r"[^\W\d_]+", lambda found: _FIGURE.get(found[0], found[0]), words)
    if _ONCE.fullmatch(words):
        return "once"
    words = re.sub(r"\b(?:once|twice|thrice)\b(?! at\b)", lambda found: _TIMES_WORD[found[0]], words)
    words = _TIMES.sub("", re.sub(r"(?<=\d) ?[x×] ?(?=(?:day|week|month|year|dag|uke|måned|år)\b)", " / ", words))
    if so_many := _SO_MANY.fullmatch(words):
        return f"{so_many['count']} / {UNIT_OF_ADVERB[so_many['unit']]}"
    words = plain(words)
    if at := _AT_AGE.fullmatch(words):
        return f"once at age {at['age']}{_UNIT_OF_AGE.get(at['unit'] or at['of_age'], '')}"
    if every := _AT_INTERVALS.fullmatch(words):
        return _at_intervals(every["count"], every["number"], every["unit"])
    if one := _ONE_IN_SOME.fullmatch(words):
        return _at_intervals(None, one["number"], one["unit"])
    return words if re.match(r"\d", words) else plain(words)


def _at_intervals(count: str | None, number: str | None, unit: str) -> str:
    interval = unit if number is None else f"{number} {unit}s"
    return f"every {interval}" if count in (None, "1") else f"{count} / {interval}"
