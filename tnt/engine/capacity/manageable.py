"""How many people a post can have, and how many posts a list needs: METHOD "Time there is", largest manageable list.

What is reserved per listed person grows with the list, so it is solved for: with n people per post, n x required hours
per person are held against the hours of the post less n x reserved hours per person.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.engine.capacity.verdict import RoleLists, RoleTime


@dataclass(frozen=True)
class ManageableLists:
    """One role on L lists; NaN where it cannot be told.

    people        [L] people of the list
    workload      [L] hours a year that grow with the people: required, and reserved per listed person
    hours_of_post [L] hours a year of one post before what is reserved per listed person; never negative
    posts_needed  [L] posts at which required equals available hours: workload / hours of a post; infinite where a post
                  has no time for the work there is
    """

    people: Floats
    workload: Floats
    hours_of_post: Floats
    posts_needed: Floats

    @property
    def largest(self) -> Floats:
        """[L] people per post at whom required equals available hours; 0 where a post has no time, NaN where nobody is
        on the list or nothing is asked, so that there is no limit."""
        none = np.full(self.people.shape, np.nan)
        return np.asarray(np.divide(self.people * self.hours_of_post, self.workload, out=none, where=self.workload > 0))

    def pooled(self, chosen: Bools) -> tuple[float, float, float]:
        """People, posts needed and largest list of some lists together: as many people per post on all of them as
        makes the posts needed add up. Lists for which it cannot be told are left out; NaN where that is all."""
        known = chosen & ~np.isnan(self.posts_needed)
        people, needed = float(self.people[known].sum()), float(self.posts_needed[known].sum())
        if not known.any():
            return np.nan, np.nan, np.nan
        return people, needed, people / needed if needed > 0 else np.nan


def manageable_lists(lists: RoleLists, time: RoleTime) -> ManageableLists:
    """What `lists` and `time` say about the size of lists; posts are not looked at. [Altschuler et al. 2012: hours per
    clinician-year / hours per patient-year]"""
    hours_of_post = np.broadcast_to(np.maximum(_hours_of_post(time), 0.0), lists.people.shape)
    workload = lists.required_hours + time.reserved_hours
    workload = np.where(lists.people > 0, workload, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.where(workload == 0, 0.0, workload / hours_of_post)
    return ManageableLists(lists.people, workload, hours_of_post, needed)


def gross_hours_needed(lists: RoleLists, time: RoleTime, overload: float) -> Floats:
    """[L] gross hours a year that a post of the list would need for the list to be just not overloaded.

    `overload` is the threshold: the ratio of required to available hours above which a list is overloaded. Infinite
    where shares reserved leave no time of any post, 0 where the list has no people, NaN where posts are unknown or 0.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        per_post = (lists.required_hours / overload + time.reserved_hours) / lists.posts
        left = np.maximum(1 - np.asarray(time.reserved_share), 0.0)
        needed = (per_post + time.reserved_hours_per_post) / left
    return np.where(lists.staffed, np.where(lists.people > 0, needed, 0.0), np.nan)


def _hours_of_post(time: RoleTime) -> Floats | float:
    return time.gross_hours_per_post * (1 - time.reserved_share) - time.reserved_hours_per_post
