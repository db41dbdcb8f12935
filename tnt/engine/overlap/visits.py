"""Several tasks in one visit, on lists: METHOD "Several tasks in one visit" [ours].

Of each visit's minutes so many are spent once, whatever is done in it. With V the hours of `coinciding_tasks` whose
tasks take no more than these minutes, what is saved where all visits that could fall together did is

    Σ over activities V(activity) - V(all tasks of the kind of visit)
        = overlap of all tasks - Σ over activities the overlap of its tasks, minutes so capped

and of that the share that does. So the machinery is that of overlap. Its formula is symmetric in how often and how
long: of all tasks of a visit nearly every one takes the minutes that are spent once, so events and minutes change
places there, and the one fall in minutes is gone through instead of all falls in events.
"""

from dataclasses import dataclass, replace

import numpy as np

from tnt.arrays import Floats, Ints
from tnt.engine.overlap.lists import Overlap, SharedTasks, list_overlap
from tnt.engine.people.counts import ListCounts


@dataclass(frozen=True)
class VisitTasks:
    """T tasks that may fall in V kinds of visit, each of one role; their hours are those spent once.

    together   the tasks of each kind of visit, events and hours exchanged; its columns are the kinds of visit
    alone      of these, the tasks of each activity with more than one; its columns are the kinds of visit
    merged     [V] share of the visits that could fall together that do
    column_of  [V] which of J columns (roles) each is of
    columns    J
    """

    together: SharedTasks
    alone: SharedTasks
    merged: Floats
    column_of: Ints
    columns: int


@dataclass(frozen=True)
class SavedByVisits:
    """Hours a year that merged visits save.

    per_list  [L, J] on each list, of each column
    value     [V] over all lists
    bounds    [2, V] the least and the greatest, the activities at their value
    of_all    [2, V] the share merged of the least and the greatest overlap of all tasks of a visit
    """

    per_list: Floats
    value: Floats
    bounds: Floats
    of_all: Floats


@dataclass(frozen=True)
class ActivitiesInVisits:
    """The A activities of a pack, for the bounds of overlap and merged visits together.

    Where all tasks of an activity take part in a visit, its overlap and the visits that stay are one sum: hours less
    the share merged of those spent once. Where some do not, each has bounds of its own.

    left      the activities all of whose tasks take part, with the hours that are left
    whole     [.] which of the A activities they are
    in_part   [.] which of the others has several tasks in a visit
    alone     [.] which of those `alone` in visits are its tasks
    """

    left: SharedTasks
    whole: Ints
    in_part: Ints
    alone: Ints


def saved_by_visits(counts: ListCounts, visits: VisitTasks, uptake: Floats, *, bounds: bool = True) -> SavedByVisits:
    """With `uptake` [T] of each task; without `bounds` both are the value."""
    together = list_overlap(counts, visits.together, uptake, bounds=bounds)
    alone = list_overlap(counts, visits.alone, uptake, bounds=False)
    # Among tasks that roles share in several ways the shares are independent, while an activity's are split once.
    of_visits = np.maximum(together.per_list - alone.per_list, 0.0) * visits.merged
    per_list = of_visits @ np.equal.outer(visits.column_of, np.arange(visits.columns)).astype(np.float64)
    value = of_visits.sum(axis=0)
    of_all = together.of_activity[-2:] * visits.merged
    if not bounds:
        return SavedByVisits(per_list, value, np.array([value, value]), np.array([*of_all, *of_all]))
    of_activities = np.zeros(visits.merged.size)
    np.add.at(of_activities, visits.alone.column_of, alone.of_activity[0])
    least, greatest = of_all - of_activities * visits.merged
    return SavedByVisits(per_list, value, np.array([np.clip(least, 0.0, value), np.maximum(greatest, value)]), of_all)


def ends_beside_visits(
    counts: ListCounts,
    overlap: Overlap,
    work: ActivitiesInVisits,
    uptake: Floats,
    visits: VisitTasks,
    uptake_of_visits: Floats,
) -> Floats:
    """[2, A] of each activity, with the `uptake` [T] of its tasks: with `of_all` of the visits they add up to the least
    and the greatest that overlap and merged visits are together, the least or greatest share of people in every place.
    """
    ends = overlap.of_activity[1:].copy()
    if work.whole.size:
        ends[:, work.whole] = list_overlap(counts, work.left, uptake).of_activity[1:]
    if work.in_part.size:
        alone = list_overlap(counts, visits.alone, uptake_of_visits).of_activity[1:]
        merged = visits.merged[visits.alone.column_of[work.alone]]
        ends[:, work.in_part] -= merged * alone[::-1, work.alone]
    return ends


def exchanged(tasks: SharedTasks) -> SharedTasks:
    """The same work with events and hours in each other's place."""
    return replace(tasks, asked=replace(tasks.asked, events=tasks.asked.hours, hours=tasks.asked.events))
