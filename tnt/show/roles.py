"""In what order people see roles, and which get a column of their own.

The roles of staff, that is: the patient's own time is never among them, so that no sum over roles and no table of staff
holds it. It stands apart, in `tnt/show/own_time.py` and where `with_patient_last` says."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Mapping, Sequence

from tnt.language.values.roles import PATIENT
from tnt.result.bounded import Bounded, at_least
from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult, RoleHours
from tnt.result.total import RoleTotal

WIDE_PAGE = 110
"""Columns of a page on which a third role has room."""


Weight = tuple[bool, float | None]
"""Whether a role has working time, and the hours asked of it."""


def ranked(roles: Iterable[str], weights: Mapping[str, Weight]) -> list[str]:
    """Roles of staff as people see them everywhere: those with working time first, then those of whom most is asked.

    Of equals the first in `weights` comes first; a role without a weight comes last, by its id.
    """
    places = {role: place for place, role in enumerate(weights)}

    def rank(role: str) -> tuple[bool, float, int, str]:
        has_working_time, hours = weights.get(role, (False, -math.inf))
        return not has_working_time, -(hours or 0.0), places.get(role, 0), role

    return sorted(staff(roles), key=rank)


def staff(roles: Iterable[str]) -> list[str]:
    """All but the patient."""
    return [role for role in roles if role != PATIENT]


def with_patient_last(roles: Iterable[str], asked: Container[str]) -> list[str]:
    """Roles of staff, and after them the patient if it is `asked`: where every role has a heading of its own."""
    return [*roles, *([PATIENT] if PATIENT in asked else [])]


def asks_staff(one: RecommendationResult) -> bool:
    """Whether it has a place among the hours of staff: what asks patients alone has none."""
    return not one.roles or bool(staff(one.roles))


def by_weight(roles: Iterable[str], totals: Mapping[str, RoleTotal]) -> list[str]:
    """Some roles, ranked by their totals."""
    weights = {role: (total.available_hours is not None, total.required_hours) for role, total in totals.items()}
    return ranked(roles, weights)


def roles_by_weight(result: Result) -> list[str]:
    """Every role of staff with a total, ranked."""
    return by_weight(result.total, result.total)


def roles_of(one: RecommendationResult, result: Result) -> dict[str, RoleHours]:
    """The roles of staff that a recommendation asks, ranked."""
    return {role: one.roles[role] for role in by_weight(one.roles, result.total)}


def role_columns(result: Result, shown: Sequence[RecommendationResult], width: int) -> tuple[list[str], list[str]]:
    """Roles of some recommendations: those with a column of their own on a page of this width, and the rest."""
    used = [role for role in roles_by_weight(result) if any(role in one.roles for one in shown)]
    most = 3 if width >= WIDE_PAGE else 2
    return (used, []) if len(used) <= most else (used[: most - 1], used[most - 1 :])


def has_time(result: Result, role: str) -> bool:
    """Whether there is working time to hold the role's hours against."""
    return result.total[role].available_hours is not None


def main_role(result: Result) -> str | None:
    """The role by whose hours recommendations are ranked."""
    return next(iter(roles_by_weight(result)), None)


def by_main_role(result: Result) -> list[RecommendationResult]:
    """Recommendations for something, most hours of the main role first; what cannot be estimated comes last."""
    main = main_role(result)

    def hours(one: RecommendationResult, role: str | None) -> float:
        of_role = one.roles.get(role or "")
        return -1.0 if of_role is None or of_role.tnt_hours is None else of_role.tnt_hours

    def rank(one: RecommendationResult) -> tuple[float, float, str]:
        return -hours(one, main), -sum(hours(one, role) for role in staff(one.roles)), one.id

    return sorted((one for one in result.recommendations if not one.is_against and asks_staff(one)), key=rank)


def together(hours: Sequence[RoleHours]) -> Bounded | None:
    """The TNT hours of several roles as one; what is unknown in it makes it a lower bound. None without roles."""
    known = [one.tnt_hours for one in hours if one.tnt_hours is not None]
    if not hours:
        return None
    is_lower = len(known) < len(hours) or any(one.at_least for one in hours)
    return at_least(sum(known) if known else None, is_lower)
