"""One task of one role: the one place where people, events and minutes are put together. METHOD.md, "Hours".

    hours = people of the cells x share eligible x reach x events x hours per event x uptake

The sum of an estimate, the work tasks share, draws, strategies, the backlog, explanations and surveys all take their
figures from here, each with the events it asks about; draws take the numbers behind the figures as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from tnt.arrays import Floats
from tnt.compile.by_age.bands import Band, Bands, together
from tnt.compile.by_age.uptake import share_at
from tnt.compile.cascade import Reach, expected, factors_of
from tnt.compile.courses.course import Factor
from tnt.compile.courses.task_cells import task_cells
from tnt.compile.working_time.overhead import EventOverhead
from tnt.language.documents.guideline import Recommendation, Task
from tnt.language.values.role_parts import RolePart, share_path
from tnt.reading.at_ages import CURRENT_PATH, SHARE_PATH, TARGET_PATH, NumberPath


@dataclass(frozen=True, slots=True)
class TaskWork:
    """What one role does of one task of a recommendation at some ages, or of the supervision of another role's events,
    and the numbers of the document that it rests on.

    `cells` [C] are the population's people in the ages of the task, 1 or 0 and a part of a year of age that is not
    whole, or their baseline contacts a year where it follows those. `eligible_share` of them are eligible (in new cases
    a person and year, where the population has an incidence), of whom `reach` says how many are reached and how often.
    `role_share` is the role's share of the events (of supervision that of the role it supervises), `hours_per_event`
    its hours for one event and person, `overhead_hours_per_event` included, None where the task has no time. Paths of
    numbers are within the recommendation. `ages` are those at which its numbers are these, None for all; `band` is the
    first of the bands they are.
    """

    task: str
    role: str
    supervised: str | None
    """The role whose events the role supervises, which is no shared work; None for its own events."""
    activity: str | None
    band: int
    ages: tuple[int, ...] | None
    cells: Floats
    eligible_share: float
    incidence: float
    """New cases a person and year, a part of the share eligible; 1 where the population has no incidence."""
    reach: Reach
    role_share: float
    hours_per_event: float | None
    overhead_hours_per_event: float
    uptake: float
    """The target."""
    current_uptake: float | None
    eligible_share_of: tuple[Factor, ...]
    role_share_of: Mapping[str, Factor]
    """The shares of all roles of the task, which add up to 1; none where one role does it."""
    minutes_of: Factor | None
    """Minutes of one event, before the role's own pace."""
    pace_of: Factor | None
    """How many times these minutes it takes the role; None where nothing is said."""
    overhead: EventOverhead | None
    """What comes on top of them; its numbers have addresses in the pack."""
    group_size_of: Factor | None
    uptake_of: tuple[Factor, ...]

    @property
    def hours_per_whole_event(self) -> float:
        """Hours of one event and person, if the role did all of it; 0 where its share is 0."""
        assert self.hours_per_event is not None
        return 0.0 if self.role_share == 0 else self.hours_per_event / self.role_share

    @property
    def overhead_hours_per_whole_event(self) -> float:
        """The part of these that is overhead."""
        return 0.0 if self.role_share == 0 else self.overhead_hours_per_event / self.role_share

    def hours_per_eligible(self, events: float) -> Floats:
        """[C] hours of so many events for each eligible person of a cell."""
        assert self.hours_per_event is not None
        return self.cells * (events * self.hours_per_event)


OverheadOf = Callable[[Task, str], EventOverhead | None]
"""What comes on top of the minutes of a task and role."""


def no_overhead(task: Task, role: str) -> None:
    """Nothing."""


def task_work(
    bands: Sequence[Band], *, uptake_too: bool, overhead_of: OverheadOf = no_overhead
) -> tuple[TaskWork, ...]:
    """The tasks of a recommendation in their order, each once for every role that does a share of it, and for every
    group of ages at which its numbers differ; with `uptake_too` also where the uptakes do."""
    uptakes = (TARGET_PATH, CURRENT_PATH) if uptake_too else ()
    return tuple(
        work
        for name, task in bands[0].recommendation.tasks.items()
        for role, supervised in _who(task)
        for work in _where_people_are(
            [
                _work(group, name, role, supervised, overhead_of)
                for group in together(bands, chain(numbers_of(bands[0], name), uptakes))
            ]
        )
    )


def numbers_of(band: Band, task: str) -> Iterator[NumberPath]:
    """The numbers of a task's hours that may differ by age, uptake aside."""
    yield SHARE_PATH
    yield "tasks", task, "time"
    yield from probabilities_to(band, task)


def probabilities_to(band: Band, task: str) -> Iterator[NumberPath]:
    """The probabilities on the way to a task."""
    yield from (("tasks", step, "probability") for step in band.recommendation.way_back(task))


def _where_people_are(works: list[TaskWork]) -> list[TaskWork]:
    """A task done at one age is no work at others; what nobody has at any age stays, and counts nothing."""
    return [work for work in works if work.cells.any()] or works[:1]


def _who(task: Task) -> Iterator[tuple[str, str | None]]:
    """The roles that do a share of a task, then who supervises which of them."""
    yield from ((role, None) for role in role_shares(task))
    for role, part in task.parts.items():
        if part.supervision is not None:
            yield part.supervision.role, role


def _work(group: Bands, name: str, role: str, supervised: str | None, overhead_of: OverheadOf) -> TaskWork:
    band = group.band
    recommendation, reach = band.recommendation, band.reach(name)
    task, population = recommendation.tasks[name], recommendation.population
    share, at = role_shares(task)[supervised or role], ("tasks", name)
    part, pace_of = task.parts.get(supervised or role), None
    if supervised is None:
        minutes_of = next(iter(band.written(factors_of(task.time, *at, "time"))), None)
        if part is not None:
            pace_of = next(iter(factors_of(part.minutes_factor, *at, "roles", role, "minutes_factor")), None)
    else:
        minutes_of = _supervision(part, *at, "roles", supervised)
    group_size_of = next(iter(factors_of(task.group_size, *at, "group_size")), None)
    overhead = None if supervised is not None or minutes_of is None else overhead_of(task, role)
    own, beyond = _minutes(minutes_of, pace_of, overhead)
    return TaskWork(
        task=name,
        role=role,
        supervised=supervised,
        activity=task.activity if supervised is None else None,
        band=band.number,
        ages=group.ages,
        cells=task_cells(population, reach) * group.inside,
        eligible_share=eligible_share(recommendation),
        incidence=expected(population.incidence, 1.0),
        reach=reach,
        role_share=share,
        hours_per_event=None if own is None else _hours(own + beyond, share, group_size_of),
        overhead_hours_per_event=_hours(beyond, share, group_size_of),
        uptake=share_at(band, "target") or 0.0,
        current_uptake=share_at(band, "current"),
        eligible_share_of=eligible_share_of(band),
        role_share_of={
            each: Factor((*at, "roles", *share_path(each, written)), task.shares[each].expected)
            for each, written in (task.roles or {}).items()
        },
        minutes_of=minutes_of,
        pace_of=pace_of,
        overhead=overhead,
        group_size_of=group_size_of,
        uptake_of=target_of(band),
    )


def eligible_share(recommendation: Recommendation) -> float:
    """Share of the people of the population's sex and ages who are eligible; new cases a person and year where it has
    an incidence."""
    population = recommendation.population
    return expected(population.share, 1.0) * expected(population.incidence, 1.0)


def eligible_share_of(band: Band) -> tuple[Factor, ...]:
    """The numbers whose product this is at some ages."""
    population = band.recommendation.population
    share, incidence = (factors_of(getattr(population, key), "population", key) for key in ("share", "incidence"))
    return band.written((*share, *incidence))


def target_of(band: Band) -> tuple[Factor, ...]:
    """The target uptake at some ages."""
    return band.written(factors_of(band.recommendation.uptake.target, "uptake", "target"))


def role_shares(task: Task) -> dict[str, float]:
    """Role -> its share of the events of a task."""
    if task.roles is not None:
        return {role: share.expected for role, share in task.shares.items()}
    return {} if task.role is None else {task.role: 1.0}


def _supervision(part: RolePart | None, *at: str) -> Factor:
    """Its minutes for one event of the role supervised."""
    assert part is not None
    assert part.supervision is not None  # it is why there is such work
    return Factor((*at, "supervision", "time"), part.supervision.time.expected)


def _minutes(minutes: Factor | None, pace: Factor | None, overhead: EventOverhead | None) -> tuple[float | None, float]:
    """The role's own minutes of an event at its pace, and those beyond them."""
    if minutes is None:
        return None, 0.0
    own = minutes.value if pace is None else minutes.value * pace.value
    return own, 0.0 if overhead is None else own * overhead.beyond + overhead.travel_minutes


def _hours(minutes: float, share: float, group: Factor | None) -> float:
    """Minutes of an event x the role's share ÷ group size ÷ 60."""
    return minutes * share / (1.0 if group is None else group.value) / 60
