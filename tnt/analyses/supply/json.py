"""Posts and capacities side by side, as plain mappings for JSON and frames: fixed keys, unknown is None."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from tnt.result.json_values import plain
from tnt.result.supply import CAPACITY_FIGURES, RoleSupply, Staffing, Supply
from tnt.show.json import face_to_face_document, wisn_document

_FIGURES = (
    "gross_hours_per_post",
    *CAPACITY_FIGURES,
    "largest_manageable_list",
    "posts_needed",
)

SUPPLY_COLUMNS = (
    *_FIGURES,
    "people_per_post",
    "lists_judged",
    "lists_overloaded",
    "share_of_posts_overloaded_least",
    "share_of_posts_overloaded_most",
    "share_of_posts_overloaded_value",
    "wisn_required_posts",
    "wisn_actual_posts",
    "wisn_ratio",
    "wisn_difference",
    "face_to_face_required_hours",
    "face_to_face_available_hours",
    "face_to_face_share",
)
"""Columns of figures in a table of capacities."""


def staffing_document(staffing: Staffing) -> dict[str, Any]:
    """Posts of one role."""
    return {name: value if isinstance(value, bool | int) else plain(value) for name, value in asdict(staffing).items()}


def supply_document(supply: Supply) -> dict[str, Any]:
    """One capacity, and what it makes of the hours of each role."""
    return {
        "id": supply.id,
        "title": supply.title,
        "covers_all_work": supply.covers_all_work,
        "roles": {role: role_document(one) for role, one in supply.roles.items()},
    }


def role_document(one: RoleSupply) -> dict[str, Any]:
    """One role under one capacity."""
    posts = one.posts_overloaded
    return {
        "kind": one.kind,
        **{name: plain(getattr(one, name)) for name in _FIGURES},
        "overload": asdict(one.overload) | {"share": plain(one.overload.share)},
        "share_of_posts_overloaded": None if posts is None else [plain(posts.least), plain(posts.most)],
        "share_of_posts_overloaded_value": None if posts is None else plain(posts.value),
        "share_of_posts_overloaded_is_imputed": None if posts is None else posts.is_imputed,
        "wisn": wisn_document(one.wisn),
        "face_to_face": face_to_face_document(one.face_to_face),
    }


def supply_row(one: RoleSupply, staffing: Staffing | None) -> dict[str, str | float | None]:
    """One role under one capacity as columns."""
    row: dict[str, str | float | None] = {"kind": one.kind} | {name: getattr(one, name) for name in _FIGURES}
    row |= {"lists_judged": one.overload.of, "lists_overloaded": one.overload.lists}
    row |= {} if staffing is None else {"people_per_post": staffing.people_per_post}
    for prefix, part in (
        ("share_of_posts_overloaded", one.posts_overloaded),
        ("wisn", one.wisn),
        ("face_to_face", one.face_to_face),
    ):
        row |= {} if part is None else {f"{prefix}_{name}": value for name, value in asdict(part).items()}
    return row
