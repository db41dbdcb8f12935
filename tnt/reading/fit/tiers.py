"""Which tier of priorities each recommendation belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tnt.language.base import Text
from tnt.language.documents.fit.priorities import PrioritiesDocument, Tier
from tnt.language.documents.guideline import Recommendation


@dataclass(frozen=True)
class Tiers:
    """Recommendations in the order in which they are given room. Each is in one place."""

    kept: tuple[str, ...]
    """In whatever they take: those that are to be kept, and those of strength legal."""
    tiers: tuple[tuple[Text | None, tuple[str, ...]], ...]
    """Title and recommendations of each tier, those kept left out; a tier may be empty."""
    unnamed: tuple[str, ...]
    """In no tier, since none is the rest: not chosen, and said."""


def tiers_of(priorities: PrioritiesDocument, recommendations: Mapping[str, Recommendation]) -> Tiers:
    """Each recommendation, by its full id, in the first tier that names it."""
    kept = [name for name, rec in recommendations.items() if name in priorities.kept or rec.strength == "legal"]
    left = dict.fromkeys(name for name in recommendations if name not in kept)
    named = [_taken(tier, left, recommendations) for tier in priorities.tiers]
    rest = tuple(left)
    filled = [rest if tier.rest else names for tier, names in zip(priorities.tiers, named, strict=True)]
    titles = [tier.title for tier in priorities.tiers]
    is_rest_named = any(tier.rest for tier in priorities.tiers)
    return Tiers(tuple(kept), tuple(zip(titles, filled, strict=True)), () if is_rest_named else rest)


def _taken(tier: Tier, left: dict[str, None], recommendations: Mapping[str, Recommendation]) -> tuple[str, ...]:
    """Those that a tier names, taken from what is left."""
    taken = tuple(_among(tier, left, recommendations))
    for name in taken:
        del left[name]
    return taken


def _among(tier: Tier, left: Iterable[str], recommendations: Mapping[str, Recommendation]) -> Iterable[str]:
    named = {key: frozenset(names) for key, names in tier.named.items()}
    for name in left:
        said = {
            "recommendations": name,
            "guidelines": name.partition("/")[0],
            "strength": recommendations[name].strength,
        }
        if any(said[key] in names for key, names in named.items()):
            yield name
