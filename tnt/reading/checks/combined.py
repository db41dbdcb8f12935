"""Conditions put together, in a recommendation or in a cluster, and several groups of people in one recommendation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place
from tnt.language.base import Document
from tnt.language.documents.combined import ConditionInWords
from tnt.language.documents.conditions import ConditionsDocument
from tnt.language.documents.guideline import Population, Recommendation
from tnt.language.values.ages import Ages
from tnt.language.values.by_age import BY_AGE, ByAge
from tnt.reading.documents import Loaded
from tnt.reading.names import KnownNames
from tnt.reading.yaml.tree import KeyPath


def groups_with_paths(rec: Recommendation) -> Iterator[tuple[Population, KeyPath]]:
    """Each group of people a recommendation is for, and where it stands within the recommendation."""
    if rec.populations is None:
        yield rec.population, ("population",)
    for number, group in enumerate(rec.populations or ()):
        yield group, ("populations", number)


def conditions_with_paths(rec: Recommendation) -> Iterator[tuple[str, KeyPath]]:
    """Every condition a recommendation names, each time it does, and where."""
    for group, path in groups_with_paths(rec):
        if group.condition is not None:
            yield from _named(group.condition, (*path, "condition"))


def _named(condition: ConditionInWords, path: KeyPath) -> Iterator[tuple[str, KeyPath]]:
    if isinstance(condition, str):
        yield condition, path
    elif condition.not_ is not None:
        yield from _named(condition.not_, (*path, "not"))
    else:
        key = "any" if condition.any is not None else "all"
        for number, part in enumerate(condition.parts):
            yield from _named(part, (*path, key, number))


def check_combined(
    loaded: Loaded[Document], rec_id: str, rec: Recommendation, entries: KnownNames, registers: KnownNames
) -> Iterator[Diagnostic]:
    """What cannot be put together: conditions without a prevalence, too many of them, and new cases of several
    groups. `entries` are the conditions with a prevalence."""
    at = ("recommendations", rec_id)
    if not rec.is_combined:
        return
    for name, path in conditions_with_paths(rec):
        if name not in entries and name in registers:
            yield Diagnostic(Code.REGISTER_COMBINED, loaded.place(*at, *path), {"id": name})
    if len(rec.conditions) > limits.CONDITIONS_COMBINED:
        _, path = list(conditions_with_paths(rec))[-1]
        values = {"count": str(len(rec.conditions)), "most": str(limits.CONDITIONS_COMBINED)}
        yield Diagnostic(Code.TOO_MANY_COMBINED, loaded.place(*at, *path), values)
    for group, path in groups_with_paths(rec):
        if rec.populations is not None and group.incidence is not None:
            yield Diagnostic(Code.INCIDENCE_OF_GROUPS, loaded.place(*at, *path, "incidence", key=True))
        if rec.populations is not None and isinstance(group.ages, Ages) and group.ages.in_months:
            yield Diagnostic(Code.MONTHS_OF_GROUPS, loaded.place(*at, *path, "ages"), {"ages": str(group.ages)})
        if rec.populations is not None and isinstance(group.share, ByAge):
            yield Diagnostic(Code.BY_AGE_OF_GROUPS, loaded.place(*at, *path, "share", BY_AGE, key=True))


def check_clusters(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """What is wrong with the clusters of files given together; each condition that is named again is told once, beside
    the first."""
    first: dict[str, tuple[str, Place]] = {}
    for loaded in documents:
        if not isinstance(loaded.document, ConditionsDocument):
            continue
        for name, cluster in loaded.document.clusters.items():
            at, named = ("clusters", name, "conditions"), set(cluster.conditions)
            if len(named) < 2:
                yield Diagnostic(Code.CLUSTER_OF_ONE, loaded.place(*at), {"id": name})
            if len(named) > limits.CONDITIONS_IN_CLUSTER:
                values = {"count": str(len(named)), "most": str(limits.CONDITIONS_IN_CLUSTER)}
                yield Diagnostic(Code.CLUSTER_TOO_LARGE, loaded.place(*at), values)
            for number, condition in enumerate(cluster.conditions):
                place = loaded.place(*at, number)
                cluster_of, related = first.setdefault(condition, (name, place))
                if related != place and len(named) > 1:
                    values = {"id": condition, "cluster": name, "other": cluster_of}
                    yield Diagnostic(Code.CONDITION_IN_CLUSTERS, place, values, related=(related,))
