"""What comes on top of a guideline's minutes: METHOD, "Overheads". Each task is told what its roles' working time says.

For every visit that somebody came to, share ÷ (1 − share) are made in vain.
"""

from __future__ import annotations

import copy
from typing import Any

from tests.oracle.quantities import minutes, share

Document = dict[str, Any]
TOLD = "overheads"
"""Key of a task in these documents only: role -> what its working time says, and whether indirect work is added."""


def with_overheads(guidelines: list[Document], capacity: Document | None) -> list[Document]:
    """The same guidelines, each task told of the overhead of every role that has one."""
    roles = {name: role for name, role in (capacity or {"roles": {}})["roles"].items() if "overhead" in role}
    if not roles:
        return guidelines
    told = copy.deepcopy(guidelines)
    for guideline in told:
        for recommendation in guideline["recommendations"].values():
            for task in recommendation["tasks"].values():
                task[TOLD] = {
                    name: role["overhead"]
                    | {
                        "adds_indirect": guideline.get("time_kind") == "face-to-face"
                        and role.get("kind", "all-work") == "all-work"
                    }
                    for name, role in roles.items()
                }
    return told


def without_overhead(capacity: Document | None) -> Document | None:
    """The same working time, of which nothing is said."""
    bare = copy.deepcopy(capacity)
    for role in (bare or {"roles": {}})["roles"].values():
        role.pop("overhead", None)
    return bare


def with_overhead(task: Document, role: str, own: float) -> float:
    """Minutes of an event that take the role `own` minutes."""
    said = _said(task, role)
    whole = own
    if said.get("adds_indirect") and "indirect" in said:
        whole += own * share(said["indirect"])
    return whole + in_vain(task, role) * time_lost(task, role) * own + travel(task, role)


def with_indirect(task: Document, role: str, own: float) -> float:
    """Minutes with a patient who came, without those in vain."""
    said = _said(task, role)
    return own * (1 + share(said["indirect"])) if said.get("adds_indirect") and "indirect" in said else own


def travel(task: Document, role: str) -> float:
    """Minutes of travel for each event, those in vain included."""
    return one_way_and_back(task, role) * (1 + in_vain(task, role))


def one_way_and_back(task: Document, role: str) -> float:
    """Minutes of travel of one visit, made in vain or not."""
    written = _said(task, role).get("travel", {}).get(_contact(task))
    return 0.0 if written is None else minutes(written)


def in_vain(task: Document, role: str) -> float:
    """Visits in vain for each that somebody came to."""
    nobody = chance_of_nobody(task, role)
    return nobody / (1 - nobody)


def chance_of_nobody(task: Document, role: str) -> float:
    """Of a visit, that nobody comes; a session of a group is held."""
    if _contact(task) == "group" or "group_size" in task:
        return 0.0
    no_show = _said(task, role).get("no_show")
    return 0.0 if no_show is None else share(no_show["share"])


def time_lost(task: Document, role: str) -> float:
    """Share of the minutes of a visit in vain."""
    no_show = _said(task, role).get("no_show")
    return 0.0 if no_show is None else share(no_show["time_lost"])


def _said(task: Document, role: str) -> Document:
    said: Document = task.get(TOLD, {}).get(role, {})
    return {} if _contact(task) in ("meeting", "inbox") else said


def _contact(task: Document) -> str:
    return str(task.get("contact", "consultation"))
