"""What pages are made of: figures as the reader sees them, and the drawings of them.

A figure carries its unrounded value beside its text, so that the page can be checked against the result it was made
from.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as the reader sees it."""

    text: str
    """In the reader's number format, unit included; words where it cannot be estimated."""
    value: float | None
    """The same, unrounded, in hours, people, posts or as a share 0-1; None where unknown."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled figure or text."""

    label: str
    """What it is."""
    figure: Figure
    """The figure, or a text with no value."""
    note: str | None
    """What a reader must know beside it, or None."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One coloured part of a bar."""

    series: int
    """Number of the role or state it belongs to: chooses colour and pattern."""
    start_percent: float
    """Where it starts, % of the drawing: from the left in a ranked bar, from the top in a histogram."""
    length_percent: float
    """How long it is, % of the drawing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One recommendation in the ranked chart."""

    top: int
    """Where it starts from the top, px."""
    label: tuple[str, ...]
    """Its title, broken into at most two lines."""
    total: Figure
    """Hours a year of all roles."""
    end_percent: float
    """Where the bar ends and its figure is written, % of the drawing."""
    segments: tuple[Segment, ...]
    """Parts by role."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a colour stands for."""

    series: int
    """Number of the series."""
    label: str
    """Its name."""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Recommendations ranked by hours."""

    bars: tuple[Bar, ...]
    """Longest first; where there are many, the last holds all the rest."""
    legend: tuple[LegendEntry, ...]
    """Roles, in the order they are stacked."""
    height: int
    """Height of the drawing, px."""
    description: str
    """Text alternative: the figures in words, and where the table is."""
    left_out: str | None
    """How many recommendations cannot be drawn because their hours are unknown; None where there are none."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Lists whose load falls in one interval."""

    label: str
    """The interval, as in the table."""
    start_percent: float
    """Left edge, % of the drawing."""
    width_percent: float
    """Width of its bar, % of the drawing."""
    count: Figure
    """Lists in it."""
    segments: tuple[Segment, ...]
    """Parts by state, bottom up."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A line with a label: an axis tick or a threshold."""

    position_percent: float
    """Where, % of the drawing: from the left or from the top."""
    label: str
    """What is written beside it."""


@dataclass(frozen=True, slots=True)
class Histogram:
    """How the load is spread over the lists with a verdict."""

    bins: tuple[Bin, ...]
    """Intervals of required ÷ available hours; the last may be open."""
    legend: tuple[LegendEntry, ...]
    """The states."""
    ticks: tuple[Mark, ...]
    """Labels below: load."""
    levels: tuple[Mark, ...]
    """Lines across: number of lists."""
    thresholds: tuple[Mark, ...]
    """Thresholds that lie inside the drawing."""
    no_time_left: Figure | None
    """Overloaded lists that are not drawn, because time set aside takes all they have; None where there are none."""
    description: str
    """Text alternative: the figures in words, and where the table is."""


@dataclass(frozen=True, slots=True)
class Meter:
    """Two bars on one scale: the hours asked for and the hours there are."""

    id: str
    """Anchor that title and description hang on; unique on the page."""
    title: str
    """Title of the drawing."""
    description: str
    """The same in words, for those who cannot see it."""
    required_label: str
    """Beside the bar of the hours asked for, figure included."""
    available_label: str
    """Beside the bar of the hours there are, figure included."""
    required_percent: float
    """Length of the first bar, 0-100 % of the drawing."""
    available_percent: float
    """Length of the second bar, 0-100 % of the drawing."""
