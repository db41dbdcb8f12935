"""Which tasks of a role may fall in one visit: METHOD.md, "Several tasks in one visit" [ours]."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from tnt import limits
from tnt.arrays import Floats, Ints
from tnt.compile.capacity import Capacity, MergedVisit
from tnt.compile.rule import Rule, indices
from tnt.compile.rules import Rules
from tnt.compile.shared.asked_work import AskedTask, SharedWork, are_several, asked_tasks, shared_work_of
from tnt.compile.task_work import TaskWork
from tnt.diagnostics import Code, Diagnostic
from tnt.engine.hours.fold import Folded
from tnt.engine.overlap.lists import SharedTasks
from tnt.engine.overlap.visits import ActivitiesInVisits, VisitTasks, exchanged
from tnt.engine.people.counts import ListCounts
from tnt.language.documents.capacity import CapacityDocument
from tnt.reading.documents import Loaded


class KindOfVisit(NamedTuple):
    """Of one role."""

    role: str
    contact: str


@dataclass(frozen=True)
class VisitWork:
    """All tasks of a pack that may fall in one visit: `work` has one activity a kind of visit and all hours of its
    tasks, `tasks` what the engine needs of them. `alone` names the activities that stand alone there, by the number of
    the kind of visit."""

    work: SharedWork
    tasks: VisitTasks
    fixed_hours: Floats
    """[T] of each event and person those spent once, travel included, if the task is that long."""
    without_overhead: VisitTasks | None
    """The same had they no overhead; None where they have none."""
    alone: tuple[tuple[int, str], ...]


def visit_work(rules: Rules, counts: ListCounts, folded: Folded, capacity: Capacity | None) -> VisitWork | None:
    """On the lists at hand, by the capacity that decides; None where no two tasks may fall in one visit."""
    visits = {} if capacity is None else _visits(capacity)
    found: dict[KindOfVisit, list[AskedTask]] = defaultdict(list)
    for task in asked_tasks(rules, lambda rule, work: takes_part(rule, work) and kind_of_visit(rule, work) in visits):
        found[kind_of_visit(rules.rules[task.rule], task.work)].append(task)
    groups = {kind: tasks for kind, tasks in found.items() if are_several(tasks)}
    if not groups:
        return None
    tasks = [task for group in groups.values() for task in group]
    work = shared_work_of(rules, counts, folded, [(kind.contact, kind.role, group) for kind, group in groups.items()])
    fixed, travel = _hours_spent_once(groups, visits)
    alone = _alone(work, tasks)
    merged = np.array([visits[kind].merged for kind in groups])
    return VisitWork(
        work=work,
        tasks=_visit_tasks(work.tasks, fixed + travel, alone, merged),
        fixed_hours=fixed + travel,
        without_overhead=_visit_tasks(work.without_overhead, fixed, alone, merged)
        if work.overhead_hours.any()
        else None,
        alone=tuple(alone),
    )


def _hours_spent_once(
    groups: Mapping[KindOfVisit, list[AskedTask]], visits: Mapping[KindOfVisit, MergedVisit]
) -> tuple[Floats, Floats]:
    """[T] hours of each event and person that are spent once: what is fixed, and travel."""
    fixed, travel = [], []
    for kind, group in groups.items():
        for task in group:
            in_session = 1.0 if task.work.group_size_of is None else task.work.group_size_of.value
            fixed.append(visits[kind].fixed_hours / in_session)
            overhead = task.work.overhead
            travel.append(0.0 if overhead is None else overhead.travel_minutes / 60 / in_session)
    return np.array(fixed), np.array(travel)


def _visit_tasks(
    tasks: SharedTasks, spent_once: Floats, alone: Mapping[tuple[int, str], Ints], merged: Floats
) -> VisitTasks:
    capped = replace(tasks, asked=replace(tasks.asked, hours=np.minimum(tasks.asked.hours, spent_once)))
    kinds = merged.size
    return VisitTasks(
        together=exchanged(replace(capped, column_of=np.arange(kinds), columns=kinds)),
        alone=exchanged(
            replace(
                capped,
                activities=tuple(alone.values()),
                column_of=indices(visit for visit, _ in alone),
                columns=kinds,
            )
        ),
        merged=merged,
        column_of=tasks.column_of,
        columns=tasks.columns,
    )


def too_many_conditions(file: Loaded[CapacityDocument], rules: Rules, capacity: Capacity) -> Iterator[Diagnostic]:
    """Kinds of visit whose tasks put more conditions together than can be gone through: each doubles the
    combinations."""
    visits, together = _visits(capacity), defaultdict[KindOfVisit, set[str]](set)
    for rule in rules.rules:
        for work in rule.work if rule.recommendation.is_combined else ():
            if takes_part(rule, work):
                together[kind_of_visit(rule, work)].update(rule.conditions)
    for kind, conditions in together.items():
        if kind in visits and len(conditions) > limits.CONDITIONS_TOGETHER:
            place = file.place("roles", kind.role, "visits", kind.contact, key=True)
            values = {"limit": f"{limits.CONDITIONS_TOGETHER}", "what": "conditions-in-visits"}
            yield Diagnostic(Code.TOO_MANY_RULES, place, values)


def takes_part(rule: Rule, work: TaskWork) -> bool:
    """Whether a task may fall in one visit with others. What follows events, however often, has visits of its own; of
    people in some months of a year of age nobody knows which of the year they are. Supervision is no visit of who
    supervises."""
    return (
        work.supervised is None
        and rule.recommendation.tasks[work.task].frequency is not None
        and not rule.has_ages_in_months
    )


def kind_of_visit(rule: Rule, work: TaskWork) -> KindOfVisit:
    """In which visits of its role a task is done."""
    return KindOfVisit(work.role, rule.recommendation.tasks[work.task].contact)


def activities_in_visits(shared: SharedWork, visits: VisitWork) -> ActivitiesInVisits:
    """How the activities of a pack stand to its visits."""
    known = {
        (activity.role, visits.work.places[task]): (number, task)
        for number, activity in enumerate(visits.work.activities)
        for task in activity.tasks.tolist()
    }
    hours = shared.tasks.asked.hours.copy()
    in_part, alone = [], []
    for index, activity in enumerate(shared.activities):
        places = [(activity.role, shared.places[task]) for task in activity.tasks.tolist()]
        taking = [known[place] for place in places if place in known]
        here = indices(task for _, task in taking)
        # Hours that are left fall as hours do only where as many people take part in each event.
        if len(taking) == len(places) and np.ptp(visits.fixed_hours[here]) == 0:
            merged = visits.tasks.merged[taking[0][0]]
            hours[activity.tasks] -= merged * np.minimum(hours[activity.tasks], visits.fixed_hours[here])
        elif taking and (taking[0][0], activity.name) in visits.alone:
            in_part.append(index)
            alone.append(visits.alone.index((taking[0][0], activity.name)))
    return ActivitiesInVisits(
        left=replace(shared.tasks, asked=replace(shared.tasks.asked, hours_left=hours)),
        in_part=indices(in_part),
        alone=indices(alone),
    )


def _visits(capacity: Capacity) -> Mapping[KindOfVisit, MergedVisit]:
    return {
        KindOfVisit(role, contact): visit
        for role, working in capacity.roles.items()
        for contact, visit in working.visits.items()
    }


def _alone(work: SharedWork, tasks: list[AskedTask]) -> dict[tuple[int, str], Ints]:
    """(number of the kind of visit, activity) -> the tasks of it, where they are several."""
    found: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, visit in enumerate(work.activities):
        for task in visit.tasks.tolist():
            if (activity := tasks[task].work.activity) is not None:
                found[number, activity].append(task)
    return {by: np.array(mine) for by, mine in found.items() if are_several([tasks[task] for task in mine])}
