"""The work of a role as terms of drawn numbers.

Weights hold what is not drawn and factors what is, so that at the means of all parameters the terms are the estimate.
A pack without ranges is one term per task without factors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np

from tnt.arrays import Ints
from tnt.compile.cascade import factors_of
from tnt.compile.courses.course import Factor
from tnt.compile.courses.shared_steps import Step, written_of
from tnt.compile.inputs import Inputs
from tnt.compile.people import cells
from tnt.compile.shared.asked_work import SharedWork
from tnt.compile.shared.clusters import clusters_of_activities
from tnt.drawn.parameters import ParameterProduct, Parameters, added, as_factors
from tnt.drawn.work import DrawnWork
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.engine.draws.shared.activity import DrawnActivity, DrawnFactors
from tnt.engine.draws.shared.overlap import asked_of, drawn_overlap
from tnt.engine.draws.shared.visits import DrawnVisit, drawn_visits
from tnt.engine.draws.term import Prevalences, Term
from tnt.engine.overlap.visits import saved_by_visits
from tnt.language.documents.conditions import Condition, Prevalence, SpreadTotal


def terms_of(inputs: Inputs, work: Sequence[DrawnWork], *, at_target: bool) -> list[Term]:
    """The hours of the work: if done to all who are eligible, or `at_target` uptake."""
    rules = inputs.rules
    terms = []
    for one in work:
        condition = int(rules.measures.condition_of[rules.rules[one.rule].eligible])
        events = one.eligible * one.reach * one.times * one.role_share
        for hours in one.hours:
            whole = events * hours * (one.uptake if at_target else ParameterProduct(1.0))
            for where, contacts in one.where:
                product = whole * contacts
                terms.append(Term(where * product.constant, condition, one.rule, product.factors))
    return terms


WhichUptake = Literal["target_uptake", "current_uptake"]


def shared_of(
    inputs: Inputs,
    role: str,
    work: Sequence[DrawnWork],
    prevalences: Prevalences,
    parameters: Parameters,
    uptake: WhichUptake = "target_uptake",
) -> DrawnOverlap | None:
    """What the role's work counts twice at that uptake of all; None where no tasks of it share any."""
    shared = inputs.shared
    mine = [] if shared is None else [at for at, each in enumerate(shared.activities) if each.role == role]
    if shared is None or not mine:
        return None
    groups = [shared.activities[at].tasks for at in mine]
    factors, steps = shared_factors(inputs, shared, groups, work, parameters)
    return drawn_overlap(
        inputs.counts,
        shared.tasks.regrouped(tuple(groups)),
        getattr(shared, uptake),
        factors,
        steps,
        prevalences,
        parameters.numbered,
    )


def visits_of(
    inputs: Inputs,
    role: str,
    work: Sequence[DrawnWork],
    prevalences: Prevalences,
    parameters: Parameters,
    uptake: WhichUptake = "target_uptake",
) -> DrawnOverlap | None:
    """What the role's merged visits save at that uptake of all; None where no tasks of it may fall in one visit."""
    visits, capacity = inputs.visits, inputs.capacity
    if visits is None or capacity is None:
        return None
    mine = [at for at, each in enumerate(visits.work.activities) if each.role == role]
    if not mine:
        return None
    numbers = {
        (at, key): parameters.factor(
            Factor((capacity.id, "roles", role, "visits", visits.work.activities[at].name, key), value)
        )
        for at in mine
        for key, value in (
            ("fixed", capacity.roles[role].visits[visits.work.activities[at].name].fixed_hours * 60),
            ("merged", capacity.roles[role].visits[visits.work.activities[at].name].merged),
        )
    }
    groups = [visits.work.activities[at].tasks for at in mine]
    factors, steps = shared_factors(inputs, visits.work, groups, work, parameters)
    known = _by_place(work)
    for at, group in zip(mine, groups, strict=True):
        for task in group.tolist():
            one = known[visits.work.places[task]]
            fixed = numbers[at, "fixed"] * ParameterProduct(1 / 60) * one.of_group
            factors[task] = replace(factors[task], spent_once=as_factors(added([fixed, *one.spent_once])))
    of_tasks = getattr(visits.work, uptake)

    def drawn(tasks: Ints) -> DrawnActivity:
        return DrawnActivity(
            visits.work.tasks.regrouped((tasks,)),
            0,
            asked_of(visits.work.tasks, of_tasks),
            factors,
            steps,
            prevalences,
            parameters.numbered,
            inputs.counts,
            visits.fixed_hours,
        )

    alone = list(zip(visits.tasks.alone.column_of.tolist(), visits.tasks.alone.activities, strict=True))
    found = [
        DrawnVisit(
            together=drawn(group),
            alone=[drawn(tasks) for visit, tasks in alone if visit == at],
            merged=numbers[at, "merged"].constant,
            factors=numbers[at, "merged"].factors,
        )
        for at, group in zip(mine, groups, strict=True)
    ]
    means = [parameter.distribution.mean() for parameter in parameters.numbered]
    saved = saved_by_visits(inputs.counts, visits.tasks, of_tasks, bounds=False).on_lists[:, mine]
    return drawn_visits(found, saved, inputs.counts.people.shape[1], means)


def shared_factors(
    inputs: Inputs,
    shared: SharedWork,
    groups: Sequence[Ints],
    work: Sequence[DrawnWork],
    parameters: Parameters,
) -> tuple[list[DrawnFactors], list[tuple[int, ...]]]:
    """The parameters behind the tasks of some groups, none of other tasks; and those behind each step."""
    known = _by_place(work)
    factors = [DrawnFactors()] * len(shared.names)
    for at in np.concatenate(groups).tolist():
        one = known[shared.places[at]]
        factors[at] = DrawnFactors(
            asked=(*one.eligible.factors, *one.uptake.factors),
            events=one.times.factors,
            hours=as_factors(one.hours),
            role_share=one.role_share.factors,
        )
    return factors, [_drawn_of(inputs, step, parameters) for step in shared.steps]


def _by_place(work: Sequence[DrawnWork]) -> dict[tuple[int, str, int], DrawnWork]:
    """The role's own events by the recommendation, the task and the ages."""
    return {(one.rule, one.task, one.band): one for one in work if not one.is_supervision}


def _drawn_of(inputs: Inputs, step: Step, parameters: Parameters) -> tuple[int, ...]:
    rule = inputs.rules.rules[step.rule]
    written = [Factor((rule.id, *factor.path), factor.value) for factor in written_of(rule, step)]
    return parameters.product(written).factors


def scaled_activities(inputs: Inputs) -> Iterator[str]:
    """Activities, and kinds of visit, in which registers scale a condition."""
    for work in (inputs.shared, None if inputs.visits is None else inputs.visits.work):
        if work is not None:
            scaled = work.tasks.people.factor_of >= 0
            yield from (activity.name for activity in work.activities if scaled[activity.tasks].any())


def clusters_of(inputs: Inputs, role: str) -> set[int]:
    """Those that the shared work and the visits of a role rest on, by the engine's numbers."""
    visits = None if inputs.visits is None else inputs.visits.work
    return clusters_of_activities(inputs.shared, role) | clusters_of_activities(visits, role)


def prevalences_of(inputs: Inputs, terms: Sequence[Term], parameters: Parameters, clusters: set[int]) -> Prevalences:
    """Of all conditions; drawn are those that the terms rest on, and how the `clusters` and theirs correlate."""
    measures = inputs.rules.measures
    parameter = np.full(measures.prevalence.shape, -1)
    named = {term.condition for term in terms} - {-1}
    combined = {at: each for at, each in measures.combined.items() if at in named}
    for at in sorted((named - combined.keys()).union(*(each.conditions.tolist() for each in combined.values()))):
        name = inputs.rules.conditions[at]
        if name in inputs.conditions:
            for row, share in _drawn_rows(name, inputs.conditions[name], parameters):
                for factor in share.factors:
                    parameter[cells(row.sex, row.ages), at] = factor
    shares = tuple(
        _group_shares(inputs, at, parameters) if at in combined else (-1,) * len(each.groups)
        for at, each in measures.combined.items()
    )
    clusters = clusters.union(*(each.clusters.places for each in combined.values()))
    correlation = {
        at: factor
        for at, name in enumerate(inputs.rules.clusters)
        if at in clusters
        for factor in parameters.factor(
            Factor(("clusters", name, "correlation"), measures.clusters.correlation[at])
        ).factors
    }
    return Prevalences(measures.prevalence, parameter, measures.scaled, measures.combinations, shares, correlation)


def _drawn_rows(
    name: str, condition: Condition, parameters: Parameters
) -> Iterator[tuple[Prevalence, ParameterProduct]]:
    """Each row with its share: a number of its own, or a part of the total that is spread."""
    path, written = ("conditions", name, "prevalence"), condition.prevalence
    for number, row in enumerate(condition.rows):
        share = row.share.expected
        if isinstance(written, SpreadTotal):
            yield row, parameters.part_of(Factor((*path, "total"), written.total.expected), share)
        else:
            yield row, parameters.factor(Factor((*path, str(number), "share"), share))


def _group_shares(inputs: Inputs, combination: int, parameters: Parameters) -> tuple[int, ...]:
    """The parameter of the share of each group of people, -1 where it is not drawn."""
    rules = inputs.rules
    rule = next(one for one in rules.rules if rules.measures.condition_of[one.eligible] == combination)
    drawn = []
    for number, group in enumerate(rule.recommendation.populations or ()):
        written = factors_of(group.share, rule.id, "populations", str(number), "share")
        drawn.append(next(iter(parameters.product(written).factors), -1))
    return tuple(drawn) or (-1,)
