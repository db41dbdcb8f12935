"""All the figures a result must show, put together from the slow calculation."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Any

from tests.oracle.benefit import at_the_ends
from tests.oracle.change import added, change, is_partly_known, partly_merged, partly_shared, tells_something
from tests.oracle.clusters import Conditions
from tests.oracle.counts import without_counts
from tests.oracle.observed import with_observed
from tests.oracle.overheads import with_overheads, without_overhead
from tests.oracle.overlap import Counted, overlaps
from tests.oracle.people import PatientList, Row, read_lists, reference_population
from tests.oracle.posts import posts_needed, together
from tests.oracle.slow import RoleWork, Work, hours_per_list, work_of
from tests.oracle.spread import without_totals
from tests.oracle.totals import OnLists, RoleHours, available_hours, overload, total
from tests.oracle.unknowns import complete_sum, known_sum, less, plus, share_of
from tests.oracle.visits import Merged, merged_visits
from tests.oracle.working_time import Thresholds, Time, thresholds, time_of

Document = dict[str, Any]


@dataclass
class Given:
    """Documents as parsed from YAML, and the rows of the tables as text."""

    guidelines: list[Document]
    conditions: list[Document]
    lists: Document
    rows: list[Row]
    reference: list[Row]
    capacity: Document | None
    reserved_on: dict[str, list[str]]
    """Files of list ids that reserves name."""
    populations: dict[str, list[Row]] = field(default_factory=dict)
    """Tables of populations that counts and totals are of."""
    contacts: list[Document] = field(default_factory=list)

    @property
    def contacts_by_id(self) -> Document:
        return {one["contacts"]: one for one in self.contacts}


@dataclass
class Recommended:
    eligible_people: float | None
    people_benefiting_per_year: float | None
    people_at_least: bool
    roles: dict[str, RoleHours]


@dataclass
class Expected:
    works: list[Work]
    lists: list[PatientList]
    limits: Thresholds
    recommendations: dict[str, Recommended]
    on_lists: dict[str, OnLists]
    total: dict[str, dict[str, float | bool | None]]
    overload: dict[str, dict[str, float | bool | None]]
    posts_needed: dict[str, tuple[float | None, float | None]]
    """By role with a capacity: posts needed, and the largest manageable list, of all lists together."""


def expected(given: Given) -> Expected:
    bare = without_overhead(given.capacity)
    saved_bare = {} if bare == given.capacity else _saved(expected(replace(given, capacity=bare)))
    given = replace(
        given,
        guidelines=with_overheads(without_counts(given.guidelines, given.populations), given.capacity),
        conditions=without_totals(given.conditions, given.populations),
    )
    lists = read_lists(given.lists, given.rows, reference_population(given.reference))
    conditions = Conditions(given.conditions)
    given = replace(given, guidelines=with_observed(given.guidelines, conditions, given.reference))
    works = [work for guideline in given.guidelines for work in work_of(guideline, lists, conditions)]
    limits = thresholds(given.capacity or {})
    moments = ("target", "current", *(("least",) if any(work.current_is_at_most for work in works) else ()))
    twice = {when: overlaps(given.guidelines, works, lists, conditions, when) for when in moments}
    merged = {when: merged_visits(given.guidelines, works, lists, conditions, given.capacity, when) for when in moments}
    on_lists = {
        role: _on_lists(role, works, lists, given, limits, twice, merged)
        for role in sorted({role for work in works for role in work.roles})
    }
    for role, on in on_lists.items():
        on.saved_without_overhead = saved_bare.get(role, sum(map(on.saved, range(len(lists)))))
    recommendations = {work.id: _recommended(work, on_lists) for work in works}
    parts = {role: [r.roles[role] for r in recommendations.values() if role in r.roles] for role in on_lists}
    return Expected(
        works,
        lists,
        limits,
        recommendations,
        on_lists,
        {role: _total(role, parts[role], on_lists[role], works, lists, given) for role in on_lists},
        {
            role: overload(on_lists[role].times)
            for role in on_lists
            if given.capacity and role in given.capacity["roles"]
        },
        _posts_needed(given, lists, on_lists),
    )


def _saved(one: Expected) -> dict[str, float]:
    """Role -> hours of all lists that its recommendations ask for and nobody spends."""
    return {role: sum(map(on.saved, range(len(one.lists)))) for role, on in one.on_lists.items()}


def _total(
    role: str, parts: list[RoleHours], on: OnLists, works: list[Work], lists: list[PatientList], given: Given
) -> dict[str, float | bool | None]:
    staffed = [row for row, time in enumerate(on.times) if time.posts]
    shared = partly_shared(given.guidelines, works, role)
    visits = (given.capacity or {"roles": {}})["roles"].get(role, {}).get("visits", {})
    in_visits = partly_merged(given.guidelines, works, role, visits)
    on.is_partly_shared, on.is_partly_merged = bool(shared), bool(in_visits)
    between = any(len(asking) > 1 for asking in (*shared, *in_visits))
    everywhere, there = (_changes(role, works, rows, on, between) for rows in (list(range(len(lists))), staffed))
    return total(parts, on, lists, thresholds(given.capacity or {}), everywhere, there)


def _posts_needed(
    given: Given, lists: list[PatientList], on_lists: dict[str, OnLists]
) -> dict[str, tuple[float | None, float | None]]:
    roles = given.capacity["roles"] if given.capacity else {}
    return {
        role: together(
            [
                posts_needed(roles[role], one, on.required[row], given.reserved_on, given.contacts_by_id)
                for row, one in enumerate(lists)
            ],
            lists,
        )
        for role, on in on_lists.items()
        if role in roles
    }


def _on_lists(
    role: str,
    works: list[Work],
    lists: list[PatientList],
    given: Given,
    limits: Thresholds,
    twice: dict[str, dict[str, list[Counted]]],
    merged: dict[str, dict[str, list[Merged]]],
) -> OnLists:
    mine = [work for work in works if role in work.roles]
    rows = range(len(lists))
    counted, saved = twice["target"][role], merged["target"][role]
    required = [
        less(
            known_sum([work.roles[role].required_hours[row] for work in mine]),
            counted[row].hours + saved[row].saved.hours,
        )
        for row in rows
    ]
    entry = (given.capacity or {"roles": {}})["roles"].get(role)
    times = [
        time_of(
            entry,
            one,
            role,
            required[row],
            limits,
            given.reserved_on,
            _tasks(mine, role, row, one),
            given.contacts_by_id,
        )
        for row, one in enumerate(lists)
    ]
    start_up = [sum(_first_year_start_up(work, work.roles[role], row) for work in mine) for row in rows]
    return OnLists(
        required,
        start_up,
        times,
        counted,
        twice["current"][role],
        saved,
        merged["current"][role],
        twice.get("least", twice["current"])[role],
        merged.get("least", merged["current"])[role],
    )


def _tasks(works: list[Work], role: str, row: int, one: PatientList) -> tuple[int, int]:
    """How many tasks of the role can be estimated on a list, of how many; of nobody everything is known."""
    mine = [work.roles[role] for work in works]
    every = sum(each.tasks for each in mine)
    known = sum(each.timed_tasks for each in mine if each.yearly_hours[row] is not None)
    return (every if one.people == 0 else known), every


def _changes(role: str, works: list[Work], rows: list[int], on: OnLists, is_shared: bool) -> tuple[float | None, ...]:
    """The least and the most the hours of these lists change."""
    mine = [work for work in works if role in work.roles]
    hours = [known_sum([hours_per_list(work, role)[row] for row in rows]) for work in mine]
    return added(
        [change(work, role, rows) for work in mine],
        (
            sum(on.saved(row) - on.saved_today(row) for row in rows),
            sum(on.saved(row) - on.saved_least(row) for row in rows),
        ),
        tells=any(tells_something(work, known) for work, known in zip(mine, hours, strict=True)),
        of_any=any(known is not None for known in hours),
        is_shared=is_shared,
    )


def _recommended(work: Work, on_lists: dict[str, OnLists]) -> Recommended:
    benefiting = None if work.benefiting is None else known_sum(work.benefiting)
    roles = {role: _role_hours(work, role, mine, on_lists[role].times) for role, mine in work.roles.items()}
    return Recommended(known_sum(work.eligible), benefiting, complete_sum(work.eligible) is None, roles)


def _role_hours(work: Work, role: str, mine: RoleWork, times: list[Time]) -> RoleHours:
    per_list = hours_per_list(work, role)
    tnt = known_sum(per_list)
    complete = None if is_partly_known(work, role) else tnt
    counted = mine.required_hours if work.is_against else per_list
    with_posts = [hours for hours, time in zip(counted, times, strict=True) if time.posts]
    available = available_hours(times)
    whole, finding = _per_person(work, mine, per_list)
    known = tnt if tells_something(work, tnt) else None
    least, most = change(work, role, range(len(per_list)))
    required = known_sum(mine.required_hours)
    current = None if complete is None or work.current is None else known_sum(mine.current_hours)
    low, high = (None, None) if whole is None or work.benefit is None else at_the_ends(work.benefit, whole)
    high = None if mine.a_time_missing else high
    one_off = known_sum(mine.one_off_at_target) if mine.has_one_off else None
    backlog = None if mine.backlog_at_target is None else complete_sum(mine.backlog_at_target)
    known_backlog = known_sum(mine.backlog_at_target or []) or 0.0
    start_up = (one_off or 0.0) + known_backlog
    return RoleHours(
        hours_per_person_finding=None if mine.nobody_knows_finding else finding,
        hours_per_person_treating=None
        if whole is None or finding is None or mine.nobody_knows_treating
        else whole - finding,
        hours_per_person_low=low,
        hours_per_person_high=high,
        backlog_hours=backlog,
        first_year_hours=plus(required, start_up / work.start_up_years),
        start_up_hours=start_up,
        first_year_at_least=is_partly_known(work, role) or _start_up_unknown(mine),
        tnt_hours=tnt,
        required_hours=required,
        supervision_hours=known_sum(mine.supervision_hours),
        overhead_hours=known_sum(mine.overhead_hours),
        current_hours=current,
        incremental_hours=None if current is None or required is None else required - current,
        incremental_hours_at_least=None if known is None or least == -math.inf else least,
        incremental_hours_at_most=None if tnt is None or most == math.inf else most,
        required_hours_at_most=_required_at_most(work, mine),
        one_off_hours=one_off,
        share_of_capacity=share_of(known_sum(with_posts), available),
        hours_per_person_benefiting=whole,
        at_least=is_partly_known(work, role),
        current_is_at_most=work.current_is_at_most,
        start_up_years=work.start_up_years,
        one_off_at_least=mine.a_one_off_time_missing or (mine.has_one_off and None in mine.one_off_hours),
        one_off_of_all=known_sum(mine.one_off_hours) if mine.has_one_off else None,
    )


def _required_at_most(work: Work, mine: RoleWork) -> float | None:
    """Where people are only bounded; None where they are known, or the time of a task is not."""
    most = sum(mine.most_required_hours) if work.target.of_anybody else 0.0
    is_bounded = None in mine.yearly_hours and not mine.a_time_missing and most < math.inf
    return most if is_bounded else None


def _per_person(work: Work, mine: RoleWork, per_list: list[float | None]) -> tuple[float | None, float | None]:
    """Hours per person who benefits, and of them finding; None where hours and people are not known of the same
    lists."""
    finding = [0.0 if hours is not None else None for hours in per_list]
    finding = finding if mine.finding_hours is None else mine.finding_hours
    if work.benefiting is None or not _known_alike(per_list, work.benefiting) or not _known_alike(per_list, finding):
        return None, None
    hours, people, part = known_sum(per_list), known_sum(work.benefiting), known_sum(finding)
    if hours is None or part is None or not people:
        return None, None
    return hours / people, part / people


def _known_alike(one: list[float | None], two: list[float | None]) -> bool:
    return [value is None for value in one] == [value is None for value in two]


def _start_up_unknown(mine: RoleWork) -> bool:
    lists = [*(mine.backlog_hours or [None]), *(mine.one_off_hours if mine.has_one_off else [])]
    return any(hours is None for hours in lists)


def _first_year_start_up(work: Work, mine: RoleWork, row: int) -> float:
    """Hours of a list in the first year, beside the yearly ones, as far as they are known."""
    one_off = mine.one_off_at_target[row] if mine.has_one_off else None
    backlog = None if mine.backlog_at_target is None else mine.backlog_at_target[row]
    return ((one_off or 0.0) + (backlog or 0.0)) / work.start_up_years
