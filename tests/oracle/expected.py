"""All the figures a result must show, put together from the slow calculation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.oracle.people import PatientList, Row, read_lists, reference_population
from tests.oracle.slow import RoleWork, Work, work_of
from tests.oracle.working_time import Thresholds, Time, thresholds, time_of

Document = dict[str, Any]
STATES = ("ok", "watch", "overload", "vacant", "unknown", "imputed")


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
class RoleHours:
    tnt_hours: float | None
    required_hours: float | None
    current_hours: float | None
    incremental_hours: float | None
    one_off_hours: float | None
    share_of_capacity: float | None
    hours_per_person_benefiting: float | None
    at_least: bool
    one_off_of_all: float | None = None
    """One-off hours if everyone got it: before the target uptake."""


@dataclass
class Recommended:
    eligible_people: float | None
    people_benefiting_per_year: float | None
    roles: dict[str, RoleHours]


@dataclass
class OnLists:
    """One role: required hours and time of every list."""

    required: list[float | None]
    change_at_most: list[float | None]
    times: list[Time]


@dataclass
class Expected:
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
    on_lists = {role: _on_lists(role, works, lists, given, limits) for role in sorted({role for work in works for role in work.roles})}
    recommendations = {work.id: _recommended(work, on_lists) for work in works}
    parts = {role: [r.roles[role] for r in recommendations.values() if role in r.roles] for role in on_lists}
    return Expected(
        lists,
        limits,
        recommendations,
        on_lists,
        {role: _total(parts[role], on_lists[role], lists, limits) for role in on_lists},
        {role: _overload(on_lists[role].times) for role in on_lists if given.capacity and role in given.capacity["roles"]},
    )


def _known(values: list[float | None]) -> float | None:
    """Sum of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _complete(values: list[float | None]) -> float | None:
    """Sum, or None where a part is unknown."""
    return None if any(value is None for value in values) else sum(value for value in values if value is not None)


def _times(value: float | None, factor: float | None) -> float | None:
    return None if value is None or factor is None else value * factor


def _per_list(work: Work, role: str) -> list[float | None]:
    """TNT hours of the recommendation on every list, None where no time is known or the list does not tell who."""
    mine = work.roles[role]
    return [None] * len(mine.yearly_hours) if mine.no_time_known else mine.yearly_hours


def _on_lists(role: str, works: list[Work], lists: list[PatientList], given: Given, limits: Thresholds) -> OnLists:
    mine = [work for work in works if role in work.roles]
    rows = range(len(lists))
    required = [_known([_times(_per_list(work, role)[row], work.target) for work in mine]) for row in rows]
    at_most = [_known([_times(_per_list(work, role)[row], _change_at_most(work, role)) for work in mine]) for row in rows]
    entry = (given.capacity or {"roles": {}})["roles"].get(role)
    times = [time_of(entry, one, role, required[row], limits, given.reserved_on) for row, one in enumerate(lists)]
    return OnLists(required, at_most, times)


def _change_at_most(work: Work, role: str) -> float:
    """Target less current uptake; the whole target where today's hours are not known everywhere."""
    return work.target if work.current is None or _is_at_least(work, role) else work.target - work.current


def _is_at_least(work: Work, role: str) -> bool:
    return work.roles[role].a_time_missing or _complete(work.roles[role].yearly_hours) is None


def _recommended(work: Work, on_lists: dict[str, OnLists]) -> Recommended:
    benefiting = None if work.benefiting is None else _known(work.benefiting)
    roles = {role: _role_hours(work, role, mine, benefiting, on_lists[role].times) for role, mine in work.roles.items()}
    return Recommended(_known(work.eligible), benefiting, roles)


def _role_hours(work: Work, role: str, mine: RoleWork, benefiting: float | None, times: list[Time]) -> RoleHours:
    per_list = _per_list(work, role)
    tnt = _known(per_list)
    complete = None if _is_at_least(work, role) else tnt
    counted = per_list if not work.is_against else [_times(hours, work.target) for hours in per_list]
    with_posts = [hours for hours, time in zip(counted, times, strict=True) if time.posts]
    available = _available(times)
    return RoleHours(
        tnt_hours=tnt,
        required_hours=_times(tnt, work.target),
        current_hours=_times(complete, work.current),
        incremental_hours=_times(complete, None if work.current is None else work.target - work.current),
        one_off_hours=_times(_known(mine.one_off_hours), work.target) if mine.has_one_off else None,
        share_of_capacity=_share(_known(with_posts), available),
        hours_per_person_benefiting=tnt / benefiting if tnt is not None and benefiting else None,
        at_least=_is_at_least(work, role),
        one_off_of_all=_known(mine.one_off_hours) if mine.has_one_off else None,
    )


def _available(times: list[Time]) -> float | None:
    """Hours of all lists with posts known and above 0."""
    return _complete([time.available for time in times if time.posts]) if any(time.posts for time in times) else None


def _share(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole else None


def _total(parts: list[RoleHours], on: OnLists, lists: list[PatientList], limits: Thresholds) -> dict[str, float | bool | None]:
    staffed = [row for row, time in enumerate(on.times) if time.posts]
    required = _known([part.required_hours for part in parts])
    incremental = _complete([part.incremental_hours for part in parts])
    required_there = _known([on.required[row] for row in staffed])
    gross = _complete([on.times[row].gross for row in staffed]) if staffed else None
    worked = _complete([on.times[row].worked_today for row in staffed]) if staffed else None
    change_there = _known([on.change_at_most[row] for row in staffed])
    return {
        "required_hours": required,
        "current_hours": _complete([part.current_hours for part in parts]),
        "incremental_hours": incremental,
        "incremental_hours_at_most": _at_most(parts),
        "one_off_hours": sum(part.one_off_hours or 0.0 for part in parts),
        "overlap_hours": 0.0,
        "available_hours": _available(on.times),
        "share_of_capacity": _share(required_there, _available(on.times)),
        "positions": _share(required, _mean_per_post(on.times, lists)),
        "break_even_reserve": None if required_there is None or not gross else 1 - required_there / (limits.overload * gross),
        "load_before": _share(worked, gross),
        "load_after": None if incremental is None else _share(_plus(worked, change_there), gross),
        "load_after_at_most": _share(_plus(worked, change_there), gross),
        "at_least": any(part.at_least for part in parts),
    }


def _at_most(parts: list[RoleHours]) -> float | None:
    """Required hours in place of every change that is unknown."""
    return _known([part.required_hours if part.incremental_hours is None else part.incremental_hours for part in parts])


def _plus(one: float | None, two: float | None) -> float | None:
    return None if one is None or two is None else one + two


def _mean_per_post(times: list[Time], lists: list[PatientList]) -> float | None:
    """Available hours of one post, weighted by the people of lists with posts."""
    pairs = [(time.per_post, one.people) for time, one in zip(times, lists, strict=True) if time.posts]
    if not pairs or any(per_post is None for per_post, _ in pairs):
        return None
    people = sum(weight for _, weight in pairs)
    return sum((per_post or 0.0) * weight for per_post, weight in pairs) / people if people else None


def _overload(times: list[Time]) -> dict[str, float | None]:
    counts = {state: sum(time.state == state for time in times) for state in STATES}
    verdicts = counts["ok"] + counts["watch"] + counts["overload"]
    return {
        "lists": counts["overload"],
        "of": verdicts,
        "share": counts["overload"] / verdicts if verdicts else None,
        "watch": counts["watch"],
        "vacant": counts["vacant"],
        "unknown": counts["unknown"],
        "imputed": counts["imputed"],
    }
