"""How much of the work that tasks of one activity ask of a person is the same work: METHOD "Overlap" [ours]."""

from dataclasses import dataclass

import numpy as np

from tnt.engine.arrays import Bools, Floats, Ints


@dataclass(frozen=True)
class Coinciding:
    """A activities, each of one role, side by side: the tasks of each by falling time, padded with tasks of nobody.

    tasks       [A, n] index of each task; T, one past the last, is the padding
    conditions  [A, K] a task of each condition in the activity, which says how many have it; padded with T
    slot        [A, n] which of those conditions each task asks people with
    events      [A, n] events a year of a person asked, 0 in the padding
    hours       [A, n] hours an event, 0 in the padding
    """

    tasks: Ints
    conditions: Ints
    slot: Ints
    events: Floats
    hours: Floats


def side_by_side(activities: list[Ints], condition_of: Ints, events: Floats, hours: Floats) -> Coinciding:
    """Lays out the tasks (indices) of each activity; `condition_of`, `events` and `hours` [T] describe the tasks."""
    falling = [tasks[np.argsort(-hours[tasks], kind="stable")] for tasks in activities]
    found = [np.unique(condition_of[tasks], return_index=True, return_inverse=True) for tasks in falling]
    padding = events.size
    tasks = _padded(falling, padding)
    return Coinciding(
        tasks=tasks,
        conditions=_padded([each[first] for each, (_, first, _) in zip(falling, found, strict=True)], padding),
        slot=_padded([slot for _, _, slot in found], 0),
        events=np.append(events, 0.0)[tasks],
        hours=np.append(hours, 0.0)[tasks],
    )


def _padded(rows: list[Ints], padding: int) -> Ints:
    table = np.full((len(rows), max(map(len, rows))), padding)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return table


def overlap_per_person(which: Coinciding, asked: Floats, ill: Floats) -> Floats:
    """[3, A, X] hours a year counted twice, per person of X groups of people: the value, the least, the greatest.

    `asked` [A, n, X] share of those with the condition who are asked for each task, `ill` [A, K, X] share with each
    condition. Events nest: those of the less frequent task coincide with those of the more frequent, and each takes the
    longest time asked. So between one frequency and the next lower, the tasks at least so frequent coincide, and the
    mean longest time is the sum of each fall in time x the share asked for any of the tasks that take longer.
    """
    fall = which.hours - _next(which.hours)
    levels = -np.sort(-which.events, axis=1)
    found = np.zeros((3, asked.shape[0], asked.shape[2]))
    for level, step in zip(levels.T, (levels - _next(levels)).T, strict=True):
        if not step.any():
            continue
        here = which.events >= level[:, None]
        people = asked * here[:, :, None]
        each = people * np.take_along_axis(ill, which.slot[:, :, None], axis=1)
        together, most = np.cumsum(each, axis=1), np.maximum.accumulate(each, axis=1)
        at_most = np.minimum(together, 1.0)
        # Rounding never leaves what is possible, so that one task alone overlaps with nothing, exactly.
        any_of_them = np.clip(_any(people, which.slot, ill), most, at_most)
        hours = (step[:, None] * fall)[:, None, :]
        for row, share in zip(found, (any_of_them, at_most, most), strict=True):
            row += (hours @ (together - share))[:, 0]
    return found


def _any(asked: Floats, slot: Ints, ill: Floats) -> Floats:
    """[A, n, X] share of people asked for any of the first 1, 2 .. n tasks.

    Those with one condition are the same people; uptakes, shares and conditions are independent of one another.
    """
    nobody = np.ones_like(asked)
    for index in range(ill.shape[1]):
        of_condition: Bools = (slot == index)[:, :, None]
        not_asked = np.cumprod(np.where(of_condition, 1.0 - asked, 1.0), axis=1)
        nobody *= 1.0 - ill[:, index, None] * (1.0 - not_asked)
    return np.asarray(1.0 - nobody)


def _next(rows: Floats) -> Floats:
    """What stands one place to the right; 0 after the last."""
    return np.append(rows[:, 1:], np.zeros((len(rows), 1)), axis=1)
