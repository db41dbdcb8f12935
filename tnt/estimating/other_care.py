"""Other care, and beside it the pack's own contacts today. METHOD.md, "What a plain sum leaves out" [ours]."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from tnt.compile.capacity import OtherCareOnLists
from tnt.compile.inputs import Inputs
from tnt.compile.shared.asked_work import SharedWork
from tnt.compile.task_work import TaskWork
from tnt.engine.overlap.lists import list_overlap
from tnt.estimating.task_people import people_by_task
from tnt.result.json_values import plain
from tnt.result.other_care import OtherCare


def other_care(inputs: Inputs) -> dict[str, tuple[OtherCare, ...]]:
    """Role -> what the capacity that decides verdicts sets aside for other contacts; roles without are left out."""
    roles = {} if inputs.capacity is None else inputs.capacity.roles
    return {
        role: tuple(_labelled(inputs, role, one) for one in roles[role].other_care)
        for role in inputs.rules.roles
        if role in roles and roles[role].other_care
    }


def _labelled(inputs: Inputs, role: str, one: OtherCareOnLists) -> OtherCare:
    entry, document = one.entry, one.document
    assert entry.in_pack is not None  # checked
    assert entry.minutes is not None
    is_everywhere = entry.lists == "all"
    return OtherCare(
        id=one.id,
        title=entry.title or one.id,
        contacts_id=document.contacts,
        contacts_title=document.title or document.contacts,
        contacts_per_year=plain(float(one.contacts.sum())),
        in_pack=entry.in_pack.expected,
        in_pack_low=entry.in_pack.low,
        in_pack_high=entry.in_pack.high,
        minutes=entry.minutes.expected,
        hours=plain(float(one.hours.sum())),
        pack_contacts_per_year=_of_pack(inputs, role, document.kinds) if is_everywhere else None,
    )


def _of_pack(inputs: Inputs, role: str, kinds: Collection[str]) -> float | None:
    """Contacts a year of these kinds that are the pack's tasks today, over all lists; those that coincide are one."""
    events = 0.0
    for rule in inputs.rules.rules:
        tasks = rule.recommendation.tasks
        works = [one for one in rule.work_of(role, at_uptake=True) if tasks[one.task].contact in kinds]
        works = [one for one in works if not one.reach.is_one_off and one.supervised is None]
        people = people_by_task(inputs, rule, works) if works else {}
        for work in works:
            if not _is_known(work):
                return None
            of_each = work.reach.events_per_year * work.role_share * (work.current_uptake or 0.0)
            if of_each * work.eligible_share * float(work.cells.any()) == 0:  # whoever they are
                continue
            who = people[work.task, work.band]
            if who.value is None or who.bound != "exact":
                return None
            events += who.value * of_each
    return events - (0.0 if inputs.shared is None else _coinciding(inputs, inputs.shared, role, kinds))


def _is_known(work: TaskWork) -> bool:
    """Whether how many get it today is, and what of it coincides: work without a time is not held against other."""
    return work.current_uptake is not None and (work.hours_per_event is not None or work.activity is None)


def _coinciding(inputs: Inputs, shared: SharedWork, role: str, kinds: Collection[str]) -> float:
    """Events counted twice at today's uptakes: the overlap of hours, had every event an hour."""
    rules = inputs.rules.rules
    counted = np.array(
        [rules[place.rule].recommendation.tasks[place.task].contact in kinds for place in shared.places], dtype=np.bool_
    )
    groups = tuple(one.tasks[counted[one.tasks]] for one in shared.activities if one.role == role)
    groups = tuple(group for group in groups if len(group) > 1)
    if not groups:
        return 0.0
    asked = shared.tasks.asked
    tasks = replace(shared.tasks.regrouped(groups), asked=replace(asked, hours=np.ones_like(asked.hours)))
    return float(list_overlap(inputs.counts, tasks, shared.current_uptake, bounds=False).of_activity[0].sum())
