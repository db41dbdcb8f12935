"""Recommendations -> measures: columns of weights per person that the engine multiplies with people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.backlog import Backlog, backlog, start_up_years
from tnt.compile.benefit import CompiledBenefit, WhyNone, compile_benefit
from tnt.compile.cascade import cascade, expected
from tnt.compile.people import contacts, population_cells
from tnt.compile.population.columns import Columns
from tnt.compile.role_measures import RoleMeasures, role_measures, roles_in_order
from tnt.compile.rule import RoleColumns, Rule, indices
from tnt.compile.task_work import TaskWork, eligible_share, task_work
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
    timed_tasks: Ints
    """[M, J] tasks of each role that the yearly hours hold; work that is done once is none of them."""
    untimed_tasks: Ints
    """[J] such tasks of each role that have no time."""

    @property
    def sharing(self) -> Bools:
        """[K] of which conditions some task names an activity, so that it may share work."""
        shared = [name for rule in self.rules if any(work.activity for work in rule.work) for name in rule.conditions]
        return np.array([name in shared for name in self.conditions], dtype=np.bool_)

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
    columns = Columns()
    rules = tuple(
        _rule(file, name, recommendation, baselines, columns)
        for file in files
        for name, recommendation in file.document.recommendations.items()
    )
    measures = columns.measures(conditions)
    roles = {
        role: role_measures(role, rules) for role in roles_in_order({role for rule in rules for role in rule.roles})
    }
    yearly_of_role = np.zeros((measures.condition_of.size, len(roles)), dtype=np.bool_)
    required = np.zeros(yearly_of_role.shape)
    for index, measures_of_role in enumerate(roles.values()):
        timed = measures_of_role.yearly >= 0
        yearly_of_role[measures_of_role.yearly[timed], index] = True
        required[measures_of_role.yearly[timed], index] = measures_of_role.target_uptake[timed]
    timed_tasks, untimed_tasks = _count_tasks(rules, yearly_of_role, list(roles))
    eligible, benefiting = (indices(getattr(rule, name) for rule in rules) for name in ("eligible", "benefiting"))
    return Rules(
        rules,
        measures,
        tuple(columns.conditions),
        eligible,
        benefiting,
        roles,
        yearly_of_role,
        required,
        timed_tasks,
        untimed_tasks,
    )


def _count_tasks(rules: Iterable[Rule], yearly_of_role: Bools, roles: Sequence[str]) -> tuple[Ints, Ints]:
    """Tasks that are done year after year: those with a time [M, J] by measure and role, and those without [J]."""
    timed, untimed = np.zeros(yearly_of_role.shape, dtype=np.intp), np.zeros(len(roles), dtype=np.intp)
    for rule in rules:
        for role, columns in rule.roles.items():
            every = [one.hours_per_event is not None for one in rule.work_of(role) if not one.reach.is_one_off]
            untimed[roles.index(role)] += every.count(False)
            if columns.yearly is not None:
                timed[columns.yearly, roles.index(role)] = every.count(True)
    return timed, untimed


def _rule(
    file: Loaded[GuidelineDocument],
    name: str,
    recommendation: Recommendation,
    baselines: Mapping[str, ContactsDocument],
    columns: Columns,
) -> Rule:
    demand = recommendation.demand
    population, uptake = recommendation.population, recommendation.uptake
    eligible = population_cells(population) * eligible_share(recommendation)
    condition = columns.condition(recommendation)
    reached = cascade(recommendation, None if demand is None else contacts(baselines[demand.baseline]))
    work = tuple(task_work(recommendation, reached))
    overdue = backlog(recommendation, reached)
    benefit = compile_benefit(recommendation, reached)
    return Rule(
        id=f"{file.document.guideline}/{name}",
        file=file,
        recommendation=recommendation,
        target_uptake=expected(uptake.target, 1.0),
        current_uptake=None if uptake.current is None else uptake.current.expected,
        start_up_years=start_up_years(recommendation),
        benefit=benefit,
        eligible=columns.add(eligible, condition),
        benefiting=None
        if isinstance(benefit, str)
        else columns.add(eligible_share(recommendation) * benefit.people, condition),
        roles={
            role: _role_columns([one for one in work if one.role == role], overdue, benefit, condition, columns)
            for role in dict.fromkeys(one.role for one in work)
        },
        reached=reached,
        work=work,
    )


def _role_columns(
    work: Sequence[TaskWork],
    overdue: Backlog,
    benefit: CompiledBenefit | WhyNone,
    condition: int,
    columns: Columns,
) -> RoleColumns:
    timed = [one for one in work if one.hours_per_event is not None]
    treating = {one.task for one in work} if isinstance(benefit, str) else benefit.treating
    finding = [one for one in timed if one.task not in treating]

    def column(tasks: Sequence[TaskWork], events: Callable[[TaskWork], float]) -> int | None:
        """Hours of these events per person, each where its task's people are; None for no tasks."""
        if not tasks:
            return None
        hours = sum((one.hours_per_eligible(events(one)) for one in tasks), np.zeros(CELLS))
        return columns.add(hours * tasks[0].eligible_share, condition)

    yearly = column(timed, lambda one: one.reach.events_per_year)
    is_one_off = any(one.reach.is_one_off for one in timed)
    return RoleColumns(
        yearly=yearly,
        one_off=column(timed, lambda one: one.reach.one_off_events) if is_one_off else None,
        finding=yearly if len(finding) == len(timed) else column(finding, lambda one: one.reach.events_per_year),
        finding_unknown=_lacks_all_times(one for one in work if one.task not in treating),
        treating_unknown=_lacks_all_times(one for one in work if one.task in treating),
        backlog=column([one for one in timed if one.task in overdue.events], lambda one: overdue.events[one.task]),
        lacks_time=len(timed) < len(work),
        backlog_unknown=_is_unknown(overdue, work),
        one_off_unknown=any(one.hours_per_event is None and one.reach.is_one_off for one in work),
    )


def _lacks_all_times(work: Iterable[TaskWork]) -> bool:
    """Whether there is work, and nobody knows how long any of it takes."""
    times = [one.hours_per_event for one in work]
    return bool(times) and all(hours is None for hours in times)


def _is_unknown(overdue: Backlog, work: Iterable[TaskWork]) -> bool:
    """Whether a role's part of a backlog is: nobody said how many are overdue, or the work has no time."""
    return any(
        one.task in overdue.unknown or (one.hours_per_event is None and overdue.events.get(one.task)) for one in work
    )
