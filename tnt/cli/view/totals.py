"""All recommendations together against the time there is, and how the lists stand."""

from __future__ import annotations

from collections.abc import Iterable

from tnt.cli.view.page import Page
from tnt.cli.view.roles import has_time, roles_by_weight
from tnt.locale import UNKNOWN, Texts
from tnt.result.model import Overload, Result, RoleTotal
from tnt.result.notice_text import role_titles


def print_totals(page: Page, result: Result, texts: Texts) -> None:
    """A row per figure, a column per role with working time; then the hours of the roles without."""
    titles = role_titles(result, texts)
    roles = [role for role in roles_by_weight(result) if has_time(result, role)]
    page.heading(texts.text("estimate.totals"))
    if roles:
        rows = [row for row in figures([result.total[role] for role in roles], texts) if any(row[1:])]
        page.table(["", *(titles[role] for role in roles)], rows)
    without = [role for role in roles_by_weight(result) if role not in roles]
    for role in without:
        total = result.total[role]
        if total.first_year_hours is None:
            page.paragraph(texts.text("estimate.no-hours", role=titles[role]))
            continue
        first_year = _first_year(total, texts.hours(total.first_year_hours))
        page.paragraph(
            texts.text("estimate.hours-only", role=titles[role], hours=_hours(total, texts), first_year=first_year)
        )


def figures(totals: list[RoleTotal], texts: Texts) -> list[list[str]]:
    """A row per figure, a column per total."""

    def row(key: str, cells: Iterable[str]) -> list[str]:
        return [texts.text(f"estimate.{key}"), *cells]

    partly = "-partly" if any(total.at_least for total in totals) else ""
    return [
        row("required-hours", (_hours(total, texts) for total in totals)),
        row("overlap-hours", (texts.hours(total.overlap_hours) if total.overlap_hours else "" for total in totals)),
        row(f"change-hours{partly}", (_change(total, texts) for total in totals)),
        row("first-year-hours", (_first_year(total, texts.hours(total.first_year_hours)) for total in totals)),
        row("start-up-hours", (_first_year(total, texts.hours(total.start_up_hours)) for total in totals)),
        row("start-up-period", (_period(total, texts) for total in totals)),
        row("available-hours", (texts.hours(total.available_hours) for total in totals)),
        row("kind-of-time", (texts.choice("kind", total.kind) for total in totals)),
        row("share-of-available", (_at_least(texts.share(total.share_of_capacity), total) for total in totals)),
        row(
            "first-year-share",
            (_first_year(total, texts.share(total.first_year_share_of_capacity)) for total in totals),
        ),
        row("positions", (_at_least(texts.number(total.positions), total) for total in totals)),
        row("break-even", (_at_most(texts.share(total.break_even_reserve), total.at_least) for total in totals)),
        row("load-before", ("" if total.load_before is None else texts.share(total.load_before) for total in totals)),
        row(f"load-after{partly}", (_load_after(total, texts) for total in totals)),
    ]


def _hours(total: RoleTotal, texts: Texts) -> str:
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


def _first_year(total: RoleTotal, text: str) -> str:
    return f"≥ {text}" if total.first_year_at_least and text != UNKNOWN else text


def _period(total: RoleTotal, texts: Texts) -> str:
    """Everything asked while some start-up lasts; empty where that is the first year."""
    if total.start_up_years == 1:
        return ""
    hours = _first_year(total, texts.hours(total.start_up_period_hours))
    return texts.text("estimate.in-years", hours=hours, years=total.start_up_years)


def _at_least(text: str, total: RoleTotal) -> str:
    return f"≥ {text}" if total.at_least and text != UNKNOWN else text


def _at_most(text: str, bounded: bool) -> str:
    return f"≤ {text}" if bounded and text != UNKNOWN else text


def print_overload(page: Page, result: Result, texts: Texts) -> None:
    """How many lists are overloaded, by role with working time, and how many cannot be judged."""
    titles = role_titles(result, texts)
    roles = [role for role in roles_by_weight(result) if has_time(result, role) and role in result.overload]
    if not roles:
        return
    page.heading(texts.text("estimate.overload"))
    page.items([f"{titles[role]}: {_verdicts(result.overload[role], texts)}" for role in roles])


def _verdicts(lists: Overload, texts: Texts) -> str:
    parts = [texts.text("estimate.none-judged")]
    if lists.of:
        parts = [texts.text("estimate.overloaded", count=lists.lists, of=lists.of, share=texts.share(lists.share))]
    for state in ("watch", "vacant", "unknown", "imputed"):
        if count := getattr(lists, state):
            parts.append(texts.text(f"estimate.lists-{state}", count=count))
    return " ".join(parts)
