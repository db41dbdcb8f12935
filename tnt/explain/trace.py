"""Where a number comes from: a tree of steps from the hours of a recommendation back to what is written in the
files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from tnt.compile.by_age.bands import Band
from tnt.compile.cascade import expected
from tnt.compile.inputs import Inputs
from tnt.compile.observed.uptake import ObservedUptake
from tnt.compile.task_work import TaskWork
from tnt.estimating.task_people import task_hours
from tnt.explain.capacity import capacity_steps, other_care_addresses, other_care_step
from tnt.explain.observed import observed_steps
from tnt.explain.shared import merged_steps, season_steps, shared_steps
from tnt.explain.steps import Tracer, TraceStep
from tnt.explain.uptake import in_all, uptake
from tnt.explain.who import eligible
from tnt.language.values.words import as_id
from tnt.reading.addresses import whole
from tnt.reading.checks.people_rows import in_words
from tnt.result.bounded import bounded
from tnt.result.figures import figures_of
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours


def trace(inputs: Inputs, result: Result, name: str) -> TraceStep | None:
    """The tree of a recommendation (`guideline/recommendation`) or of time reserved for other care, or one step for a
    number by its address; None if none of them. Ids may be written as the texts they were made of:
    `kols-oppfolging/røykeslutt`."""
    name = _meant(inputs, name)
    rule = next((rule for rule in inputs.rules.rules if rule.id == name), None)
    if rule is not None:
        return _recommendation(
            Tracer(inputs, rule, result), next(each for each in result.recommendations if each.id == name)
        )
    if (reserve := other_care_step(inputs, result.other_care, name)) is not None:
        return reserve
    record = next((number for number in inputs.numbers if number.path == name), None)
    if record is not None:
        return TraceStep("number", record=record, values={"path": name})
    at_ages = [number for number in inputs.numbers if number.path != name and whole(number.path) == name]
    parts = tuple(TraceStep("number", record=number, values={"path": number.path}) for number in at_ages)
    return TraceStep("number", values={"path": name}, parts=parts) if parts else None


def _meant(inputs: Inputs, name: str) -> str:
    """The address that is written so, or in other words that have the same ids; else what is written."""
    known = dict.fromkeys(addresses(inputs))
    if name in known:
        return name
    return next((address for address in known if _ids(address) == _ids(name)), name)


def _ids(address: str) -> list[str]:
    return [as_id(part) or part for part in address.split("/")]


def addresses(inputs: Inputs) -> Iterable[str]:
    """Everything `trace` knows: recommendations first, then numbers."""
    yield from (rule.id for rule in inputs.rules.rules)
    yield from other_care_addresses(inputs)
    yield from dict.fromkeys(path for number in inputs.numbers for path in (whole(number.path), number.path))


def _recommendation(tracer: Tracer, result: RecommendationResult) -> TraceStep:
    roles = tuple(_role(tracer, result, role, hours) for role, hours in result.roles.items())
    parts = (*tracer.asked_in(tracer.rule.recommendation.asked_in), eligible(tracer, result), *roles)
    return TraceStep("recommendation", values={"id": result.id, "title": result.title}, parts=parts)


def _role(tracer: Tracer, result: RecommendationResult, role: str, hours: RoleHours) -> TraceStep:
    works: dict[tuple[str, str | None], list[TaskWork]] = {}
    for work in tracer.rule.work_of(role):
        works.setdefault((work.task, work.supervised), []).append(work)
    tasks = tuple(_task(tracer, of_task) for of_task in works.values())
    steps = [
        _figure("tnt-hours", hours, "tnt_hours", tasks),
        _figure("required-hours", hours, "required_hours", uptake(tracer, role, "target", 1.0)),
    ]
    if hours.supervision_hours:
        steps.append(_figure("supervision-hours", hours, "supervision_hours"))
    if hours.overhead_hours:
        steps.append(_figure("overhead-hours", hours, "overhead_hours"))
    steps += shared_steps(tracer, result.id, role)
    steps += merged_steps(tracer, role)
    steps += season_steps(tracer, role)
    if tracer.rule.observed is not None:
        steps += _since_observed(tracer, tracer.rule.observed, hours)
    elif tracer.rule.recommendation.uptake.current is None:
        steps.append(TraceStep("incremental-unknown"))
    else:
        steps.append(_figure("incremental-hours", hours, "incremental_hours", uptake(tracer, role, "current", 0.0)))
    steps.append(_first_year(tracer, hours))
    if hours.hours_per_person_benefiting is not None:
        steps.append(_benefit(tracer, result, hours))
    elif result.outcome_id and result.why_no_hours_per_person_benefiting:
        steps.append(TraceStep("no-hours-per-person", values={"why": result.why_no_hours_per_person_benefiting}))
    if hours.share_of_capacity is not None:
        parts = capacity_steps(tracer.inputs, tracer.result.other_care, role)
        steps.append(_figure("share-of-capacity", hours, "share_of_capacity", parts))
    return TraceStep("role", values={"role": role}, parts=tuple(steps))


def _since_observed(tracer: Tracer, observed: ObservedUptake, hours: RoleHours) -> Iterable[TraceStep]:
    """The change from an uptake of today that was observed, and what was."""
    steps = tuple(observed_steps(tracer, observed))
    if observed.uptake is None:
        yield TraceStep("observed-unknown", parts=steps)
    else:
        yield _figure("incremental-hours", hours, "incremental_hours", steps)


def _figure(key: str, hours: RoleHours, name: str, parts: tuple[TraceStep, ...] = ()) -> TraceStep:
    """A figure of the catalogue."""
    return TraceStep(key, bounded(hours, name), figures_of(RoleHours)[name].unit, parts=parts)


def _task(tracer: Tracer, works: Sequence[TaskWork]) -> TraceStep:
    """A task, or supervision in it, all its ages together; where its numbers differ by age, those of each."""
    name, one_off = works[0].task, works[0].reach.is_one_off
    hours = [task_hours(work, tracer.people[work.task, work.band]) for work in works]
    parts = [_parts(tracer, work) for work in works]
    if len(works) > 1:
        parts = [
            [TraceStep("of-ages", of_work, "hours", {"ages": in_words(work.ages or ())}, parts=tuple(steps))]
            for work, of_work, steps in zip(works, hours, parts, strict=True)
        ]
    values = {"task": name, "title": tracer.tasks[name].title or name}
    by_whom = tracer.changes(("tasks", name), "role", "roles")
    parts.insert(0, list(tracer.asked_in(tracer.tasks[name].asked_in)))
    key = "task"
    if works[0].supervised is not None:
        key, values = "supervision", values | {"role": works[0].supervised}
    key = f"one-off-{key}" if one_off else key
    return TraceStep(key, in_all(hours), "hours", values=values, changed_by=by_whom, parts=tuple(chain(*parts)))


def _parts(tracer: Tracer, work: TaskWork) -> list[TraceStep]:
    name, reach, people = work.task, work.reach, tracer.people[work.task, work.band]
    band = tracer.rule.bands[work.band]
    minutes = None if work.minutes_of is None else work.minutes_of.value
    path = ("time",) if work.minutes_of is None else work.minutes_of.path
    record = tracer.records.get("/".join((tracer.rule.id, *path)))
    by_contacts = reach.contacts is not None
    parts = [
        TraceStep("baseline-contacts", people, "number")
        if by_contacts
        else TraceStep("people-in-ages", people, "people"),
        TraceStep(
            "events-per-contact" if by_contacts else "events",
            reach.events_per_year + reach.one_off_events,
            "number" if by_contacts else "per-year",
            parts=tuple(_chain(tracer, band, name)),
        ),
        TraceStep("minutes", minutes, "minutes", record=record),
    ]
    if work.role_share_of:
        of, key = (work.role, "role-share") if work.supervised is None else (work.supervised, "supervised-share")
        share = tracer.written(key, work.role_share, "share", *work.role_share_of[of].path)
        parts.append(replace(share, values={"role": of}))
    if work.pace_of is not None:
        parts.append(tracer.written("pace", work.pace_of.value, "number", *work.pace_of.path))
    if work.group_size_of is not None:
        parts.append(tracer.written("group-size", work.group_size_of.value, "number", "tasks", name, "group_size"))
    if work.overhead is not None and minutes is not None:
        own = minutes if work.pace_of is None else minutes * work.pace_of.value
        records = [tracer.records["/".join(factor.path)] for factor in work.overhead.written]
        numbers = tuple(TraceStep("capacity-number", record=record) for record in records)
        with_overhead = own * (1 + work.overhead.beyond) + work.overhead.travel_minutes
        parts.append(TraceStep("minutes-with-overhead", with_overhead, "minutes", parts=numbers))
    return parts


def _chain(tracer: Tracer, band: Band, name: str, *, counts_events: bool = True) -> Iterable[TraceStep]:
    """The tasks from the first to this one, with the numbers that say how many come so far.

    A task that lasts takes over the people of the earlier ones, not their events: what says how often is left out
    there.
    """
    task = tracer.tasks[name]
    if task.after is not None:
        yield from _chain(tracer, band, task.after, counts_events=counts_events and task.frequency is None)
        yield TraceStep("after", values={"task": name, "after": task.after})
        probability = expected(band.recommendation.tasks[name].probability, 1.0)
        yield tracer.in_band(band, "probability", probability, "share", "tasks", name, "probability")
    if not counts_events:
        return
    if task.for_ is not None:
        yield tracer.written("for", task.for_.expected, "number", "tasks", name, "for")
        reach = band.reached[name]
        assert reach.course is not None
        if reach.begins.often is not None:
            yield TraceStep("in-course", reach.course.share, "share")
        elif reach.begins.at_age is None:
            yield TraceStep("years-in-course", reach.course.share, "number")
    if task.frequency is not None:
        yield tracer.written(
            "frequency", task.frequency.expected.events_per_year, "per-year", "tasks", name, "frequency"
        )
    elif task.after is None:
        assert tracer.rule.recommendation.demand is not None
        yield tracer.written("change", tracer.rule.recommendation.demand.change.expected, "share", "demand", "change")
    else:
        times = 1.0 if task.times is None else task.times.expected
        yield tracer.written("times", times, "number", "tasks", name, "times")


def _first_year(tracer: Tracer, hours: RoleHours) -> TraceStep:
    """Required hours and the first year's part of what is done once and of what is overdue."""
    years = tracer.rule.start_up_years
    parts = [] if hours.one_off_hours is None else [_figure("one-off-hours", hours, "one_off_hours")]
    overdue = tracer.records.get(f"{tracer.rule.id}/start_up/overdue")
    parts.append(
        TraceStep(
            "backlog-hours",
            hours.backlog_hours,
            "hours",
            parts=() if overdue is None else (TraceStep("overdue", record=overdue),),
        )
    )
    if hours.one_off_hours or hours.backlog_hours:
        parts.append(tracer.written("over", 1.0 if years is None else years, "number", "start_up", "over"))
    return _figure("first-year-hours", hours, "first_year_hours", tuple(parts))


def _benefit(tracer: Tracer, result: RecommendationResult, hours: RoleHours) -> TraceStep:
    written = [record for path, record in tracer.records.items() if path.startswith(f"{tracer.rule.id}/benefit/")]
    grade = {"strength": result.strength or "not-rated", "certainty": result.certainty or "not-rated"}
    steps = [
        TraceStep("certainty-of-benefit", values=grade),
        _figure("per-person-finding", hours, "hours_per_person_finding"),
        _figure("per-person-treating", hours, "hours_per_person_treating"),
        TraceStep(
            "benefiting",
            bounded(result, "people_benefiting_per_year"),
            "people",
            values={"outcome": result.outcome or ""},
        ),
        *(TraceStep(record.quantity, record=record) for record in written),
    ]
    stated = tracer.rule.recommendation.benefit
    if stated is not None and stated.relative_risk is not None and not isinstance(tracer.rule.benefit, str):
        steps.append(TraceStep("reduction-of-risks", tracer.rule.benefit.risk_reduction, "share"))
    if hours.hours_per_person_low is not None:
        steps.append(_figure("per-person-low", hours, "hours_per_person_low"))
    if result.has_no_upper_limit:
        steps.append(TraceStep("per-person-no-upper-limit"))
    elif hours.hours_per_person_high is not None:
        steps.append(TraceStep("per-person-high", hours.hours_per_person_high, "hours"))
    return _figure("hours-per-person-benefiting", hours, "hours_per_person_benefiting", tuple(steps))
