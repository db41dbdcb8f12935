"""What there is of a role, and how the hours stand to it under each of the capacities given, side by side.

None means unknown, never 0. Shares are 0 to 1, hours a year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tnt.language.base import Text
from tnt.language.documents.guideline import Kind
from tnt.result.capacity import CapacityFigures
from tnt.result.figures import figure, flag, part

WhyNoRatio = Literal["not-all-work", "time-reserved", "posts-unknown", "posts-imputed", "not-estimable"]


@dataclass(frozen=True, slots=True)
class Overload:
    """Lists of one role by state; `of` counts the lists with a verdict (ok, watch, overload)."""

    lists: int = field(metadata=figure("lists", column="overloaded", lower_if="at_least"))
    of: int = field(metadata=figure("lists", column="judged"))
    share: float | None = field(metadata=figure("share", column="overloaded_share", lower_if="at_least"))
    watch: int = field(metadata=figure("lists"))
    vacant: int = field(metadata=figure("lists"))
    unknown: int = field(metadata=figure("lists"))
    imputed: int = field(metadata=figure("lists"))
    at_least: bool = field(default=False, metadata=flag("overloaded_at_least"))
    """Whether a list that is called ok or watched may be overloaded too, for hours that nobody knows."""


@dataclass(frozen=True, slots=True)
class Staffing:
    """Posts of one role on the lists; means run over lists with posts known and above 0."""

    posts: float | None = field(metadata=figure("posts"))
    """Posts on all these lists together."""
    people_per_post: float | None = field(metadata=figure("people"))
    """None where a list does not count all its people."""
    posts_per_list: float | None = field(metadata=figure("posts"))
    lists_with_several_posts: int = field(metadata=figure("lists"))
    """Lists with more than one post."""
    lists_with_less_than_one_post: int = field(metadata=figure("lists"))
    """Lists with some of a post, and less than one."""
    is_imputed: bool
    """Posts are not counted but derived from the people."""


@dataclass(frozen=True, slots=True)
class Wisn:
    """Posts by WHO's Workload Indicators of Staffing Need, not rounded."""

    required_posts: float | None = field(metadata=figure("posts"))
    actual_posts: float | None = field(metadata=figure("posts"))
    ratio: float | None = field(metadata=figure("factor"))
    """Actual ÷ required posts: below 1 is a shortage. None where `why_no_ratio` says why."""
    difference: float | None = field(metadata=figure("posts"))
    """Actual − required posts."""
    category_allowance_factor: float = field(metadata=figure("factor"))
    """1 ÷ (1 − share of the time for support work)."""
    individual_allowance_factor: float | None = field(metadata=figure("factor"))
    """Posts that what only some do takes."""
    why_no_ratio: WhyNoRatio | None


@dataclass(frozen=True, slots=True)
class PostsOverloaded:
    """Share of posts whose hours, as seen across posts, are too few for what is asked of their list."""

    least: float = field(metadata=figure("share"))
    most: float = field(metadata=figure("share"))
    value: float | None = field(metadata=figure("share"))
    """Interpolated; None where some of it lies outside the percentiles given, where only the bounds are known."""
    is_imputed: bool


@dataclass(frozen=True, slots=True)
class FaceToFaceTime:
    """Hours of guidelines whose minutes are face to face, against the face-to-face part of the available time."""

    required_hours: float | None = field(metadata=figure("hours"))
    """By the recommendations' own hours, overlap not removed, on lists with posts known and above 0."""
    available_hours: float | None = field(metadata=figure("hours"))
    share: float | None = field(metadata=figure("share"))


@dataclass(frozen=True, kw_only=True)
class RoleSupply(CapacityFigures):
    """One role under one capacity."""

    kind: Kind
    gross_hours_per_post: float = field(metadata=figure("hours", "supply.gross"))
    largest_manageable_list: float | None = field(
        metadata=figure("people", "supply.largest-short", upper_if="at_least")
    )
    """People per post at whom required equals available hours, on all lists together."""
    posts_needed: float | None = field(metadata=figure("posts", lower_if="at_least"))
    """People ÷ largest manageable list, list by list."""
    overload: Overload = field(metadata=part(Overload, "lists_"))
    posts_overloaded: PostsOverloaded | None = field(metadata=part(PostsOverloaded, "share_of_posts_overloaded_"))
    """None where the capacity gives no distribution of hours."""
    wisn: Wisn | None = field(metadata=part(Wisn, "wisn_"))
    """None where the capacity has no allowances and does not say that the pack covers all work."""
    face_to_face: FaceToFaceTime | None = field(metadata=part(FaceToFaceTime, "face_to_face_"))
    """None where the capacity does not say how much of the time is face to face."""


@dataclass(frozen=True, slots=True)
class Supply:
    """One capacity. The first of a result decides its verdicts."""

    id: str
    title: Text
    note: Text | None
    covers_all_work: bool
    roles: Mapping[str, RoleSupply]
