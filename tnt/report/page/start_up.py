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
    at_least = total.first_year_at_least
    return FirstYear(
        role=wording.role(role),
        yearly=wording.hours(total.required_hours, total.at_least),
        one_off=wording.hours(total.one_off_hours),
        backlog=wording.hours(total.backlog_hours),
        first_year=wording.hours(total.first_year_hours, at_least),
        share=_share(role, total, wording),
        years=years(total.start_up_years, wording),
        period=wording.hours(total.start_up_period_hours, at_least),
    )


def _share(role: str, total: RoleTotal, wording: Wording) -> Figure:
    if not wording.has_capacity(role):
        return NOT_GIVEN
    return wording.share(total.first_year_share_of_capacity, total.first_year_at_least)


def years(number: float | None, wording: Wording) -> str:
    """Over how many years a start-up is spread."""
    return wording.text("report.start-up.years", count=number or 1.0)
