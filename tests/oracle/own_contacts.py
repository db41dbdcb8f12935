"""A pack's own contacts today: the slow calculation of a pack in which every contact of some kinds takes an hour.

What coincides is then one contact, since equal minutes are counted once, and all else is somebody else's work.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

from tests.oracle.expected import Given, expected
from tests.oracle.overheads import without_overhead
from tests.oracle.quantities import share
from tests.oracle.who_does import parts_of

Document = dict[str, Any]


def own_contacts(given: Given, role: str, kinds: set[str]) -> float | None:
    """Contacts a year of a role; None where it is not known how many get some of what it does today."""
    guidelines = deepcopy(given.guidelines)
    for document in guidelines:
        document["recommendations"] = {
            name: one for name, one in document["recommendations"].items() if not _is_of_nobody_today(one)
        }
        for recommendation in document["recommendations"].values():
            for task in recommendation["tasks"].values():
                task["time"] = "60 min"
                task.pop("group_size", None)
                if task.get("contact", "consultation") not in kinds:  # whoever is asked for it is asked for no contact
                    task.pop("roles", None)
                    task["role"] = "somebody else"
                for part in parts_of(task):  # everybody takes the hour, and supervision is no contact
                    part.pop("minutes_factor", None)
                    part.pop("supervision", None)
    bare = replace(given, guidelines=guidelines, capacity=without_overhead(given.capacity))
    total = expected(bare).total.get(role, {"current_hours": 0.0})["current_hours"]
    return None if total is None else float(total)


def _is_of_nobody_today(recommendation: Document) -> bool:
    """What nobody gets is no contact, whoever they would be."""
    current = recommendation.get("uptake", {}).get("current", "100 %")
    return "by_age" not in current and share(current) == 0
