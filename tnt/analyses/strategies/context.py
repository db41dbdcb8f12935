"""What the template of `tnt strategies` gets."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import BarChart, Fact, Figure


@dataclass(frozen=True, slots=True)
class StrategyRow:
    """One role of a strategy."""

    strategy: str
    """Name of the strategy."""
    role: str
    """Name of the role."""
    total: Figure
    """Hours over the horizon."""
    per_year: Figure
    """Mean hours a year."""
    per_month: Figure
    """Mean minutes a month."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One strategy less another, for a role."""

    between: str
    """Which less which."""
    role: str
    """Name of the role."""
    hours: Figure
    """Hours over the horizon, or words where a part is only a lower bound."""


@dataclass(frozen=True, slots=True)
class HoursByYear:
    """A role's hours in each year under each strategy."""

    anchor: str
    """Anchor of the table."""
    caption: str
    """What it shows."""
    heads: tuple[str, ...]
    """Names of the strategies."""
    rows: tuple[tuple[str, tuple[Figure, ...]], ...]
    """Year, counted from 1, and the hours under each strategy."""


@dataclass(frozen=True, slots=True)
class StrategiesPage:
    """The page of `tnt strategies`."""

    lang: str
    """Language of the page."""
    title: str
    """What is compared."""
    subtitle: str
    """Who is followed, and how long."""
    facts: tuple[Fact, ...]
    """Date, and people at the start and the end."""
    opening: str
    """The sentence every output begins with."""
    pack_notice: str | None
    """What the pack says on every output."""
    chart: BarChart | None
    """Hours in all of each strategy; None where there are none to draw."""
    rows: tuple[StrategyRow, ...]
    """A row per strategy and role of staff."""
    differences: tuple[DifferenceRow, ...]
    """A row per pair and role of staff."""
    own_time: str | None
    """The heading over the patient's own time; None where no patient is asked."""
    own_rows: tuple[StrategyRow, ...]
    """The patient's own time in each strategy."""
    own_differences: tuple[DifferenceRow, ...]
    """The same between them."""
    by_year: tuple[HoursByYear, ...]
    """A table a role."""
    notices: tuple[str, ...]
    """What a reader must know."""
    inputs: tuple[str, ...]
    """Every file read, with its fingerprint."""
