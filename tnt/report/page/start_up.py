"""The first year beside the steady state, by role."""

from __future__ import annotations

from tnt.report.context.start_up import FirstYear
from tnt.result.model import Result
from tnt.result.total import RoleTotal
from tnt.show.page.parts import Figure
from tnt.show.page.wording import NOT_GIVEN, Wording


def first_years(result: Result, wording: Wording) -> tuple[FirstYear, ...]:
    """A row per role; those with a capacity first."""
    return tuple(_first_year(role, result.total[role], wording) for role in wording.roles())


def _first_year(role: str, total: RoleTotal, wording: Wording) -> FirstYear:
    return FirstYear(
        role=wording.role(role),
        yearly=wording.of(total, "required_hours"),
        one_off=wording.of(total, "one_off_hours"),
        backlog=wording.of(total, "backlog_hours"),
        first_year=wording.of(total, "first_year_hours"),
        share=_share(role, total, wording),
        years=years(total.start_up_years, wording),
        period=wording.of(total, "start_up_period_hours"),
    )


def _share(role: str, total: RoleTotal, wording: Wording) -> Figure:
    return wording.of(total, "first_year_share_of_capacity") if wording.has_capacity(role) else NOT_GIVEN


def years(number: float | None, wording: Wording) -> str:
    """Over how many years a start-up is spread."""
    return wording.text("report.start-up.years", count=number or 1.0)
