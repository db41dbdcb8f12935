"""The time there is on each list, and how hours stand to it: METHOD "Time there is"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tnt.engine.arrays import Bools, Floats
from tnt.engine.blocks import blocks

COLUMNS = 4  # about what is made on the way per list and used soon again, in float64
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
    reserved_hours           hours of other work that grow with the list: hours per person x people, all added
    """

    gross_hours_per_post: float
    reserved_share: Floats | float = 0.0
    reserved_hours_per_post: Floats | float = 0.0
    reserved_hours: Floats | float = 0.0

    def part(self, block: slice) -> RoleTime:
        """The same of some lists."""
        reserved = (self.reserved_share, self.reserved_hours_per_post, self.reserved_hours)
        return RoleTime(self.gross_hours_per_post, *(_part(hours, block) for hours in reserved))


@dataclass(frozen=True)
class Thresholds:
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
    """

    people: Floats
    posts: Floats
    required_hours: Floats
    imputed: Bools | bool = False

    @property
    def staffed(self) -> Bools:
        """[L] lists with posts known and above 0: those that totals of capacity run over."""
        known: Bools = self.posts > 0
        return known

    def part(self, block: slice) -> RoleLists:
        """Some of the lists."""
        imputed = _part(self.imputed, block)
        return RoleLists(self.people[block], self.posts[block], self.required_hours[block], imputed)


@dataclass(frozen=True)
class ListCapacity:
    """What `list_capacity` answers for one role on L lists.

    available_hours  [L] hours a year, never negative; NaN where posts are unknown
    ratio            [L] required / available hours; 0 on lists without people, NaN where there is none
    state            [L] codes of `State`
    """

    available_hours: Floats
    ratio: Floats
    state: NDArray[np.int8]


def list_capacity(lists: RoleLists, time: RoleTime, thresholds: Thresholds) -> ListCapacity:
    """Available hours, ratio and state of each list. Required hours that are NaN give the state unknown."""
    length = lists.people.size
    found = ListCapacity(np.empty(length), np.empty(length), np.empty(length, dtype=np.int8))
    for block in blocks(length, COLUMNS):
        here = ListCapacity(found.available_hours[block], found.ratio[block], found.state[block])
        _judge(lists.part(block), time.part(block), thresholds, here)
    return found


def _judge(lists: RoleLists, time: RoleTime, thresholds: Thresholds, found: ListCapacity) -> None:
    """Fills in what is found about some lists; where all are staffed and known there are no exceptions to look for."""
    time_per_post = time.gross_hours_per_post * (1 - time.reserved_share) - time.reserved_hours_per_post
    np.maximum(lists.posts * time_per_post - time.reserved_hours, 0.0, out=found.available_hours)
    with np.errstate(divide="ignore", invalid="ignore"):
        np.divide(lists.required_hours, found.available_hours, out=found.ratio)
    usual = lists.staffed & (lists.people > 0) & np.isfinite(found.ratio)
    if not usual.all():
        found.ratio[found.available_hours == 0] = np.nan
        found.ratio[(lists.people == 0) & (lists.posts >= 0)] = 0.0
    _verdict(found.ratio, thresholds, found.state)
    if np.any(lists.imputed):
        found.state[lists.imputed] = State.IMPUTED
    if not usual.all():
        found.state[(lists.posts == 0) & (lists.people > 0)] = State.VACANT
        found.state[np.isnan(lists.posts) | np.isnan(lists.required_hours)] = State.UNKNOWN


def _verdict(ratio: Floats, thresholds: Thresholds, state: NDArray[np.int8]) -> None:
    """Multiplied out, as choosing list by list takes longer. A list without a ratio: the reserve alone takes all its time."""
    overload = ~(ratio <= thresholds.overload)
    np.multiply(overload, np.int8(State.OVERLOAD), out=state)
    if thresholds.watch is not None:
        state += ((ratio >= thresholds.watch) & ~overload) * np.int8(State.WATCH)


def _part(values: Varying, block: slice) -> Varying:
    return values[block] if isinstance(values, np.ndarray) else values
