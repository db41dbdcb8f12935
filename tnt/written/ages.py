"""Ages in words -> `40-79`, `40+`, `0-17`, `all`: `40 år og eldre`, `fra 40 til 79 år`, `under 18`, `all ages`."""

from __future__ import annotations

import re

from tnt.diagnostics import Code, ValueProblem

_YEARS = r"(?: ?(?:(?:year|yr|år)s?(?: old| of age| alder)?|yo?\b)|-åring(?:er)?)?"
_AGE = r"(?:age[ds]? |in the ages |alder(?:en)? |i alderen |fylte )?"
_ALL = {
    *("alle", "alle aldre", "all ages", "any age", "everybody", "everyone", "uansett alder", "alle aldersgrupper"),
}
_ONE = re.compile(rf"{_AGE}(?P<first>\d{{1,3}}){_YEARS}")
_BAND = re.compile(
    rf"(?:from |fra |f\.?o\.?m\.? )?{_AGE}(?P<first>\d{{1,3}}){_YEARS}"
    rf"(?: ?[-–—−] ?| (?:to|til|through|til og med|t\.?o\.?m\.?) ){_AGE}(?P<last>\d{{1,3}}){_YEARS}"
)
_AND_OVER = re.compile(
    rf"{_AGE}(?P<first>\d{{1,3}}){_YEARS}"
    rf" (?:(?:and|or) (?:over|older|up|above|more)|(?:og|eller) (?:over|eldre|oppover|mer)|plus)"
    rf"|(?:from|fra og med|fra|f\.?o\.?m\.?|≥|>=) ?{_AGE}(?P<from>\d{{1,3}}){_YEARS}(?: (?:and up|og oppover))?"
    rf"|(?P<plus>\d{{1,3}}){_YEARS} ?\+{_YEARS}"
)
_BELOW = re.compile(rf"(?:under|below|younger than|yngre enn|<) ?{_AGE}(?P<last>\d{{1,3}}){_YEARS}")
_UP_TO = re.compile(rf"(?:til og med|t\.?o\.?m\.?|≤|<=) ?{_AGE}(?P<last>\d{{1,3}}){_YEARS}")
_OVER = re.compile(rf"(?:over|above|older than|eldre enn|>) ?{_AGE}(?P<first>\d{{1,3}})s?{_YEARS}")


_GROUP = re.compile(
    r"(?:(?:alle|all|voksne|adults|barn|children|personer|people|persons|pasienter|patients|de|those|everybody|everyone)"
    r"(?: som er| who are)? )+(?=\D*\d)"
)


def ages_in_figures(text: str) -> str:
    """The one form of ages in years; what is none is left as it is. ValueProblem where they have two meanings."""
    words = " ".join(text.lower().split())
    if words in _ALL:
        return "all"
    words = _GROUP.sub("", words) if _GROUP.match(words) else words
    if over := _OVER.fullmatch(words):  # of those aged 40, some mean to speak and some do not
        first = int(over["first"])
        raise ValueProblem(Code.TWO_MEANINGS, found=text, one=f"{first}+", other=f"{first + 1}+")
    if (below := _BELOW.fullmatch(words)) and int(below["last"]) > 0:
        return f"0-{int(below['last']) - 1}"
    if up_to := _UP_TO.fullmatch(words):
        return f"0-{up_to['last']}"
    if and_over := _AND_OVER.fullmatch(words):
        return f"{and_over['first'] or and_over['from'] or and_over['plus']}+"
    if band := _BAND.fullmatch(words):
        return f"{band['first']}-{band['last']}"
    one = _ONE.fullmatch(words)
    return text if one is None else one["first"]
