"""Quantities as people write them, in both languages: `1 h 30 min`, `1 in 20`, `30 minutter i uken`, `85 prosent`."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from tnt import limits
from tnt.diagnostics import Code, ValueProblem
from tnt.written.figures import readings
from tnt.written.less import with_less
from tnt.written.number_words import in_figures

R = TypeVar("R")
_UNITS = {
    "s": "sec secs sek sekund sekunder second seconds",
    "min": "min mins minute minutes minutt minutter minuttar",
    "h": "hr hrs hour hours time timer timar",
    "day": "day dag døgn dagen døgnet",
    "days": "days dager dagar",
    "week": "week uke veke uken uka wk",
    "weeks": "weeks uker veker wks",
    "month": "month måned månad mnd måneden",
    "months": "months måneder månader mths mo mos",
    "year": "year yr år annum året",
    "years": "years yrs",
    "/": "per pr",
    "%": "percent prosent pct pst",
}
_WORDS = {word: unit for unit, words in _UNITS.items() for word in words.split()} | {"t": "h"}
_USUAL = re.compile(
    r"[+-]?\d+(?:\.\d+)? ?(?:%|s|min|h|years?|months?|/ (?:year|month|week|\d+(?: / year)?)|(?:min|h) / (?:year|week))"
    r"|every (?:\d+ (?:year|month|week)s|year|month|week)|once(?: at age \d+)?"
)
_SAYS_TOO_MUCH = (Code.NOT_A_NUMBER, Code.UNKNOWN_UNIT, Code.BAD_FREQUENCY)
_KEPT = {"second", "seconds", "minute", "minutes", "hour", "hours", "yr"}  # known as they are
_WORD = re.compile(r"[^\W\d_]+\.*")
_A_YEAR = re.compile(r"(?<=\S) (?:a|an|each|every|i|om|hver|hvert) (day|week|month|year)\b", re.IGNORECASE)
_YEARLY = re.compile(r"(?<=[\d%‰])(?: og år| (?:årlig|årleg|yearly|annually|per annum))$", re.IGNORECASE)
_ONE_IN = re.compile(r"^(\d[\d.]*) (?:in|of|out of|av) (\d[\d.]*)(?=$| )", re.IGNORECASE)
_PERSON_YEARS = re.compile(r"(?<=\d) ?(?:person[- ]?years?|personår)\b", re.IGNORECASE)
_ISO_TIME = re.compile(r"PT(?=\d)(?:(?P<h>\d{1,4})H)?(?:(?P<min>\d{1,4})M)?", re.IGNORECASE)
_H_AND_MIN = re.compile(r"(?P<h>\d{1,4}) ?(?:h|hours?)(?: and| og|,)? ?(?P<min>[0-5]?\d)(?: ?(?:min|minutes?))?")


def is_usual(text: str) -> bool:
    """Whether a text is in its one form for certain. Most are, and need not be looked at word by word."""
    return _USUAL.fullmatch(text) is not None


def plain(text: str) -> str:
    """The one form of a quantity; text that is none is left as it is. ValueProblem where a figure has two."""
    found = readings(text)
    if len(found) > 1:
        one, other = map(_in_words, found)
        raise ValueProblem(Code.TWO_MEANINGS, found=text.strip(), one=one, other=other)
    return _in_words(found[0])


def reads_plain(read: Callable[[Any], R]) -> Callable[[Any], R]:
    """A reader of the one form as a reader of what people write; its problems say what was written."""

    @wraps(read)
    def reader(value: Any) -> R:
        if not isinstance(value, str) or is_usual(value) or len(value) > limits.QUANTITY_CHARACTERS:
            return read(value)
        found = tuple(dict.fromkeys(_in_words(each) for each in readings(value)))
        possible = found if len(found) == 1 else tuple(each for each in found if _is_read(read, each))
        if len(found) > 1 and len(possible) != 1:
            raise ValueProblem(Code.TWO_MEANINGS, found=value.strip(), one=found[0], other=found[1])
        if len(found) > 1:
            raise ValueProblem(Code.NOT_A_NUMBER, possible[0], found=value.strip())
        try:
            return read(found[0])
        except ValueProblem as problem:
            raise with_mend(as_written(problem, value), value, reader) from None

    return reader


def with_mend(problem: ValueProblem, text: str, read: Callable[[str], object]) -> ValueProblem:
    """The problem with what the text may come to, where it has no suggestion and too much is said."""
    if problem.suggestion is not None or problem.code not in _SAYS_TOO_MUCH:
        return problem
    meant = next((less for less in with_less(text) if _is_read(read, less)), None)
    return ValueProblem(problem.code, meant, **problem.values)


def as_written(problem: ValueProblem, text: str) -> ValueProblem:
    """The problem with what the writer wrote in place of its one form."""
    values = dict(problem.values)
    if "found" in values and problem.code is not Code.TEXT_TOO_LONG:
        values["found"] = text.strip()
    return ValueProblem(problem.code, problem.suggestion, **values)


def _is_read(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except ValueProblem:
        return False
    return True


@lru_cache(maxsize=1024)
def _in_words(text: str) -> str:
    """Remembered: what cannot be read is looked at several times, in search of what was meant."""
    text = in_figures(text)
    text = re.sub(r"\bper cent\b", "%", text, flags=re.IGNORECASE)
    text = re.sub(r"(?<=\d) ?‰", " / 1000", text)
    text = _ONE_IN.sub(r"\1 / \2", _PERSON_YEARS.sub(" / year", text))
    if time := _ISO_TIME.fullmatch(text):
        return _minutes(time)
    text = _A_YEAR.sub(r" / \1", _WORD.sub(_unit, _YEARLY.sub(" / year", text)))
    time = _H_AND_MIN.fullmatch(text)
    return text if time is None else _minutes(time)


def _unit(found: re.Match[str]) -> str:
    word = found[0].rstrip(".")
    if len(word) == 1 and word != "t":
        return word if word in "hs" else found[0]
    meant = _WORDS.get(word.lower())
    if meant is None:
        return found[0]
    return word.lower() if word.lower() in _KEPT else meant


def _minutes(time: re.Match[str]) -> str:
    return f"{60 * int(time['h'] or 0) + int(time['min'] or 0)} min"
