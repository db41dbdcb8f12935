"""The slow, obvious calculation from the documents as written: list by list, age by age, task by task, role by role.

It shares nothing with the program, only what the numbers mean. None is unknown or cannot be estimated, never zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache

from tests.oracle.backlog import nobody_knows, overdue_events, overdue_of_one, spread_over
from tests.oracle.benefit import comes_back, counted_task, helped_of_one, is_treating, treated_in_a_year
from tests.oracle.cascade import Asked, Document, asked, is_one_off
from tests.oracle.clusters import Conditions
from tests.oracle.conditions import Known, count, most
from tests.oracle.people import CELLS, Cell, PatientList
from tests.oracle.population import eligible, people_of
from tests.oracle.quantities import years
from tests.oracle.uptake import Uptake
from tests.oracle.who_does import minutes_of_one, overhead_of_one, roles_of, split, supervision_minutes


@dataclass
class RoleWork:
    """What one recommendation asks of one role, list by list."""

    yearly_hours: list[float | None] = field(default_factory=list)
    """If everyone got it. None: cannot be estimated on this list."""
    most_yearly_hours: list[float] = field(default_factory=list)
    """The most it can be, whoever on the list the people are."""
    required_hours: list[float | None] = field(default_factory=list)
    """At the uptake aimed at, and at most; and at today's, None where that is not known."""
    most_required_hours: list[float] = field(default_factory=list)
    current_hours: list[float | None] = field(default_factory=list)
    one_off_hours: list[float | None] = field(default_factory=list)
    one_off_at_target: list[float | None] = field(default_factory=list)
    finding_hours: list[float | None] | None = None
    """Of the yearly hours those that find the people who benefit; None where no task of the role does."""
    backlog_hours: list[float | None] | None = None
    """Overdue today, if everyone eligible were reached. None: nobody knows how much."""
    backlog_at_target: list[float | None] | None = None
    supervision_hours: list[float | None] = field(default_factory=list)
    """Of the required hours those in which the role supervises others."""
    overhead_hours: list[float | None] = field(default_factory=list)
    """And those that are overhead."""
    no_time_known: bool = False
    """Every task of the role lacks a time."""
    a_time_missing: bool = False
    has_one_off: bool = False
    tasks: int = 0
    """Tasks of the role that are done year after year, and those of them that have a time."""
    timed_tasks: int = 0
    a_one_off_time_missing: bool = False
    nobody_knows_finding: bool = False
    """It has tasks that find those who benefit, and no time for any."""
    nobody_knows_treating: bool = False


@dataclass
class Work:
    """One recommendation on every list."""

    id: str
    is_against: bool
    target: Uptake
    current: Uptake | None
    current_is_at_most: bool
    """Today's follows from what was observed, of which some may be of others."""
    eligible: list[float | None]
    benefiting: list[float | None] | None
    benefiting_at_target: list[float | None] | None
    """If everyone got it, and of those who are to get it."""
    benefit: Document | None
    start_up_years: float
    roles: dict[str, RoleWork]


def work_of(guideline: Document, lists: list[PatientList], conditions: Conditions) -> list[Work]:
    return [
        _work(f"{guideline['guideline']}/{name}", recommendation, lists, conditions)
        for name, recommendation in guideline["recommendations"].items()
    ]


def _work(name: str, recommendation: Document, lists: list[PatientList], conditions: Conditions) -> Work:
    uptake = recommendation.get("uptake", {})
    people = [people_of(one, recommendation, conditions) for one in lists]
    target, current = Uptake(uptake.get("target", "100 %")), Uptake(uptake["current"]) if "current" in uptake else None
    benefits = _benefiting_of_one(recommendation)
    benefiting = None if benefits is None else _sum(people, benefits)
    return Work(
        id=name,
        is_against=recommendation.get("strength") in ("weak-against", "strong-against"),
        target=target,
        current=current,
        current_is_at_most=recommendation.get("current is at most", False),
        eligible=_sum(people, lambda cell: eligible(recommendation, cell)),
        benefiting=benefiting,
        benefiting_at_target=None
        if benefits is None or benefiting is None
        else target.of(benefiting, benefits, people),
        benefit=recommendation.get("benefit"),
        start_up_years=spread_over(recommendation),
        roles={role: _role_work(recommendation, role, people, target, current) for role in _roles(recommendation)},
    )


def _sum(people: list[Known], per_person: Callable[[Cell], float]) -> list[float | None]:
    """The quantity on every list; what a person of a cell is asked for is the same on all, and worked out once."""
    worked_out = cache(per_person)
    return [count(known, worked_out) for known in people]


def _roles(recommendation: Document) -> list[str]:
    return sorted({role for task in recommendation["tasks"].values() for role in roles_of(task)})


def hours_per_list(work: Work, role: str) -> list[float | None]:
    """TNT hours of the recommendation on every list, None where no time is known or the list does not tell who."""
    mine = work.roles[role]
    return [None] * len(mine.yearly_hours) if mine.no_time_known else mine.yearly_hours


def _role_work(
    recommendation: Document, role: str, people: list[Known], target: Uptake, current: Uptake | None
) -> RoleWork:
    mine = list(pieces(recommendation, role))
    timed = [one for one in mine if one.has_time]

    def hours(some: list[Piece], events: Callable[[Asked], float]) -> Callable[[Cell], float]:
        return lambda cell: sum(
            events(asked(recommendation, one.task, cell)) * one.hours_per_event(cell[1]) for one in some
        )

    def overdue(cell: Cell) -> float:
        return sum(overdue_events(recommendation, one.task, cell) * one.hours_per_event(cell[1]) for one in timed)

    untimed = [one for one in mine if not one.has_time]
    unknown = any(nobody_knows(recommendation, one.task) for one in mine) or any(
        overdue_of_one(recommendation, one.task, age) for one in untimed for _, age in CELLS
    )
    treating = [one for one in mine if "benefit" not in recommendation or is_treating(recommendation, one.task)]
    finding = [one for one in timed if one not in treating]
    yearly, once = hours(timed, lambda what: what.yearly), hours(timed, lambda what: what.one_off)
    supervised = hours([one for one in timed if one.is_supervision], lambda what: what.yearly)

    def overhead(cell: Cell) -> float:
        return sum(asked(recommendation, one.task, cell).yearly * one.overhead_hours(cell[1]) for one in timed)

    of_all, most_of_all = _sum(people, yearly), [most(known, yearly) for known in people]
    one_off, late = _sum(people, once), None if unknown else _sum(people, overdue)
    nobody_tells: list[float | None] = [None] * len(people)
    return RoleWork(
        finding_hours=_sum(people, hours(finding, lambda what: what.yearly)) if finding else None,
        supervision_hours=target.of(_sum(people, supervised), supervised, people),
        backlog_hours=late,
        backlog_at_target=None if late is None else target.of(late, overdue, people),
        yearly_hours=of_all,
        most_yearly_hours=most_of_all,
        required_hours=target.of(of_all, yearly, people) if timed else nobody_tells,
        most_required_hours=target.most_of(most_of_all, yearly, people),
        current_hours=nobody_tells if current is None or not timed else current.of(of_all, yearly, people),
        one_off_hours=one_off,
        one_off_at_target=target.of(one_off, once, people),
        overhead_hours=target.of(_sum(people, overhead), overhead, people),
        no_time_known=not timed,
        a_time_missing=len(timed) < len(mine),
        nobody_knows_finding=len(treating) < len(mine) and not finding,
        nobody_knows_treating=bool(treating) and not any(one in treating for one in timed),
        tasks=sum(not is_one_off(recommendation, one.task) for one in mine),
        timed_tasks=sum(not is_one_off(recommendation, one.task) for one in timed),
        a_one_off_time_missing=any(is_one_off(recommendation, one.task) for one in untimed),
        has_one_off=any(is_one_off(recommendation, one.task) for one in timed),
    )


@dataclass
class Piece:
    """What one role does of a task: a share of its events, or supervision of who does."""

    task: str
    written: Document
    role: str
    supervision: float | None = None
    """Minutes an event, whoever does it."""

    @property
    def is_supervision(self) -> bool:
        return self.supervision is not None

    @property
    def has_time(self) -> bool:
        return self.is_supervision or self.written["time"] is not None

    def hours_per_event(self, age: int) -> float:
        if self.supervision is not None:
            return self.supervision / 60
        return minutes_of_one(self.written, self.role, age) * split(self.written)[self.role] / 60

    def overhead_hours(self, age: int) -> float:
        """The part of these that is overhead."""
        if self.is_supervision:
            return 0.0
        return overhead_of_one(self.written, self.role, age) * split(self.written)[self.role] / 60


def pieces(recommendation: Document, role: str) -> Iterator[Piece]:
    for name, task in recommendation["tasks"].items():
        if role in split(task):
            yield Piece(name, task, role)
        for each in supervision_minutes(task, role):
            yield Piece(name, task, role, each)


def _benefiting_of_one(recommendation: Document) -> Callable[[Cell], float] | None:
    """Of one person of a cell who gets it, how many benefit a year; None where the file does not say enough."""
    benefit = recommendation.get("benefit")
    name = None if benefit is None else counted_task(recommendation)
    if benefit is None or name is None:
        return None
    per_treated = helped_of_one(benefit)
    if per_treated <= 0:
        return None
    horizon = years(benefit["horizon"]) if "horizon" in benefit else None
    if horizon is None and comes_back(recommendation, name):
        return None
    return lambda cell: treated_in_a_year(recommendation, name, cell, horizon) * per_treated
