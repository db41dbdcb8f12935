"""Which contacts an estimate rests on: those that a demand adds to, and those that time for other care is made of."""

from __future__ import annotations

from collections.abc import Iterable

from tnt.compile.capacity import Capacity
from tnt.compile.rules import Rules


def contacts_used(rules: Rules, capacities: Iterable[Capacity]) -> list[str]:
    """Ids of contacts files, each once: of demands first."""
    demands = [rule.recommendation.demand for rule in rules.rules]
    named = [demand.baseline for demand in demands if demand is not None]
    named += [
        one.document.contacts
        for capacity in capacities
        for role, working in capacity.roles.items()
        if role in rules.roles
        for one in working.other_care
    ]
    return list(dict.fromkeys(named))
