"""Work to get started, beside the work of every year, of one role. METHOD.md, "Hours" [ours]."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tnt.arrays import Bools, Floats
from tnt.compile.role_measures import RoleMeasures
from tnt.engine.capacity.summary import RoleSummary
from tnt.engine.hours.totals import Totals
from tnt.estimating.sums import full_sum, summed
from tnt.result.json_values import plain
from tnt.result.total import StartUpTotal


@dataclass(frozen=True)
class StartUpFigures:
    """One role and the n recommendations that ask it. Hours [n], in all and not a year, at the target uptake.

    `one_off_hours` is NaN where there is no such work, `backlog_hours` where nobody knows how much is overdue, also of
    some list. What is known of both is spread over `role.start_up_years`: `hours_of_first_year` over all lists,
    `..._where_staffed` over those with posts. `at_least` marks a first year of which some part is unknown,
    `one_off_unknown` one-off work of which some is.
    """

    one_off_hours: Floats
    backlog_hours: Floats
    hours: Floats
    hours_of_first_year: Floats
    hours_of_first_year_where_staffed: Floats
    one_off_unknown: Bools
    at_least: Bools


def start_up_figures(
    role: RoleMeasures, totals: Totals, lists: tuple[int, int], selection: int, at_least: Bools
) -> StartUpFigures:
    """`lists` are all lists and those with posts, which row `selection` of the totals sums over.

    `at_least` says of which recommendations the yearly hours are a lower bound.
    """
    one_off, backlog = _hours(role, totals, 0, lists[0])
    hours = np.nan_to_num(one_off) + np.nan_to_num(backlog)
    one_off_staffed, backlog_staffed = _hours(role, totals, selection, lists[1])
    staffed = np.nan_to_num(one_off_staffed) + np.nan_to_num(backlog_staffed)
    lacking = [
        (measures >= 0) & (totals.lacking_lists[0, measures] > 0) for measures in (role.one_off_required, role.backlog)
    ]
    return StartUpFigures(
        one_off_hours=one_off,
        backlog_hours=np.where(lacking[1], np.nan, backlog),
        hours=hours,
        hours_of_first_year=hours / role.start_up_years,
        hours_of_first_year_where_staffed=staffed / role.start_up_years,
        one_off_unknown=role.one_off_unknown | lacking[0],
        at_least=at_least | np.isnan(backlog) | lacking[0] | lacking[1],
    )


def _hours(role: RoleMeasures, totals: Totals, selection: int, lists: int) -> tuple[Floats, Floats]:
    """One-off hours and backlog [n] at the target uptake."""
    one_off, backlog = (
        summed(totals, selection, measures, lists) for measures in (role.one_off_required, role.backlog)
    )
    backlog[role.backlog < 0] = 0.0
    backlog[role.backlog_unknown] = np.nan
    return one_off * role.target_factor, backlog * role.target_factor


def start_up_total(
    figures: StartUpFigures, years: Floats, required_hours: float | None, summary: RoleSummary | None, at_least: bool
) -> StartUpTotal:
    """All recommendations of one role. `required_hours` is the total of a year, overlap removed; `years` [n] as asked.

    What is unknown is left out and marks the first year as a lower bound; a start-up of which nothing is known is None.
    """
    hours, is_lower_bound = float(figures.hours.sum()), at_least or bool(figures.at_least.any())
    # Start-ups of different lengths all run in the first year; together they are over when the longest is.
    longest = float(years.max(initial=1.0, where=figures.hours > 0))
    first_year, period, share = None, None, None
    if required_hours is not None:
        first_year = required_hours + float(figures.hours_of_first_year.sum())
        period = required_hours * longest + hours
    if summary is not None and summary.available_hours > 0:
        hours_asked_for = summary.required_hours + float(figures.hours_of_first_year_where_staffed.sum())
        share = plain(hours_asked_for / summary.available_hours)
    return StartUpTotal(
        backlog_hours=full_sum(figures.backlog_hours),
        start_up_hours=None if is_lower_bound and hours == 0 else hours,
        start_up_years=longest,
        start_up_period_hours=period,
        first_year_hours=first_year,
        first_year_share_of_capacity=share,
        first_year_at_least=is_lower_bound,
    )
