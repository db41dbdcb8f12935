"""Numbers in words -> in figures: `ti minutter`, `én av ti`, `to tredeler`, `en halvtime`, `halvannen time`."""

from __future__ import annotations

import re
from functools import lru_cache

_CARDINALS = {
    1: "one en én ein ei et ett eitt a an", 2: "two to", 3: "three tre", 4: "four fire", 5: "five fem", 6: "six seks",
    7: "seven syv sju", 8: "eight åtte", 9: "nine ni", 10: "ten ti", 11: "eleven elleve", 12: "twelve tolv",
    13: "thirteen tretten", 14: "fourteen fjorten", 15: "fifteen femten", 16: "sixteen seksten",
    17: "seventeen sytten", 18: "eighteen atten", 19: "nineteen nitten", 20: "twenty tjue tyve",
    30: "thirty tretti tredve", 40: "forty førti", 50: "fifty femti", 60: "sixty seksti", 70: "seventy sytti",
    80: "eighty åtti", 90: "ninety nitti", 100: "hundred hundre", 1000: "thousand tusen",
}  # fmt: skip
_ORDINALS = {
    2: "other second annet annen anna annan", 3: "third tredje", 4: "fourth fjerde", 5: "fifth femte",
    6: "sixth sjette", 7: "seventh sjuende syvende", 8: "eighth åttende", 9: "ninth niende", 10: "tenth tiende",
    12: "twelfth tolvte", 14: "fourteenth fjortende", 15: "fifteenth femtende", 18: "eighteenth attende",
    20: "twentieth tjuende",
}  # fmt: skip
_PARTS = {
    2: "half halves halv halve", 3: "third thirds tredel tredeler tredjedel tredjedeler",
    4: "quarter quarters fourth fourths firedel firedeler fjerdedel fjerdedeler fjerdel fjerdeler",
    5: "fifth fifths femdel femdeler femtedel femtedeler", 10: "tenth tenths tidel tideler tiendedel tiendedeler",
}  # fmt: skip


def _by_word(words: dict[int, str]) -> dict[str, int]:
    return {word: number for number, text in words.items() for word in text.split()}


CARDINAL = _by_word(_CARDINALS)
"""Word -> the number it stands for; tens and ones together too: `tjuefem`, `twenty-five`."""
CARDINAL |= {
    f"{ten}{between}{one}": tens + ones
    for ten, tens in tuple(CARDINAL.items())
    for one, ones in tuple(CARDINAL.items())
    if 20 <= tens <= 90 and 2 <= ones <= 9
    for between in ("", "-")
}
ORDINAL = _by_word(_ORDINALS)
"""Word -> its place in a row."""
_PART = _by_word(_PARTS)

_ALL_OR_NONE = {
    **dict.fromkeys(("alle", "all", "everyone", "everybody"), "100 %"),
    **dict.fromkeys(("ingen", "none", "nobody", "no one"), "0 %"),
}
_N = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_VULGAR = {"½": ".5", "¼": ".25", "¾": ".75"}
_FRACTION_SIGN = re.compile(r"(?P<whole>\d*) ?(?P<sign>[½¼¾])")
_PRIME = re.compile(r"^(\d{1,4}) ?['′’]$")
_AND_A_HALF = re.compile(rf"(?P<whole>\d+|{_N}) (?:and|og) (?:a|ein|en|et|eit|ett) (?:half|halvt?)\b", re.IGNORECASE)
_ONE_AND_A_HALF = re.compile(r"\bhalv(?:annen|annet|anna)\b", re.IGNORECASE)
_HALF_OF_A_UNIT = re.compile(r"(?P<whole>\d+ )?1/2(?= (?:t|time|timer|h|hour|hours|hr)\b)", re.IGNORECASE)
_HALF_HOUR = re.compile(r"(?:(?:a|en|ei|én|et|1) )?(?:half[ -]hour|halv ?time)|half an hour", re.IGNORECASE)
_QUARTERS = re.compile(
    rf"(?:(?P<count>\d|{_N}) )?(?:kvarter(?:s tid)?|quarters? of an hour|quarter[ -]hour)", re.IGNORECASE
)
_HALF_OF_THEM = re.compile(r"(?:halvparten|halvdelen|(?:a |one |the )?half)(?: (?:av dem|of them))?", re.IGNORECASE)
_PARTS_OF_THEM = re.compile(rf"(?P<count>\d{{1,3}}|{_N})[ -](?P<part>{_N})(?: (?:av dem|of them))?", re.IGNORECASE)
_EVERY_SO_MANY = re.compile(rf"(?:hver|hvar|kvar|every) (?P<number>\d{{1,3}}(?=\.)|{_N})\.?", re.IGNORECASE)
_ONE = "|".join(word for word, number in CARDINAL.items() if number == 1)
_LEADING = re.compile(
    rf"(?P<word>(?!(?:{_ONE})\b){_N})(?= |/|%)"
    rf"|(?P<one>{_ONE})(?= (?:av|in|of|out of|per|pr|time|t|hour|minutt|minutes?|year|år|month|måned|week|uke|day|dag"
    r"|prosent|per cent|percent|gang)\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\b(?P<before>in|of|av|per|pr\.?) (?P<word>{_N})\b", re.IGNORECASE)
_PER_MILLE = re.compile(r"(?<=\d) ?(?:promille|per mille|pro mille|per thousand|per tusen)\b", re.IGNORECASE)
_OF_SO_MANY_PEOPLE = re.compile(
    r"(?P<of>(?:/|\bper|\bpr\.?|\bof|\bav|\bin) ?\d[\d .]*) "
    r"(?:innbyggere|innbyggjarar|personer|personar|inhabitants|persons|people|pasienter|patients|barn|children|kvinner|women"
    r"|menn|men|fødte|births|fødsler|voksne|adults)\b"
    r"(?P<and> og (?=år))? ?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:(?:ca|circa|cirka|omtrent|omlag|om lag|rundt|omkring|about|around|approx|approximately|roughly)\b\.?|[~≈]) ?",
    re.IGNORECASE,
)


def without_about(text: str) -> str:
    """A text without what says that its figure is no exact one: `ca. 10 min` is a mean like any other."""
    found = _ABOUT.match(text)
    return text if found is None else text[found.end() :]


@lru_cache(maxsize=1024)
def in_figures(text: str) -> str:
    """A quantity whose numbers are in figures; what is none is left as it is. Remembered, as texts that are none are
    looked at several times."""
    text = without_about(text)
    text = _FRACTION_SIGN.sub(lambda found: f"{found['whole'] or 0}{_VULGAR[found['sign']]}", text)
    text = _PRIME.sub(r"\1 min", text)
    text = _HALF_OF_A_UNIT.sub(lambda found: f"{(found['whole'] or '0').strip()}.5", text)
    text = _ONE_AND_A_HALF.sub("1.5", text)
    text = _AND_A_HALF.sub(lambda found: f"{number}.5" if (number := figure(found["whole"])) else found[0], text)
    if _HALF_HOUR.fullmatch(text):
        return "30 min"
    if quarters := _QUARTERS.fullmatch(text):
        count = 1 if quarters["count"] is None else figure(quarters["count"])
        return text if count is None else f"{15 * count} min"
    text = _LEADING.sub(_in_figure, text, count=1) if _LEADING.match(text) else text
    text = _AFTER.sub(lambda found: f"{found['before']} {figure(found['word']) or found['word']}", text)
    text = _PER_MILLE.sub("‰", text)
    text = _OF_SO_MANY_PEOPLE.sub(lambda found: found["of"] + (" per " if found["and"] else " "), text).strip()
    return _part_of_them(text)


def _part_of_them(text: str) -> str:
    """A part of some people, where it is in words: `halvparten`, `two thirds`, `hver femte`."""
    if text.lower() in _ALL_OR_NONE:
        return _ALL_OR_NONE[text.lower()]
    if _HALF_OF_THEM.fullmatch(text):
        return "50 %"
    if (parts := _PARTS_OF_THEM.fullmatch(text)) and parts["part"].lower() in _PART:
        count = figure(parts["count"])
        return text if count is None else f"{count} / {_PART[parts['part'].lower()]}"
    if every := _EVERY_SO_MANY.fullmatch(text):
        number = every["number"]
        of = int(number) if number.isdigit() else ORDINAL.get(number.lower())
        return text if of is None else f"1 / {of}"
    return text


def figure(word: str) -> int | None:
    """The whole number that a word or figure stands for; None where it stands for none."""
    return int(word) if word.isdecimal() and word.isascii() else CARDINAL.get(word.lower())


def _in_figure(found: re.Match[str]) -> str:
    number = CARDINAL.get(found[0].lower())
    return found[0] if number is None else str(number)
