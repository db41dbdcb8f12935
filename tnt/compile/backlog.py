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

from tnt.compile.cascade import Reach
from tnt.language.documents.guideline import Recommendation, Task


@dataclass(frozen=True, slots=True)
class Backlog:
    """Events that are overdue today, once, per person the target uptake reaches.

    `events` is by task: one of each first task that recurs and those that follow them, times the share overdue; none
    where nobody is. `unknown` are the tasks of which it is not known how many are overdue.
    """

    events: Mapping[str, float]
    unknown: frozenset[str]


def backlog(recommendation: Recommendation, reached: Mapping[str, Reach]) -> Backlog:
    """The backlog as stated; where it is not, it is unknown for a first task rarer than once a year and
    for what follows it.

    Work that comes once a year or more often is caught up with by the yearly hours themselves, and a recommendation
    against something leaves none to do.
    """
    if recommendation.is_against:
        return Backlog({}, frozenset())
    overdue = None if recommendation.start_up is None else recommendation.start_up.overdue
    rounds = {name: reach.round_events for name, reach in reached.items() if reach.round_events is not None}
    if overdue is not None:
        return Backlog({name: events * overdue.expected for name, events in rounds.items()}, frozenset())
    tasks = recommendation.tasks
    return Backlog({}, frozenset(name for name in rounds if not _comes_every_year(tasks[reached[name].first])))


def start_up_years(recommendation: Recommendation) -> float | None:
    """Years over which the start-up is spread; None where nothing is said, and all falls in the first year."""
    over = None if recommendation.start_up is None else recommendation.start_up.over
    return None if over is None else over.expected


def _comes_every_year(task: Task) -> bool:
    """Whether a first task comes once a year or more often; twelve months are a year, whatever they are rounded to."""
    return task.frequency is not None and task.frequency.expected.events_per_year > 1 - 1e-9
