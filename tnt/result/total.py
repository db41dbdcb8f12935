"""All recommendations together, of one role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tnt.language.base import Text
from tnt.language.documents.guideline import Kind


@dataclass(frozen=True, slots=True)
class RoleTotal:
    """All recommendations together, for one role."""

    title: Text
    isco: str | None
    kind: Kind | None
    """What the capacity counts; None without a capacity for the role."""
    required_hours: float | None
    current_hours: float | None
    incremental_hours: float | None
    incremental_hours_at_most: float | None
    one_off_hours: float
    overlap_hours: float
    """Work counted twice: the recommendations' required hours less this are the required hours."""
    overlap_hours_bounds: tuple[float, float]
    """The least and the greatest it may be, whoever are asked for what together."""
    available_hours: float | None
    share_of_capacity: float | None
    positions: float | None
    break_even_reserve: float | None
    load_before: float | None
    load_after: float | None
    load_after_at_most: float | None
    at_least: bool
    required_hours_by_kind: Mapping[str, float | None] = field(default_factory=dict)
    """Required hours by what the minutes count, all-work and face-to-face: the recommendations' own, overlap not
    removed."""
    backlog_hours: float | None = None
    """Work overdue today, in all and not a year; None where a part is unknown."""
    start_up_hours: float | None = None
    """One-off work and what is known of the backlog; None where it is unknown whether there is any."""
    start_up_years: float = 1.0
    """The longest time over which some recommendation spreads its start-up."""
    start_up_period_hours: float | None = None
    """Required hours of all these years, and the start-up."""
    first_year_hours: float | None = None
    first_year_share_of_capacity: float | None = None
    """First-year hours ÷ available hours, over lists with posts known and above 0."""
    first_year_at_least: bool = False
    """Whether a part of the start-up or of the required hours is unknown."""
