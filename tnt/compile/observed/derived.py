"""Rules whose uptake of today follows from what was observed. METHOD.md, "What is done today, from activity".

    uptake today = events observed ÷ events of so many people of the reference population if everyone eligible gets it

Of an activity the events are counted once, whoever asks for them, and all its recommendations have the one uptake at
which there are as many as were observed. It is the most it can be: events nobody recommended are counted too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from tnt.arrays import Floats
from tnt.compile.by_age.uptake import CompiledUptake
from tnt.compile.observed.events import Works, as_one_list, events_of
from tnt.compile.observed.uptake import ObservedUptake
from tnt.compile.role_measures import role_measures
from tnt.compile.rule import Rule
from tnt.compile.rules import Rules
from tnt.compile.task_work import TaskWork
from tnt.engine.people.cells import CELLS
from tnt.language.values.observed import Observed


def with_observed(rules: Rules, reference: Floats) -> Rules:
    """The same rules with the uptakes of today that were observed; `reference` [2, ages] are the people by sex and
    age."""
    found: dict[int, ObservedUptake] = {}
    for name, index, observed, works in _observations(rules):
        uptake = _derived(rules, name, index, observed, works, reference)
        found |= {at: uptake for at, _ in works if at not in found}
    if not found:
        return rules
    made = tuple(_with(rule, found[at]) if at in found else rule for at, rule in enumerate(rules.rules))
    return replace(rules, rules=made, roles={role: role_measures(role, made) for role in rules.roles})


def _observations(rules: Rules) -> Iterator[tuple[str, int, Observed, Works]]:
    """Each task that was observed, with its recommendation and all the work that was: of an activity once."""
    told: set[str] = set()
    for index, rule in enumerate(rules.rules):
        for name in rule.recommendation.observed_tasks:
            task = rule.recommendation.tasks[name]
            assert task.observed is not None
            if task.activity not in told:
                told.update([] if task.activity is None else [task.activity])
                yield name, index, task.observed, work_observed(rules, rule.id, name, task.activity)


def work_observed(rules: Rules, rec_id: str, task: str, activity: str | None) -> Works:
    """The yearly work that an observation of a task is of: all that of its activity, where it has one. Supervision is
    no event of its own."""

    def is_it(rule: Rule, work: TaskWork) -> bool:
        alone = rule.id == rec_id and work.task == task
        is_same = alone and work.supervised is None if activity is None else work.activity == activity
        return is_same and not work.reach.is_one_off

    return [(at, work) for at, rule in enumerate(rules.rules) for work in rule.work if is_it(rule, work)]


def _derived(
    rules: Rules, name: str, index: int, observed: Observed, works: Works, reference: Floats
) -> ObservedUptake:
    events, people = (number.expected for number in observed.counts)
    rule = rules.rules[index]
    activity = rule.recommendation.tasks[name].activity
    of_them = events_of(rules, works, activity, as_one_list(reference, people))
    is_told = of_them is not None and of_them.if_all > 0
    return ObservedUptake(
        rule=rule.id,
        task=name,
        activity=activity,
        events=events,
        people=people,
        events_if_all=of_them.if_all if of_them is not None and is_told else None,
        uptake=of_them.uptake(events) if of_them is not None and is_told else None,
    )


def _with(rule: Rule, observed: ObservedUptake) -> Rule:
    """A rule with the uptake of today; it may be nobody, since all that was observed may be of others."""
    now, target = observed.uptake, rule.uptakes.target.share
    if now is None or target is None or rule.uptakes.current is not None:
        return replace(rule, observed=replace(observed, uptake=None))
    uptakes = replace(
        rule.uptakes,
        current=CompiledUptake(now, np.full(CELLS, now)),
        least_change=target - now,
        most_change=target,
    )
    work, at_uptake = (
        tuple(replace(one, current_uptake=now) for one in each) for each in (rule.work, rule.work_at_uptake)
    )
    return replace(rule, observed=observed, uptakes=uptakes, work=work, work_at_uptake=at_uptake)
