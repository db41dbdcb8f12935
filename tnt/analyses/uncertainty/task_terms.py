"""What is asked of a role, as terms of drawn numbers: the cascade of the estimate, with the drawn means left out.

Weights hold what is not drawn and factors what is, so that at the means of all parameters the terms are the estimate:

    hours of a task = Σ over people of (prevalence x share x probabilities) x (frequency x times x role's share)
                      x minutes ÷ group size ÷ 60 x uptake

Every number in it that has a range is one parameter, numbered once however many tasks it stands in, so that one draw
moves all of them. Those with a fixed value are multiplied into one constant, and a pack without ranges is one term per
task without factors. Shares of roles are the exception: they add up to 1, so only one of them is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tnt.analyses.uncertainty.number_distributions import NumberDistributions
from tnt.arrays import Floats
from tnt.compile.cascade import Factor, cascade, factors_of, people_weights
from tnt.compile.inputs import Inputs
from tnt.compile.people import cells
from tnt.compile.rule import Rule, role_shares
from tnt.distributions.named import Constant, Distribution
from tnt.engine.draws.hours_sum import DrawnOverlap
from tnt.engine.draws.overlap import DrawnFactors, drawn_overlap
from tnt.engine.draws.parameters import Parameter
from tnt.engine.draws.terms import Prevalences, Term
from tnt.engine.draws.transformed import LinearFunction, Reciprocal
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import Task


@dataclass(frozen=True, slots=True)
class ParameterProduct:
    """A number x the product of parameters."""

    constant: float
    factors: tuple[int, ...] = ()

    def __mul__(self, other: ParameterProduct) -> ParameterProduct:
        return ParameterProduct(self.constant * other.constant, (*self.factors, *other.factors))


class Parameters:
    """The parameters of one role, numbered as they are met."""

    def __init__(self, distributions: NumberDistributions) -> None:
        self.numbered: list[Parameter] = []
        self.minutes: set[int] = set()
        """Those that are the minutes of an event."""
        self._distributions = distributions
        self._numbers: dict[tuple[str, str, float | None], int] = {}

    def product(self, factors: Sequence[Factor]) -> ParameterProduct:
        """Of figures, each drawn or not."""
        whole = ParameterProduct(1.0)
        for factor in factors:
            whole *= self.factor(factor)
        return whole

    def factor(self, factor: Factor) -> ParameterProduct:
        """One figure."""
        path = "/".join(factor.path)
        return self._drawn(path, self._distributions.of(path), factor.value)

    def divided_by(self, factor: Factor) -> ParameterProduct:
        """1 ÷ a figure."""
        path = "/".join(factor.path)
        distribution = self._distributions.of(path)
        return self._drawn(path, None if distribution is None else Reciprocal(distribution), 1 / factor.value)

    def time(self, factor: Factor) -> ParameterProduct:
        """Minutes of an event."""
        product = self.factor(factor)
        self.minutes.update(product.factors)
        return product

    def share(self, shares: Mapping[str, Factor], role: str) -> ParameterProduct:
        """The share of one role, of shares that add up to 1.

        The first share with a range is drawn; the others divide what it leaves in the proportions of their means.
        """
        paths = {name: "/".join(factor.path) for name, factor in shares.items()}
        distributions = {name: self._distributions.of(path) for name, path in paths.items()}
        drawn = next((name for name, one in distributions.items() if _varies(one)), None)
        if drawn is None or drawn == role or shares[role].value == 0:
            return self.factor(shares[role])
        one = distributions[drawn]
        assert one is not None  # it varies
        part = shares[role].value / (1 - shares[drawn].value)
        return self._drawn(paths[drawn], LinearFunction(one, -part, part), shares[role].value, part)

    def _drawn(self, path: str, one: Distribution | None, value: float, part: float | None = None) -> ParameterProduct:
        if one is None or not _varies(one):
            return ParameterProduct(value)
        made = (path, type(one).__name__, part)
        if made not in self._numbers:
            self._numbers[made] = len(self.numbered)
            self.numbered.append(Parameter(self._distributions.stream(path), one))
        return ParameterProduct(1.0, (self._numbers[made],))


def _varies(one: Distribution | None) -> bool:
    return one is not None and not isinstance(one, Constant)


@dataclass(frozen=True, slots=True)
class TaskWork:
    """One task with a time that a role does every year.

    `where` are the people of the task [C], 1 or 0, each times what is drawn for them: more than one only where baseline
    contacts are drawn. `people` is the share of them reached, `times` the events of one of them a year, `hours` those
    of an event; `uptake` the target.
    """

    rule: int
    task: str
    where: tuple[tuple[Floats, ParameterProduct], ...]
    people: ParameterProduct
    times: ParameterProduct
    hours: ParameterProduct
    uptake: ParameterProduct


def task_work(inputs: Inputs, role: str, parameters: Parameters) -> Iterator[TaskWork]:
    """Everything yearly that the recommendations ask of a role in a time that is known."""
    for index, rule in enumerate(inputs.rules.rules):
        if role in rule.roles and rule.roles[role].yearly is not None:
            yield from _of_rule(inputs, index, rule, role, parameters)


def _of_rule(inputs: Inputs, index: int, rule: Rule, role: str, parameters: Parameters) -> Iterator[TaskWork]:
    recommendation = rule.recommendation
    population = recommendation.population
    eligible = cells(population.sex, population.ages).astype(np.float64)
    who = [
        *factors_of(population.share, "population", "share"),
        *factors_of(population.incidence, "population", "incidence"),
    ]
    target = factors_of(recommendation.uptake.target, "uptake", "target")
    uptake = ParameterProduct(rule.target_uptake) if not target else parameters.product(_of(rule, target))
    for name, reach in cascade(recommendation, rule.contacts).items():
        task = recommendation.tasks[name]
        if role not in role_shares(task) or task.time is None or reach.is_one_off:
            continue
        if reach.contacts is None:
            where: tuple[tuple[Floats, ParameterProduct], ...] = (
                (eligible * people_weights(reach), ParameterProduct(1.0)),
            )
        else:
            where = tuple(_by_row(inputs, rule, eligible, parameters))
        yield TaskWork(
            rule=index,
            task=name,
            where=where,
            people=parameters.product(_of(rule, [*who, *reach.reach_of])),
            times=parameters.product(_of(rule, reach.times_of)) * _share(rule, name, task, role, parameters),
            hours=_hours(rule, name, task, parameters),
            uptake=uptake,
        )


def _of(rule: Rule, factors: Sequence[Factor]) -> list[Factor]:
    """The figures of a recommendation by their addresses in the pack."""
    return [Factor((rule.id, *factor.path), factor.value) for factor in factors]


def _share(rule: Rule, name: str, task: Task, role: str, parameters: Parameters) -> ParameterProduct:
    if task.roles is None:
        return ParameterProduct(1.0)
    shares = {
        each: Factor((rule.id, "tasks", name, "roles", each), number.expected) for each, number in task.roles.items()
    }
    return parameters.share(shares, role)


def _hours(rule: Rule, name: str, task: Task, parameters: Parameters) -> ParameterProduct:
    assert task.time is not None
    at = (rule.id, "tasks", name)
    hours = parameters.time(Factor((*at, "time"), task.time.expected)) * ParameterProduct(1 / 60)
    if task.group_size is not None:
        hours *= parameters.divided_by(Factor((*at, "group_size"), task.group_size.expected))
    return hours


def _by_row(
    inputs: Inputs, rule: Rule, eligible: Floats, parameters: Parameters
) -> Iterator[tuple[Floats, ParameterProduct]]:
    """The baseline contacts of those eligible, row by row; in one piece where ages are unknown: nothing is then drawn
    that differs by age."""
    assert rule.contacts is not None
    assert rule.recommendation.demand is not None
    if inputs.counts.split is None:
        yield eligible * rule.contacts, ParameterProduct(1.0)
        return
    document = next(
        each
        for each in (file.document for file in inputs.documents)
        if isinstance(each, ContactsDocument) and each.contacts == rule.recommendation.demand.baseline
    )
    for number, row in enumerate(document.rows):
        here = eligible * cells(row.sex, row.ages)
        if here.any():
            factor = Factor((document.contacts, "rows", str(number), "contacts"), row.contacts.expected)
            yield here, parameters.factor(factor)


def terms_of(inputs: Inputs, work: Sequence[TaskWork], *, at_target: bool) -> list[Term]:
    """The hours of the work: if done to all who are eligible, or `at_target` uptake."""
    rules = inputs.rules
    terms = []
    for one in work:
        condition = int(rules.measures.condition_of[rules.rules[one.rule].eligible])
        whole = one.people * one.times * one.hours * (one.uptake if at_target else ParameterProduct(1.0))
        for where, contacts in one.where:
            product = whole * contacts
            terms.append(Term(where * product.constant, condition, one.rule, product.factors))
    return terms


def shared_of(
    inputs: Inputs, role: str, work: Sequence[TaskWork], prevalences: Prevalences, parameters: Parameters
) -> DrawnOverlap | None:
    """What the role's work counts twice at the target uptake; None where no tasks of it share any."""
    shared = inputs.shared
    mine = [] if shared is None else [at for at, each in enumerate(shared.activities) if each.role == role]
    if shared is None or not mine:
        return None
    known = {(inputs.rules.rules[one.rule].id, one.task): one for one in work}
    here = np.concatenate([shared.activities[at].tasks for at in mine])
    nothing = DrawnFactors((), (), ())
    factors = [nothing] * len(shared.names)
    uptake = np.zeros(len(shared.names))
    for at in here.tolist():
        one = known[shared.names[at]]
        factors[at] = DrawnFactors((*one.people.factors, *one.uptake.factors), one.times.factors, one.hours.factors)
        uptake[at] = inputs.rules.rules[one.rule].target_uptake
    tasks = shared.tasks.regrouped(tuple(shared.activities[at].tasks for at in mine))
    return drawn_overlap(inputs.counts, tasks, uptake, factors, prevalences, parameters.numbered)


def scaled_activities(inputs: Inputs) -> Iterator[str]:
    """Activities in which registers scale a condition."""
    if inputs.shared is not None:
        scaled = inputs.shared.tasks.people.factor_of >= 0
        yield from (activity.name for activity in inputs.shared.activities if scaled[activity.tasks].any())


def prevalences_of(inputs: Inputs, terms: Sequence[Term], parameters: Parameters) -> Prevalences:
    """Of all conditions; drawn are those that the terms rest on."""
    measures = inputs.rules.measures
    parameter = np.full(measures.prevalence.shape, -1)
    for at in {term.condition for term in terms} - {-1}:
        name = inputs.rules.conditions[at]
        rows = [] if name not in inputs.conditions else inputs.conditions[name].prevalence
        for number, row in enumerate(rows):
            path = ("conditions", name, "prevalence", str(number), "share")
            for factor in parameters.factor(Factor(path, row.share.expected)).factors:
                parameter[cells(row.sex, row.ages), at] = factor
    return Prevalences(measures.prevalence, parameter, measures.scaled)
