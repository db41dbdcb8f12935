"""Which tasks of a role are the same work: those that name the same `activity`. METHOD.md, "Overlap" [ours]."""

from __future__ import annotations

from collections import defaultdict

from tnt.compile.rules import Rules
from tnt.compile.shared.asked_work import AskedTask, SharedWork, are_several, asked_tasks, shared_work_of
from tnt.engine.hours.fold import Folded
from tnt.engine.people.counts import ListCounts


def shared_work(rules: Rules, counts: ListCounts, folded: Folded) -> SharedWork | None:
    """What tasks share, on the lists at hand; None where no two tasks of a role name the same activity."""
    sharing: dict[tuple[str, str], list[AskedTask]] = defaultdict(list)
    for task in asked_tasks(rules, lambda rule, work: work.activity is not None):
        sharing[task.work.activity or "", task.work.role].append(task)
    groups = [(activity, role, tasks) for (activity, role), tasks in sharing.items() if are_several(tasks)]
    return shared_work_of(rules, counts, folded, groups) if groups else None
