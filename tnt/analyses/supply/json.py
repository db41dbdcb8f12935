"""Capacities side by side, as plain mappings for JSON: fixed keys, unknown is None."""

from __future__ import annotations

from typing import Any

from tnt.result.supply import RoleSupply, Supply
from tnt.show.values import document, part_cells


def supply_document(supply: Supply) -> dict[str, Any]:
    """One capacity, and what it makes of the hours of each role."""
    return {
        "id": supply.id,
        "title": supply.title,
        "covers_all_work": supply.covers_all_work,
        "roles": {role: role_document(one) for role, one in supply.roles.items()},
    }


def role_document(one: RoleSupply) -> dict[str, Any]:
    """One role under one capacity; what has other names in tables stands under both."""
    figures = document(one)
    posts = figures.pop("posts_overloaded")
    return {
        **figures,
        **part_cells(RoleSupply, "overload", one.overload),
        "share_of_posts_overloaded": None if posts is None else [posts["least"], posts["most"]],
        **part_cells(RoleSupply, "posts_overloaded", one.posts_overloaded),
    }
