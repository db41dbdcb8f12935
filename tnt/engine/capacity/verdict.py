"""The time there is on each list, and how hours stand to it: METHOD "Time there is".

    available = posts x (gross x (1 - reserved share) - reserved hours per post) - reserved hours of the people listed
    ratio     = required ÷ available

What is reserved as a share or by the week comes with each post; what is reserved per person comes with the list,
whatever posts it has. So available hours may come out below 0, and are then 0: the reserve alone takes all the time,
which is overload without a ratio.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tnt.arrays import Bools, Floats, Ints
from tnt.engine.hours.blocks import blocks

BLOCK_COLUMNS = 4  # about what is made on the way per list and used soon again, in float64
Varying = TypeVar("Varying", Floats | float, Bools | bool)


class State(IntEnum):
    """How a list stands. Only the first three are verdicts."""

    OK = 0
    WATCH = 1
    OVERLOAD = 2
    VACANT = 3
    UNKNOWN = 4
    IMPUTED = 5


@dataclass(frozen=True)
class RoleTime:
    """Working time of one role, hours a year; what differs between lists is an array [L], else one number.

    gross_hours_per_post     weeks worked x hours a week
    reserved_share           share of the gross hours reserved for other work, 0 to 1, all shares added
    reserved_hours_per_post  hours reserved for other work, weeks x hours a week, all added
    reserved_hours           hours of other work that grow with the list: hours per person x people, all added; NaN
                             where they cannot be told
    """

    gross_hours_per_post: float
    reserved_share: Floats | float = 0.0
    reserved_hours_per_post: Floats | float = 0.0
    reserved_hours: Floats | float = 0.0

    def part(self, block: slice | Ints) -> RoleTime:
        """The same of some lists."""
        reserved = (self.reserved_share, self.reserved_hours_per_post, self.reserved_hours)
        return RoleTime(self.gross_hours_per_post, *(_part(hours, block) for hours in reserved))


@dataclass(frozen=True)
class OverloadThresholds:
    """Ratios of required to available hours: overloaded above `overload`, watched from `watch` (None: never)."""

    overload: float = 1.0
    watch: float | None = None


@dataclass(frozen=True)
class RoleLists:
    """One role on L lists.

    people          [L] people of the list
    posts           [L] posts of the role, NaN where unknown
    required_hours  [L] hours a year; NaN where nothing of the role could be estimated
    imputed         [L] whether posts or ages are imputed; one value for all lists
    at_least        [L] whether the required hours are a lower bound
    mostly_unknown  [L] whether fewer than half of the role's tasks could be estimated, or nobody is counted though
                    there may be people
    more_reserved   [L] whether more may be reserved than is known, for people who are not counted
    """

    people: Floats
    posts: Floats
    required_hours: Floats
    imputed: Bools | bool = False
    at_least: Bools | bool = False
    mostly_unknown: Bools | bool = False
    more_reserved: Bools | bool = False

    @cached_property
    def staffed(self) -> Bools:
        """[L] lists with posts known and above 0: those that totals of capacity run over."""
        known: Bools = self.posts > 0
        return known

    def part(self, block: slice | Ints) -> RoleLists:
        """Some of the lists."""
        known = (_part(each, block) for each in (self.imputed, self.at_least, self.mostly_unknown, self.more_reserved))
        return RoleLists(self.people[block], self.posts[block], self.required_hours[block], *known)


@dataclass(frozen=True)
class ListCapacity:
    """What `list_capacity` answers for one role on L lists.

    available_hours  [L] hours a year, never negative; NaN where posts or what is reserved are unknown
    ratio            [L] required / available hours; 0 on lists without people, NaN where there is none
    state            [L] codes of `State`
    """

    available_hours: Floats
    ratio: Floats
    state: NDArray[np.int8]

    def part(self, block: slice | Ints) -> ListCapacity:
        """Some of the lists: views of a slice, copies of numbered ones."""
        return ListCapacity(self.available_hours[block], self.ratio[block], self.state[block])


def list_capacity(lists: RoleLists, time: RoleTime, thresholds: OverloadThresholds) -> ListCapacity:
    """Available hours, ratio and state of each list.

    The state is unknown where posts are; else vacant, else imputed, whatever is asked of the list. A list without a
    ratio is overloaded where the reserve alone takes all its time, else unknown. So is a list of whose work most is
    unknown, unless what is known overloads it: more work would change nothing of that.
    """
    length = lists.people.size
    available_hours, ratio = np.empty((2, length))  # in one piece: fresh memory costs less in large pages
    judged = ListCapacity(available_hours, ratio, np.empty(length, dtype=np.int8))
    for block in blocks(length, BLOCK_COLUMNS):
        _judge(lists.part(block), time.part(block), thresholds, judged.part(block))
    return judged


def _judge(lists: RoleLists, time: RoleTime, thresholds: OverloadThresholds, judged: ListCapacity) -> None:
    """Fills in what is found about some lists: all as if they had people, posts and time, then those that lack one."""
    time_per_post = time.gross_hours_per_post * (1 - time.reserved_share) - time.reserved_hours_per_post
    np.multiply(lists.posts, time_per_post, out=judged.available_hours)
    if np.any(time.reserved_hours):
        np.subtract(judged.available_hours, time.reserved_hours, out=judged.available_hours)
    with np.errstate(divide="ignore", invalid="ignore"):
        np.divide(lists.required_hours, judged.available_hours, out=judged.ratio)
    judged.state[:] = _verdict(judged.ratio, thresholds)
    usual = (lists.people > 0) & (judged.ratio > 0) & (judged.ratio < np.inf)
    unusual = np.flatnonzero(~usual)
    if unusual.size:
        these = judged.part(unusual)
        _judge_unusual(lists.part(unusual), these, thresholds)
        judged.available_hours[unusual], judged.ratio[unusual] = these.available_hours, these.ratio
        judged.state[unusual] = these.state
    if np.any(lists.mostly_unknown):
        judged.state[lists.mostly_unknown & (judged.state <= State.WATCH)] = State.UNKNOWN
    if np.any(lists.imputed):
        # What is asked of a list, and what is not known of that, makes it no less imputed: METHOD's order.
        judged.state[lists.imputed & (judged.state != State.VACANT) & ~np.isnan(lists.posts)] = State.IMPUTED
    if np.any(lists.mostly_unknown):
        judged.state[lists.mostly_unknown & (lists.people == 0)] = State.UNKNOWN


def _judge_unusual(lists: RoleLists, judged: ListCapacity, thresholds: OverloadThresholds) -> None:
    """No people, no posts, no time, no work or something unknown."""
    np.maximum(judged.available_hours, 0.0, out=judged.available_hours)
    judged.ratio[judged.available_hours == 0] = np.nan
    judged.ratio[(lists.people == 0) & (lists.posts >= 0)] = 0.0
    judged.state[:] = _verdict(judged.ratio, thresholds)
    judged.state[np.isnan(judged.ratio) & (judged.available_hours != 0)] = State.UNKNOWN
    judged.state[(lists.posts == 0) & (lists.people > 0)] = State.VACANT


def _verdict(ratio: Floats, thresholds: OverloadThresholds) -> NDArray[np.int8]:
    """A list without a ratio is overloaded: the reserve alone takes all its time.

    Multiplied out: choosing list by list, where they differ, takes several times longer.
    """
    overload = ~(ratio <= thresholds.overload)
    state = overload * np.int8(State.OVERLOAD)
    if thresholds.watch is not None:
        state += ((ratio >= thresholds.watch) & ~overload) * np.int8(State.WATCH)
    return state


def _part(values: Varying, block: slice | Ints) -> Varying:
    return values[block] if isinstance(values, np.ndarray) else values
