"""Which clusters of conditions decide how much work is shared, or who has several conditions. METHOD.md, "Diseases
cluster"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from tnt.compile.capacity import Capacity
from tnt.compile.rule import Rule
from tnt.compile.rules import Rules
from tnt.compile.shared.asked_work import SharedWork
from tnt.compile.shared.visits import kind_of_visit, takes_part
from tnt.language.documents.combined import connects


def clusters_of_activities(work: SharedWork | None, role: str | None = None) -> set[int]:
    """Those of which an activity (or kind of visit) of some role, or of one, asks people with several conditions; by
    the engine's numbers."""
    by_role = {} if work is None else work.clusters_by_role
    return set().union(*(found for each, found in by_role.items() if role in (None, each)))


def clusters_used(rules: Rules, *shared: SharedWork | None) -> list[str]:
    """Those that combined conditions or any of some shared work rests on, by id."""
    found = {at for one in rules.measures.combinations for at in one.clusters.places}
    found = found.union(*map(clusters_of_activities, shared))
    return [name for at, name in enumerate(rules.clusters) if at in found]


def shares_unconnected(rules: Rules, capacity: Capacity | None) -> bool:
    """Whether two recommendations for different conditions, that no cluster connects, share an activity or visits."""
    groups: dict[tuple[str, ...], set[frozenset[str]]] = {}
    for rule in rules.rules:
        for name in _shared_by(rule, capacity) if rule.conditions else ():
            groups.setdefault(name, set()).add(frozenset(rule.conditions))
    clusters = tuple(rules.clusters.values())
    return any(not connects(clusters, one, other) for group in groups.values() for one, other in combinations(group, 2))


def _shared_by(rule: Rule, capacity: Capacity | None) -> Iterator[tuple[str, ...]]:
    """The activities and kinds of visit of a recommendation's work, each with its role."""
    roles = {} if capacity is None else capacity.roles
    for work in rule.work:
        if work.activity is not None:
            yield "activity", work.role, work.activity
        if work.role in roles and takes_part(rule, work):
            kind = kind_of_visit(rule, work)
            if kind.contact in roles[work.role].visits:
                yield "visit", *kind
