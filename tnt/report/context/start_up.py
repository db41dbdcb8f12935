"""What the template gets about the first year beside the steady state."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.report.context.recommendations import RecommendationRow
from tnt.show.page.parts import Figure


@dataclass(frozen=True, slots=True)
class FirstYear:
    """All recommendations together, for one role."""

    role: str
    """Name of the role."""
    yearly: Figure
    """Required hours of every year."""
    one_off: Figure
    """Work done once, hours in all."""
    backlog: Figure
    """Work overdue today, hours in all."""
    first_year: Figure
    """Hours of the first year, its part of the start-up included."""
    share: Figure
    """Share of the available hours in the first year."""
    years: str
    """Over how many years the start-up is spread, in words."""
    period: Figure
    """Hours of all these years, start-up included."""


@dataclass(frozen=True, slots=True)
class StartUpPart:
    """What it takes to get started."""

    roles: tuple[FirstYear, ...]
    """All recommendations together, one row per role."""
    recommendations: tuple[RecommendationRow, ...]
    """Those with work done once or overdue today; only the roles that have any."""
