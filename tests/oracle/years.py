"""Work to get started, year by year: what is done once for those newly reached, and what is overdue caught up with.

Of the people of one sex and age, e are eligible, and R of the year before, a year younger then, have had it. Up to
e x uptake of the year have it by the end of the year; those who had not are new. What is overdue is caught up with as
uptake grows beyond its highest so far. Both fall evenly on the years of the start-up from the year they arise.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from tests.oracle.cascade import asked, is_one_off
from tests.oracle.conditions import count as count_people
from tests.oracle.conditions import prevalence, those_with
from tests.oracle.expected import Expected, Given, expected
from tests.oracle.overheads import with_overheads
from tests.oracle.people import SEXES, Cell, Row
from tests.oracle.population import eligible
from tests.oracle.quantities import share
from tests.oracle.slow import pieces
from tests.oracle.spread import without_totals
from tests.oracle.totals import available_hours
from tests.oracle.unknowns import plus, share_of

Document = dict[str, Any]
Shares = dict[Cell, float]
OLDEST = 105


@dataclass
class OfOneYear:
    """One role in one year."""

    one_off_hours: float | None
    one_off_at_least: bool
    backlog_hours: float | None
    start_up_hours: float | None
    hours_with_start_up: float | None
    share_with_start_up: float | None
    start_up_at_least: bool


@dataclass
class Arising:
    """Hours of one recommendation and role that arise in one year, by list; None where nobody knows."""

    one_off: list[float | None]
    one_off_lacks_time: bool
    backlog: list[float | None]
    staffed: list[bool]
    """Lists with posts in the year, whose people what is done once counts."""
    staffed_at_first: list[bool]
    """Lists with posts in the first year, whose people the backlog counts."""


def start_up_by_year(given: Given, first: int, last: int) -> dict[int, dict[str, OfOneYear]]:
    """Every year from `first`, the year of the first uptake, to `last`; by role."""
    years = range(first, last + 1)
    given = replace(given, guidelines=with_overheads(given.guidelines, given.capacity))
    by_year = {year: expected(_in_year(given, year, year - first)) for year in years}
    arising = {year: dict[tuple[str, str], Arising]() for year in years}
    for guideline in given.guidelines:
        for name, recommendation in guideline["recommendations"].items():
            parts = _arising(f"{guideline['guideline']}/{name}", recommendation, given, by_year, first)
            for year, role, part in parts:
                arising[year][f"{guideline['guideline']}/{name}", role] = part
    return {year: {role: _of_role(role, year, by_year, arising) for role in by_year[year].total} for year in years}


def uptake_in_year(recommendation: Document, years_since: int) -> float:
    uptake = recommendation.get("uptake", {})
    if years_since < len(uptake.get("ramp", [])):
        return share(uptake["ramp"][years_since])
    return share(uptake["target"]) if "target" in uptake else 1.0


def newly_reached(
    who: Shares, uptakes: list[float], current: float | None, people: list[Shares] | None
) -> Iterator[Shares]:
    """Year by year, what share of the people of a cell have it for the first time. `who`: the share that is eligible.

    `people` by cell, year by year; None where nobody knows ages, and nobody is known to grow older.
    """
    had = {cell: part * (current or 0.0) for cell, part in who.items()}
    for number, uptake in enumerate(uptakes):
        if people is not None:
            had = _a_year_older(had, people[max(0, number - 1)])
        new = {cell: max(0.0, part * uptake - had[cell]) for cell, part in who.items()}
        had = {cell: had[cell] + new[cell] for cell in who}
        yield new


def _a_year_older(had: Shares, people: Shares) -> Shares:
    """The last age is open: who is in it stays, and those of the age before come to it."""
    older: Shares = {}
    for sex in SEXES:
        older[sex, 0] = 0.0
        for age in range(1, OLDEST):
            older[sex, age] = had[sex, age - 1]
        coming, staying = people[sex, OLDEST - 1], people[sex, OLDEST]
        if coming + staying == 0:
            coming = staying = 1.0
        among = had[sex, OLDEST - 1] * coming + had[sex, OLDEST] * staying
        older[sex, OLDEST] = among / (coming + staying)
    return older


def _arising(
    name: str, recommendation: Document, given: Given, by_year: dict[int, Expected], first: int
) -> Iterator[tuple[int, str, Arising]]:
    spread = without_totals(given.conditions, given.populations)
    conditions = {key: one for document in spread for key, one in document["conditions"].items()}
    condition = recommendation["population"].get("condition")
    ill = prevalence(conditions[condition]) if condition in conditions else None
    uptakes = [uptake_in_year(recommendation, year - first) for year in by_year]
    current = recommendation.get("uptake", {}).get("current")
    lists = [one.lists for one in by_year.values()]
    knows_ages = all(one.by_cell is not None for one in lists[0]) and (condition is None or ill is not None)
    cells = [(sex, age) for sex in SEXES for age in range(OLDEST + 1)]
    if knows_ages:
        who = {cell: eligible(recommendation, cell) * (1.0 if ill is None else ill[cell]) for cell in cells}
        people = [{cell: sum((one.by_cell or {})[cell] for one in there) for cell in cells} for there in lists]
    else:
        who, people = dict.fromkeys(cells, 1.0), None
    new = list(newly_reached(who, uptakes, None if current is None else share(current), people))
    highest = 0.0
    overdue_today = next(work for work in by_year[first].works if work.id == name)
    for number, (year, there) in enumerate(by_year.items()):
        growth = max(0.0, uptakes[number] - highest)
        highest = max(highest, uptakes[number])
        of_eligible = {cell: new[number][cell] / part if part else 0.0 for cell, part in who.items()}
        for role, work in overdue_today.roles.items():
            known = [those_with(one, condition, ill, conditions.get(condition, {})) for one in there.lists]
            hours = _one_off_hours(recommendation, role)
            once = [count_people(one, lambda cell, h=hours, f=of_eligible: h(cell) * f[cell]) for one in known]
            overdue: list[float | None] = [0.0] * len(known)
            if growth:
                listed = work.backlog_hours or [None] * len(known)
                overdue = [None if one is None else one * growth for one in listed]
            lacks_time = any(of_eligible.values()) and _lacks_time(recommendation, role)
            yield year, role, Arising(once, lacks_time, overdue, _staffed(there, role), _staffed(by_year[first], role))


def _staffed(there: Expected, role: str) -> list[bool]:
    return [bool(time.posts) for time in there.on_lists[role].times]


def _one_off_hours(recommendation: Document, role: str) -> Any:
    """Hours done once and never again for each listed person of a cell, tasks with a time."""

    def hours(cell: Cell) -> float:
        timed = [one for one in pieces(recommendation, role) if one.has_time]
        return sum(asked(recommendation, one.task, cell).one_off * one.hours_per_event(cell[1]) for one in timed)

    return hours


def _lacks_time(recommendation: Document, role: str) -> bool:
    """Whether the role does something once of which nobody knows how long it takes."""
    return any(not one.has_time and is_one_off(recommendation, one.task) for one in pieces(recommendation, role))


def _of_role(
    role: str, year: int, by_year: dict[int, Expected], arising: dict[int, dict[tuple[str, str], Arising]]
) -> OfOneYear:
    there = by_year[year]
    total = there.total[role]
    once = overdue = staffed = 0.0
    once_unknown = overdue_partly = False
    for work in there.works:
        for earlier in (each for each in by_year if each <= year):
            part = min(1.0, max(0.0, work.start_up_years - (year - earlier))) / work.start_up_years
            if (work.id, role) not in arising[earlier] or part == 0:
                continue
            here = arising[earlier][work.id, role]
            once_unknown |= None in here.one_off or here.one_off_lacks_time
            overdue_partly |= None in here.backlog
            once += part * sum(hours or 0.0 for hours in here.one_off)
            overdue += part * sum(hours or 0.0 for hours in here.backlog)
            staffed += part * sum(
                hours or 0.0
                for hours, has_posts in zip(
                    [*here.one_off, *here.backlog], [*here.staffed, *here.staffed_at_first], strict=True
                )
                if has_posts
            )
    unknown = once_unknown or overdue_partly
    available = available_hours(there.on_lists[role].times)
    return OfOneYear(
        one_off_hours=None if once_unknown and once == 0 else once,
        one_off_at_least=once_unknown,
        backlog_hours=None if overdue_partly else overdue,
        start_up_hours=None if unknown and once + overdue == 0 else once + overdue,
        hours_with_start_up=plus(total["required_hours"], once + overdue),
        share_with_start_up=plus(total["share_of_capacity"], share_of(staffed, available)),
        start_up_at_least=bool(total["at_least"]) or unknown,
    )


def _in_year(given: Given, year: int, years_since: int) -> Given:
    """People, registers and posts on a straight line between the years given; the uptake of the year as the target."""
    guidelines = copy.deepcopy(given.guidelines)
    for guideline in guidelines:
        for recommendation in guideline["recommendations"].values():
            uptake = dict(recommendation.get("uptake", {}))
            if "ramp" in uptake:
                recommendation["uptake"] = uptake
                if years_since < len(uptake["ramp"]):
                    uptake["target"] = uptake["ramp"][years_since]
                del uptake["ramp"]
    lists = {key: value for key, value in given.lists.items() if key != "year"}
    return replace(given, guidelines=guidelines, lists=lists, rows=_between(given, year))


def _between(given: Given, year: int) -> list[Row]:
    column = given.lists["year"]
    labels = {given.lists.get(key) for key in ("id", "sex", "ages")} | {"practice"}
    tables: dict[int, dict[tuple[str, ...], Row]] = {}
    for row in given.rows:
        key = tuple(row[name] for name in row if name in labels)
        tables.setdefault(int(row[column]), {})[key] = row
    if year in tables:
        return list(tables[year].values())
    before, after = max(each for each in tables if each < year), min(each for each in tables if each > year)
    share_of_way = (year - before) / (after - before)
    return [
        {
            name: text
            if name in labels or name == column
            else _on_the_way(text, tables[after][key][name], share_of_way)
            for name, text in row.items()
        }
        for key, row in tables[before].items()
    ]


def _on_the_way(one: str, two: str, share_of_way: float) -> str:
    if one == "" or two == "":
        return ""
    return repr(float(one) * (1 - share_of_way) + float(two) * share_of_way)
