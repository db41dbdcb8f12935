"""Strength and certainty in GRADE's own words, English or Norwegian: `Conditional against`, `svært lav`."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator

from tnt.diagnostics import Code, ValueProblem
from tnt.language.values.words import in_words

Strength = Literal["strong-for", "weak-for", "weak-against", "strong-against", "practice-statement", "legal"]
Certainty = Literal["high", "moderate", "low", "very-low", "not-rated"]

_GRADES = {"strong": "strong", "sterk": "strong", **dict.fromkeys(("weak", "conditional", "svak", "betinget"), "weak")}
_DIRECTIONS = {"for": "for", "against": "against", "mot": "against", "imot": "against"}
_ALONE = {
    **dict.fromkeys(("practice", "good-practice", "best-practice", "god-praksis", "praksis"), "practice-statement"),
    **dict.fromkeys(("legal", "lovkrav", "lovpålagt"), "legal"),
}
_CERTAINTIES = {
    **dict.fromkeys(("high", "høy"), "high"),
    **dict.fromkeys(("moderate", "moderat"), "moderate"),
    **dict.fromkeys(("low", "lav"), "low"),
    **dict.fromkeys(("very-low", "svært-lav", "meget-lav"), "very-low"),
    **dict.fromkeys(("not-rated", "not-graded", "ikke-vurdert", "ikke-gradert"), "not-rated"),
}
_SAY_NOTHING = {
    *("recommendation", "anbefaling", "statement", "point", "clinical", "klinisk"),
    *("certainty", "quality", "tillit", "kvalitet"),
}
"""Words that stand beside a grade and leave it what it is."""


def strength(value: Any) -> Any:
    """The strength that is meant; what is none comes back as it was. One without a direction is refused."""
    words = _words(value)
    grades = [_GRADES[word] for word in words if word in _GRADES]
    directions = [_DIRECTIONS[word] for word in words if word in _DIRECTIONS]
    if len(words) == len(grades) == 1:
        is_norwegian = words[0] in ("sterk", "svak", "betinget")
        choices = [f"{words[0]}-{direction}" for direction in (("for", "mot") if is_norwegian else ("for", "against"))]
        raise ValueProblem(Code.STRENGTH_WITHOUT_DIRECTION, found=str(value), choices=", ".join(choices))
    if len(words) == 2 and len(grades) == len(directions) == 1:
        return f"{grades[0]}-{directions[0]}"
    return _ALONE.get("-".join(words), value)


def certainty(value: Any) -> Any:
    """The certainty that is meant; what is none comes back as it was."""
    return _CERTAINTIES.get("-".join(_words(value)), value)


def _words(value: Any) -> list[str]:
    if not isinstance(value, str):
        return []
    return [word for word in re.findall(r"\w+", value.casefold().replace("_", " ")) if word not in _SAY_NOTHING]


_STRENGTHS = [f"{grade} {direction}" for grade in _GRADES for direction in _DIRECTIONS]
StrengthInWords = Annotated[
    Strength,
    BeforeValidator(strength),
    in_words(
        [*_STRENGTHS, *(word.replace("-", " ") for word in _ALONE)],
        list(get_args(Strength)),
        "conditional for",
        "good practice",
    ),
]
CertaintyInWords = Annotated[
    Certainty,
    BeforeValidator(certainty),
    in_words([word.replace("-", " ") for word in _CERTAINTIES], list(get_args(Certainty)), "very low"),
]
