"""What the template gets about hours per person who benefits."""

from __future__ import annotations

from dataclasses import dataclass

from tnt.show.page.parts import Figure


@dataclass(frozen=True, slots=True)
class BenefitRole:
    """Hours of one role per person who benefits."""

    role: str
    """Name of the role."""
    per_person: Figure
    """Hours for one person to benefit."""
    range: str
    """The same at the ends of the stated range, in words; says where there is no upper limit."""
    finding: Figure
    """The part that finds those who benefit."""
    treating: Figure
    """The part that treats them."""


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """One recommendation with such hours."""

    title: str
    """Its title."""
    guideline: str
    """Title of its guideline."""
    strength: str
    """Strength in words."""
    certainty: str
    """Certainty of the evidence in words."""
    roles: tuple[BenefitRole, ...]
    """One row per role; never empty."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Recommendations that give the same outcome."""

    anchor: str
    """Id of the table on the page."""
    title: str
    """What people gain."""
    rows: tuple[BenefitRow, ...]
    """Least hours per person who benefits first."""


@dataclass(frozen=True, slots=True)
class Benefits:
    """Hours per person who benefits."""

    outcomes: tuple[Outcome, ...]
    """One table each; empty where no recommendation has such hours."""
    without: tuple[str, ...]
    """Recommendations that state a benefit and have no figure, each with the reason, in words."""
