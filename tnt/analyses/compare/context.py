"""What the drawing of a comparison gets: places and texts, all but the drawing. Lengths are pixels of the drawing."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WaterfallTick:
    """A mark on the axis of hours."""

    x: float
    """Where it is."""
    label: str
    """Its hours."""


@dataclass(frozen=True, slots=True)
class WaterfallRow:
    """One step: a bar with its label to the left and its hours to the right."""

    kind: str
    """`total`, `more`, `less` or `none`: how it is drawn."""
    y: float
    """Top of the bar."""
    label: tuple[str, ...]
    """Lines of the label, shortened."""
    full_label: str
    """The whole label, for a reader who points at it."""
    value: str
    """Hours with their sign; of a total, without."""
    x: float
    """Where the bar begins."""
    width: float
    """How long it is: never less than can be seen, and 0 where nothing changes."""
    end_x: float
    """Where the next step begins."""


@dataclass(frozen=True, slots=True)
class Waterfall:
    """One role."""

    heading: str
    """The role and the unit."""
    y: float
    """Where its heading stands."""
    top: float
    """Where its rows begin."""
    bottom: float
    """Where its rows end and its axis is."""
    rows: tuple[WaterfallRow, ...]
    """From before to after."""
    ticks: tuple[WaterfallTick, ...]
    """Marks on the axis."""
    is_cut: bool
    """Whether the axis begins above 0, so that totals are drawn with a gap."""
    axis_note: str
    """Where the axis begins, in words; empty where it begins at 0."""


@dataclass(frozen=True, slots=True)
class WaterfallPage:
    """The whole drawing."""

    lang: str
    """Language of the texts."""
    width: int
    """Its width."""
    height: float
    """Its height."""
    title: str
    """What is compared."""
    description: str
    """The same as the drawing in a few sentences, for who cannot see it."""
    sides: tuple[str, ...]
    """Lines about each side."""
    roles: tuple[Waterfall, ...]
    """Roles whose hours change."""
    opening: tuple[str, ...]
    """Lines of what every output begins with."""
    notes: tuple[str, ...]
    """Lines below it: what the signs mean, or that nothing changes."""
    notes_y: float
    """Where they begin."""
