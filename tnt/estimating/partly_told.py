"""Work of which a part cannot be told: nobody knows how much of it is counted twice, or saved by merged visits.

METHOD.md, "Overlap", "Several tasks in one visit" and "What is never done".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tnt.arrays import Bools
from tnt.compile.rule import Rule
from tnt.compile.rules import Rules
from tnt.compile.shared.visits import kind_of_visit, takes_part
from tnt.compile.task_work import TaskWork


@dataclass(frozen=True)
class PartlyTold:
    """Of one role, the activities several tasks ask for, and the kinds of visit they may fall in, where one of the
    tasks has no time or cannot be told of some list.

    What is known of what they save is a lower bound. `is_between` says that some of it is asked for by several
    recommendations: a change of their uptakes then has no ends.
    """

    activities: frozenset[str] = frozenset()
    visits: frozenset[str] = frozenset()
    is_between: bool = False


def partly_told(rules: Rules, role: str, lacks_lists: Bools, visits: Collection[str]) -> PartlyTold:
    """`lacks_lists` [n]: which rules that ask the role cannot be told of some list; `visits` may be merged."""
    measures = rules.roles[role]
    if not (measures.lacks_time | lacks_lists).any():
        return PartlyTold()
    asked: dict[tuple[str, str], dict[tuple[int, str], bool]] = defaultdict(dict)
    for number, lacks in zip(measures.rules.tolist(), lacks_lists.tolist(), strict=True):
        rule = rules.rules[number]
        for work in rule.work_of(role):
            for by in _work_it_is(rule, work, visits):
                tasks, task = asked[by], (number, work.task)
                tasks[task] = tasks.get(task, not lacks) and work.hours_per_event is not None  # at all ages
    partly = {by: tasks for by, tasks in asked.items() if len(tasks) > 1 and not all(tasks.values())}
    return PartlyTold(
        activities=frozenset(name for what, name in partly if what == "activity"),
        visits=frozenset(name for what, name in partly if what == "visit"),
        is_between=any(len({rule for rule, _ in tasks}) > 1 for tasks in partly.values()),
    )


def _work_it_is(rule: Rule, work: TaskWork, visits: Collection[str]) -> Iterator[tuple[str, str]]:
    if work.activity is not None:
        yield "activity", work.activity
    contact = kind_of_visit(rule, work).contact
    if contact in visits and takes_part(rule, work) and not work.reach.is_one_off:
        yield "visit", contact
