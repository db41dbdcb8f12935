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
from functools import cached_property

import numpy as np

from tnt.arrays import Bools, Floats, Ints
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

    @cached_property
    def parts(self) -> tuple[tuple[Bools, SharedTasks, SharedTasks], ...]:
        """The kinds of visit in which no register scales a condition, and the others: which, together and alone."""
        scaled = self.together.is_scaled
        return tuple(
            (chosen, self.together.of(chosen), self.alone.of(chosen[self.alone.column_of]))
            for chosen in (~scaled, scaled)
        )


@dataclass(frozen=True)
class SavedByVisits:
    """Hours a year that merged visits save.

    on_lists   [L, V] on each list
    bounds     [2, V] the least and the greatest over all lists, the activities at their value
    of_all     [2, V] the share merged of the least and the greatest overlap of all tasks of a visit
    column_of  [V] which of `columns` (roles) each is of
    """

    on_lists: Floats
    bounds: Floats
    of_all: Floats
    column_of: Ints
    columns: int

    @property
    def value(self) -> Floats:
        """[V] over all lists."""
        hours: Floats = self.on_lists.sum(axis=0)
        return hours

    @property
    def per_list(self) -> Floats:
        """[L, J] on each list, of each column."""
        hours: Floats = self.on_lists @ np.equal.outer(self.column_of, np.arange(self.columns)).astype(np.float64)
        return hours


@dataclass(frozen=True)
class ActivitiesInVisits:
    """The A activities of a pack, for the bounds of overlap and merged visits together.

    Where all tasks of an activity take part in a visit, its overlap and the visits that stay are one sum: hours less
    the share merged of those spent once. Where some do not, each has bounds of its own.

    left      the tasks of all, and of the activities all of whose tasks take part the hours that are left
    in_part   [.] which of the others has several tasks in a visit
    alone     [.] which of those `alone` in visits are its tasks
    """

    left: SharedTasks
    in_part: Ints
    alone: Ints


def saved_by_visits(counts: ListCounts, visits: VisitTasks, uptake: Floats, *, bounds: bool = True) -> SavedByVisits:
    """With `uptake` [T] of each task; without `bounds` both are the value.

    Cost: where no register scales a condition, that of as many lists as there are strata, and one product of all lists.
    """
    on_lists = np.zeros((counts.length, visits.merged.size))
    of_all = np.zeros((2, visits.merged.size))
    of_activities = np.zeros(visits.merged.size)
    for (chosen, of_visits, of_activities_alone), here in zip(visits.parts, (_by_stratum(counts), counts), strict=True):
        if not chosen.any():
            continue
        together = list_overlap(here, of_visits, uptake, bounds=bounds)
        alone = list_overlap(here, of_activities_alone, uptake, bounds=False)
        # Among tasks that roles share in several ways the shares are independent, while an activity's are split once.
        saved = np.maximum(together.per_list - alone.per_list, 0.0)[:, chosen]
        on_lists[:, chosen] = saved if here is counts else counts.people @ _per_person(saved, counts)
        of_all[:, chosen] = together.of_activity[-2:]
        of_activities += alone.per_list.sum(axis=0)
    on_lists, of_all, of_activities = (each * visits.merged for each in (on_lists, of_all, of_activities))
    value = on_lists.sum(axis=0)
    least, greatest = of_all - of_activities if bounds else (value, value)
    ends = np.array([np.clip(least, 0.0, value), np.maximum(greatest, value)])
    return SavedByVisits(on_lists, ends, of_all, visits.column_of, visits.columns)


def _by_stratum(counts: ListCounts) -> ListCounts:
    """All people of each stratum as a list."""
    return ListCounts(np.diag(counts.everybody), counts.split)


def _per_person(hours: Floats, counts: ListCounts) -> Floats:
    """[S, .] hours of all people of each stratum -> of one; 0 of nobody."""
    people = counts.everybody[:, None]
    return np.divide(hours, people, out=np.zeros_like(hours), where=people > 0)


def ends_beside_visits(
    counts: ListCounts,
    overlap: Overlap,
    work: ActivitiesInVisits,
    visits: VisitTasks,
    uptake: Floats,
) -> Floats:
    """[2, A] of each activity, with the `overlap` of what is `left` and the `uptake` [T] of the tasks in visits: with
    `of_all` of the visits they add up to the least and the greatest that overlap and merged visits are together, the
    least or greatest share of people in every place.
    """
    ends = overlap.of_activity[3:].copy()
    if work.in_part.size:
        alone = list_overlap(counts, visits.alone, uptake).of_activity[1:]
        merged = visits.merged[visits.alone.column_of[work.alone]]
        ends[:, work.in_part] -= merged * alone[::-1, work.alone]
    return ends


def exchanged(tasks: SharedTasks) -> SharedTasks:
    """The same work with events and hours in each other's place."""
    return replace(tasks, asked=replace(tasks.asked, events=tasks.asked.hours, hours=tasks.asked.events))
