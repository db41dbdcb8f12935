"""One role over all lists: share of capacity, positions, headroom, break-even reserve, load, and hours that do not fit:
METHOD "Time there is"."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tnt.arrays import Floats
from tnt.engine.capacity.verdict import BLOCK_COLUMNS, ListCapacity, OverloadThresholds, RoleLists, RoleTime, State
from tnt.engine.hours.blocks import blocks


@dataclass(frozen=True)
class RoleSummary:
    """Sums over lists with posts known and above 0 (imputed posts included), NaN where there is no such list.

    available_hours                hours a year
    required_hours                 hours a year of the same lists
    gross_hours                    posts x gross hours per post
    share_of_capacity              required / available
    mean_available_hours_per_post  weighted by people where lists differ
    positions                      required hours of all lists, staffed or not, in posts of that mean
    headroom                       share of gross hours that is left; negative when the pack needs more than all of them
    break_even_reserve             share of gross hours that all reserves could take before the role is called
                                   overloaded: the headroom, but for a threshold that is not 100 %
    hours_that_do_not_fit          required beyond available hours, list by list, of lists with a verdict (NaN without
                                   any): time of other lists does not help them
    hours_on_vacant_lists          required hours of lists with people and no posts
    load_before                    hours worked today / gross hours, NaN where not known
    lists_in_state                 [6] how many of all lists are in each `State`
    more_overloaded                whether a list that is called ok or watched is asked for hours that nobody knows, and
                                   may be overloaded too
    """

    available_hours: float
    required_hours: float
    gross_hours: float
    share_of_capacity: float
    mean_available_hours_per_post: float
    positions: float
    headroom: float
    break_even_reserve: float
    hours_that_do_not_fit: float
    hours_on_vacant_lists: float
    load_before: float
    lists_in_state: tuple[int, ...]
    more_overloaded: bool

    def load_with(self, hours: float) -> float:
        """(Hours worked today + these) / gross hours; NaN where not known."""
        return self.load_before + _ratio(hours, self.gross_hours)

    @property
    def lists_with_verdict(self) -> int:
        """Lists that are ok, watched or overloaded."""
        return sum(self.lists_in_state[state] for state in (State.OK, State.WATCH, State.OVERLOAD))


def summarise(
    lists: RoleLists,
    time: RoleTime,
    thresholds: OverloadThresholds,
    capacity: ListCapacity,
    worked_today_hours_per_post: float = math.nan,
) -> RoleSummary:
    """Adds up what `list_capacity` found for the same lists, time and thresholds."""
    sums = _Sums()
    for block in blocks(lists.people.size, BLOCK_COLUMNS):
        sums.add(lists.part(block), capacity.part(block))
    gross = sums.posts * time.gross_hours_per_post if sums.staffed else math.nan
    available = sums.available_hours if sums.staffed else math.nan
    required = sums.required_hours if sums.known_and_staffed else math.nan
    # Positions are of lists without posts too, so the hours of a post are those a person on the lists meets on average.
    per_post = _ratio(sums.people_times_hours_per_post, sums.people)
    worked_today = _ratio(worked_today_hours_per_post * gross, time.gross_hours_per_post)
    return RoleSummary(
        available_hours=available,
        required_hours=required,
        gross_hours=gross,
        share_of_capacity=_ratio(required, available),
        mean_available_hours_per_post=per_post,
        positions=_ratio(sums.required_hours_of_all if sums.known else math.nan, per_post),
        # Of gross hours: what is reserved is exactly what is asked about, and cannot be taken off first.
        headroom=1 - _ratio(required, gross),
        break_even_reserve=1 - _ratio(required, thresholds.overload * gross),
        hours_that_do_not_fit=sums.hours_that_do_not_fit if sums.judged else math.nan,
        hours_on_vacant_lists=math.nan if sums.vacant and not sums.known_and_vacant else sums.hours_on_vacant_lists,
        load_before=_ratio(worked_today, gross),
        lists_in_state=_in_state(capacity.state),
        more_overloaded=bool(np.any(lists.at_least) and np.any(lists.at_least & (capacity.state <= State.WATCH))),
    )


def _in_state(states: NDArray[np.int8]) -> tuple[int, ...]:
    """How many lists are in each state; most packs have only the first few, and the rest need not be looked for."""
    found = dict.fromkeys(State, 0)
    for state in State:
        found[state] = int(np.count_nonzero(states == np.int8(state)))
        if sum(found.values()) == states.size:
            break
    return tuple(found.values())


class _Sums:
    """Sums over lists, of staffed ones unless a name ends in `_of_all`; hours that are unknown are left out."""

    def __init__(self) -> None:
        self.staffed = self.known_and_staffed = self.known = self.judged = self.vacant = self.known_and_vacant = 0
        self.posts = self.people = self.people_times_hours_per_post = 0.0
        self.available_hours = self.required_hours = self.required_hours_of_all = 0.0
        self.hours_that_do_not_fit = self.hours_on_vacant_lists = 0.0

    def add(self, lists: RoleLists, capacity: ListCapacity) -> None:
        """Some lists. Nearly always all are staffed and known, and nothing need be picked out."""
        available_hours, state = capacity.available_hours, capacity.state
        judged, vacant = state <= State.OVERLOAD, state == State.VACANT
        lacking = lists.required_hours - available_hours
        np.maximum(lacking, 0.0, out=lacking)
        count, total = _known_sum(lacking if judged.all() else lacking[judged])
        self.judged += count
        self.hours_that_do_not_fit += total
        if vacant.any():
            count, total = _known_sum(lists.required_hours[vacant])
            self.vacant += int(np.count_nonzero(vacant))
            self.known_and_vacant += count
            self.hours_on_vacant_lists += total
        count, total = _known_sum(lists.required_hours)
        self.known += count
        self.required_hours_of_all += total
        staffed = lists.staffed  # hours available that cannot be told make the sums of them unknown, and no other
        people, posts = lists.people, lists.posts
        if not staffed.all():
            people, posts, available_hours = people[staffed], posts[staffed], available_hours[staffed]
            count, total = _known_sum(lists.required_hours[staffed])
        self.staffed += posts.size
        self.known_and_staffed += count
        self.required_hours += total
        self.posts += float(posts.sum())
        self.people += float(people.sum())
        self.people_times_hours_per_post += float(people / posts @ available_hours)
        self.available_hours += float(available_hours.sum())


def _known_sum(hours: Floats) -> tuple[int, float]:
    """How many are known, and their sum."""
    total = float(hours.sum())
    if not math.isnan(total):
        return hours.size, total
    known = hours[~np.isnan(hours)]
    return known.size, float(known.sum())


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else math.nan
