"""How many posts a list needs, found by trying: as many as make the available hours equal those required."""

from __future__ import annotations

import math
from typing import Any

from tests.oracle.people import PatientList
from tests.oracle.quantities import hours_per_year
from tests.oracle.working_time import available

Document = dict[str, Any]
_MOST = 1e9


def posts_needed(role: Document, one: PatientList, required: float | None, reserved_on: Document) -> float | None:
    """Posts by halving; infinite where no number is enough, None where the hours cannot be told."""
    if one.people == 0:
        return 0.0
    gross = hours_per_year(role["hours"], role.get("weeks"))

    def spare(posts: float) -> float | None:
        _, hours = available(role, one, posts, gross, reserved_on)
        return None if hours is None or required is None else hours - required

    most = spare(_MOST)
    if most is None:
        return None
    if required == 0 and not _is_reserved_per_person(role, one, reserved_on):
        return 0.0
    if most < 0 or available(role, one, _MOST, gross, reserved_on)[1] == 0:
        return math.inf
    low, high = 0.0, _MOST
    for _ in range(300):
        middle = (low + high) / 2
        found = spare(middle) if middle else -1.0
        low, high = (middle, high) if _too_few(role, one, middle, found, gross, reserved_on) else (low, middle)
    return high


def _too_few(
    role: Document, one: PatientList, posts: float, found: float | None, gross: float, reserved_on: Document
) -> bool:
    """Whether the hours do not suffice; where the reserve alone takes all time they do not, even if none is asked."""
    return found is None or found < 0 or not available(role, one, posts, gross, reserved_on)[1]


def _is_reserved_per_person(role: Document, one: PatientList, reserved_on: Document) -> bool:
    """Whether people who are listed take time whatever the posts: then one post less has less time."""
    alone = {**role, "reserved": {n: e for n, e in role.get("reserved", {}).items() if "per_person" in e}}
    gross = hours_per_year(role["hours"], role.get("weeks"))
    return (
        available(alone, one, 1.0, gross, reserved_on)[0] != available({**role, "reserved": {}}, one, 1.0, gross, {})[0]
    )


def together(needed: list[float | None], lists: list[PatientList]) -> tuple[float | None, float | None]:
    """Posts needed of all lists with people, and the largest list: people per post needed. Those nobody can tell are
    left out."""
    known = [(posts, one.people) for posts, one in zip(needed, lists, strict=True) if one.people and posts is not None]
    if not known:
        return None, None
    posts, people = math.fsum(p for p, _ in known), math.fsum(n for _, n in known)
    largest = people / posts if posts else None
    return (posts if math.isfinite(posts) else None), largest
