"""The work of a role as terms of drawn numbers.

Weights hold what is not drawn and factors what is, so that at the means of all parameters the terms are the estimate.
A pack without ranges is one term per task without factors.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tnt.analyses.uncertainty.drawn_work import DrawnWork
from tnt.analyses.uncertainty.parameters import ParameterProduct, Parameters
from tnt.compile.cascade import factors_of
from tnt.compile.courses.course import Factor
from tnt.compile.courses.shared_steps import Step, written_of
from tnt.compile.inputs import Inputs
from tnt.compile.people import cells
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.engine.draws.shared.activity import DrawnFactors
from tnt.engine.draws.shared.overlap import drawn_overlap
from tnt.engine.draws.term import Prevalences, Term
from tnt.language.documents.conditions import Condition, Prevalence, SpreadTotal


def terms_of(inputs: Inputs, work: Sequence[DrawnWork], *, at_target: bool) -> list[Term]:
    """The hours of the work: if done to all who are eligible, or `at_target` uptake."""
    rules = inputs.rules
    terms = []
    for one in work:
        condition = int(rules.measures.condition_of[rules.rules[one.rule].eligible])
        whole = one.eligible * one.reach * one.times * one.role_share * one.hours
        whole *= one.uptake if at_target else ParameterProduct(1.0)
        for where, contacts in one.where:
            product = whole * contacts
            terms.append(Term(where * product.constant, condition, one.rule, product.factors))
    return terms


def shared_of(
    inputs: Inputs, role: str, work: Sequence[DrawnWork], prevalences: Prevalences, parameters: Parameters
) -> DrawnOverlap | None:
    """What the role's work counts twice at the target uptake; None where no tasks of it share any."""
    shared = inputs.shared
    mine = [] if shared is None else [at for at, each in enumerate(shared.activities) if each.role == role]
    if shared is None or not mine:
        return None
    known = {(one.rule, one.task, one.band): one for one in work}
    here = np.concatenate([shared.activities[at].tasks for at in mine])
    factors = [DrawnFactors()] * len(shared.names)
    for at in here.tolist():
        one = known[shared.places[at]]
        factors[at] = DrawnFactors(
            asked=(*one.eligible.factors, *one.uptake.factors),
            events=one.times.factors,
            hours=one.hours.factors,
            role_share=one.role_share.factors,
        )
    tasks = shared.tasks.regrouped(tuple(shared.activities[at].tasks for at in mine))
    steps = [_drawn_of(inputs, step, parameters) for step in shared.steps]
    return drawn_overlap(inputs.counts, tasks, shared.target_uptake, factors, steps, prevalences, parameters.numbered)


def _drawn_of(inputs: Inputs, step: Step, parameters: Parameters) -> tuple[int, ...]:
    rule = inputs.rules.rules[step.rule]
    written = [Factor((rule.id, *factor.path), factor.value) for factor in written_of(rule, step)]
    return parameters.product(written).factors


def scaled_activities(inputs: Inputs) -> Iterator[str]:
    """Activities in which registers scale a condition."""
    if inputs.shared is not None:
        scaled = inputs.shared.tasks.people.factor_of >= 0
        yield from (activity.name for activity in inputs.shared.activities if scaled[activity.tasks].any())


def prevalences_of(inputs: Inputs, terms: Sequence[Term], parameters: Parameters) -> Prevalences:
    """Of all conditions; drawn are those that the terms rest on."""
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
    return Prevalences(measures.prevalence, parameter, measures.scaled, measures.combinations, shares)


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
