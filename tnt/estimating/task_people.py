"""The people and hours of single tasks, which an estimate never needs one by one: for explanations and surveys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from tnt.compile.inputs import Inputs
from tnt.compile.people import cells
from tnt.compile.rule import Rule
from tnt.compile.task_work import TaskWork
from tnt.engine.hours.fold import fold
from tnt.engine.hours.totals import list_totals
from tnt.engine.people.counts import Measures
from tnt.language.values.ages import Ages
from tnt.result.bounded import Bounded, at_least


def people_by_task(inputs: Inputs, rule: Rule, works: Iterable[TaskWork]) -> dict[tuple[str, int], Bounded]:
    """Eligible people in the ages of each task of a rule (before its reach) and band, or their baseline contacts a
    year; unknown where they cannot be estimated, and at least so many where not all of them can."""
    rules = inputs.rules.measures
    places = {(work.task, work.band): work.cells * work.eligible_share for work in works}
    names = {name: at for at, name in enumerate(inputs.rules.conditions)}
    named = [names[name] for name in rule.conditions]  # the others cost as much, each time
    at = int(rules.condition_of[rule.eligible])
    combinations = (rules.combined[at].of(named),) if at in rules.combined else ()
    columns = [*named, *([at] if combinations else [])]
    condition = np.full(len(places), len(columns) - 1)  # the last, or none
    weights = np.array(list(places.values())).T
    measures = Measures(weights, condition, rules.prevalence[:, columns], rules.scaled[columns], combinations)
    counts = inputs.counts.of_conditions(named)
    totals = list_totals(counts, fold(measures, counts), np.zeros((len(places), 1)))
    nowhere, lacks_some = totals.missing_lists[0] >= inputs.counts.length, totals.lacking_lists[0] > 0
    people = totals.by_measure[0]
    return {
        task: Bounded(None) if nowhere[at] else at_least(float(people[at]), bool(lacks_some[at]))
        for at, task in enumerate(places)
    }


def of_ages(works: Iterable[TaskWork], ages: Ages) -> list[TaskWork]:
    """The work that is done for people of some ages, as it is for them."""
    inside = cells("all", ages)
    return [replace(work, cells=work.cells * inside) for work in works if work.cells[inside].any()]


def task_hours(work: TaskWork, people: Bounded) -> Bounded:
    """Hours a year of so many eligible people if all get it, what is done once included."""
    if people.value is None or work.hours_per_event is None:
        return Bounded(None)
    events = work.reach.events_per_year + work.reach.one_off_events
    return Bounded(people.value * events * work.hours_per_event, people.bound)
