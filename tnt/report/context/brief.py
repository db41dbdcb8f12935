"""The first page: what it all comes to, by role."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Fact, Figure, Meter


@dataclass(frozen=True, slots=True)
class RoleCard:
    """Key figures of a role whose working time is given."""

    title: str
    """Name of the role."""
    kind: str
    """What its working time counts, in words."""
    headline: Figure
    """Share of the available time; the required hours where that is unknown."""
    caption: str
    """What the headline is."""
    meter: Meter | None
    """Required against available hours; None where either is unknown."""
    facts: tuple[Fact, ...]
    """All other key figures."""


@dataclass(frozen=True, slots=True)
class RoleLine:
    """Key figures of a role without working time to hold them against."""

    title: str
    """Name of the role."""
    required: Figure
    """Hours a year at the target uptake."""
    change: Figure
    """Hours a year more than today."""
    one_off: Figure
    """Hours done once."""
    first_year: Figure
    """Hours of the first year, start-up included."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The report on half a page."""

    sentences: tuple[str, ...]
    """A few sentences with the main figures."""
    cards: tuple[RoleCard, ...]
    """Key figures, one card per role with a capacity."""
    other_roles: tuple[RoleLine, ...]
    """Roles without a capacity, most hours first."""
    notices: tuple[str, ...]
    """What a reader must know to use the figures."""
    capacity_note: str | None
    """What the authors of the capacity want a reader to know."""
