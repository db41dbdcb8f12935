"""The time there is on one list, and what is asked of it: posts, reserved time, ratio and state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.oracle.conditions import Crowd, count
from tests.oracle.people import CELLS, Cell, PatientList
from tests.oracle.quantities import ages, hours_per_year, minutes, rate, share

Document = dict[str, Any]


@dataclass
class Time:
    """One role on one list; None: unknown."""

    posts: float | None
    available: float | None
    per_post: float | None
    gross: float | None
    worked_today: float | None
    ratio: float | None
    state: str
    at_least: bool = False
    """Whether some task of the role cannot be estimated on the list."""
    other_care: float | None = None
    """Hours of contacts that are not the pack's; also None where none are reserved."""


@dataclass
class Thresholds:
    watch: float | None
    overload: float


def thresholds(capacity: Document) -> Thresholds:
    given = capacity.get("thresholds", {})
    return Thresholds(share(given["watch"]) if "watch" in given else None, share(given.get("overload", "100 %")))


def time_of(
    role: Document | None,
    one: PatientList,
    name: str,
    required: float | None,
    limits: Thresholds,
    reserved_on: Document,
    tasks: tuple[int, int],
    contacts: Document,
) -> Time:
    """`role` is its entry in the capacity, None without one; `reserved_on`: file of list ids -> the ids in it.

    `tasks`: how many of the role could be estimated on the list, of how many. `contacts`: contacts files by id.
    """
    at_least = tasks[0] < tasks[1]
    posts = one.posts.get(name)
    if role is None:
        return Time(posts, None, None, None, None, None, "unknown", at_least)
    gross = hours_per_year(role["hours"], role.get("weeks"))
    reserved = reserve(role, one, reserved_on, contacts)
    per_post, hours = available(gross, posts, reserved)
    worked = hours_per_year(role["worked_today"], role.get("weeks")) if "worked_today" in role else None
    ratio = None if posts is None else _ratio(one, required, hours)
    state = _state(one, name, posts, hours, ratio, limits)
    if state in ("ok", "watch") and 2 * tasks[0] < tasks[1]:
        state = "unknown"
    known_posts = posts or 0.0
    return Time(
        posts,
        hours,
        per_post,
        known_posts * gross,
        None if worked is None else known_posts * worked,
        ratio,
        state,
        at_least,
        reserved.other_care if reserved.has_other_care else None,
    )


@dataclass
class Reserve:
    """What a list reserves for other work: shares of the time, hours a year of each post, and of all its people."""

    shares: float
    hours_per_post: float
    hours_for_people: float | None
    """None: it goes by age, and nobody knows the ages."""
    other_care: float | None = 0.0
    """Those of them that are made of contacts; None likewise."""
    has_other_care: bool = False


def reserve(role: Document, one: PatientList, reserved_on: Document, contacts: Document) -> Reserve:
    found = Reserve(0.0, 0.0, 0.0)
    for entry in role.get("reserved", {}).values():
        where = entry.get("lists", "all")
        found.has_other_care |= "from_contacts" in entry and where != "none"
        if where == "none" or (where != "all" and one.id not in reserved_on[where]):
            continue
        found.shares += share(entry["share"]) if "share" in entry else 0.0
        found.hours_per_post += hours_per_year(entry["time"], role["weeks"]) if "time" in entry else 0.0
        if "per_person" in entry:
            hours = _per_person(entry["per_person"], one)
            known = found.hours_for_people
            found.hours_for_people = None if hours is None or known is None else known + hours
        if "from_contacts" in entry:
            hours = other_care(entry, one, contacts[entry["from_contacts"]])
            known, of_contacts = found.hours_for_people, found.other_care
            found.hours_for_people = None if hours is None or known is None else known + hours
            found.other_care = None if hours is None or of_contacts is None else of_contacts + hours
    return found


def other_care(entry: Document, one: PatientList, contacts: Document) -> float | None:
    """Hours a year of the contacts of all the listed people that are not this pack's work."""
    of_people = contacts_of(one, contacts)
    return None if of_people is None else of_people * (1 - share(entry["in_pack"])) * minutes(entry["minutes"]) / 60


def contacts_of(one: PatientList, contacts: Document) -> float | None:
    """How many the people of a list have in a year; None where that depends on ages nobody knows."""

    def of_one(cell: Cell) -> float:
        (mean,) = [
            rate(row["contacts"])
            for row in contacts["rows"]
            if row.get("sex", "all") in ("all", cell[0]) and cell[1] in ages(row.get("ages", "all"))
        ]
        return mean

    return _of_people(one, of_one)


def available(gross: float, posts: float | None, reserved: Reserve) -> tuple[float | None, float | None]:
    """Hours a year of one post, and of all posts of the list."""
    if posts is None or reserved.hours_for_people is None:
        return None, None
    if posts == 0:
        return None, 0.0
    left = gross * (1 - reserved.shares) - reserved.hours_per_post - reserved.hours_for_people / posts
    per_post = max(0.0, left)
    return per_post, posts * per_post


def _per_person(given: Any, one: PatientList) -> float | None:
    """Hours a year for all the listed people; by age where rows say so."""
    rows = given if isinstance(given, list) else [{"time": given}]

    def hours(cell: Cell) -> float:
        return sum(
            hours_per_year(row["time"], None)
            for row in rows
            if row.get("sex", "all") in ("all", cell[0]) and cell[1] in ages(row.get("ages", "all"))
        )

    return _of_people(one, hours)


def _of_people(one: PatientList, of_one: Callable[[Cell], float]) -> float | None:
    """The sum over the listed people."""
    known = Crowd(one.people, dict.fromkeys(CELLS, 1.0)) if one.by_cell is None else one.by_cell
    return count(known, of_one) if one.people > 0 else 0.0


def _ratio(one: PatientList, required: float | None, available: float | None) -> float | None:
    if one.people == 0:
        return 0.0
    if required is None or not available:
        return None
    return required / available


def _state(
    one: PatientList, name: str, posts: float | None, available: float | None, ratio: float | None, limits: Thresholds
) -> str:
    if posts is None:
        return "unknown"
    if one.people > 0 and posts == 0:
        return "vacant"
    if one.ages_imputed or name in one.posts_imputed:
        return "imputed"
    if one.people == 0:
        return "ok"
    if available == 0:
        return "overload"
    if ratio is None:
        return "unknown"
    if ratio > limits.overload:
        return "overload"
    return "watch" if limits.watch is not None and ratio >= limits.watch else "ok"
