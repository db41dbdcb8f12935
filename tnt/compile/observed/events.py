"""How often work is done of the reference population if everyone eligible gets it, and how often at less."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Floats
from tnt.compile.rule import Rule
from tnt.compile.rules import Rules
from tnt.compile.shared.asked_work import AskedTask, SharedWork, are_several, asked_tasks, shared_work_of
from tnt.compile.task_work import TaskWork
from tnt.engine.hours.fold import fold
from tnt.engine.overlap.observed import events_counted_twice, uptake_of
from tnt.engine.people.cells import CELLS, of_cells
from tnt.engine.people.counts import ListCounts

Works = Sequence[tuple[int, TaskWork]]
"""Tasks with the numbers of their recommendations, each once for every role that does a share."""


def as_one_list(reference: Floats, people: float) -> ListCounts:
    """So many people, by sex and age as the reference population [2, ages]; without registers."""
    by_cell = of_cells(reference)
    return ListCounts(by_cell[None] * (people / by_cell.sum()), np.eye(CELLS))


@dataclass(frozen=True)
class Events:
    """Events a year of some work of the people of a list: `one_by_one` of its tasks if everyone eligible gets it, what
    several tasks ask for counted in each; `shared` are the tasks that may be the same work."""

    counts: ListCounts
    one_by_one: float
    shared: SharedWork | None

    @property
    def if_all(self) -> float:
        """Each counted once."""
        return self.one_by_one - self._counted_twice(1.0)

    def uptake(self, observed: float) -> float:
        """The share of the eligible at which there are so many; `if_all` are above 0."""
        return uptake_of(observed, self.if_all, self.one_by_one, self._counted_twice)

    def _counted_twice(self, uptake: float) -> float:
        return 0.0 if self.shared is None else events_counted_twice(self.counts, self.shared.tasks, uptake)


def events_of(rules: Rules, works: Works, activity: str | None, counts: ListCounts) -> Events | None:
    """Of some tasks, all those of an `activity` where it is one; None where nobody knows how many are eligible."""
    of_rule = [rules.rules[at].eligible for at, _ in works]
    each = [work.cells * (work.eligible_share * work.reach.events_per_year * work.role_share) for _, work in works]
    folded = fold(replace(rules.measures, weights=np.array(each).T, condition_of=_conditions(rules, of_rule)), counts)
    if not folded.estimable[0].all():
        return None
    one_by_one = float((counts.everybody @ folded.strata_weights).sum())
    return Events(counts, one_by_one, None if activity is None else _shared(rules, activity, counts))


def _conditions(rules: Rules, eligible: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    return rules.measures.condition_of[np.array(eligible, dtype=np.intp)]


def _shared(rules: Rules, activity: str, counts: ListCounts) -> SharedWork | None:
    """The tasks of an activity that may coincide: of each role by themselves, as their hours are."""
    asking = [any(work.activity == activity for work in rule.work_at_uptake) for rule in rules.rules]
    counted = (_an_hour_an_event(rule) if asks else rule for rule, asks in zip(rules.rules, asking, strict=True))
    rules = replace(rules, rules=tuple(counted))
    of_role: dict[str, list[AskedTask]] = defaultdict(list)
    for task in asked_tasks(rules, lambda rule, work: work.activity == activity):
        of_role[task.work.role].append(task)
    groups = [(activity, role, tasks) for role, tasks in of_role.items() if are_several(tasks)]
    return shared_work_of(rules, counts, fold(rules.measures, counts), groups) if groups else None


def _an_hour_an_event(rule: Rule) -> Rule:
    """The same with an hour for each event, so that hours are events, also of what has no time."""
    works = tuple(replace(work, hours_per_event=work.role_share) for work in rule.work_at_uptake)
    roles = {role: replace(columns, yearly=rule.eligible) for role, columns in rule.roles.items()}
    return replace(rule, work_at_uptake=works, roles=roles)
