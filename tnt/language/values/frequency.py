"""How often: `1 / year`, `every 5 years`, `once`, `once at age 40`."""

import re
from dataclasses import dataclass, field
from typing import Any

from tnt import units
from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.months import ages_or_months, in_months
from tnt.written.often import often
from tnt.written.plain import as_written, with_mend
from tnt.written.several_ages import once_at_each

_ONCE = re.compile(r"once(?:\s+at\s+age\s+(?P<age>\d{1,4})(?:\s+(?P<unit>months?|weeks?))?)?")
_EVERY = re.compile(r"every\s+(?P<period>.+)")
_PER_PERIOD = re.compile(r"(?P<count>\d+(?:\.\d+)?)\s*/\s*(?P<period>\d+(?:\.\d+)?\s+\w+)")
_FOR = re.compile(r"(?P<often>.+?)(?:\s+for|\s+i|\s+in|,)\s+(?P<period>\d+(?:\.\d+)?\s+\w+)")
_THEN = re.compile(r"(?P<first>.{1,60}?)[,;]? (?:deretter|så|derpå|then|followed by|thereafter) .+")
_PER_COURSE = re.compile(
    r"(?P<count>\d+(?:\.\d+)?)\s*(?:/|in the|i)\s*"
    r"(?:pregnancy|episode|course|case|admission|patient|person|birth|illness"
    r"|svangerskap(?:et)?|graviditet|forløp|kur|tilfelle|innleggelse|pasient|fødsel|sykdom)"
)
_EACH_CONTACT = re.compile(
    r"(?:(?:at|ved|på|in|i) )?(?:every|each) time"  # `hver time` is every hour
    r"|(?:(?:(?:once |én gang |en gang )?(?:at|ved|på|in|i) )?(?:every|each|hver|hvert|kvar|kvart|all|alle)"
    r"|(?:1|once|én gang|en gang) ?(?:/|per|pr\.?)) "
    r"(?:consultations?|visits?|contacts?|appointments?|encounters?"
    r"|konsultasjon(?:en|er)?|besøk|kontakt(?:er)?|legetime|gong|gang|kontroll(?:er)?)",
    re.IGNORECASE,
)
"""At each contact, of which nobody has said how many there are."""


@dataclass(frozen=True, slots=True, order=True)
class Frequency:
    """Events per person and year (`every 5 years` is a fifth, in a steady state), or once.

    Once has no rate of its own: one event per new case where the population has an incidence, one event for each person
    who is exactly `at_age` years (6 ÷ 12 for six months), every year, and otherwise one-off work outside the yearly
    hours. `every_years` is the interval where one is written (`every 5 years`): over years it says when, not only how
    often.
    """

    events_per_year: float
    once: bool = False
    at_age: float | None = None
    every_years: float | None = field(default=None, compare=False)


def frequency(value: Any) -> Frequency:
    """Read a frequency; a bare number has no unit and is refused."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise ValueProblem(Code.MISSING_UNIT, f"{value} / year", found=str(value), expected="1 / year")
    if not isinstance(value, str):
        raise ValueProblem(Code.BAD_FREQUENCY, found=str(value))
    written = units.brief(value)
    try:
        return _frequency(often(written))
    except ValueProblem as problem:
        if _EACH_CONTACT.fullmatch(" ".join(written.split())):
            raise ValueProblem(Code.BAD_FREQUENCY, found=written, reason="each-contact") from None
        if each := [_meant(one) for one in once_at_each(written)]:
            raise ValueProblem(Code.SEVERAL_AGES, found=written, each=", ".join(dict.fromkeys(each))) from None
        raise with_mend(as_written(problem, written), written, lambda less: _frequency(often(less))) from None


def _frequency(text: str) -> Frequency:
    if match := _ONCE.fullmatch(text):
        return _once(match["age"], match["unit"], text)
    if match := _FOR.fullmatch(_THEN.sub(r"\g<first>", text)):
        if match.string != text:  # one rhythm after another is one task for each: no one frequency says both
            raise ValueProblem(Code.COURSE, found=text)
        _refuse_course(match["often"], match["period"], text)
    if match := _EVERY.fullmatch(text):
        interval = _period_in_years(match["period"], text)
        return Frequency(1 / interval, every_years=interval)
    if match := _PER_PERIOD.fullmatch(text):
        count = units.number(float(match["count"]))
        return Frequency(units.possible(count / _period_in_years(match["period"], text), text))
    if match := _PER_COURSE.fullmatch(text):
        raise ValueProblem(Code.COURSE, f"{match['count']} / year", found=text)
    if "/" not in text and "%" not in text:
        raise ValueProblem(Code.BAD_FREQUENCY, found=text)
    return Frequency(units.per_year(text))


def _meant(text: str) -> str:
    """A frequency as it is accepted, where another is suggested."""
    try:
        _frequency(text)
    except ValueProblem as problem:
        return problem.suggestion or text
    return text


def _refuse_course(how_often: str, period: str, text: str) -> None:
    """Raises ValueProblem for events that end, such as weekly for 6 weeks, with how many there are, and with how often
    they come and how long where that makes a course."""
    try:
        usual = often(how_often)
        one, years = _frequency(usual), units.course_years(period)
    except ValueProblem:  # no such course: what else it may be is for others to say
        return
    events = round(one.events_per_year * years, 2)
    of_it = {"often": usual, "period": period} if events >= 1 and not one.once else {}
    a_year = usual if years > 1 else f"{events:g} / year"  # no more come in a year than that
    raise ValueProblem(Code.COURSE, None if one.once or not events else a_year, found=text, **of_it)


def _once(age: str | None, unit: str | None, text: str) -> Frequency:
    if age is None:
        return Frequency(1.0, once=True)
    if unit is not None and unit.startswith("week"):
        raise ValueProblem(Code.AGES_IN_WEEKS, f"once at age {in_months(age)}", found=text)
    try:
        return Frequency(1.0, once=True, at_age=ages_or_months(age if unit is None else f"{age} {unit}").start)
    except ValueProblem as problem:
        raise ValueProblem(problem.code, found=text) from None


def _period_in_years(period: str, text: str) -> float:
    try:
        period_in_years = units.years(period if period[0].isdigit() else f"1 {period}")
    except ValueProblem as problem:
        meant = problem.suggestion if re.match(r"\D|[\d.]*[1-9]", period) else None  # no unit makes it come
        suggestion = None if meant is None else f"every {meant if period[0].isdigit() else meant.removeprefix('1 ')}"
        raise ValueProblem(Code.BAD_FREQUENCY, suggestion, found=text) from None
    if period_in_years == 0:
        raise ValueProblem(Code.BAD_FREQUENCY, found=text)
    return period_in_years
