"""What a role's working time says beside what is reserved -> the engine's shares and hours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.engine.capacity.hours_worked import Percentiles
from tnt.language.documents.capacity import CapacityRole
from tnt.language.documents.staffing import HoursDistribution
from tnt.reading.checks.staffing import support_share


@dataclass(frozen=True)
class RoleStaffing:
    """Shares 0 to 1, hours a year.

    `support_share` of gross hours, and `individual_allowance_hours` of all posts: WISN's allowances. `has_reserve`:
    some time is reserved on some list. `hours_worked` a year by percentile, None where not given.
    `face_to_face_share` of available hours, None where not given.
    """

    support_share: float
    individual_allowance_hours: float
    has_reserve: bool
    hours_worked: Percentiles | None
    face_to_face_share: float | None


def role_staffing(role: CapacityRole) -> RoleStaffing:
    """What one role of a capacity says. The checks have seen that weeks are there where they are needed."""
    return RoleStaffing(
        support_share=support_share(role) or 0.0,
        individual_allowance_hours=sum(one.time.expected * one.posts.expected for one in role.individual.values()),
        has_reserve=any(entry.lists != "none" for entry in role.reserved.values()),
        hours_worked=None if role.hours_distribution is None else _percentiles(role, role.hours_distribution),
        face_to_face_share=None if role.face_to_face is None else role.face_to_face.share.expected,
    )


def _percentiles(role: CapacityRole, given: HoursDistribution) -> Percentiles:
    weeks = 0.0 if role.weeks is None else role.weeks.expected
    points = np.array([(share, weeks * hours_per_week) for _, share, hours_per_week in given.percentiles()])
    return Percentiles(points[:, 0], points[:, 1])
