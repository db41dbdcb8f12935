"""The backlog of a recommendation: who is overdue today, and what catching up takes. METHOD.md, "Hours" [ours].

`every n years` is 1/n a year once all are in step. Today some are not: of the people the target uptake reaches, a share
`overdue` has each recurring first task still to come, once, beyond the yearly hours. With what follows from it:

    backlog hours     = people x target uptake x overdue x Σ over tasks of (events of one round x minutes) ÷ 60
    events of a round = 1 for a first task that recurs; earlier x probability x times for what follows its events
    first year        = a year's required hours + (one-off work + backlog) ÷ the years it is spread over

A task that lasts is no part of a round: it is the same work every year, begun a little earlier or later. The people and
minutes are multiplied in as for any measure (`compile.rules`); the first year is put together in `estimating.start_up`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tnt.compile.cascade import expected
from tnt.language.documents.guideline import Recommendation, Task


@dataclass(frozen=True, slots=True)
class Backlog:
    """Events that are overdue today, once, per person the target uptake reaches.

    `events` is by task: one of each first task that recurs and those that follow them, times the share overdue; none
    where nobody is. `unknown` are the tasks of which it is not known how many are overdue.
    """

    events: Mapping[str, float]
    unknown: frozenset[str]


def backlog(recommendation: Recommendation) -> Backlog:
    """The backlog as stated; where it is not, it is unknown for a first task rarer than once a year and
    for what follows it.

    Work that comes once a year or more often is caught up with by the yearly hours themselves, and a recommendation
    against something leaves none to do.
    """
    overdue = None if recommendation.start_up is None else recommendation.start_up.overdue
    if recommendation.is_against:
        return Backlog({}, frozenset())
    if overdue is None:
        return Backlog({}, frozenset(_events(recommendation, rarer_only=True)))
    events = _events(recommendation, rarer_only=False)
    return Backlog({name: count * overdue.expected for name, count in events.items()}, frozenset())


def start_up_years(recommendation: Recommendation) -> float | None:
    """Years over which the start-up is spread; None where nothing is said, and all falls in the first year."""
    over = None if recommendation.start_up is None else recommendation.start_up.over
    return None if over is None else over.expected


def _events(recommendation: Recommendation, *, rarer_only: bool) -> dict[str, float]:
    """Events of each task if each first task that recurs is done once more; tasks that last are not among them."""
    tasks = recommendation.tasks
    events = {name: 1.0 for name, task in tasks.items() if task.recurs and not (rarer_only and _comes_every_year(task))}
    while more := {
        name: events[task.after] * expected(task.probability, 1.0) * expected(task.times, 1.0)
        for name, task in tasks.items()
        if task.after in events and task.frequency is None and name not in events
    }:
        events |= more
    return events


def _comes_every_year(task: Task) -> bool:
    """Whether a first task comes once a year or more often; twelve months are a year, whatever they are rounded to."""
    return task.frequency is not None and task.frequency.expected.events_per_year > 1 - 1e-9
