"""What no single value shows to be wrong: cascades, roles that do not add up, statuses, reserves, rows that overlap."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tnt.diagnostics import Code, Diagnostic
from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityDocument, CapacityRole
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.conditions import AgeShape, Condition, ConditionsDocument, SpreadTotal
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import GuidelineDocument, Recommendation, Task
from tnt.language.documents.strategies import StrategiesDocument
from tnt.language.values.by_age import ByAge
from tnt.language.values.number import Number
from tnt.language.values.roles import PATIENT
from tnt.language.walk import covering_source, numbers
from tnt.reading.checks.benefit import check_benefit
from tnt.reading.checks.by_age import check_by_age
from tnt.reading.checks.chains import check_chains
from tnt.reading.checks.combined import groups_with_paths
from tnt.reading.checks.courses import check_course, check_season
from tnt.reading.checks.demand import check_demand, check_rows
from tnt.reading.checks.fit.moves import check_moves
from tnt.reading.checks.fit.signed import check_signed
from tnt.reading.checks.observed.within import check_observed
from tnt.reading.checks.patient import check_patient
from tnt.reading.checks.people_rows import ages_in_both, overlapping
from tnt.reading.checks.ranges import check_ranges
from tnt.reading.checks.reserved import check_reserved
from tnt.reading.checks.staffing import check_staffing
from tnt.reading.checks.start_up import check_start_up
from tnt.reading.checks.strategies import check_cohort
from tnt.reading.documents import Loaded


def check_meaning(loaded: Loaded[Document]) -> Iterator[Diagnostic]:
    """Every contradiction within one document."""
    document = loaded.document
    for path, number in numbers(document):
        if (
            number.status in ("sourced", "derived")
            and (number.source or covering_source(document, path)) is None
            and not (isinstance(document, ConditionsDocument) and path[0] != "clusters")
            and not (isinstance(document, ContactsDocument) and document.source is not None)
        ):
            yield Diagnostic(Code.STATUS_WITHOUT_SOURCE, loaded.place(*path, "status"), {"status": number.status})
    yield from check_ranges(loaded)
    yield from check_patient(loaded)
    yield from check_signed(loaded)
    if isinstance(document, GuidelineDocument):
        yield from _guideline(loaded, document)
    elif isinstance(document, ConditionsDocument):
        for name, condition in document.conditions.items():
            yield from _condition(loaded, name, condition)
        for name, shape in document.shapes.items():
            yield from _shape(loaded, name, shape)
    elif isinstance(document, ContactsDocument):
        yield from check_rows(loaded, document.rows, "rows")
    elif isinstance(document, StrategiesDocument):
        yield from check_cohort(loaded, document)
    elif isinstance(document, CapacityDocument):
        for role, working in document.roles.items():
            yield from _working_time(loaded, ("roles", role), working)
        watch, overload = document.thresholds.watch, document.thresholds.overload
        if watch is not None and watch.expected > (1.0 if overload is None else overload.expected):
            yield Diagnostic(Code.THRESHOLD_ORDER, loaded.place("thresholds", "watch"))
    elif isinstance(document, CaseDocument):
        for role, working in document.given.capacity.items():
            yield from _working_time(loaded, ("given", "capacity", role), working)


def _guideline(loaded: Loaded[Document], document: GuidelineDocument) -> Iterator[Diagnostic]:
    if document.status == "approved" and not document.approved_by:
        yield Diagnostic(Code.APPROVED_WITHOUT_NAME, loaded.place("status"))
    for rec_id, rec in document.recommendations.items():
        at = ("recommendations", rec_id)
        is_today_said = rec.uptake.current is not None or rec.observed_tasks
        if rec.is_against and not (is_today_said and rec.uptake.target is not None):
            yield Diagnostic(Code.AGAINST_WITHOUT_UPTAKE, loaded.place(*at, "strength"), {"id": rec_id})
        if rec.benefit is not None:
            yield from check_benefit(loaded, (*at, "benefit"), rec, rec.benefit)
        if rec.start_up is not None:
            yield from check_start_up(loaded, (*at, "start_up"), rec, rec.start_up)
        for task_id, task in rec.tasks.items():
            yield from _task(loaded, rec_id, rec, task_id, task)
        yield from check_chains(loaded, rec_id, rec)
        yield from check_demand(loaded, rec_id, rec)
        yield from check_by_age(loaded, rec_id, rec)
        yield from check_observed(loaded, rec_id, rec)
        yield from _ramp(loaded, rec_id, rec)


def _task(loaded: Loaded[Document], rec_id: str, rec: Recommendation, task_id: str, task: Task) -> Iterator[Diagnostic]:
    at = ("recommendations", rec_id, "tasks", task_id)
    if (task.role is None) == (task.roles is None):
        yield Diagnostic(Code.CONFLICTING_KEYS, loaded.place(*at, key=True), {"keys": "role, roles"})
    yield from check_course(loaded, at, rec, task_id, task)
    yield from check_season(loaded, at, rec, task_id)
    if task.roles is not None and abs(total := sum(share.expected for share in task.shares.values()) - 1) > 1e-9:
        yield Diagnostic(Code.ROLES_SUM, loaded.place(*at, "roles"), {"total": f"{(total + 1) * 100:g} %"})
    yield from check_moves(loaded, at, task_id, task)
    for key, role, part in task.supervisable:
        if part.supervision is not None and (part.supervision.role == role or PATIENT in (role, part.supervision.role)):
            place = loaded.place(*at, key, role, "supervision", "role")
            code = Code.SUPERVISED_BY_ITSELF if part.supervision.role == role != PATIENT else Code.PATIENT_SUPERVISION
            yield Diagnostic(code, place, {"role": role})
    if task.activity is not None and rec.population.ages.in_months:
        yield Diagnostic(Code.ACTIVITY_OF_MONTHS, loaded.place(*at, "activity"), {"ages": str(rec.population.ages)})
    if task.after is not None:
        if task.times is not None and task.frequency is not None:
            yield Diagnostic(Code.CONFLICTING_KEYS, loaded.place(*at, key=True), {"keys": "times, frequency"})
        if task.frequency is not None and task.frequency.expected.once:
            found = {"found": loaded.written(*at, "frequency")}
            yield Diagnostic(Code.BAD_FREQUENCY, loaded.place(*at, "frequency"), found)
        return
    if task.frequency is None and rec.demand is None:
        yield Diagnostic(Code.FIRST_TASK_FREQUENCY, loaded.place(*at, key=True), {"id": task_id})
    for key in ("probability", "times"):
        if getattr(task, key) is not None:
            yield Diagnostic(Code.NEEDS_KEY, loaded.place(*at, key, key=True), {"key": key, "needed": "after"})
    if task.frequency is not None:
        age = task.frequency.expected.at_age
        if age is not None and not any(age in group.ages for group in rec.groups):
            ages = ", ".join(str(group.ages) for group in rec.groups)
            values = {"found": loaded.written(*at, "frequency"), "ages": ages}
            (_, path), *_ = groups_with_paths(rec)
            related = (loaded.place("recommendations", rec_id, *path, "ages"),)
            yield Diagnostic(Code.NOBODY_OF_AGE, loaded.place(*at, "frequency"), values, related=related)


def _ramp(loaded: Loaded[Document], rec_id: str, rec: Recommendation) -> Iterator[Diagnostic]:
    """A ramp goes one way, from today's uptake to the target."""
    uptake = rec.uptake
    current, target = uptake.current, uptake.target
    if uptake.ramp is None or isinstance(current, ByAge) or isinstance(target, ByAge):
        return
    on_the_way = [number.expected for number in (current, *uptake.ramp) if number is not None]
    goal = 1.0 if target is None else target.expected
    steps = [after - before for before, after in pairwise([*on_the_way, goal])]
    if min(steps) < 0 < max(steps):
        yield Diagnostic(Code.RAMP_TURNS, loaded.place("recommendations", rec_id, "uptake", "ramp", key=True))


def _condition(loaded: Loaded[Document], name: str, condition: Condition) -> Iterator[Diagnostic]:
    base = ("conditions", name)
    yield from _status_of(loaded, condition, *base)
    rows = condition.prevalence
    if isinstance(rows, SpreadTotal):
        yield from _status_in(loaded, condition, rows.total, *base, "prevalence", "total")
        return
    for index, row in enumerate(rows):
        yield from _status_in(loaded, condition, row.share, *base, "prevalence", index, "share")
    for one, two in overlapping(rows):
        total = rows[one].share.expected + rows[two].share.expected
        values = {"ages": ages_in_both(rows[one], rows[two]), "total": f"{total * 100:g} %"}
        related = (loaded.place(*base, "prevalence", one),)
        yield Diagnostic(Code.PREVALENCE_OVERLAP, loaded.place(*base, "prevalence", two), values, related=related)


def _shape(loaded: Loaded[Document], name: str, shape: AgeShape) -> Iterator[Diagnostic]:
    base = ("shapes", name)
    yield from _status_of(loaded, shape, *base)
    for index, row in enumerate(shape.rows):
        at = (*base, "rows", index, "relative")
        yield from _status_in(loaded, shape, row.relative, *at)
        if row.relative.says_a_range:
            yield Diagnostic(Code.RANGE_OF_A_SHAPE, loaded.place(*at))
    yield from check_rows(loaded, shape.rows, *base, "rows")


def _status_of(loaded: Loaded[Document], part: Condition | AgeShape, *path: str) -> Iterator[Diagnostic]:
    if part.status in ("sourced", "derived") and part.source is None:
        yield Diagnostic(Code.STATUS_WITHOUT_SOURCE, loaded.place(*path, "status"), {"status": part.status})


def _status_in(
    loaded: Loaded[Document], part: Condition | AgeShape, number: Number[Any], *path: str | int
) -> Iterator[Diagnostic]:
    if number.status in ("sourced", "derived") and number.source is None and part.source is None:
        yield Diagnostic(Code.STATUS_WITHOUT_SOURCE, loaded.place(*path, "status"), {"status": number.status})


def _working_time(loaded: Loaded[Document], base: tuple[str, ...], working: CapacityRole) -> Iterator[Diagnostic]:
    weekly: list[tuple[str, ...]] = [
        (key,)
        for key in ("hours", "worked_today")
        if (n := getattr(working, key)) is not None and not n.expected.per_year
    ]
    weekly += [("reserved", name, "time") for name, entry in working.reserved.items() if entry.time is not None]
    weekly += [("support", name, "time") for name, entry in working.support.items() if entry.time is not None]
    if working.hours_distribution is not None:
        weekly += [("hours_distribution", key) for key, _, _ in working.hours_distribution.percentiles()]
    if weekly and working.weeks is None:
        yield Diagnostic(Code.WEEKS_MISSING, loaded.place(*base, *weekly[0]), {"key": weekly[0][-1]})
    yield from check_reserved(loaded, (*base, "reserved"), working.reserved)
    yield from check_staffing(loaded, base, working)
