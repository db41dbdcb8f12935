"""Single figures of the capacity that decides verdicts, by the names that cases know."""

from __future__ import annotations

from collections.abc import Callable

from tnt.result.model import Result
from tnt.result.supply import RoleSupply

SUPPLY_FIGURES: dict[str, Callable[[RoleSupply], float | None]] = {
    "largest_manageable_list": lambda one: one.largest_manageable_list,
    "share_of_posts_overloaded": lambda one: None if one.posts_overloaded is None else one.posts_overloaded.value,
    "wisn_required_posts": lambda one: None if one.wisn is None else one.wisn.required_posts,
    "wisn_ratio": lambda one: None if one.wisn is None else one.wisn.ratio,
}


def supply_figure(result: Result, role: str, name: str) -> float | None:
    """The figure, None where it is unknown."""
    one = result.deciding(role)
    return None if one is None else SUPPLY_FIGURES[name](one)
