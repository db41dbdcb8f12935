"""The working time hours are held against, and what it makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tnt.language.base import Text
from tnt.result.figures import figure


@dataclass(frozen=True, slots=True)
class CapacityUsed:
    """The working time the hours are held against, in words a reader can check."""

    id: str
    title: Text
    note: Text | None
    watch: float | None
    overload: float
    has_unsourced_reserve: Mapping[str, bool]
    """Per role: whether any reserved time is an assumption, so that every verdict must show the break-even reserve."""
    gross_hours_per_post: Mapping[str, float]
    between_lists: float | None = None
    """Coefficient of variation of the factor that each list has of its own in draws; None where nothing is said."""


@dataclass(frozen=True, kw_only=True)
class CapacityFigures:
    """What a capacity makes of the hours of a role, over lists with posts known and above 0; None without one."""

    available_hours: float | None = field(
        default=None, metadata=figure("hours", "estimate.available-hours", upper_if="available_at_most")
    )
    available_at_most: bool = False
    """Whether more may be reserved, for people whom the lists do not count."""
    other_care_hours: float | None = field(
        default=None, metadata=figure("hours", "estimate.other-care-hours", lower_if="available_at_most")
    )
    """Contacts that are not the pack's work, taken from the available hours; None where the capacity counts none."""
    share_of_capacity: float | None = field(
        default=None, metadata=figure("share", "estimate.share-of-available", lower_if="at_least")
    )
    positions: float | None = field(default=None, metadata=figure("posts", "estimate.positions", lower_if="at_least"))
    headroom: float | None = field(default=None, metadata=figure("share", "estimate.headroom", upper_if="at_least"))
    """Share of gross hours that is left."""
    break_even_reserve: float | None = field(
        default=None, metadata=figure("share", "estimate.break-even", upper_if="at_least")
    )
    """Share of gross hours that all reserves could take before the role is called overloaded."""
    hours_that_do_not_fit: float | None = field(
        default=None, metadata=figure("hours", "estimate.does-not-fit", lower_if="at_least")
    )
    """Required beyond available hours, list by list, of lists with a verdict: time of other lists does not help."""
    hours_on_vacant_lists: float | None = field(
        default=None, metadata=figure("hours", "estimate.on-vacant-lists", lower_if="at_least")
    )
    """Required hours of lists with people and no posts."""
    load_before: float | None = field(default=None, metadata=figure("share", "estimate.load-before"))
    load_after: float | None = field(
        default=None,
        metadata=figure(
            "share",
            "estimate.load-after",
            lower_if="current_is_at_most",
            least="load_after_at_least",
            most="load_after_at_most",
        ),
    )
    load_after_at_least: float | None = field(default=None, metadata=figure("share"))
    load_after_at_most: float | None = field(default=None, metadata=figure("share"))
    current_is_at_most: bool = False
    """Whether the hours of today are the most they can be, since some uptake of today follows from what was observed:
    events that nobody recommended are counted in it too."""
    at_least: bool
    """Whether the hours asked for are a lower bound."""
