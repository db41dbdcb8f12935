"""Numbers that are possible and unlikely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np

from tnt.arrays import Floats
from tnt.check.courses import courses_of
from tnt.check.one_off import one_off_of
from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityDocument, CapacityRole
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.plausible_minutes import FEWEST_MINUTES, MOST_MINUTES
from tnt.language.documents.staff import Staff
from tnt.language.walk import numbers
from tnt.reading.at_ages import at_ages, the_number
from tnt.reading.documents import Loaded
from tnt.reading.one_file.read import inside_case
from tnt.reading.pack import Pack
from tnt.reading.tables.list_table import ListTable

_MOST_EVENTS_A_YEAR = 60.0
"""A little more than weekly, the year round: what comes more often is seldom meant for everybody a guideline is for."""
_MOST_VISITS_A_YEAR = 3_650.0
"""Home nursing comes several times a day."""
_HOURS_A_WEEK = 10.0, 60.0
"""What one post should work: no full post is shorter, and the longest weeks that are published as means are below."""
_WEEKS = 20.0, 53.0
"""With fewer, months have most likely been written."""
_HOURS_A_YEAR = 200.0, 3120.0
"""The shortest week for the fewest weeks, and the longest for 52."""
_PEOPLE_PER_GP = 300.0, 6000.0
"""Posts in per cent are 100 times too many; posts typed as hundredths too few."""
_PEOPLE_PER_POST = 60.0
"""Other roles serve any number; but where posts are whole fives, as per cent are written, and there is one for each few
people, they are most likely per cent."""
_PEOPLE_OF_AN_AREA = 100_000.0
"""No practice is so large, nearly: what is, is a district or a nation, whose posts are counted otherwise."""


def minutes(pack: Pack) -> Iterator[Diagnostic]:
    """A time for one event (one session of a group) outside 1 to 240 minutes."""
    return _once(problem for loaded in _guidelines(pack) for problem in _minutes(loaded))


def frequency(pack: Pack) -> Iterator[Diagnostic]:
    """A task that comes more often than once a week or so; where people are visited at home, more than ten times a
    day."""
    return _once(problem for loaded in _guidelines(pack) for problem in _frequency(loaded))


def courses(pack: Pack) -> Iterator[Diagnostic]:
    """A course that is no whole number of intervals, or longer than five years."""
    return _once(problem for loaded in _guidelines(pack) for problem in courses_of(loaded))


def one_off(pack: Pack) -> Iterator[Diagnostic]:
    """Work done once for people of one age."""
    return _once(problem for loaded in _guidelines(pack) for problem in one_off_of(loaded))


def uptake(pack: Pack) -> Iterator[Diagnostic]:
    """Uptake that falls for a recommendation for something, or does not fall for one against."""
    return _once(problem for loaded in _guidelines(pack) for problem in _uptake(loaded))


def working_time(pack: Pack) -> Iterator[Diagnostic]:
    """A post that works unusually many or few hours or weeks."""
    return _once(problem for loaded in chain(pack.documents, pack.other_periods) for problem in _capacity(loaded))


def posts(lists: Loaded[ListsDocument], table: ListTable) -> Iterator[Diagnostic]:
    """A third or more of the lists with a likely slip in the posts of a role; areas, and posts that nobody counted, are
    left out."""
    people = table.people.sum(axis=1)
    for role, posts_of_role in table.posts.items():
        if table.posts_imputed.get(role):
            continue
        known = (people > 0) & (people < _PEOPLE_OF_AN_AREA) & (posts_of_role > 0)
        staff = lists.document.staff[role]
        fewest, most = _people_per_post(role, posts_of_role[known], staff)
        people_per_post = people[known] / posts_of_role[known]
        unusual = people_per_post[(people_per_post < fewest) | (people_per_post > most)]
        if unusual.size and 3 * unusual.size >= people_per_post.size:
            values = {
                "count": str(unusual.size),
                "of": str(people_per_post.size),
                "found": f"{np.median(unusual):.0f}",
                "role": role,
                "low": f"{fewest:g}",
            }
            values |= {} if np.isinf(most) else {"high": f"{most:g}"}
            if np.median(unusual) < fewest and staff.in_ == "fte":
                values["reason"] = "posts-in-per-cent"
            elif np.median(unusual) > most and staff.in_ in ("percent", "hours-per-week"):
                values["reason"] = "posts-full-time"
            yield Diagnostic(Code.POSTS_IMPLAUSIBLE, lists.place("staff", role, "posts"), values)


def _people_per_post(role: str, posts_of_role: Floats, staff: Staff) -> tuple[float, float]:
    """The fewest and the most people whom one post of a role is likely to serve."""
    if role == "gp":
        return _PEOPLE_PER_GP
    fives = staff.in_ == "fte" and bool(np.all(posts_of_role % 5 == 0))
    return (_PEOPLE_PER_POST if fives else 0.0), np.inf


def _guidelines(pack: Pack) -> Iterator[Loaded[GuidelineDocument]]:
    """Every guideline, those inside cases too; then those of other periods, as they are then."""
    for loaded in chain(pack.documents, pack.other_periods):
        for part in [loaded, *inside_case(loaded)]:
            if isinstance(part.document, GuidelineDocument):
                yield Loaded(part.tree, part.document, part.base)


def _once(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Each at its place once, however many periods have it."""
    reported: set[object] = set()
    for problem in problems:
        if (problem.code, problem.place) not in reported:
            reported.add((problem.code, problem.place))
            yield problem


def _capacity(loaded: Loaded[Document]) -> Iterator[Diagnostic]:
    if isinstance(loaded.document, CapacityDocument):
        at: tuple[str, ...] = ("roles",)
        roles = loaded.document.roles
    elif isinstance(loaded.document, CaseDocument):
        at, roles = ("given", "capacity"), loaded.document.given.capacity
    else:
        return
    for name, role in roles.items():
        for key, figure, (least, most), unit in _hours_and_weeks(role):
            if not least <= figure <= most:
                values = {"found": f"{figure:g}{unit}", "low": f"{least:g}{unit}", "high": f"{most:g}{unit}"}
                yield Diagnostic(Code.WORKING_TIME_IMPLAUSIBLE, loaded.place(*at, name, key), values)


def _hours_and_weeks(role: CapacityRole) -> Iterator[tuple[str, float, tuple[float, float], str]]:
    """Key, figure, what is usual, and the unit."""
    time = role.hours.expected
    if time.per_year:
        yield "hours", time.hours, _HOURS_A_YEAR, " h / year"
    else:
        yield "hours", time.hours, _HOURS_A_WEEK, " h / week"
    if role.weeks is not None:
        yield "weeks", role.weeks.expected, _WEEKS, ""


def _minutes(loaded: Loaded[GuidelineDocument]) -> Iterator[Diagnostic]:
    for rec_id, rec in loaded.document.recommendations.items():
        for task_id, task in rec.tasks.items():
            for below, time in () if task.time is None else numbers(task.time, ("time",)):
                if not FEWEST_MINUTES <= time.expected <= MOST_MINUTES:
                    path = ("recommendations", rec_id, "tasks", task_id, *below)
                    values = {
                        "found": f"{time.expected:g} min",
                        "low": f"{FEWEST_MINUTES:g} min",
                        "high": f"{MOST_MINUTES:g} min",
                    }
                    yield Diagnostic(Code.MINUTES_IMPLAUSIBLE, loaded.place(*path), values)


def _frequency(loaded: Loaded[GuidelineDocument]) -> Iterator[Diagnostic]:
    for rec_id, rec in loaded.document.recommendations.items():
        for task_id, task in rec.tasks.items():
            most = _MOST_VISITS_A_YEAR if task.contact == "home-visit" else _MOST_EVENTS_A_YEAR
            often = None if task.frequency is None else task.frequency.expected.events_per_year
            within_a_year = 1.0 if task.for_ is None else min(1.0, task.for_.expected)
            if often is not None and often * within_a_year > most:
                place = loaded.place("recommendations", rec_id, "tasks", task_id, "frequency")
                values = {"found": f"{often:.0f}", "high": f"{most:.0f}"}
                yield Diagnostic(Code.FREQUENCY_IMPLAUSIBLE, place, values)


def _uptake(loaded: Loaded[GuidelineDocument]) -> Iterator[Diagnostic]:
    at_all_ages = ((i, at.recommendation) for i, rec in loaded.document.recommendations.items() for at in at_ages(rec))
    for rec_id, rec in at_all_ages:
        current, target = the_number(rec.uptake.current), the_number(rec.uptake.target)
        if current is None or (target is None and rec.is_against):  # the latter is an error of its own
            continue
        goal = 1.0 if target is None else target.expected
        place = loaded.place("recommendations", rec_id, "uptake", key=True)
        values = {"id": rec_id, "current": f"{current.expected * 100:g} %", "target": f"{goal * 100:g} %"}
        if rec.is_against and goal >= current.expected:
            yield Diagnostic(Code.UPTAKE_RISES, place, values)
        if not rec.is_against and goal < current.expected:
            yield Diagnostic(Code.UPTAKE_FALLS, place, values)
