"""One recommendation: who it is for, and its hours by role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tnt.compile.benefit import WhyNone
from tnt.language.base import Text
from tnt.language.documents.guideline import Certainty, Kind, Strength


@dataclass(frozen=True, slots=True)
class RoleHours:
    """What one recommendation asks of one role over all lists, overlap with other recommendations not removed."""

    tnt_hours: float | None
    """If every eligible person got it. None when every task of the role lacks a time."""
    required_hours: float | None
    """At the target uptake."""
    current_hours: float | None
    incremental_hours: float | None
    one_off_hours: float | None
    """Work done once and never again (hours, not per year); None where there is none."""
    share_of_capacity: float | None
    """TNT hours (required hours for a recommendation against something) ÷ available hours, over lists with posts
    known and above 0."""
    hours_per_person_benefiting: float | None
    at_least: bool
    """Whether some task of the role lacks a time, so that the hours are a lower bound."""
    hours_per_person_finding: float | None = None
    """The part of the hours per person who benefits that finds them; it and the treating make the whole."""
    hours_per_person_treating: float | None = None
    hours_per_person_low: float | None = None
    """Hours per person who benefits where the NNT is lowest, or the risk reduction highest; None where not stated."""
    hours_per_person_high: float | None = None
    """Where the NNT is highest; None also where there is no upper limit."""
    backlog_hours: float | None = None
    """Work overdue today, in all and not a year; None where nobody knows how much."""
    first_year_hours: float | None = None
    """Required hours and the first year's part of one-off work and backlog."""
    first_year_at_least: bool = False
    """Whether a part of the first year is unknown."""


@dataclass(frozen=True, slots=True)
class RecommendationResult:
    """One recommendation over all lists."""

    id: str
    """`guideline/recommendation`."""
    title: Text
    guideline_title: Text
    strength: Strength | None
    certainty: Certainty | None
    is_against: bool
    time_kind: Kind
    eligible_people: float | None
    """People it applies to (new cases a year where the population has an incidence)."""
    people_benefiting_per_year: float | None
    outcome: Text | None
    roles: Mapping[str, RoleHours]
    numbers: int
    """Numbers its estimate rests on, and how many of them are assumptions."""
    assumptions: int
    note: Text | None = None
    outcome_id: str | None = None
    """Entry under `outcomes:`; None where no benefit is stated."""
    why_no_hours_per_person_benefiting: WhyNone | None = None
    """None where there are such hours for some role."""
    has_no_upper_limit: bool = False
    """Whether the range of the risk reduction includes zero, so that the hours per person who benefits have no upper
    limit."""
    start_up_years: float | None = None
    """Years over which one-off work and backlog are spread; None where it is not said: all in the first year."""
