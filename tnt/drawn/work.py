"""What is asked of a role, with the numbers that are drawn in place of their means.

hours of a task = Σ over people of (prevalence x share x probabilities) x share in a course
                  x (frequency x times x role's share) x minutes x own pace ÷ group size ÷ 60 x uptake

With overhead the minutes are a sum of such products (`compile.working_time.overhead`).
Supervision is such work of who supervises, with the share of the role that is supervised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tnt.arrays import Floats
from tnt.compile.by_age.bands import inside
from tnt.compile.courses.course import Factor
from tnt.compile.inputs import Inputs
from tnt.compile.people import cells, population_cells
from tnt.compile.rule import Rule
from tnt.compile.task_work import TaskWork
from tnt.compile.working_time.overhead import EventOverhead
from tnt.drawn.parameters import ParameterProduct, Parameters, ParameterSum, added, times
from tnt.language.documents.contacts import ContactsDocument


@dataclass(frozen=True, slots=True)
class DrawnWork:
    """The yearly work of a task (`compile.task_work`), with the numbers that are drawn in place of their means.

    `where` are the people of the task [C], 1 or 0, each times what is drawn for them: more than one only where baseline
    contacts are drawn. `eligible` is the share of them who are, `reach` the share of those who get the task (are in a
    course of it), `times` the events of one of them a year, `role_share` the role's share of these, `hours` those of an
    event, a sum, a part of `of_group` of a session's; `spent_once` are those of travel; `uptake` the target, or that of
    today where it says so. `is_supervision` is work that shares nothing.
    """

    rule: int
    task: str
    is_supervision: bool
    band: int
    where: tuple[tuple[Floats, ParameterProduct], ...]
    eligible: ParameterProduct
    reach: ParameterProduct
    times: ParameterProduct
    role_share: ParameterProduct
    hours: ParameterSum
    spent_once: ParameterSum
    of_group: ParameterProduct
    uptake: ParameterProduct


def drawn_work(inputs: Inputs, role: str, parameters: Parameters, *, at_target: bool) -> Iterator[DrawnWork]:
    """Everything yearly that the recommendations ask of a role in a time that is known; `at_target` also for each of
    the ages at which uptake differs."""
    for index, rule in enumerate(inputs.rules.rules):
        for work in rule.work_of(role, at_uptake=at_target):
            if work.minutes_of is not None and not work.reach.is_one_off:
                yield _drawn(inputs, index, rule, work, work.minutes_of, parameters)


def _drawn(
    inputs: Inputs, index: int, rule: Rule, work: TaskWork, minutes: Factor, parameters: Parameters
) -> DrawnWork:
    uptake = parameters.product(in_pack(rule, work.uptake_of))
    events = drawn_events(inputs, index, rule, work, parameters)
    of_group = ParameterProduct(1.0)
    for group_size in in_pack(rule, () if work.group_size_of is None else (work.group_size_of,)):
        of_group *= parameters.divided_by(group_size)
    hours = parameters.time(in_pack(rule, (minutes,))[0]) * ParameterProduct(1 / 60)
    if work.pace_of is not None:
        hours *= parameters.product(in_pack(rule, (work.pace_of,)))
    travel = () if work.overhead is None else _travel(work.overhead, parameters)
    whole = (hours,) if work.overhead is None else added([*_with_overhead(hours, work.overhead, parameters), *travel])
    return replace(
        events,
        hours=times(whole, of_group),
        spent_once=times(travel, of_group),
        of_group=of_group,
        uptake=uptake,
    )


def in_pack(rule: Rule, factors: Sequence[Factor]) -> list[Factor]:
    """Figures of the recommendation by their addresses in the pack."""
    return [Factor((rule.id, *factor.path), factor.value) for factor in factors]


def drawn_events(inputs: Inputs, index: int, rule: Rule, work: TaskWork, parameters: Parameters) -> DrawnWork:
    """The events of the work if everyone eligible gets it, an hour each."""

    def at(factors: Sequence[Factor]) -> list[Factor]:
        return in_pack(rule, factors)

    shares = dict(zip(work.role_share_of, at(tuple(work.role_share_of.values())), strict=True))
    if work.reach.contacts is None:
        where: tuple[tuple[Floats, ParameterProduct], ...] = ((work.cells, ParameterProduct(1.0)),)
    else:
        where = tuple(_by_row(inputs, rule, work, parameters))
    eligible, reach = parameters.product(at(work.eligible_share_of)), parameters.product(at(work.reach.reach_of))
    if (course := work.reach.course) is not None:
        reach *= parameters.product(at(course.written)) * ParameterProduct(course.constant)
    often = parameters.product(at(work.reach.times_of))
    role_share = parameters.share(shares, work.supervised or work.role) if shares else ParameterProduct(1.0)
    return DrawnWork(
        rule=index,
        task=work.task,
        is_supervision=work.supervised is not None,
        band=work.band,
        where=where,
        eligible=eligible,
        reach=reach,
        times=often,
        role_share=role_share,
        hours=(ParameterProduct(1.0),),
        spent_once=(),
        of_group=ParameterProduct(1.0),
        uptake=ParameterProduct(1.0),
    )


def _with_overhead(
    hours: ParameterProduct, overhead: EventOverhead, parameters: Parameters
) -> Iterator[ParameterProduct]:
    """Hours of an event with indirect work and those who do not come."""
    yield hours
    if overhead.indirect is not None:
        yield hours * parameters.factor(overhead.indirect)
    if overhead.no_show is not None and overhead.time_lost is not None:
        yield hours * parameters.odds(overhead.no_show) * parameters.factor(overhead.time_lost)


def _travel(overhead: EventOverhead, parameters: Parameters) -> ParameterSum:
    """Hours of travel for an event, to who does not come too."""
    if overhead.travel is None:
        return ()
    hours = parameters.factor(overhead.travel) * ParameterProduct(1 / 60)
    in_vain = () if overhead.no_show is None else (hours * parameters.odds(overhead.no_show),)
    return added([hours, *in_vain])


def _by_row(
    inputs: Inputs, rule: Rule, work: TaskWork, parameters: Parameters
) -> Iterator[tuple[Floats, ParameterProduct]]:
    """The baseline contacts of those eligible, row by row; in one piece where ages are unknown: nothing is then drawn
    that differs by age."""
    demand = rule.recommendation.demand
    assert demand is not None
    if inputs.counts.split is None:
        yield work.cells, ParameterProduct(1.0)
        return
    here_of_all = population_cells(rule.recommendation.population) * inside(work.ages)
    document = next(
        each
        for each in (file.document for file in inputs.documents)
        if isinstance(each, ContactsDocument) and each.contacts == demand.baseline
    )
    for number, row in enumerate(document.rows):
        here = here_of_all * cells(row.sex, row.ages)
        if here.any():
            factor = Factor((document.contacts, "rows", str(number), "contacts"), row.contacts.expected)
            yield here, parameters.factor(factor)
