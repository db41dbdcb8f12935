"""Shared work of which a part cannot be told: nobody knows how much of it is counted twice. METHOD.md, "Overlap" and
"What is never done"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tnt.arrays import Bools
from tnt.compile.rules import Rules


@dataclass(frozen=True)
class PartlyTold:
    """Of one role, the activities several tasks ask for, one of which has no time or cannot be told of some list.

    What is known of their overlap is a lower bound. `is_between` says that some of it is asked for by several
    recommendations: a change of their uptakes then has no ends.
    """

    activities: frozenset[str] = frozenset()
    is_between: bool = False


def partly_told(rules: Rules, role: str, lacks_lists: Bools) -> PartlyTold:
    """`lacks_lists` [n]: which rules that ask the role cannot be told of some list."""
    measures = rules.roles[role]
    if not (measures.lacks_time | lacks_lists).any():
        return PartlyTold()
    asked: dict[str, dict[tuple[int, str], bool]] = defaultdict(dict)
    for rule, lacks in zip(measures.rules.tolist(), lacks_lists.tolist(), strict=True):
        for work in rules.rules[rule].work_of(role):
            tasks, task = asked[work.activity or ""], (rule, work.task)
            tasks[task] = tasks.get(task, not lacks) and work.hours_per_event is not None  # at all ages
    partly = {name: tasks for name, tasks in asked.items() if name and len(tasks) > 1 and not all(tasks.values())}
    return PartlyTold(frozenset(partly), any(len({rule for rule, _ in tasks}) > 1 for tasks in partly.values()))
