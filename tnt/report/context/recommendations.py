"""The tables of recommendations."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Figure


@dataclass(frozen=True, slots=True)
class RoleRow:
    """Hours of one recommendation for one role."""

    role: str
    """Name of the role."""
    tnt: Figure
    """Hours a year if everyone eligible gets it."""
    required: Figure
    """Hours a year at the target uptake."""
    current: Figure
    """Hours a year at today's uptake."""
    given_back: Figure
    """Hours a year less than today at the target uptake; only meaningful for a recommendation against something."""
    one_off: Figure
    """Hours done once and never again."""
    backlog: Figure
    """Hours overdue today."""
    start_up_years: str
    """Over how many years both are spread, in words."""
    first_year: Figure
    """Hours of the first year, its part of both included."""
    share: Figure
    """Share of the available hours."""
    per_person: Figure
    """Hours per person who benefits."""


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation in a table."""

    anchor: str
    """Its id on the page."""
    numbers_anchor: str | None
    """Where its numbers and sources stand; None where it has none."""
    title: str
    """Its title."""
    guideline: str
    """Title of its guideline."""
    note: str | None
    """What its authors want a reader to know."""
    strength: str
    """Strength in words."""
    certainty: str
    """Certainty of the evidence in words."""
    eligible: Figure
    """People it applies to."""
    outcome: str | None
    """What those who benefit gain; None where the guideline does not say."""
    numbers: str
    """How many of the numbers it rests on are assumptions, in words."""
    roles: tuple[RoleRow, ...]
    """One row per role; never empty."""


@dataclass(frozen=True, slots=True)
class RecommendationTables:
    """All recommendations, in the tables they belong to."""

    asked_for: tuple[RecommendationRow, ...]
    """Recommendations for something, most hours first."""
    against: tuple[RecommendationRow, ...]
    """Recommendations against something: never ranked with the others."""
    capacities: str | None
    """What the shares are shares of, in words; None without a capacity."""
    has_benefit: bool
    """Whether any row of the first table has hours per person who benefits."""
