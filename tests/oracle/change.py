"""The change from today, as far as it is known: METHOD "Hours" and "What is never done".

Today's uptake lies between nobody and everybody where it is not stated. What has no time, or cannot be told of a list,
takes some hours more than nothing, nobody knows how many.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable

from tests.oracle.cascade import Document, is_one_off
from tests.oracle.slow import Work, hours_per_list
from tests.oracle.unknowns import complete_sum, known_sum
from tests.oracle.uptake import EVERYBODY, NOBODY, exceeds
from tests.oracle.visits import takes_part

Ends = tuple[float, float]
"""The least and the most it may be, infinite where nobody knows."""


def is_partly_known(work: Work, role: str) -> bool:
    mine = work.roles[role]
    return mine.a_time_missing or complete_sum(mine.yearly_hours) is None


def change(work: Work, role: str, rows: Iterable[int]) -> Ends:
    """Of the lists of these rows, as far as their hours are known."""
    mine, on = work.roles[role], list(rows)

    def known(hours: list[float | None]) -> float:
        return known_sum([hours[row] for row in on]) or 0.0

    aimed_at = known(mine.required_hours)
    if work.current is None:
        ends = aimed_at - known(hours_per_list(work, role)), aimed_at
    elif work.current_is_at_most:
        ends = aimed_at - known(mine.current_hours), aimed_at
    else:
        ends = (aimed_at - known(mine.current_hours),) * 2
    if not is_partly_known(work, role):
        return ends
    gives_back = exceeds(work.current or EVERYBODY, work.target)
    adds = exceeds(work.target, NOBODY if work.current is None or work.current_is_at_most else work.current)
    return -math.inf if gives_back else ends[0], math.inf if adds else ends[1]


def tells_something(work: Work, hours: float | None) -> bool:
    """Whether anything of the least change is known: hours and today's uptake."""
    return hours is not None and work.current is not None


def added(changes: list[Ends], twice: Ends, *, tells: bool, of_any: bool, is_shared: bool) -> tuple[float | None, ...]:
    """The least and the most of all changes, less what each counts twice; None where it has no end, or nothing is
    known. `is_shared`: work that is partly known is also asked for by others, so that nobody knows what it adds."""
    ends = zip(zip(*changes, strict=True), twice, strict=True)
    least, most = (sum(end) - less for end, less in ends) if changes else (0.0, 0.0)
    return (
        None if is_shared or not tells or least == -math.inf else least,
        None if is_shared or not of_any or most == math.inf else most,
    )


def partly_shared(guidelines: list[Document], works: list[Work], role: str) -> list[set[str]]:
    """Of each piece of work that several tasks of the role are and that is known in part: who asks for it."""
    return _known_in_part(guidelines, works, role, lambda one, name: one["tasks"][name].get("activity"))


def partly_merged(guidelines: list[Document], works: list[Work], role: str, visits: Document) -> list[set[str]]:
    """Of each kind of visit that several tasks may fall in and that is known in part: who asks for them."""

    def kind(recommendation: Document, name: str) -> str | None:
        task = recommendation["tasks"][name]
        contact: str = task.get("contact", "consultation")
        return (
            contact
            if contact in visits and takes_part(recommendation, name) and not is_one_off(recommendation, name)
            else None
        )

    return _known_in_part(guidelines, works, role, kind)


def _known_in_part(
    guidelines: list[Document], works: list[Work], role: str, what: Callable[[Document, str], str | None]
) -> list[set[str]]:
    untold = {work.id for work in works if role in work.roles and complete_sum(work.roles[role].yearly_hours) is None}
    asking: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for guideline in guidelines:
        for name, recommendation in guideline["recommendations"].items():
            by = f"{guideline['guideline']}/{name}"
            for task_id, task in recommendation["tasks"].items():
                work = what(recommendation, task_id)
                if work is not None and (role == task.get("role") or role in task.get("roles", {})):
                    asking[work].append((by, task["time"] is None or by in untold))
    return [
        {by for by, _ in tasks} for tasks in asking.values() if len(tasks) > 1 and any(unknown for _, unknown in tasks)
    ]
