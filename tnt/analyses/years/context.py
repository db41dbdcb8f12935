"""What the template of `tnt years` gets."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Fact, Figure, Mark


@dataclass(frozen=True, slots=True)
class YearColumn:
    """One year in the drawing; lengths in per cent of it."""

    start_percent: float
    """Left edge."""
    width_percent: float
    """Width."""
    top_percent: float
    """Upper edge of the hours required."""
    height_percent: float
    """Their length."""
    start_up_top_percent: float
    """Upper edge of the work to get started, which stands on them."""
    start_up_height_percent: float
    """Its length; 0 where there is none, or none is known."""
    limit_percent: float | None
    """Where the available hours lie; None where they are unknown."""


@dataclass(frozen=True, slots=True)
class YearChart:
    """Hours required by year as columns, and the available hours as a line across each."""

    columns: tuple[YearColumn, ...]
    """A column a year."""
    ticks: tuple[Mark, ...]
    """Years named below."""
    levels: tuple[Mark, ...]
    """Hours named at the side."""
    description: str
    """The same in words, for those who cannot see it."""
    has_limit: bool
    """Whether available hours are drawn."""
    has_start_up: bool
    """Whether any work to get started is drawn."""


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year of a role."""

    year: str
    """The year; a star where it is interpolated."""
    people: Figure
    """People."""
    required: Figure
    """Hours required."""
    available: Figure
    """Hours available."""
    share: Figure
    """Required ÷ available."""
    positions: Figure
    """Posts that the hours required would take."""


@dataclass(frozen=True, slots=True)
class StartUpRow:
    """One year of a role with work to get started."""

    year: str
    """The year; a star where it is interpolated."""
    one_off: Figure
    """Work done once, hours in the year."""
    backlog: Figure
    """Overdue work that is caught up with in the year, hours."""
    with_start_up: Figure
    """Hours required, and these."""
    share: Figure
    """The same ÷ available."""


@dataclass(frozen=True, slots=True)
class RoleYears:
    """One role over the years."""

    anchor: str
    """Anchor of the section."""
    title: str
    """Name of the role."""
    summary: str
    """From the first year to the last in a sentence."""
    chart: YearChart | None
    """The drawing; None where no hours can be estimated."""
    has_time: bool
    """Whether working time is given for the role."""
    rows: tuple[YearRow, ...]
    """A row a year."""
    start_up: tuple[StartUpRow, ...]
    """A row for each year with work to get started."""
    beyond: str | None
    """In which of these years there is too little time, in a sentence; None where in none."""


@dataclass(frozen=True, slots=True)
class YearsPage:
    """The page of `tnt years`."""

    lang: str
    """Language of the page."""
    title: str
    """Title of the pack."""
    subtitle: str
    """Title of the projection."""
    facts: tuple[Fact, ...]
    """Date, years and working time."""
    opening: str
    """The sentence every output begins with."""
    pack_notice: str | None
    """What the pack says on every output."""
    roles: tuple[RoleYears, ...]
    """A section a role."""
    notices: tuple[str, ...]
    """What a reader must know."""
    inputs: tuple[str, ...]
    """Every file read, with its fingerprint."""
