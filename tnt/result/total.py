"""All recommendations together, of one role. Hours are a year unless said; None is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tnt.language.base import Text
from tnt.language.documents.guideline import Kind
from tnt.result.capacity import CapacityFigures
from tnt.result.figures import figure, interval


@dataclass(frozen=True, kw_only=True)
class YearlyTotal:
    """What is asked of a role every year."""

    required_hours: float | None = field(metadata=figure("hours", "estimate.required-hours", lower_if="at_least"))
    required_hours_at_most: float | None = field(default=None, metadata=figure("hours", "estimate.required-at-most"))
    """Where people are only bounded: if everybody who may be counted is."""
    current_hours: float | None = field(metadata=figure("hours", upper_if="current_is_at_most"))
    incremental_hours: float | None = field(
        metadata=figure(
            "hours",
            "estimate.change-hours",
            lower_if="current_is_at_most",
            least="incremental_hours_at_least",
            most="incremental_hours_at_most",
        )
    )
    incremental_hours_at_least: float | None = field(metadata=figure("hours"))
    """The part of the change that is known, where the rest can only add to it."""
    incremental_hours_at_most: float | None = field(metadata=figure("hours"))
    one_off_hours: float | None = field(metadata=figure("hours", lower_if="one_off_at_least"))
    """In all and not a year; None where nothing of such work is known."""
    one_off_at_least: bool = False
    """Whether a part of it is unknown."""
    overlap_hours: float = field(metadata=figure("hours", "estimate.overlap-hours", lower_if="overlap_at_least"))
    """Work counted twice: the recommendations' required hours less this and `merged_visit_hours` are the required
    hours."""
    overlap_hours_bounds: tuple[float, float | None] = field(
        metadata=interval("hours", "overlap_hours_least", "overlap_hours_greatest")
    )
    """The least and the greatest it may be, whoever are asked for what together."""
    overlap_at_least: bool = False
    """Whether some of the work that several tasks ask for cannot be told; then it has no greatest."""
    merged_visit_hours: float = field(
        default=0.0,
        metadata=figure("hours", "estimate.merged-visit-hours", lower_if="merged_visits_at_least"),
    )
    """What is saved where several tasks are done in one visit, beside the overlap."""
    merged_visit_hours_bounds: tuple[float, float | None] = field(
        default=(0.0, 0.0), metadata=interval("hours", "merged_visit_hours_least", "merged_visit_hours_greatest")
    )
    """The least and the greatest it may be, whoever are asked for what together, the overlap at its value."""
    merged_visits_at_least: bool = False
    """Whether some of the work that may fall in one visit cannot be told; then it has no greatest."""
    supervision_hours: float | None = field(
        default=0.0, metadata=figure("hours", "estimate.supervision-hours", lower_if="at_least")
    )
    """The part of the required hours in which the role supervises others: it is no shared work, and none of it is in
    the overlap or in merged visits."""
    overhead_hours: float | None = field(
        default=0.0, metadata=figure("hours", "estimate.overhead-hours", lower_if="at_least")
    )
    """The part of the required hours that is overhead: those who do not come, travel, indirect work. Without overhead
    the required hours would be so much less."""
    overlap_and_merged_hours_bounds: tuple[float, float | None] = field(
        default=(0.0, 0.0),
        metadata=interval("hours", "overlap_and_merged_hours_least", "overlap_and_merged_hours_greatest"),
    )
    """The least and the greatest that overlap and merged visits may be together."""
    required_hours_all_work: float | None = field(default=None, metadata=figure("hours", lower_if="at_least"))
    """Of guidelines whose minutes are all the work: the recommendations' own, overlap not removed."""
    required_hours_face_to_face: float | None = field(default=None, metadata=figure("hours", lower_if="at_least"))

    @property
    def required_hours_by_kind(self) -> Mapping[str, float | None]:
        """Required hours by what the minutes count: the recommendations' own, overlap not removed."""
        return {"all-work": self.required_hours_all_work, "face-to-face": self.required_hours_face_to_face}


@dataclass(frozen=True, kw_only=True)
class StartUpTotal:
    """What getting started asks of a role."""

    backlog_hours: float | None = field(default=None, metadata=figure("hours"))
    """Work overdue today, in all and not a year; None where a part is unknown."""
    start_up_hours: float | None = field(
        default=None, metadata=figure("hours", "estimate.start-up-hours", lower_if="first_year_at_least")
    )
    """One-off work and what is known of the backlog; None where it is unknown whether there is any."""
    start_up_years: float = field(default=1.0, metadata=figure("years"))
    """The longest time over which some recommendation spreads its start-up."""
    start_up_period_hours: float | None = field(
        default=None, metadata=figure("hours", "estimate.start-up-period", lower_if="first_year_at_least")
    )
    """Required hours of all these years, and the start-up."""
    first_year_hours: float | None = field(
        default=None, metadata=figure("hours", "estimate.first-year-hours", lower_if="first_year_at_least")
    )
    first_year_share_of_capacity: float | None = field(
        default=None, metadata=figure("share", "estimate.first-year-share", lower_if="first_year_at_least")
    )
    """First-year hours ÷ available hours, over lists with posts known and above 0."""
    first_year_at_least: bool = False
    """Whether a part of the start-up or of the required hours is unknown."""


@dataclass(frozen=True, kw_only=True)
class RoleTotal(StartUpTotal, CapacityFigures, YearlyTotal):
    """All recommendations together, for one role: hours a year, what the capacity makes of them, and the start-up."""

    title: Text
    isco: str | None
    kind: Kind | None
    """What the capacity counts; None without a capacity for the role."""
    busiest_week_share: float | None = field(
        default=None, metadata=figure("share", "estimate.busiest-week", lower_if="at_least")
    )
    """Hours of the busiest week ÷ gross hours of a week, over lists with posts known and above 0; None where no task
    has a season, and where the weeks worked are not known."""
