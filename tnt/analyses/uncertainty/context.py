"""What the template gets about how sure the result is."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Figure, Histogram, LegendEntry, Mark


@dataclass(frozen=True, slots=True)
class IntervalBar:
    """One interval, as a line with a dot at the mean."""

    label: str
    """What it is, with its figures."""
    start_percent: float
    """The 5th percentile, % of the drawing."""
    end_percent: float
    """The 95th."""
    mean_percent: float
    """The mean."""
    is_headline: bool
    """Whether it is the wider of the two."""


@dataclass(frozen=True, slots=True)
class IntervalPicture:
    """The two intervals of a role on one scale from 0, and the time there is."""

    bars: tuple[IntervalBar, ...]
    """Numbers independent, minutes together."""
    available: Mark | None
    """The available hours; None where they are unknown."""
    description: str
    """The same in words, for those who cannot see it."""


@dataclass(frozen=True, slots=True)
class IntervalRow:
    """Mean, median and interval in hours a year."""

    label: str
    """What it is of."""
    role: str | None
    """Name of the role; None where the table is of one role."""
    mean: Figure
    """Mean."""
    low: Figure
    """5th percentile."""
    median: Figure
    """Median."""
    high: Figure
    """95th percentile."""


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """What one number does to the hours."""

    top: int
    """Where it starts from the top, px."""
    label: tuple[str, ...]
    """What it is, broken into at most two lines."""
    low_start_percent: float
    """Left edge of the part for the number's low half, % of the drawing."""
    low_length_percent: float
    """Its length."""
    high_start_percent: float
    """Left edge of the part for its high half."""
    high_length_percent: float
    """Its length."""
    left: Mark
    """Left end: which end of the number it is, and the hours there."""
    right: Mark
    """Right end."""


@dataclass(frozen=True, slots=True)
class Tornado:
    """The numbers that move a role's hours, largest swing first."""

    bars: tuple[TornadoBar, ...]
    """One per number."""
    legend: tuple[LegendEntry, ...]
    """What the two colours stand for."""
    middle_percent: float
    """The estimate, with every number at its mean."""
    height: int
    """Height of the drawing, px."""
    description: str
    """The largest in words, and where the table is."""


@dataclass(frozen=True, slots=True)
class DriverRow:
    """One number in the table."""

    label: str
    """What it is."""
    stream: str
    """Its path, or the name of the group that moves together."""
    at_low: Figure
    """Required hours with it at its 5th percentile."""
    at_high: Figure
    """And at its 95th."""
    alone: Figure
    """First-order Sobol index."""
    in_all: Figure
    """Total Sobol index."""
    worth: Figure
    """Value of measuring it, hours a year."""


@dataclass(frozen=True, slots=True)
class DriverOfTimeRow:
    """One number of the working time in the table."""

    label: str
    """What it is."""
    stream: str
    """Its path, or the name of the group that moves together."""
    at_low: Figure
    """Available hours with it at its 5th percentile."""
    at_high: Figure
    """And at its 95th."""
    worth: Figure
    """Value of measuring it, hours a year."""


@dataclass(frozen=True, slots=True)
class DriversOfTime:
    """The numbers that move a role's available hours."""

    tornado: Tornado
    """As a drawing."""
    rows: tuple[DriverOfTimeRow, ...]
    """The same as a table."""


@dataclass(frozen=True, slots=True)
class UncertainRole:
    """How sure the hours of one role are."""

    anchor: str
    """Its id on the page."""
    title: str
    """Name of the role."""
    sentences: tuple[str, ...]
    """The interval, the error of the mean, and how many lists are overloaded."""
    picture: IntervalPicture
    """The interval as a picture."""
    intervals: tuple[IntervalRow, ...]
    """The same as a table."""
    tornado: Tornado
    """What drives it."""
    drivers: tuple[DriverRow, ...]
    """The same as a table, with Sobol indices and the value of measuring."""
    of_time: DriversOfTime | None
    """What drives the available hours; None where no number of them has a range."""
    more: str | None
    """How many numbers more there are; None where all are in the table."""
    measuring: tuple[str, ...]
    """What to measure first, and the loss that it saves."""
    chances: Histogram | None
    """How many lists are overloaded in how many of the draws; None where few lists have a verdict."""
    chance: str
    """What its intervals are shares of."""


@dataclass(frozen=True, slots=True)
class UncertaintyPart:
    """How sure the result is."""

    sentences: tuple[str, ...]
    """How the numbers were drawn, and how many of them could not be."""
    fixed: tuple[str, ...]
    """Roles of which no number has a range, in a sentence each."""
    roles: tuple[UncertainRole, ...]
    """One entry per role of which some number has a range."""
    recommendations: tuple[IntervalRow, ...]
    """TNT hours of every recommendation and role that vary, widest first."""
    without_range: tuple[str, ...]
    """Paths of the numbers without a range."""
