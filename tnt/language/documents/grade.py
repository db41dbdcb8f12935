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
_DIRECTIONS = {
    **dict.fromkeys(("for", "favour", "favor"), "for"),
    **dict.fromkeys(("against", "mot", "imot"), "against"),
}
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
    *("certainty", "quality", "tillit", "kvalitet", "grade", "in", "of"),
}
"""Words that stand beside a grade and leave it what it is."""
_NUMBERED = {"1": "strong", "2": "weak"}
"""GRADE's numbers, as in `1A`. Others number levels of evidence in the same way, so they are suggested only."""


def strength(value: Any) -> Any:
    """The strength that is meant; what is none comes back as it was. One without a direction is refused."""
    words = _words(value)
    grades = {_GRADES[word] for word in words if word in _GRADES}
    directions = {_DIRECTIONS[word] for word in words if word in _DIRECTIONS}
    says_no_more = all(word in _GRADES or word in _DIRECTIONS for word in words)
    if says_no_more and len(grades) == len(directions) == 1:
        return f"{grades.pop()}-{directions.pop()}"
    numbered = re.fullmatch(r"([12])[a-d]", "".join(words))
    alone = _NUMBERED[numbered[1]] if numbered else grade_alone(value)
    if alone is not None:
        is_norwegian = not {"sterk", "svak", "betinget"}.isdisjoint(words)
        said = alone if numbered else next(word for word in words if word in _GRADES)
        choices = [f"{said}-{direction}" for direction in (("for", "mot") if is_norwegian else ("for", "against"))]
        raise ValueProblem(Code.STRENGTH_WITHOUT_DIRECTION, found=str(value), choices=", ".join(choices))
    return _ALONE.get("-".join(words), value)


def grade_alone(value: Any) -> str | None:
    """`strong` or `weak`, where this is all that is said; None where a direction is said too, or something else."""
    words = _words(value)
    grades = {_GRADES.get(word) for word in words}
    return grades.pop() if len(grades) == 1 else None


def certainty(value: Any) -> Any:
    """The certainty that is meant; what is none comes back as it was."""
    return _CERTAINTIES.get("-".join(_words(value)), value)


def _words(value: Any) -> list[str]:
    if not isinstance(value, str):
        return []
    return [word for word in re.findall(r"\w+", value.casefold().replace("_", " ")) if word not in _SAY_NOTHING]


_STRENGTHS = [f"{grade} {direction}" for grade in _GRADES for direction in ("for", "against", "mot", "imot")]
_STRENGTHS += [f"{grade}{more}" for grade in _GRADES for more in ("", " recommendation", " anbefaling")]
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
