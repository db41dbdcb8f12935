"""The table of hours per person who benefits on docs/norwegian-pack.md and its Norwegian twin."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from tnt.compile.origins import NumberRecord
from tnt.language.base import in_language
from tnt.language.documents.guideline import Benefit
from tnt.locale import Texts
from tnt.report.benefit_groups import by_outcome, range_text
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.show.roles import staff

WEAKEST_LAST = ("sourced", "derived", "assumption")
WORDS = {
    "en": {
        "count": "{count} of the {all} recommendations have a figure:",
        "head": "| outcome | recommendation | GP hours for one | others' hours | NNT | in | weakest number | source |",
        "sourced": "sourced",
        "derived": "derived",
        "assumption": "assumption",
        "at-least": "at least {hours}",
        "nobody": "none",
        "years": "{years} years",
        "year": "1 year",
    },
    "nb": {
        "count": "{count} av de {all} anbefalingene har et tall:",
        "head": "| utfall | anbefaling | fastlegetimer for én | andres timer | NNT | på | svakeste tall | kilde |",
        "sourced": "hentet fra kilde",
        "derived": "avledet",
        "assumption": "antatt",
        "at-least": "minst {hours}",
        "nobody": "ingen",
        "years": "{years} år",
        "year": "1 år",
    },
}


def benefits(result: Result, stated: Mapping[str, Benefit], numbers: Sequence[NumberRecord], lang: str) -> str:
    """Every recommendation with such hours of the GP: like beside like, and nothing ranked across outcomes."""
    words, texts = WORDS[lang], Texts(lang)
    rows = [
        [
            in_language(group.outcome, lang),
            in_language(one.title, lang),
            _of_the_gp(one, words, texts),
            _of_others(one, words, texts),
            *_effect(stated[one.id], words, texts),
            *_origin(one, numbers, words),
        ]
        for group in by_outcome(result)
        for one in group.recommendations
        if "gp" in one.roles
    ]
    counted = words["count"].format(count=len(rows), all=len(result.recommendations))
    lines = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([counted, "", words["head"], "|---|---|--:|--:|--:|--:|---|---|", *lines])


def _of_the_gp(one: RecommendationResult, words: Mapping[str, str], texts: Texts) -> str:
    """Hours for one person to benefit, with those at the ends of the stated range of the benefit in brackets."""
    gp = one.roles["gp"]
    text = _hours([gp], words, texts)
    has_range = one.has_no_upper_limit or gp.hours_per_person_low is not None or gp.hours_per_person_high is not None
    return f"{text} ({range_text(gp, one, texts)})" if has_range else text


def _of_others(one: RecommendationResult, words: Mapping[str, str], texts: Texts) -> str:
    others = [one.roles[role] for role in staff(one.roles) if role != "gp"]
    return _hours(others, words, texts) if others else words["nobody"]


def _hours(roles: Sequence[RoleHours], words: Mapping[str, str], texts: Texts) -> str:
    text = texts.hours(math.fsum(role.hours_per_person_benefiting or 0.0 for role in roles))
    return words["at-least"].format(hours=text) if any(role.at_least for role in roles) else text


def _effect(benefit: Benefit, words: Mapping[str, str], texts: Texts) -> Iterator[str]:
    """The number needed to treat, or what it is by the risks that are stated, and the years it is of."""
    yield texts.people(1 / _risk_reduction(benefit))
    assert benefit.horizon is not None
    years = benefit.horizon.expected
    yield words["year" if years == 1 else "years"].format(years=texts.number(years, 1 if years % 1 else 0))


def _risk_reduction(benefit: Benefit) -> float:
    if benefit.nnt is not None:
        return 1 / benefit.nnt.expected
    if benefit.risk_reduction is not None:
        return benefit.risk_reduction.expected
    assert benefit.relative_risk is not None
    assert benefit.baseline_risk is not None
    return benefit.baseline_risk.expected * (1 - benefit.relative_risk.expected)


def _origin(one: RecommendationResult, numbers: Sequence[NumberRecord], words: Mapping[str, str]) -> Iterator[str]:
    """The status of the weakest number of the benefit, and who published its numbers when."""
    behind = [number for number in numbers if number.path.startswith(f"{one.id}/benefit/")]
    yield words[max((number.status for number in behind), key=WEAKEST_LAST.index)]
    sources = {number.source.publisher: number.source.year for number in behind if number.source is not None}
    yield ", ".join(f"{publisher} {year}" if year else str(publisher) for publisher, year in sources.items())
