"""Clusters: diseases of which people who have one have another more often."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tnt.language.base import Id, Part, Text
from tnt.language.values.number import Correlation, Number


class Cluster(Part):
    """Conditions that people have together more often than chance says. It changes how much work recommendations for
    different conditions of it share, and how many have several of them at once; never one recommendation alone."""

    title: Text | None = None
    """Name of the cluster; the id where left out."""
    conditions: list[Id]
    """Ids of its conditions, two or more: `[copd, asthma]`. A condition is in one cluster at most."""
    correlation: Number[Correlation]
    """The tetrachoric correlation of any two of them within a sex and year of age, from 0 (independent) to 0.9: `0.3`,
    or low, mean and high. Correlations across all ages are higher, as age is behind a part of them."""
    note: Text | None = None
    """What a reader must know."""


def connects(clusters: Iterable[Cluster], one: Collection[str], other: Collection[str]) -> bool:
    """Whether a cluster has conditions among the one and others among the other."""
    return any(
        bool(mine) and bool(theirs) and len(mine | theirs) > 1
        for mine, theirs in (({*one} & {*each.conditions}, {*other} & {*each.conditions}) for each in clusters)
    )


def in_one(clusters: Iterable[Cluster], conditions: Collection[str]) -> bool:
    """Whether one cluster has all of the conditions."""
    return any({*conditions} <= {*each.conditions} for each in clusters)
