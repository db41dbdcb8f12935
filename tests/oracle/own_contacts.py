"""A pack's own contacts today: the slow calculation of a pack in which every contact of some kinds takes an hour.

What coincides is then one contact, since equal minutes are counted once, and all else takes no time.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import Any

from tests.oracle.expected import Given, expected

Document = dict[str, Any]


def own_contacts(given: Given, role: str, kinds: set[str]) -> float | None:
    """Contacts a year of a role; None where it is not known how many get some of what it does today."""
    guidelines = deepcopy(given.guidelines)
    for document in guidelines:
        for recommendation in document["recommendations"].values():
            for task in recommendation["tasks"].values():
                task["time"] = "60 min" if task.get("contact", "consultation") in kinds else "0 min"
                task.pop("group_size", None)
    total = expected(replace(given, guidelines=guidelines)).total[role]["current_hours"]
    return None if total is None else float(total)
