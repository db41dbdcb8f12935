"""What tasks take together of somebody of whom all is known: METHOD, "Overlap", "Several tasks in one visit"."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from typing import Any

from tests.oracle.overheads import travel
from tests.oracle.quantities import minutes, plain, share
from tests.oracle.who_does import minutes_of_one, split

Document = dict[str, Any]
Asked = tuple[Document, float, int]
"""A task, how often a year it is asked, and the person's age."""


def hours_of_shared(asked: list[Asked], rules: Document, luck: random.Random) -> Iterator[tuple[str, float]]:
    """Hours by role. Where all tasks of an activity are split in one way they are split once, else by chance."""
    every = [task for rule in rules.values() for task in rule["tasks"].values() if "activity" in task]
    for activity in sorted({task["activity"] for task in every}):
        mine = [split(task) for task in every if task["activity"] == activity]
        for role in sorted({role for shares in mine for role in shares}):
            here = [one for one in asked if one[0].get("activity") == activity and role in split(one[0])]
            if len({tuple(sorted(shares.items())) for shares in mine if role in shares}) == 1:
                yield role, _together(here, role) * split(here[0][0])[role] if here else 0.0
            else:
                yield role, _together([one for one in here if luck.random() < split(one[0])[role]], role)


def saved_by_visits(
    asked: list[Asked], rules: Document, capacity: Document | None, luck: random.Random
) -> Iterator[tuple[str, float]]:
    """Hours by role that merged visits save: of each activity's visits alone, less those of all tasks."""
    every = [task for rule in rules.values() for task in rule["tasks"].values() if "frequency" in task]
    for role, entry in (capacity or {"roles": {}})["roles"].items():
        for contact, visit in entry.get("visits", {}).items():

            def takes_part(task: Document, role: str = role, contact: str = contact) -> bool:
                return "frequency" in task and task.get("contact", "consultation") == contact and role in split(task)

            here, mine = [one for one in asked if takes_part(one[0])], [task for task in every if takes_part(task)]
            alone = 0.0
            for name in sorted({task["activity"] for task in mine if "activity" in task}):
                alone += _visits(
                    [one for one in here if one[0].get("activity") == name],
                    [task for task in mine if task.get("activity") == name],
                    role,
                    minutes(visit["fixed"]),
                    luck,
                )
            for one in here:
                if "activity" not in one[0]:
                    alone += _visits([one], [one[0]], role, minutes(visit["fixed"]), luck)
            yield role, share(visit["merged"]) * (alone - _visits(here, mine, role, minutes(visit["fixed"]), luck))


def _visits(here: list[Asked], every: list[Document], role: str, fixed: float, luck: random.Random) -> float:
    """Hours of these tasks, no longer than what is spent once."""
    if not here:
        return 0.0
    if len({tuple(sorted(split(task).items())) for task in every}) == 1:
        return _together(here, role, fixed) * split(here[0][0])[role]
    return _together([one for one in here if luck.random() < split(one[0])[role]], role, fixed)


def _together(asked: list[Asked], role: str, most_minutes: float = math.inf) -> float:
    """The rarer events fall together with events of the others; where they do, the longest is done."""
    events = [
        (
            often,
            min(
                (most_minutes + travel(task, role)) / float(plain(task.get("group_size", 1))),
                minutes_of_one(task, role, age),
            ),
        )
        for task, often, age in asked
    ]
    hours, least_often = 0.0, 0.0
    while events:
        rarest = min(often for often, _ in events)
        hours += (rarest - least_often) * max(length for _, length in events) / 60
        least_often = rarest
        events = [one for one in events if one[0] > rarest]
    return hours
