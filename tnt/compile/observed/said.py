"""What a reader must know of uptakes that follow from what was observed."""

from __future__ import annotations

from collections.abc import Iterator

from tnt.compile.notice import Notice, NoticeCode, RecommendationNames, Share
from tnt.compile.observed.uptake import ObservedUptake
from tnt.compile.rules import Rules
from tnt.language.base import Text


def by_observation(rules: Rules) -> dict[ObservedUptake, list[str]]:
    """Each observation once, in the order of the files, with the recommendations whose uptake follows from it."""
    given: dict[ObservedUptake, list[str]] = {}
    for rule in rules.rules:
        if rule.observed is not None:
            given.setdefault(rule.observed, []).append(rule.id)
    return given


def of_observed(rules: Rules, population: Text) -> Iterator[Notice]:
    """That they are the most the uptakes can be, and of whose ages; what was observed more than if all got it; and what
    gives no uptake."""
    given = by_observation(rules)
    derived = sum(len(names) for one, names in given.items() if one.uptake is not None)
    if derived:
        values = {"count": derived, "of": len(rules.rules), "population": population}
        yield Notice(NoticeCode.OBSERVED, values)
    for one, names in given.items():
        if one.is_more_than_all:
            named = RecommendationNames(tuple(names))
            yield Notice(NoticeCode.OBSERVED_MORE, {"recommendations": named, "share": Share(one.ratio or 0.0)})
    unknown = [name for one, names in given.items() if one.uptake is None for name in names]
    if unknown:
        yield Notice(NoticeCode.OBSERVED_UNKNOWN, {"recommendations": RecommendationNames(tuple(unknown))})
