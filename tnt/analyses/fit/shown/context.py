"""What the terminal and the template of `tnt fit` get: every sentence and figure in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import BarChart, Fact, Figure, Mark


@dataclass(frozen=True, slots=True)
class FitTable:
    """A table: words first, then figures."""

    anchor: str
    """Its anchor on the page."""
    caption: str
    """What it shows."""
    heads: tuple[str, ...]
    """Heads of its columns."""
    words: int
    """How many columns from the first hold words."""
    rows: tuple[tuple[Figure, ...], ...]
    """The name of each row, and its cells."""


@dataclass(frozen=True, slots=True)
class FrontierDot:
    """One point of the frontier; places in per cent of the drawing."""

    x_percent: float
    """From the left."""
    y_percent: float
    """From the top."""
    label: str
    """Its number in the table and what comes in; empty where there is no room for it."""
    about: str
    """Hours, benefit and all that comes in, for who points at it."""


@dataclass(frozen=True, slots=True)
class FrontierLine:
    """One stroke of the stair between points."""

    x1_percent: float
    """Where it begins, from the left."""
    x2_percent: float
    """Where it ends."""
    y1_percent: float
    """Where it begins, from the top."""
    y2_percent: float
    """Where it ends."""


@dataclass(frozen=True, slots=True)
class FrontierChart:
    """The most benefit at so many hours."""

    title: str
    """What is drawn."""
    description: str
    """The same in words, and where the table is."""
    axis: str
    """What the hours are of."""
    caption: str
    """How to read it."""
    dots: tuple[FrontierDot, ...]
    """The points, fewest hours first."""
    lines: tuple[FrontierLine, ...]
    """The stair that joins them."""
    ticks: tuple[Mark, ...]
    """Labels below: hours."""
    levels: tuple[Mark, ...]
    """Lines across: benefit."""


@dataclass(frozen=True, slots=True)
class FitPart:
    """One part of the answer under a heading."""

    anchor: str
    """Its anchor on the page."""
    heading: str
    """Its heading."""
    paragraphs: tuple[str, ...] = ()
    """What stands first."""
    chart: BarChart | None = None
    """Hours beside one another."""
    chart_title: str = ""
    """What the chart shows."""
    frontier: FrontierChart | None = None
    """Benefit against hours."""
    tables: tuple[FitTable, ...] = ()
    """The figures."""
    notes: tuple[str, ...] = ()
    """What must be known to read them."""


@dataclass(frozen=True, slots=True)
class FitPage:
    """The page of `tnt fit`."""

    lang: str
    """Language of the page."""
    title: str
    """What is asked."""
    subtitle: str
    """Guidelines, lists and scenarios."""
    facts: tuple[Fact, ...]
    """Date, lists, people and working time."""
    opening: str
    """What every figure assumes."""
    pack_notice: str | None
    """What the pack says on every output."""
    answer: tuple[str, ...]
    """The answer, to be read aloud; its first sentence alone says the most."""
    parts: tuple[FitPart, ...]
    """All else, in order."""
    notices: tuple[str, ...]
    """What a reader must know."""
    inputs: tuple[str, ...]
    """Every file read, with its fingerprint."""
