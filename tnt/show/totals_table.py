"""The totals of roles as a table at a terminal: a row a figure, a column a role."""

from __future__ import annotations

from collections.abc import Iterable

from tnt.locale import UNKNOWN, Texts
from tnt.result.total import RoleTotal


def totals_rows(totals: list[RoleTotal], texts: Texts) -> list[list[str]]:
    """A row per figure, a column per total."""

    def row(key: str, cells: Iterable[str]) -> list[str]:
        return [texts.text(f"estimate.{key}"), *cells]

    partly = "-partly" if any(total.at_least for total in totals) else ""
    return [
        row("required-hours", (hours_text(total, texts) for total in totals)),
        row("overlap-hours", (texts.hours(total.overlap_hours) if total.overlap_hours else "" for total in totals)),
        row(f"change-hours{partly}", (_change(total, texts) for total in totals)),
        row("first-year-hours", (first_year_text(total, texts.hours(total.first_year_hours)) for total in totals)),
        row("start-up-hours", (first_year_text(total, texts.hours(total.start_up_hours)) for total in totals)),
        row("start-up-period", (_period(total, texts) for total in totals)),
        row("available-hours", (texts.hours(total.available_hours) for total in totals)),
        row("kind-of-time", (texts.choice("kind", total.kind) for total in totals)),
        row("share-of-available", (_at_least(texts.share(total.share_of_capacity), total) for total in totals)),
        row(
            "first-year-share",
            (first_year_text(total, texts.share(total.first_year_share_of_capacity)) for total in totals),
        ),
        row("positions", (_at_least(texts.number(total.positions), total) for total in totals)),
        row("break-even", (_at_most(texts.share(total.break_even_reserve), total.at_least) for total in totals)),
        row("load-before", ("" if total.load_before is None else texts.share(total.load_before) for total in totals)),
        row(f"load-after{partly}", (_load_after(total, texts) for total in totals)),
    ]


def hours_text(total: RoleTotal, texts: Texts) -> str:
    """Required hours a year, with ≥ where some cannot be estimated."""
    if total.required_hours is None:
        return texts.text("estimate.cannot-be-estimated")
    return _at_least(texts.hours(total.required_hours), total)


def _change(total: RoleTotal, texts: Texts) -> str:
    if total.incremental_hours is not None:
        return texts.hours(total.incremental_hours)
    return _at_most(texts.hours(total.incremental_hours_at_most), True)


def _load_after(total: RoleTotal, texts: Texts) -> str:
    if total.load_before is None:
        return ""
    if total.load_after is not None:
        return texts.share(total.load_after)
    return _at_most(texts.share(total.load_after_at_most), True)


def first_year_text(total: RoleTotal, text: str) -> str:
    """A figure of the first year as written, with ≥ where some of it cannot be estimated."""
    return f"≥ {text}" if total.first_year_at_least and text != UNKNOWN else text


def _period(total: RoleTotal, texts: Texts) -> str:
    """Everything asked while some start-up lasts; empty where that is the first year."""
    if total.start_up_years == 1:
        return ""
    hours = first_year_text(total, texts.hours(total.start_up_period_hours))
    return texts.text("estimate.in-years", hours=hours, years=total.start_up_years)


def _at_least(text: str, total: RoleTotal) -> str:
    return f"≥ {text}" if total.at_least and text != UNKNOWN else text


def _at_most(text: str, bounded: bool) -> str:
    return f"≤ {text}" if bounded and text != UNKNOWN else text
