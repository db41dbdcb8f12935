"""People as one text names them: `women 15-49`, `kvinner 50–69 år`, `adults`, `women 15-49, 42 / 1000 / year`."""

from __future__ import annotations

import re

from tnt import units
from tnt.diagnostics import ValueProblem
from tnt.language.values.months import ages_or_months
from tnt.language.values.words import SEX_OF_WORD, in_plain

_MOST_WORDS = 4


def sex_and_ages(text: str) -> dict[str, str] | None:
    """What a text says of a sex, of ages, or of both, by key; None where a part of it says neither, or has two
    meanings. Ages in a word are those that would be suggested."""
    words = text.split()
    for count in range(min(len(words), _MOST_WORDS), -1, -1):
        sex = SEX_OF_WORD.get(in_plain(" ".join(words[:count]))) if count else "all"
        if sex is None:
            continue
        ages = "all" if count == len(words) else _ages(" ".join(words[count:]))
        if ages is not None:
            return ({} if ages == "all" and sex != "all" else {"ages": ages}) | ({} if sex == "all" else {"sex": sex})
    return None


def population_meant(text: str) -> dict[str, str] | None:
    """The keys of a population that a text says: who they are, behind commas which share, or how many new cases."""
    meant: dict[str, str] = {}
    for part in re.split(r"[,;]\s+", text):
        said = sex_and_ages(part) or _amount(part)
        if said is None or said.keys() & meant.keys():
            return None
        meant |= said
    return meant


def _ages(text: str) -> str | None:
    try:
        return str(ages_or_months(int(text) if text.isdecimal() else text))
    except ValueProblem as problem:
        return problem.suggestion


def _amount(text: str) -> dict[str, str] | None:
    for key, read in (("incidence", units.incidence), ("share", units.share)):
        try:
            read(text)
        except ValueProblem:
            continue
        return {key: " ".join(text.split())}
    return None
