"""How much of the work that tasks of one activity ask of a person is the same work: METHOD "Overlap" [ours].

Of n tasks in one group of people, task i asks a share a_i of those with its condition for f_i events a year of t_i
hours. Of all people it asks s_i = p x a_i, with p the prevalence of its condition (1 for none). The work done once is

    W = Σ over falls in f of (Δf x Σ over falls in t of (Δt x U(tasks at least so frequent and at least so long)))

where U(set) is the share of people whom any task of the set asks, and overlap = Σ f_i t_i s_i - W. Written level by
level, as the code does, overlap = Σ Δf x Σ Δt x (Σ s_i of the set - U(set)): where one task is alone it is 0 exactly.

    U = 1 - Π over conditions c of (1 - p_c x (1 - Π over the tasks of c in the set of (1 - a_i)))

takes those with one condition as the same people, and conditions and what is asked of those who have one as
independent. Whatever goes together with what, U is at least the greatest s_i and at most min(1, Σ s_i) (Fréchet's
bounds), each attained by itself: the greatest U gives the least overlap, the least U the greatest. That events of
different intervals coincide as far as they can is the assumption that stands in W; two tasks asked of everybody, 5 min
four times a year and 30 min once, come to 3 x 5 + 30 = 45 min.
"""

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Floats, Ints


@dataclass(frozen=True)
class CoincidingTasks:
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

    def part(self, rows: Ints) -> "CoincidingTasks":
        """Some of the activities, each as often as it is named."""
        return CoincidingTasks(
            self.tasks[rows], self.conditions[rows], self.slot[rows], self.events[rows], self.hours[rows]
        )


def side_by_side(activities: list[Ints], condition_of: Ints, events: Floats, hours: Floats) -> CoincidingTasks:
    """Lays out the tasks (indices) of each activity; `condition_of`, `events` and `hours` [T] describe the tasks."""
    falling = [tasks[np.argsort(-hours[tasks], kind="stable")] for tasks in activities]
    conditions = [np.unique(condition_of[tasks], return_index=True, return_inverse=True) for tasks in falling]
    padding = events.size
    tasks = _padded(falling, padding)
    return CoincidingTasks(
        tasks=tasks,
        conditions=_padded([each[first] for each, (_, first, _) in zip(falling, conditions, strict=True)], padding),
        slot=_padded([slot for _, _, slot in conditions], 0),
        events=np.append(events, 0.0)[tasks],
        hours=np.append(hours, 0.0)[tasks],
    )


def _padded(rows: list[Ints], padding: int) -> Ints:
    table = np.full((len(rows), max(map(len, rows))), padding)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return table


def overlap_per_person(which: CoincidingTasks, asked: Floats, prevalence: Floats, rows: int = 3) -> Floats:
    """[3, A, X] hours a year counted twice, per person of X groups of people: the value, the least, the greatest.
    `rows` is 1 for the value alone.

    `asked` [A, n, X] share of those with the condition who are asked for each task, `prevalence` [A, K, X] share with
    each condition. Events nest: those of the less frequent task coincide with those of the more frequent, and each
    takes the longest time asked. So between one frequency and the next lower, the tasks at least so frequent coincide,
    and the mean longest time is the sum of each fall in time x the share asked for any of the tasks that take longer.
    """
    fall = which.hours - _next(which.hours)
    levels = -np.sort(-which.events, axis=1)
    of_condition = (which.slot[:, None] == np.arange(prevalence.shape[1])[:, None]).astype(np.float64)
    overlap = np.zeros((rows, asked.shape[0], asked.shape[2]))
    each = asked * np.take_along_axis(prevalence, which.slot[:, :, None], axis=1)
    for level, step in zip(levels.T, (levels - _next(levels)).T, strict=True):
        if step.any():
            here = (which.events >= level[:, None])[:, :, None]
            _add_overlap(overlap, asked * here, each * here, of_condition, prevalence, step[:, None] * fall)
    return overlap


def _add_overlap(
    overlap: Floats, asked: Floats, each: Floats, of_condition: Floats, prevalence: Floats, hours: Floats
) -> None:
    """Adds what the tasks of one level count twice: `hours` [A, n] x (their shares - the share asked for any), task by
    task from the longest.

    Those with one condition are the same people (`of_condition` [A, K, n] says which tasks ask them); uptakes, shares
    and conditions are independent of one another. `each` [A, n, X] share of all people asked for each task.
    """
    not_asked, together, most = np.ones_like(prevalence), np.zeros_like(overlap[0]), np.zeros_like(overlap[0])
    for task in range(hours.shape[1]):
        not_asked *= 1.0 - asked[:, None, task] * of_condition[:, :, task, None]
        together += each[:, task]
        np.maximum(most, each[:, task], out=most)
        if hours[:, task].any():
            at_most = np.minimum(together, 1.0)
            any_of_them = 1.0 - (1.0 - prevalence * (1.0 - not_asked)).prod(axis=1)
            # Rounding never leaves what is possible, so that one task alone overlaps with nothing, exactly.
            any_of_them = np.minimum(np.maximum(any_of_them, most), at_most)
            for row, share in zip(overlap, (any_of_them, at_most, most), strict=False):
                row += hours[:, task, None] * (together - share)


def _next(rows: Floats) -> Floats:
    """What stands one place to the right; 0 after the last."""
    return np.append(rows[:, 1:], np.zeros((len(rows), 1)), axis=1)
