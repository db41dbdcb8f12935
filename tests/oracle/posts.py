"""How many posts a list needs, found by trying: as many as make the available hours equal those required."""

from __future__ import annotations

import math
from typing import Any

from tests.oracle.people import PatientList
from tests.oracle.quantities import hours_per_year
from tests.oracle.working_time import available, reserve

Document = dict[str, Any]
_MOST = 1e9


def posts_needed(
    role: Document, one: PatientList, required: float | None, reserved_on: Document, contacts: Document
) -> float | None:
    """Posts by halving; infinite where no number is enough, None where the hours cannot be told."""
    if one.people == 0:
        return 0.0
    gross = hours_per_year(role["hours"], role.get("weeks"))
    reserved = reserve(role, one, reserved_on, contacts)
    if required is None or reserved.hours_for_people is None:
        return None

    def too_few(posts: float) -> bool:
        """The hours do not suffice; where the reserve takes all time they do not, even if none is asked."""
        _, hours = available(gross, posts, reserved)
        return not hours or hours < required

    if required == 0 and reserved.hours_for_people == 0:  # else one post less has less time for what is asked
        return 0.0
    low, high = 0.0, _MOST
    if too_few(high):
        return math.inf
    while low < (middle := (low + high) / 2) < high:  # until the two are neighbours among floats
        low, high = (middle, high) if too_few(middle) else (low, middle)
    return high


def together(needed: list[float | None], lists: list[PatientList]) -> tuple[float | None, float | None]:
    """Posts needed of all lists with people, and the largest list: people per post needed. Those nobody can tell are
    left out."""
    known = [(posts, one.people) for posts, one in zip(needed, lists, strict=True) if one.people and posts is not None]
    if not known:
        return None, None
    posts, people = math.fsum(p for p, _ in known), math.fsum(n for _, n in known)
    largest = people / posts if posts else None
    return (posts if math.isfinite(posts) else None), largest
