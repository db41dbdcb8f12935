"""What the section on lists and posts gets: the capacities side by side, and how long lists are."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Figure, Histogram


@dataclass(frozen=True, slots=True)
class CapacityRow:
    """One capacity in the table of all."""

    title: str
    """Its name; says where hours are observed and not capacity."""
    figures: tuple[Figure, ...]
    """One for each heading of the table."""


@dataclass(frozen=True, slots=True)
class CapacitySaid:
    """What one capacity says of the role beside the table."""

    title: str
    """Its name."""
    note: str | None
    """What its authors want a reader to know; None for the first, whose note stands in brief."""
    sentences: tuple[str, ...]
    """Largest manageable list, share of posts overloaded, WISN, time with patients: what can be said."""


@dataclass(frozen=True, slots=True)
class RoleSupplyPart:
    """Posts and working time of one role."""

    anchor: str
    """Its id on the page."""
    title: str
    """Name of the role."""
    staffing: tuple[str, ...]
    """How many people a post has, in sentences."""
    headings: tuple[str, ...]
    """Headings of the table of capacities."""
    rows: tuple[CapacityRow, ...]
    """The capacities side by side, the one that decides verdicts first."""
    said: tuple[CapacitySaid, ...]
    """What each of them says beside."""
    histogram: Histogram | None
    """People per post against the largest manageable list; None where fewer than two lists have a verdict."""
