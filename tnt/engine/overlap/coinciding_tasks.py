"""How much of the work that tasks of one activity ask of a person is the same work: METHOD "Overlap" [ours].

Of n tasks in one group of people, task i asks for f_i events a year of t_i hours. The work done once is

    W = Σ over falls in f of (Δf x Σ over falls in t of (Δt x U(tasks at least so frequent and at least so long)))

where U(set) is the share of people whom any task of the set asks (`asking`), and overlap = the tasks' own hours - W.
Written level by level, as the code does, overlap = Σ Δf x Σ Δt x (Σ s_i of the set - U(set)), with s_i the share asked
for task i: where one task is alone it is 0 exactly. That events of different intervals coincide as far as they can is
the assumption that stands in W; two tasks asked of everybody, 5 min four times a year and 30 min once, come to
3 x 5 + 30 = 45 min.

Roles: tasks that are split in the same way are split once, and the role has its share of the whole. Else the role's
share of a task is an independent share of the people asked. What is certain with a share below 1 is no more than

    W at least    W of the tasks that are not split, and every task by itself
    W at most     the tasks' own hours, and W with the shares left out
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.overlap.asking import (
    AskingTree,
    Join,
    Jointly,
    asked_for_any,
    asking_tree,
    of_all_conditions,
    part_of_rule,
)


@dataclass(frozen=True)
class AskedTasks:
    """T tasks that may coincide, as they are asked.

    rule_of       [T] recommendation
    paths         [T] the steps of the cascade to each task, itself the last
    probability   of each step
    events        [T] events a year of a person asked
    hours         [T] hours of a whole event
    role_share    [T] the role's share of the events
    split         [T] the same number where the roles share a task in the same way
    hours_left    [T] of the hours, those left beside merged visits, which fall as hours do inside an activity; None
                  where nobody looks at them
    """

    rule_of: Ints
    paths: tuple[tuple[int, ...], ...]
    probability: Floats
    events: Floats
    hours: Floats
    role_share: Floats
    split: Ints
    hours_left: Floats | None = None


@dataclass(frozen=True)
class CoincidingTasks:
    """A activities, each of one role, side by side: the tasks of each by falling time, padded with tasks of nobody.

    tasks       [A, n] index of each task; T, one past the last, is the padding
    conditions  [A, K] a task of each condition in the activity, which says how many have it; padded with T
    slot        [A, n] which of those conditions each task asks people with
    events      [A, n] events a year of a person asked, 0 in the padding
    hours       [G, A, n] hours of a whole event, and those left beside merged visits where somebody looks at them; 0
                in the padding
    role_share  [A, n] the role's share of the events, 1 in the padding
    split_once  [A] whether the roles share all the tasks in the same way
    tree        who is asked for what
    """

    tasks: Ints
    conditions: Ints
    slot: Ints
    events: Floats
    hours: Floats
    role_share: Floats
    split_once: Bools
    tree: AskingTree

    def part(self, rows: Ints) -> "CoincidingTasks":
        """Some of the activities, each as often as it is named."""
        return CoincidingTasks(
            self.tasks[rows],
            self.conditions[rows],
            self.slot[rows],
            self.events[rows],
            self.hours[:, rows],
            self.role_share[rows],
            self.split_once[rows],
            self.tree.part(rows),
        )


def side_by_side(activities: Sequence[Ints], condition_of: Ints, asked: AskedTasks) -> CoincidingTasks:
    """Lays out the tasks (indices) of each activity; `condition_of` [T] the people of each have, -1 for none."""
    activities = [tasks[np.argsort(-asked.hours[tasks], kind="stable")] for tasks in activities]
    conditions = [np.unique(condition_of[tasks], return_index=True, return_inverse=True) for tasks in activities]
    first = [tasks[each[1]] for tasks, each in zip(activities, conditions, strict=True)]
    slots = [each[2] for each in conditions]
    padding = asked.events.size
    tasks = _padded(activities, padding)
    return CoincidingTasks(
        tasks=tasks,
        conditions=_padded(first, padding),
        slot=_padded(slots, 0),
        events=np.append(asked.events, 0.0)[tasks],
        hours=np.array([np.append(each, 0.0)[tasks] for each in (asked.hours, asked.hours_left) if each is not None]),
        role_share=np.append(asked.role_share, 1.0)[tasks],
        split_once=np.array([np.unique(asked.split[each]).size == 1 for each in activities]),
        tree=asking_tree(
            activities, asked.paths, asked.probability, asked.rule_of, slots, max(each.size for each in first)
        ),
    )


def _padded(rows: Sequence[Ints], padding: int) -> Ints:
    table = np.full((len(rows), max(map(len, rows))), padding)
    for index, row in enumerate(rows):
        table[index, : len(row)] = row
    return table


def overlap_per_person(
    which: CoincidingTasks,
    asked: Floats,
    prevalence: Floats,
    *,
    bounds: bool = True,
    jointly: Sequence[Jointly] = (),
) -> Floats:
    """[3, A, X] hours a year counted twice, per person of X groups of people: the value, the least, the greatest, and
    the least and the greatest of hours that are left beside visits, if there are such; [1, A, X] without the `bounds`.

    `asked` [A, n, X] share of those with the condition whom the recommendation of each task reaches, 0 where the task
    asks nobody; where its tasks ask different shares, the smaller are parts of the largest. Fewer than X, say x, are
    the same in every x groups. `prevalence` [A, K, X] share with each condition; conditions of one cluster are had
    `jointly`, which the bounds do not rest on.
    """
    share, once = which.role_share[:, :, None], which.split_once[:, None, None]

    levels = _Levels(which, which.hours if bounds else which.hours[:1], asked, prevalence, jointly)
    # As the role's share is the same in all tasks, its share of the whole is the whole of its share of each.
    events = which.events * np.where(which.split_once[:, None], which.role_share, 1.0)
    if not bounds:
        (value,) = levels.counted_twice(events, np.where(once, 1.0, share), ("independent",))
        return np.asarray(value)
    if (share == 1.0).all():
        values, certain, possible = levels.counted_twice(events, share, ("independent", "greatest", "least"))
    else:
        (values,) = levels.counted_twice(events, np.where(once, 1.0, share), ("independent",))
        certain, possible = _with_role_shares(levels, which, share)
    possible = np.maximum(possible, certain)
    value = np.minimum(np.maximum(values[0], certain[0]), possible[0])
    return np.array([value, *(end for ends in zip(certain, possible, strict=True) for end in ends)])


def _with_role_shares(levels: "_Levels", which: CoincidingTasks, share: Floats) -> tuple[Floats, Floats]:
    """[G, A, X] the least and the greatest overlap where the role does a part of some tasks."""
    each = levels.reached * (which.events * levels.hours)[:, :, :, None]
    whole = np.where(share < 1.0, 0.0, 1.0)
    (undivided,) = levels.counted_twice(which.events, np.ones_like(share), ("greatest",))
    (alone,) = levels.counted_twice(which.events, whole, ("least",))
    one_by_one = (each * share).sum(axis=2) - (each * share).max(axis=2)
    return (
        np.maximum(undivided - (each * (1.0 - share)).sum(axis=2), 0.0),
        np.minimum(alone + (each * share * (1.0 - whole)).sum(axis=2), one_by_one),
    )


@dataclass(frozen=True)
class _Levels:
    """Levels of events and of `hours` [G, A, n], and who is asked for any task at each.

    `asked` [A, n, x], `prevalence` [A, K, X] and `jointly` as given.
    """

    which: CoincidingTasks
    hours: Floats
    asked: Floats
    prevalence: Floats
    jointly: Sequence[Jointly]

    def _of_all(self, rows: Floats) -> Floats:
        """[A, ., x] -> [A, ., X]"""
        have, wanted = rows.shape[2], self.prevalence.shape[2]
        return rows if have == wanted else np.tile(rows, wanted // have)

    @cached_property
    def part(self) -> Floats:
        """[A, n, X] of those whom the recommendation of a task asks here, those whom the task does."""
        return self._of_all(part_of_rule(self.which.tree, self.asked))

    @cached_property
    def reached(self) -> Floats:
        """[A, n, X] the share of all people who reach each task."""
        have_it = np.take_along_axis(self.prevalence, self.which.slot[:, :, None], axis=1)
        return np.asarray(self._of_all(self.asked * self.which.tree.reached[:, :, None]) * have_it)

    @cached_property
    def are_alike(self) -> bool:
        """Whether the rows have the same tasks in the same order, no two of one recommendation: as the kinds of people
        of one activity, or of a visit, have."""
        return self.which.tree.is_flat and bool((self.which.tasks == self.which.tasks[:1]).all())

    def counted_twice(self, events: Floats, own: Floats, joins: Sequence[Join]) -> Floats:
        """[len(joins), G, A, X] Σ of falls in events x falls in hours x (what the tasks above both ask for one by one -
        U of them), with `own` [A, n, 1] the role's share of those who reach a task."""
        overlap = np.zeros((len(joins), len(self.hours), self.asked.shape[0], self.prevalence.shape[2]))
        fall = self.hours - _next(self.hours)
        levels = -np.sort(-events, axis=1)
        for level, step in zip(levels.T, (levels - _next(levels)).T, strict=True):
            if step.any():
                add = self._add_level_at_once if self.are_alike else self._add_level
                add(overlap, own * (events >= level[:, None])[:, :, None], step[:, None] * fall, joins)
        return overlap

    def _add_level(self, overlap: Floats, own: Floats, hours: Floats, joins: Sequence[Join]) -> None:
        """Adds what the tasks of one level count twice: `hours` [G, A, n] x (their shares - the share asked for any),
        task by task from the longest."""
        each, of_rule, tree = self.reached * own, self.part * own, self.which.tree
        asked = self._of_all(self.asked)
        any_of_them = [asked_for_any(tree, asked, self.prevalence, join, self.jointly) for join in joins]
        together, most = np.zeros_like(each[:, 0]), np.zeros_like(each[:, 0])
        for task, longer in enumerate(np.any(hours, axis=(0, 1)).tolist()):
            together += each[:, task]
            np.maximum(most, each[:, task], out=most)
            for row, shares in zip(overlap, any_of_them, strict=True):
                shares.add(task, of_rule[:, task])
                if longer:
                    # Rounding never leaves what is possible, so that one task alone overlaps with nothing, exactly.
                    share = np.minimum(np.maximum(shares.of_everybody(), most), together)
                    row += hours[:, :, task, None] * (together - share)

    def _add_level_at_once(self, overlap: Floats, own: Floats, hours: Floats, joins: Sequence[Join]) -> None:
        """The same where the rows are alike: of those with each condition first, who are the same on every list."""
        falls = np.flatnonzero(np.any(hours, axis=(0, 1))).tolist()
        given = self.asked * self.which.tree.reached[:, :, None] * own
        summed, greatest, missed = (
            self._by_condition(rows, accumulate, falls)
            for rows, accumulate in ((given, np.add), (given, np.maximum), (1.0 - given, np.multiply))
        )
        joined = {"independent": missed, "greatest": summed, "least": greatest}
        for fall, task in enumerate(falls):
            together = (self.prevalence * self._of_all(summed[fall])).sum(axis=1)
            most = (self.prevalence * self._of_all(greatest[fall])).max(axis=1)
            for row, join in zip(overlap, joins, strict=True):
                share = of_all_conditions(self.prevalence, self._of_all(joined[join][fall]), join, self.jointly)
                row += hours[:, :, task, None] * (together - np.minimum(np.maximum(share, most), together))

    def _by_condition(self, rows: Floats, of: np.ufunc, falls: Sequence[int]) -> Floats:
        """[falls, A, K, x] sum, greatest or product of the tasks [A, n, x] with each condition, up to each fall."""
        slot, found = self.which.slot[0], np.empty((len(falls), len(rows), self.prevalence.shape[1], rows.shape[2]))
        for condition in range(found.shape[2]):
            mine = np.flatnonzero(slot == condition)
            none = np.full((len(rows), 1, rows.shape[2]), 1.0 if of is np.multiply else 0.0)
            so_far = of.accumulate(np.concatenate([none, rows[:, mine]], axis=1), axis=1)
            found[:, :, condition] = np.moveaxis(so_far[:, np.searchsorted(mine, falls, side="right")], 1, 0)
        return found


def _next(rows: Floats) -> Floats:
    """What stands one place to the right; 0 after the last."""
    return np.append(rows[..., 1:], np.zeros((*rows.shape[:-1], 1)), axis=-1)
