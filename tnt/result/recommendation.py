"""One recommendation: who it is for, and its hours by role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tnt.compile.benefit import WhyNone
from tnt.language.base import Text
from tnt.language.documents.grade import Certainty, Strength
from tnt.language.documents.guideline import Kind
from tnt.result.figures import by_role, figure, interval


@dataclass(frozen=True, slots=True)
class RoleHours:
    """What one recommendation asks of one role over all lists, overlap with other recommendations not removed."""

    tnt_hours: float | None = field(metadata=figure("hours", lower_if="at_least"))
    """If every eligible person got it. None when every task of the role lacks a time."""
    required_hours: float | None = field(metadata=figure("hours", lower_if="at_least"))
    """At the target uptake."""
    current_hours: float | None = field(metadata=figure("hours", upper_if="current_is_at_most"))
    incremental_hours: float | None = field(
        metadata=figure(
            "hours",
            lower_if="current_is_at_most",
            least="incremental_hours_at_least",
            most="incremental_hours_at_most",
        )
    )
    one_off_hours: float | None = field(metadata=figure("hours", lower_if="one_off_at_least"))
    """Work done once and never again (hours, not per year); None where there is none."""
    share_of_capacity: float | None = field(metadata=figure("share", lower_if="at_least"))
    """TNT hours (required hours for a recommendation against something) ÷ available hours, over lists with posts
    known and above 0."""
    hours_per_person_benefiting: float | None = field(metadata=figure("hours", lower_if="at_least"))
    at_least: bool
    """Whether some task of the role lacks a time, so that the hours are a lower bound."""
    current_is_at_most: bool = False
    """Whether the uptake of today follows from what was observed, and so the hours of today are the most they can be:
    events that nobody recommended are counted in it too."""
    incremental_hours_at_least: float | None = field(default=None, metadata=figure("hours"))
    """The part of the change that is known, where the rest can only add to it."""
    incremental_hours_at_most: float | None = field(default=None, metadata=figure("hours"))
    supervision_hours: float | None = field(default=0.0, metadata=figure("hours", lower_if="at_least"))
    """The part of the required hours in which the role supervises others."""
    overhead_hours: float | None = field(default=0.0, metadata=figure("hours", lower_if="at_least"))
    """The part of the required hours that is overhead: those who do not come, travel, indirect work."""
    one_off_at_least: bool = False
    """Whether a part of the work done once is unknown."""
    required_hours_at_most: float | None = field(default=None, metadata=figure("hours"))
    """Where people are only bounded: if everybody who may be counted is."""
    hours_per_person_finding: float | None = field(default=None, metadata=figure("hours", lower_if="at_least"))
    """The part of the hours per person who benefits that finds them; it and the treating make the whole."""
    hours_per_person_treating: float | None = field(default=None, metadata=figure("hours", lower_if="at_least"))
    hours_per_person_low: float | None = field(default=None, metadata=figure("hours", lower_if="at_least"))
    """Hours per person who benefits where the NNT is lowest, or the risk reduction highest; None where not stated."""
    hours_per_person_high: float | None = field(default=None, metadata=figure("hours"))
    """Where the NNT is highest; None also where there is no upper limit."""
    backlog_hours: float | None = field(default=None, metadata=figure("hours"))
    """Work overdue today, in all and not a year; None where nobody knows how much."""
    first_year_hours: float | None = field(default=None, metadata=figure("hours", lower_if="first_year_at_least"))
    """Required hours and the first year's part of one-off work and backlog."""
    first_year_at_least: bool = False
    """Whether a part of the first year is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    eligible_people: float | None = field(metadata=figure("people", lower_if="people_at_least"))
    """People it applies to (new cases a year where the population has an incidence)."""
    people_benefiting_per_year: float | None = field(metadata=figure("people", lower_if="people_at_least"))
    eligible_people_bounds: tuple[float, float] | None = field(
        default=None, metadata=interval("people", "eligible_people_least", "eligible_people_greatest")
    )
    """The least and the greatest they may be where several conditions decide together, whatever goes together with
    what; None where nothing is put together, or not all of the people are known."""
    people_at_least: bool = False
    """Whether some lists do not tell whom it applies to."""
    outcome_id: str | None = None
    """Entry under `outcomes:`; None where no benefit is stated."""
    outcome: Text | None
    roles: Mapping[str, RoleHours] = field(metadata=by_role(RoleHours))
    start_up_years: float | None = field(default=None, metadata=figure("years"))
    """Years over which one-off work and backlog are spread; None where it is not said: all in the first year."""
    has_no_upper_limit: bool = False
    """Whether the range of the risk reduction includes zero, so that the hours per person who benefits have no upper
    limit."""
    range_level: float | None = field(default=None, metadata=figure("share"))
    """How much of what the NNT or the risk reduction may be lies between the ends of the hours per person who benefits;
    None where no range is stated, or where its ends are the least and the most."""
    why_no_hours_per_person_benefiting: WhyNone | None = None
    """None where there are such hours for some role."""
    numbers: int = field(metadata=figure("numbers"))
    """Numbers its estimate rests on, and how many of them are assumptions."""
    assumptions: int = field(metadata=figure("numbers"))
    note: Text | None = None

    @property
    def current_is_at_most(self) -> bool:
        """Whether the uptake of today follows from what was observed, as the most it can be."""
        return any(hours.current_is_at_most for hours in self.roles.values())
