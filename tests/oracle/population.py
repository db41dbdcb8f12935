"""Who a recommendation is for: one population or several, of conditions that may be combined.

Who belongs to two populations is counted once: the shares of populations are independent of one another.
"""

from __future__ import annotations

import json
from math import prod
from typing import Any

from tests.oracle.by_age import at_age
from tests.oracle.clusters import Clusters, Conditions, likely
from tests.oracle.combined import Has, atoms, everything, holds, key
from tests.oracle.conditions import Known, prevalence, those_with
from tests.oracle.people import Cell, PatientList
from tests.oracle.quantities import incidence, share
from tests.oracle.stretches import Stretch, age_months, groups, stretches

Document = dict[str, Any]


def in_group(group: Document, here: Stretch) -> float:
    """Share of the people of a stretch (or of those with the condition) a population is."""
    if group.get("sex", "all") not in ("all", here.sex):
        return 0.0
    months = age_months(str(group.get("ages", "all")))
    within = here.part_within(months[0], months[-1] + 1)
    return within * (share(at_age(group["share"], here.age)) if "share" in group else 1.0)


def has_cases(recommendation: Document) -> bool:
    return "incidence" in recommendation.get("population", {})


def cases_of(recommendation: Document) -> float | None:
    """New cases a year of each who is eligible; None where it is not about new cases."""
    written = recommendation.get("population", {}).get("incidence")
    return None if written is None else incidence(written)


def eligible_in(recommendation: Document, here: Stretch) -> float:
    """Share of those `people_of` counts; new cases a year with an incidence."""
    if "populations" in recommendation:
        return 1.0
    cases = cases_of(recommendation)
    return in_group(recommendation["population"], here) * (1.0 if cases is None else cases)


def eligible(recommendation: Document, cell: Cell) -> float:
    here = stretches(recommendation, cell)
    return sum(eligible_in(recommendation, each) for each in here) / len(here)


def conditions_of(recommendation: Document) -> set[str]:
    return set().union(*(atoms(group.get("condition")) for group in groups(recommendation)))


def name_of(recommendation: Document) -> str:
    """What the people of `people_of` are called: the same for two recommendations that are for the same."""
    if "populations" in recommendation:
        return json.dumps(recommendation["populations"], sort_keys=True)
    return key(recommendation["population"].get("condition"))


def people_of(one: PatientList, recommendation: Document, conditions: Conditions) -> Known:
    """The people of a list with the condition, however it is combined; with several populations all who are eligible.

    Combinations and several populations are of lists with ages.
    """
    written = recommendation.get("population", {}).get("condition")
    if "populations" not in recommendation and (written is None or isinstance(written, str)):
        return with_condition(one, written, conditions)
    if one.people == 0:
        return {}
    if one.by_cell is None:
        return None
    clusters = conditions.clusters
    return {
        cell: people * _share_of(recommendation, cell, chances(one, recommendation, conditions, cell), clusters)
        for cell, people in one.by_cell.items()
        if people
    }


def with_condition(one: PatientList, name: str | None, conditions: Document) -> Known:
    ill = prevalence(conditions[name]) if name in conditions else None
    return those_with(one, name, ill, conditions.get(name, {}))


def chances(one: PatientList, recommendation: Document, conditions: Document, cell: Cell) -> dict[str, float]:
    """Share of a cell's people who have each of the conditions, by the list's registers where it has them."""
    found = {}
    for name in sorted(conditions_of(recommendation)):
        known = one.with_condition.get(name)
        if known is None:
            known = one.with_condition[name] = with_condition(one, name, conditions)
        assert isinstance(known, dict)
        assert one.by_cell is not None
        found[name] = known[cell] / one.by_cell[cell]
    return found


def _share_of(recommendation: Document, cell: Cell, ill: dict[str, float], clusters: Clusters) -> float:
    share = {has: likely(has, tuple(ill.items()), clusters) for has in everything(set(ill))}
    if "populations" not in recommendation:
        written = recommendation["population"]["condition"]
        return sum(each for has, each in share.items() if holds(written, has))
    return sum(each * belonging(recommendation, has, cell) for has, each in share.items())


def belonging(recommendation: Document, has: Has, cell: Cell) -> float:
    """Share eligible of the people of a cell who have just these conditions."""
    here = stretches(recommendation, cell)
    parts = [
        1 - prod(1 - in_group(group, each) for group in groups(recommendation) if holds(group.get("condition"), has))
        for each in here
    ]
    return sum(parts) / len(parts)
