"""One role over all lists: share of capacity, positions, break-even reserve, load: METHOD "Time there is"."""

import math
from dataclasses import dataclass

import numpy as np

from tnt.engine.arrays import Bools, Floats
from tnt.engine.capacity import ListCapacity, RoleLists, RoleTime, State, Thresholds


@dataclass(frozen=True)
class RoleSummary:
    """Sums over lists with posts known and above 0 (imputed posts included), NaN where there is no such list.

    available_hours                hours a year
    required_hours                 hours a year of the same lists
    gross_hours                    posts x gross hours per post
    share_of_capacity              required / available
    mean_available_hours_per_post  weighted by people where lists differ
    positions                      required hours of all lists, staffed or not, in posts of that mean
    break_even_reserve             share of gross hours that other work could take before the role is overloaded;
                                   negative when the pack overloads it alone
    load_before                    hours worked today / gross hours, NaN where not known
    load_after                     (hours worked today + incremental hours) / gross hours
    lists_in_state                 [6] how many of all lists are in each `State`
    """

    available_hours: float
    required_hours: float
    gross_hours: float
    share_of_capacity: float
    mean_available_hours_per_post: float
    positions: float
    break_even_reserve: float
    load_before: float
    load_after: float
    lists_in_state: tuple[int, ...]

    @property
    def lists_with_verdict(self) -> int:
        """Lists that are ok, watched or overloaded."""
        return sum(self.lists_in_state[state] for state in (State.OK, State.WATCH, State.OVERLOAD))


def summarise(
    lists: RoleLists,
    time: RoleTime,
    thresholds: Thresholds,
    capacity: ListCapacity,
    worked_today_hours_per_post: float = math.nan,
    incremental_hours: float = math.nan,
) -> RoleSummary:
    """Adds up what `list_capacity` found for the same lists, time and thresholds.

    `incremental_hours` is their sum over staffed lists. For the most that the load after can be, count the required
    hours of what is unknown in it.
    """
    staffed = lists.staffed
    available = _sum(capacity.available_hours, staffed)
    required = _sum(lists.required_hours, staffed)
    gross = _sum(lists.posts, staffed) * time.gross_hours_per_post
    per_post = _mean_per_post(lists, capacity.available_hours, staffed)
    worked_today = _ratio(worked_today_hours_per_post * gross, time.gross_hours_per_post)
    return RoleSummary(
        available_hours=available,
        required_hours=required,
        gross_hours=gross,
        share_of_capacity=_ratio(required, available),
        mean_available_hours_per_post=per_post,
        positions=_ratio(_sum(lists.required_hours, np.ones(lists.posts.size, dtype=np.bool_)), per_post),
        break_even_reserve=1 - _ratio(required, thresholds.overload * gross),
        load_before=_ratio(worked_today, gross),
        load_after=_ratio(worked_today + incremental_hours, gross),
        lists_in_state=tuple(np.bincount(capacity.state, minlength=len(State)).tolist()),
    )


def _sum(values: Floats, lists: Bools) -> float:
    """Over these lists, what is unknown left out; NaN where nothing is known.

    Where all lists count and all is known, as it mostly is, the plain sum is several times faster.
    """
    total = float(values.sum()) if lists.size and lists.all() else math.nan
    if not math.isnan(total):
        return total
    known = lists & ~np.isnan(values)
    return float(values[known].sum()) if known.any() else math.nan


def _mean_per_post(lists: RoleLists, available: Floats, staffed: Bools) -> float:
    per_post = np.divide(available, lists.posts, out=np.zeros_like(lists.posts), where=staffed)
    people = np.where(staffed, lists.people, 0.0)
    return _ratio(float(people @ per_post), float(people.sum()))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else math.nan
