"""Recommendations -> measures: columns of weights per person that the engine multiplies with people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.backlog import Backlog, backlog, start_up_years
from tnt.compile.benefit import CompiledBenefit, WhyNone, compile_benefit
from tnt.compile.cascade import Reach, cascade, expected, people_weights
from tnt.compile.people import cells, contacts, prevalence
from tnt.compile.role_measures import RoleMeasures, role_measures, roles_in_order
from tnt.compile.rule import RoleColumns, Rule, hours_per_event, indices, role_shares
from tnt.engine.people.cells import CELLS
from tnt.engine.people.counts import Measures
from tnt.language.documents.conditions import Condition
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import GuidelineDocument, Recommendation
from tnt.reading.documents import Loaded


@dataclass(frozen=True)
class Rules:
    """All recommendations and their measures; `conditions` names the conditions in the order of the engine's
    columns."""

    rules: tuple[Rule, ...]
    measures: Measures
    conditions: tuple[str, ...]
    eligible: Ints
    """[R] measure of each rule's eligible people."""
    benefiting: Ints
    """[R] measure of those who benefit a year, -1 where unknown."""
    roles: Mapping[str, RoleMeasures]
    """Role -> the rules that ask it, the roles every reader knows first."""
    yearly_of_role: Bools
    """[M, J] which measures are yearly hours of each role."""
    required: Floats
    """[M, J] target uptake at the yearly hours of each role: what makes measures into required hours."""

    @cached_property
    def yearly(self) -> tuple[tuple[tuple[str, str], ...], Ints]:
        """(recommendation, role) of the yearly hours that can be told, and the measure of each.

        Those of one condition stand side by side: registers scale them together.
        """
        every = [(rule.id, role, columns.yearly) for rule in self.rules for role, columns in rule.roles.items()]
        known = [(rule, role, measure) for rule, role, measure in every if measure is not None]
        known.sort(key=lambda each: int(self.measures.condition_of[each[2]]))
        return tuple((rule, role) for rule, role, _ in known), indices(measure for _, _, measure in known)


def compile_rules(
    files: Iterable[Loaded[GuidelineDocument]],
    conditions: Mapping[str, Condition],
    baselines: Mapping[str, ContactsDocument] = MappingProxyType({}),
) -> Rules:
    """Fold every cascade into weights per cell. A condition without an entry is known by registers only."""
    columns = _Columns()
    rules = tuple(
        _rule(file, name, recommendation, baselines, columns)
        for file in files
        for name, recommendation in file.document.recommendations.items()
    )
    named = tuple(columns.conditions)
    known = [prevalence(conditions[name]) if name in conditions else np.full(CELLS, np.nan) for name in named]
    measures = Measures(
        weights=np.array(columns.weights, dtype=np.float64).reshape(-1, CELLS).T,
        condition_of=np.array(columns.condition_of, dtype=np.intp),
        prevalence=np.array(known, dtype=np.float64).reshape(-1, CELLS).T,
        scaled=np.array(
            [name in conditions and conditions[name].prevalence_of == "diagnosed" for name in named], dtype=np.bool_
        ),
    )
    roles = {
        role: role_measures(role, rules) for role in roles_in_order({role for rule in rules for role in rule.roles})
    }
    yearly_of_role = np.zeros((len(columns.weights), len(roles)), dtype=np.bool_)
    required = np.zeros(yearly_of_role.shape)
    for index, measures_of_role in enumerate(roles.values()):
        timed = measures_of_role.yearly >= 0
        yearly_of_role[measures_of_role.yearly[timed], index] = True
        required[measures_of_role.yearly[timed], index] = measures_of_role.target_uptake[timed]
    eligible, benefiting = (indices(getattr(rule, name) for rule in rules) for name in ("eligible", "benefiting"))
    return Rules(rules, measures, named, eligible, benefiting, roles, yearly_of_role, required)


class _Columns:
    """Measures gathered one by one."""

    def __init__(self) -> None:
        self.weights: list[Floats] = []
        self.condition_of: list[int] = []
        self.conditions: dict[str, int] = {}

    def add(self, weights: Floats, condition: str | None) -> int:
        self.weights.append(weights)
        at = -1 if condition is None else self.conditions.setdefault(condition, len(self.conditions))
        self.condition_of.append(at)
        return len(self.weights) - 1


def _rule(
    file: Loaded[GuidelineDocument],
    name: str,
    recommendation: Recommendation,
    baselines: Mapping[str, ContactsDocument],
    columns: _Columns,
) -> Rule:
    demand = recommendation.demand
    baseline = None if demand is None else contacts(baselines[demand.baseline])
    population = recommendation.population
    share = expected(population.share, 1.0) * expected(population.incidence, 1.0)
    eligible = cells(population.sex, population.ages).astype(np.float64) * share
    reached = cascade(recommendation, baseline)
    uptake = recommendation.uptake
    benefit = compile_benefit(recommendation, reached)
    return Rule(
        id=f"{file.document.guideline}/{name}",
        file=file,
        recommendation=recommendation,
        target_uptake=expected(uptake.target, 1.0),
        current_uptake=None if uptake.current is None else uptake.current.expected,
        start_up_years=start_up_years(recommendation),
        benefit=benefit,
        eligible=columns.add(eligible, population.condition),
        benefiting=None if isinstance(benefit, str) else columns.add(eligible * benefit.people, population.condition),
        roles={
            role: _role_columns(role, recommendation, reached, benefit, eligible, columns)
            for role in dict.fromkeys(role for task in recommendation.tasks.values() for role in role_shares(task))
        },
        contacts=baseline,
    )


def _role_columns(
    role: str,
    recommendation: Recommendation,
    reached: Mapping[str, Reach],
    benefit: CompiledBenefit | WhyNone,
    eligible: Floats,
    columns: _Columns,
) -> RoleColumns:
    condition = recommendation.population.condition
    tasks_of_role = {name: task for name, task in recommendation.tasks.items() if role in role_shares(task)}
    timed = {name: hours_per_event(task, role) for name, task in tasks_of_role.items() if task.time is not None}
    finding = set() if isinstance(benefit, str) else timed.keys() - benefit.treating
    overdue = backlog(recommendation)

    def column(events: Mapping[str, float]) -> int | None:
        """Hours of these events per person, each where its task's people are; None for no events."""
        if not events:
            return None
        hours = sum(
            (people_weights(reached[name]) * (count * timed[name]) for name, count in events.items()), np.zeros(CELLS)
        )
        return columns.add(eligible * hours, condition)

    yearly = column({name: reached[name].events_per_year for name in timed})
    is_one_off = any(reached[name].is_one_off for name in timed)
    return RoleColumns(
        yearly=yearly,
        one_off=column({name: reached[name].one_off_events for name in timed}) if is_one_off else None,
        finding=yearly
        if finding == timed.keys()
        else column({n: reached[n].events_per_year for n in timed if n in finding}),
        backlog=column({name: count for name, count in overdue.events.items() if name in timed}),
        lacks_time=len(timed) < len(tasks_of_role),
        backlog_unknown=_is_unknown(overdue, tasks_of_role, timed),
    )


def _is_unknown(overdue: Backlog, tasks: Iterable[str], timed: Iterable[str]) -> bool:
    """Whether a role's part of a backlog is: nobody said how many are overdue, or the work has no time."""
    without_time = set(tasks) - set(timed)
    return bool(overdue.unknown & set(tasks)) or any(overdue.events.get(name) for name in without_time)
