"""How sure a result is, labelled: what `tnt.simulate` answers. Hours are a year. None is unknown, never zero."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tnt.arrays import Floats
from tnt.language.base import Text
from tnt.result.figures import figure


@dataclass(frozen=True, slots=True)
class Spread:
    """Mean, median and the interval from the 5th to the 95th percentile."""

    mean: float
    p05: float
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Room:
    """What a role's working time has room for, over the lists with posts. Hours a year."""

    available_hours: Spread
    other_care_hours: Spread | None
    """Contacts that are not the pack's work; None where the capacity counts none."""
    hours_left: Spread
    """Available less required hours, below 0 where they lack: the wider of two intervals, as in `TotalSpread`."""
    probability: float
    """Share of the draws that interval is from in which the required hours are no more than the available."""


@dataclass(frozen=True, slots=True)
class TotalSpread:
    """Required hours of a role over all lists.

    Errors of minutes share a bias, so the headline is the wider of two intervals: parameters independent (but for the
    groups that are said to move together), and all minutes of the role moving together.
    """

    headline: Spread
    independent: Spread
    minutes_together: Spread
    error_of_mean: float
    """Standard error of the independent mean: what more draws would make smaller."""
    current: Spread | None = None
    """Hours of today where some uptake of today follows from what was observed, and so the most they can be; None where
    none does, where another is unknown, and where numbers are not drawn each by itself (joint draws)."""
    change: Spread | None = None
    """Required hours less these in the same draw: the least the change can be."""


@dataclass(frozen=True, slots=True)
class ListSpreads:
    """Required hours of one role on every list [L]; NaN where unknown. Of each list the wider of two intervals, as in
    `TotalSpread`; the mean, the median and the probability are of the draws it is from."""

    mean: Floats
    p05: Floats = field(metadata=figure("hours"))
    p50: Floats = field(metadata=figure("hours"))
    p95: Floats = field(metadata=figure("hours"))
    probability_of_overload: Floats = field(metadata=figure("share"))
    """Share of those draws; NaN where the list has no verdict."""


@dataclass(frozen=True, slots=True)
class Driver:
    """One number (or group that moves together), and what it does to the role's required hours over all lists, and to
    the time there is."""

    stream: str
    """Path of the number (as `tnt explain` takes it), or the name of the group."""
    label: Text
    """Recommendation, task and quantity in words a clinician knows."""
    at_low: float = field(metadata=figure("hours"))
    at_high: float = field(metadata=figure("hours"))
    """Required hours with it at its 5th and 95th percentile, all else at its mean."""
    first_order: float | None = field(metadata=figure("share"))
    total_order: float | None = field(metadata=figure("share"))
    """Sobol indices: shares of the variance; None where nothing varies."""
    value_of_measuring: float | None = field(metadata=figure("hours"))
    """Hours a year that knowing it would save in the decision "overloaded or not". None where no list has a verdict,
    and, where several have, beyond the numbers that move the hours most."""
    available_at_low: float | None = field(default=None, metadata=figure("hours"))
    available_at_high: float | None = field(default=None, metadata=figure("hours"))
    """The available hours of the lists with posts, likewise; None where it is no number of the working time."""

    @property
    def moves_required(self) -> bool:
        """Whether the required hours depend on it."""
        return self.at_low != self.at_high

    @property
    def moves_available(self) -> bool:
        """Whether the available hours do."""
        return self.available_at_low != self.available_at_high


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision "overloaded or not", list by list, added up over the lists with a verdict. Hours a year."""

    loss_if_called_fitting: float
    """Expected (required - available)+."""
    loss_if_called_overloaded: float
    """λ x expected (available - required)+."""
    overload_weight: float
    """λ."""
    value_of_perfect_information: float
    """The smaller of a list's two losses, added up."""


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """Results of simulation, one draw of every number that has a range."""

    draws: int
    seed: int
    method: str
    assumed_range: str | None
    """The named default given to numbers without a range, None where none was asked for."""
    total: Mapping[str, TotalSpread]
    recommendations: Mapping[str, Mapping[str, Spread | None]]
    """Recommendation -> role -> TNT hours; None where they cannot be estimated."""
    overloaded_lists: Mapping[str, Spread]
    """Of the role; the wider of two intervals, as in `TotalSpread`."""
    lists: Mapping[str, ListSpreads]
    drivers: Mapping[str, tuple[Driver, ...]]
    """Role -> drivers, largest swing first."""
    decisions: Mapping[str, Decision]
    """Of roles with a verdict on some list."""
    with_range: int
    without_range: tuple[str, ...]
    """Paths of the numbers that entered the hours, or the time there is, without a range: the intervals are at least
    this wide."""
    room: Mapping[str, Room] = field(default_factory=dict)
    """Of roles whose available hours are known, where a number of them has a range."""
    shared_in_proportion: tuple[str, ...] = ()
    """Activities with a condition that registers scale: their shared work is that of the estimate on each list, times
    what a draw makes of it on all lists together. All other shared work is exact in every draw."""
