"""All the figures a result must show, put together from the slow calculation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.oracle.overlap import Counted, overlaps
from tests.oracle.people import PatientList, Row, read_lists, reference_population
from tests.oracle.slow import RoleWork, Work, work_of
from tests.oracle.totals import OnLists, RoleHours, available_hours, overload, total
from tests.oracle.unknowns import complete_sum, known_sum, less, share_of, times_factor
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


@dataclass
class Recommended:
    eligible_people: float | None
    people_benefiting_per_year: float | None
    roles: dict[str, RoleHours]


@dataclass
class Expected:
    works: list[Work]
    lists: list[PatientList]
    limits: Thresholds
    recommendations: dict[str, Recommended]
    on_lists: dict[str, OnLists]
    total: dict[str, dict[str, float | bool | None]]
    overload: dict[str, dict[str, float | None]]


def expected(given: Given) -> Expected:
    lists = read_lists(given.lists, given.rows, reference_population(given.reference))
    conditions = {name: one for document in given.conditions for name, one in document["conditions"].items()}
    works = [work for guideline in given.guidelines for work in work_of(guideline, lists, conditions)]
    limits = thresholds(given.capacity or {})
    twice = {when: overlaps(given.guidelines, works, lists, conditions, when) for when in ("target", "current")}
    on_lists = {
        role: _on_lists(role, works, lists, given, limits, twice["target"][role], twice["current"][role])
        for role in sorted({role for work in works for role in work.roles})
    }
    recommendations = {work.id: _recommended(work, on_lists) for work in works}
    parts = {role: [r.roles[role] for r in recommendations.values() if role in r.roles] for role in on_lists}
    return Expected(
        works,
        lists,
        limits,
        recommendations,
        on_lists,
        {role: total(parts[role], on_lists[role], lists, limits) for role in on_lists},
        {
            role: overload(on_lists[role].times)
            for role in on_lists
            if given.capacity and role in given.capacity["roles"]
        },
    )


def hours_per_list(work: Work, role: str) -> list[float | None]:
    """TNT hours of the recommendation on every list, None where no time is known or the list does not tell who."""
    mine = work.roles[role]
    return [None] * len(mine.yearly_hours) if mine.no_time_known else mine.yearly_hours


def _on_lists(
    role: str,
    works: list[Work],
    lists: list[PatientList],
    given: Given,
    limits: Thresholds,
    twice: list[Counted],
    today: list[Counted],
) -> OnLists:
    mine = [work for work in works if role in work.roles]
    rows = range(len(lists))
    required = [
        less(known_sum([times_factor(hours_per_list(work, role)[row], work.target) for work in mine]), twice[row].hours)
        for row in rows
    ]
    at_most = [
        less(
            known_sum([times_factor(hours_per_list(work, role)[row], _change_at_most(work, role)) for work in mine]),
            twice[row].hours - today[row].hours,
        )
        for row in rows
    ]
    entry = (given.capacity or {"roles": {}})["roles"].get(role)
    times = [time_of(entry, one, role, required[row], limits, given.reserved_on) for row, one in enumerate(lists)]
    return OnLists(required, at_most, times, twice, today)


def _change_at_most(work: Work, role: str) -> float:
    """Target less current uptake; the whole target where today's hours are not known everywhere."""
    return work.target if work.current is None or _is_at_least(work, role) else work.target - work.current


def _is_at_least(work: Work, role: str) -> bool:
    return work.roles[role].a_time_missing or complete_sum(work.roles[role].yearly_hours) is None


def _recommended(work: Work, on_lists: dict[str, OnLists]) -> Recommended:
    benefiting = None if work.benefiting is None else known_sum(work.benefiting)
    roles = {role: _role_hours(work, role, mine, benefiting, on_lists[role].times) for role, mine in work.roles.items()}
    return Recommended(known_sum(work.eligible), benefiting, roles)


def _role_hours(work: Work, role: str, mine: RoleWork, benefiting: float | None, times: list[Time]) -> RoleHours:
    per_list = hours_per_list(work, role)
    tnt = known_sum(per_list)
    complete = None if _is_at_least(work, role) else tnt
    counted = per_list if not work.is_against else [times_factor(hours, work.target) for hours in per_list]
    with_posts = [hours for hours, time in zip(counted, times, strict=True) if time.posts]
    available = available_hours(times)
    return RoleHours(
        tnt_hours=tnt,
        required_hours=times_factor(tnt, work.target),
        current_hours=times_factor(complete, work.current),
        incremental_hours=times_factor(complete, None if work.current is None else work.target - work.current),
        one_off_hours=times_factor(known_sum(mine.one_off_hours), work.target) if mine.has_one_off else None,
        share_of_capacity=share_of(known_sum(with_posts), available),
        hours_per_person_benefiting=tnt / benefiting if tnt is not None and benefiting else None,
        at_least=_is_at_least(work, role),
        one_off_of_all=known_sum(mine.one_off_hours) if mine.has_one_off else None,
    )
