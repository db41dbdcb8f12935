"""What there is of a role, and how the hours stand to it under each of the capacities given, side by side.

None means unknown, never 0. Shares are 0 to 1, hours a year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tnt.language.base import Text
from tnt.language.documents.guideline import Kind

WhyNoRatio = Literal["not-all-work", "time-reserved", "posts-unknown", "posts-imputed", "not-estimable"]


CAPACITY_FIGURES = (
    "available_hours",
    "share_of_capacity",
    "positions",
    "break_even_reserve",
    "load_before",
    "load_after",
    "load_after_at_most",
)
"""What a capacity makes of the hours of a role, by the names of the fields."""


@dataclass(frozen=True, slots=True)
class Overload:
    """Lists of one role by state; `of` counts the lists with a verdict (ok, watch, overload)."""

    lists: int
    of: int
    share: float | None
    watch: int
    vacant: int
    unknown: int
    imputed: int


@dataclass(frozen=True, slots=True)
class Staffing:
    """Posts of one role on the lists; means run over lists with posts known and above 0."""

    posts: float | None
    """Posts on all these lists together."""
    people_per_post: float | None
    posts_per_list: float | None
    lists_with_several_posts: int
    """Lists with more than one post."""
    lists_with_less_than_one_post: int
    """Lists with some of a post, and less than one."""
    is_imputed: bool
    """Posts are not counted but derived from the people."""


@dataclass(frozen=True, slots=True)
class Wisn:
    """Posts by WHO's Workload Indicators of Staffing Need, not rounded."""

    required_posts: float | None
    actual_posts: float | None
    ratio: float | None
    """Actual ÷ required posts: below 1 is a shortage. None where `why_no_ratio` says why."""
    difference: float | None
    """Actual − required posts."""
    category_allowance_factor: float
    """1 ÷ (1 − share of the time for support work)."""
    individual_allowance_factor: float | None
    """Posts that what only some do takes."""
    why_no_ratio: WhyNoRatio | None


@dataclass(frozen=True, slots=True)
class PostsOverloaded:
    """Share of posts whose hours, as seen across posts, are too few for what is asked of their list."""

    least: float
    most: float
    value: float | None
    """Interpolated; None where some of it lies outside the percentiles given, where only the bounds are known."""
    is_imputed: bool


@dataclass(frozen=True, slots=True)
class FaceToFaceTime:
    """Hours of guidelines whose minutes are face to face, against the face-to-face part of the available time."""

    required_hours: float | None
    """By the recommendations' own hours, overlap not removed, on lists with posts known and above 0."""
    available_hours: float | None
    share: float | None


@dataclass(frozen=True, slots=True)
class RoleSupply:
    """One role under one capacity."""

    kind: Kind
    gross_hours_per_post: float
    available_hours: float | None
    share_of_capacity: float | None
    positions: float | None
    break_even_reserve: float | None
    load_before: float | None
    load_after: float | None
    load_after_at_most: float | None
    overload: Overload
    largest_manageable_list: float | None
    """People per post at whom required equals available hours, on all lists together."""
    posts_needed: float | None
    """People ÷ largest manageable list, list by list."""
    posts_overloaded: PostsOverloaded | None
    """None where the capacity gives no distribution of hours."""
    wisn: Wisn | None
    """None where the capacity has no allowances and does not say that the pack covers all work."""
    face_to_face: FaceToFaceTime | None
    """None where the capacity does not say how much of the time is face to face."""


@dataclass(frozen=True, slots=True)
class Supply:
    """One capacity. The first of a result decides its verdicts."""

    id: str
    title: Text
    note: Text | None
    covers_all_work: bool
    roles: Mapping[str, RoleSupply]
