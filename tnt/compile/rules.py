"""Recommendations -> measures: columns of weights per person that the engine multiplies with people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.compile.backlog import Backlog, backlog, start_up_years
from tnt.compile.benefit import CompiledBenefit, WhyNone
from tnt.compile.by_age.bands import bands_of
from tnt.compile.by_age.people_of_bands import benefit_of, eligible_people
from tnt.compile.by_age.uptake import CompiledUptake, CompiledUptakes, uptakes_of
from tnt.compile.people import contacts
from tnt.compile.population.columns import Columns
from tnt.compile.role_measures import RoleMeasures, role_measures, roles_in_order
from tnt.compile.rule import RoleColumns, Rule, Seasonal, indices
from tnt.compile.task_work import TaskWork, task_work
from tnt.compile.working_time.overhead import EventOverhead, RoleOverhead
from tnt.engine.people.cells import CELLS
from tnt.engine.people.counts import Measures
from tnt.language.documents.combined import Cluster
from tnt.language.documents.conditions import Condition
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import GuidelineDocument, Recommendation, Task
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
    required_of_role: Bools
    """[M, J] which measures make the required hours of each role."""
    required: Floats
    """[M, J] what makes them into required hours: the target uptake, 1 where it differs by age."""
    timed_tasks: Ints
    """[M, J] tasks of each role that these hours hold; work that is done once is none of them."""
    untimed_tasks: Ints
    """[J] such tasks of each role that have no time."""
    partly_timed: Bools
    """[J] whether a task of the role has a time at some ages only."""
    clusters: Mapping[str, Cluster]
    """Of which two conditions or more are named, in the order of the engine's numbers."""

    @property
    def sharing(self) -> Bools:
        """[K] of which conditions some task names an activity, so that it may share work."""
        shared = {name for rule in self.rules if any(work.activity for work in rule.work) for name in rule.conditions}
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
    *,
    clusters: Mapping[str, Cluster] = MappingProxyType({}),
    overheads: Mapping[str, RoleOverhead] = MappingProxyType({}),
) -> Rules:
    """Fold every cascade into weights per cell. A condition without an entry is known by registers only. `overheads`
    are those of the working time that decides, by role."""
    columns = Columns()
    rules = tuple(
        _rule(file, name, recommendation, baselines, overheads, columns)
        for file in files
        for name, recommendation in file.document.recommendations.items()
    )
    used = {
        name: cluster
        for name, cluster in clusters.items()
        if len(columns.conditions.keys() & set(cluster.conditions)) > 1
    }
    measures = columns.measures(conditions, used)
    roles = {
        role: role_measures(role, rules) for role in roles_in_order({role for rule in rules for role in rule.roles})
    }
    required_of_role = np.zeros((measures.condition_of.size, len(roles)), dtype=np.bool_)
    required = np.zeros(required_of_role.shape)
    for index, measures_of_role in enumerate(roles.values()):
        timed = measures_of_role.required >= 0
        required_of_role[measures_of_role.required[timed], index] = True
        required[measures_of_role.required[timed], index] = measures_of_role.target_factor[timed]
    eligible, benefiting = (indices(getattr(rule, name) for rule in rules) for name in ("eligible", "benefiting"))
    return Rules(
        rules,
        measures,
        tuple(columns.conditions),
        eligible,
        benefiting,
        roles,
        required_of_role,
        required,
        *_count_tasks(rules, measures.condition_of.size, list(roles)),
        used,
    )


def _count_tasks(rules: Iterable[Rule], measures: int, roles: Sequence[str]) -> tuple[Ints, Ints, Bools]:
    """Tasks that are done year after year: those with a time [M, J] by measure and role, those without [J], and whether
    one has a time at some ages only [J]."""
    timed, untimed = np.zeros((measures, len(roles)), dtype=np.intp), np.zeros(len(roles), dtype=np.intp)
    partly = np.zeros(len(roles), dtype=np.bool_)
    for rule in rules:
        for role, columns in rule.roles.items():
            every = [work for work in rule.work_of(role) if not work.reach.is_one_off]
            with_time, without = (
                {(one.task, one.supervised) for one in every if (one.hours_per_event is None) == is_}
                for is_ in (False, True)
            )
            untimed[roles.index(role)] += len(without - with_time)
            partly[roles.index(role)] |= bool(without & with_time)
            if columns.required is not None:
                timed[columns.required, roles.index(role)] = len(with_time)
    return timed, untimed, partly


def _rule(
    file: Loaded[GuidelineDocument],
    name: str,
    recommendation: Recommendation,
    baselines: Mapping[str, ContactsDocument],
    overheads: Mapping[str, RoleOverhead],
    columns: Columns,
) -> Rule:
    def overhead_of(task: Task, role: str) -> EventOverhead | None:
        return overheads[role].of(task, file.document.time_kind) if role in overheads else None

    demand = recommendation.demand
    condition = columns.condition(recommendation)
    bands = bands_of(recommendation, None if demand is None else contacts(baselines[demand.baseline]))
    uptakes = uptakes_of(bands)
    work = task_work(bands, uptake_too=False, overhead_of=overhead_of)
    work_at_uptake = task_work(bands, uptake_too=True, overhead_of=overhead_of) if uptakes.differs else work
    overdue = [backlog(band.recommendation, band.reached) for band in bands]
    benefit, benefiting = benefit_of(bands)
    return Rule(
        id=f"{file.document.guideline}/{name}",
        file=file,
        recommendation=recommendation,
        bands=bands,
        uptakes=uptakes,
        start_up_years=start_up_years(recommendation),
        benefit=benefit,
        eligible=columns.add(eligible_people(bands), condition),
        benefiting=None if benefiting is None else columns.add(benefiting, condition),
        roles={
            role: _role_columns(role, work, work_at_uptake, uptakes, overdue, benefit, condition, columns)
            for role in dict.fromkeys(one.role for one in work)
        },
        work=work,
        work_at_uptake=work_at_uptake,
        seasonal=tuple(_seasonal(recommendation, work_at_uptake, condition, columns)),
    )


def _seasonal(
    recommendation: Recommendation, work_at_uptake: Sequence[TaskWork], condition: int, columns: Columns
) -> Iterator[Seasonal]:
    """Tasks with a season and a time, of every role, and supervision in them; at all ages together."""
    of_task: dict[tuple[str, str, bool], list[TaskWork]] = defaultdict(list)
    for one in work_at_uptake:
        if recommendation.tasks[one.task].season is not None and one.hours_per_event is not None:
            of_task[one.role, one.task, one.supervised is not None].append(one)
    for (role, task, is_supervision), works in of_task.items():
        season = recommendation.tasks[task].season
        assert season is not None  # just looked at
        hours = _hours(works, lambda one: _yearly(one) * one.uptake)
        yield Seasonal(role, task, is_supervision, season.weeks.numbers, columns.add(hours, condition))


def _role_columns(
    role: str,
    work: Sequence[TaskWork],
    work_at_uptake: Sequence[TaskWork],
    uptakes: CompiledUptakes,
    overdue: Sequence[Backlog],
    benefit: CompiledBenefit | WhyNone,
    condition: int,
    columns: Columns,
) -> RoleColumns:
    work, work_at_uptake = ([one for one in each if one.role == role] for each in (work, work_at_uptake))
    timed, timed_at_uptake = (
        [one for one in each if one.hours_per_event is not None] for each in (work, work_at_uptake)
    )
    treating = {one.task for one in work} if isinstance(benefit, str) else benefit.treating
    finding = [one for one in timed if one.task not in treating]

    def column(tasks: Sequence[TaskWork], events: Callable[[TaskWork], float]) -> int | None:
        """Hours of these events per person, each where its task's people are; None for no tasks."""
        return columns.add(_hours(tasks, events), condition) if tasks else None

    def at(uptake: CompiledUptake | None, whole: int | None, events: Callable[[TaskWork], float]) -> int | None:
        """The column of hours at an uptake: a column of its own where that differs by age."""
        if whole is None or uptake is None or uptake.share is not None:
            return whole
        return column(timed_at_uptake, events)

    def part_at_target(tasks: Sequence[TaskWork]) -> int | None:
        """The column of some of the hours at the target uptake."""
        is_by_age = uptakes.target.share is None
        return column(tasks, lambda one: _yearly(one) * (one.uptake if is_by_age else 1.0))

    def overdue_events(one: TaskWork) -> float:
        return overdue[one.band].events.get(one.task, 0.0)

    yearly = column(timed, _yearly)
    is_one_off = any(one.reach.is_one_off for one in timed)
    one_off = column(timed, _one_off) if is_one_off else None
    caught_up = [one for one in timed if one.task in overdue[one.band].events]
    return RoleColumns(
        yearly=yearly,
        one_off=one_off,
        finding=yearly if len(finding) == len(timed) else column(finding, _yearly),
        required=at(uptakes.target, yearly, lambda one: _yearly(one) * one.uptake),
        current=at(uptakes.current, yearly, lambda one: _yearly(one) * (one.current_uptake or 0.0)),
        change=None
        if yearly is None or uptakes.current is None or not uptakes.differs
        else column(timed_at_uptake, lambda one: _yearly(one) * (one.uptake - (one.current_uptake or 0.0))),
        supervising=part_at_target([one for one in timed_at_uptake if one.supervised is not None]),
        overhead=part_at_target(
            [
                replace(one, hours_per_event=one.overhead_hours_per_event)
                for one in timed_at_uptake
                if one.overhead is not None
            ]
        ),
        one_off_required=at(uptakes.target, one_off, lambda one: _one_off(one) * one.uptake),
        finding_unknown=_lacks_all_times(one for one in work if one.task not in treating),
        treating_unknown=_lacks_all_times(one for one in work if one.task in treating),
        backlog=column(caught_up, overdue_events)
        if uptakes.target.share is not None or not caught_up
        else at(uptakes.target, yearly, lambda one: overdue_events(one) * one.uptake),
        lacks_time=len(timed) < len(work),
        backlog_unknown=_is_unknown(overdue, work),
        one_off_unknown=any(one.hours_per_event is None and one.reach.is_one_off for one in work),
    )


def _yearly(work: TaskWork) -> float:
    return work.reach.events_per_year


def _one_off(work: TaskWork) -> float:
    return work.reach.one_off_events


def _hours(tasks: Iterable[TaskWork], events: Callable[[TaskWork], float]) -> Floats:
    """[C] hours of the tasks per person."""
    by_share: dict[float, Floats] = {}
    for one in tasks:
        by_share[one.eligible_share] = by_share.get(one.eligible_share, np.zeros(CELLS)) + one.hours_per_eligible(
            events(one)
        )
    return sum((hours * share for share, hours in by_share.items()), np.zeros(CELLS))


def _lacks_all_times(work: Iterable[TaskWork]) -> bool:
    """Whether there is work, and nobody knows how long any of it takes."""
    times = [one.hours_per_event for one in work]
    return bool(times) and all(hours is None for hours in times)


def _is_unknown(overdue: Sequence[Backlog], work: Iterable[TaskWork]) -> bool:
    """Whether a role's part of a backlog is: nobody said how many are overdue, or the work has no time."""
    return any(
        one.task in overdue[one.band].unknown
        or (one.hours_per_event is None and overdue[one.band].events.get(one.task))
        for one in work
    )
