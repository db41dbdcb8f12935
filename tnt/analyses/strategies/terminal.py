"""Strategies at a terminal: totals, differences, and what a reader must know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import IO

from tnt.analyses.strategies.strategies import Difference, RoleOverYears, StrategiesResult
from tnt.language.base import in_language
from tnt.language.values.roles import PATIENT
from tnt.locale import Texts
from tnt.result.bounded import at_least
from tnt.show.bounded import bounded_text
from tnt.show.notices import notice_text, role_title
from tnt.show.terminal import Page


def print_strategies(result: StrategiesResult, lang: str, file: IO[str]) -> None:
    """Print the strategies in `lang`."""
    page, texts = Page(file), Texts(lang)
    page.paragraph(in_language(result.title, lang, result.id), "bold")
    page.paragraph(texts.text("strategies.people", count=result.people, years=result.horizon_years))
    page.gap()
    page.paragraph(texts.text("notice.opening"), "bold")
    if result.pack_notice:
        page.paragraph(in_language(result.pack_notice, lang))
    page.heading(texts.text("strategies.title"))
    titles = {role: role_title(role, entry.title or role, texts) for role, entry in result.roles.items()}
    _totals(page, result, result.roles_shown, titles, texts)
    if len(result.strategies) > 1:
        page.heading(texts.text("strategies.differences"))
        _differences(page, result, result.roles_shown, titles, texts)
    if PATIENT in result.roles:
        page.heading(titles[PATIENT])
        page.paragraph(texts.text("own-time.what"))
        _totals(page, result, [PATIENT], titles, texts)
        if len(result.strategies) > 1:
            page.gap()
            _differences(page, result, [PATIENT], titles, texts)
    page.gap()
    page.paragraph(texts.text("strategies.method"), "dim")
    page.heading(texts.text("estimate.notices"))
    note = [in_language(result.note, lang)] if result.note else []
    page.items([*note, *(notice_text(one, texts, titles) for one in result.notices)])


def _totals(
    page: Page, result: StrategiesResult, roles: Sequence[str], titles: Mapping[str, str], texts: Texts
) -> None:
    keys = ("strategy", "role", "total", "per-year", "per-month")
    rows = [
        [in_language(one.title, texts.lang, one.id), titles[role], *figures(one.roles[role], texts)]
        for one in result.strategies
        for role in roles
        if role in one.roles
    ]
    page.table([texts.text(f"strategies.{key}") for key in keys], rows, texts=2)


def _differences(
    page: Page, result: StrategiesResult, roles: Sequence[str], titles: Mapping[str, str], texts: Texts
) -> None:
    rows = [
        [between(result, one, texts), titles[role], difference_text(one, role, texts)]
        for one in result.differences()
        for role in roles
    ]
    page.table([texts.text(f"strategies.{key}") for key in ("strategy", "role", "total")], rows, texts=2)


def figures(over: RoleOverYears, texts: Texts) -> list[str]:
    """Hours in all, hours a year and minutes a month, as text."""
    values = (over.total_hours, over.hours_per_year, over.minutes_per_month)
    return [bounded_text(at_least(value, over.at_least), texts.number, texts) for value in values]


def between(result: StrategiesResult, one: Difference, texts: Texts) -> str:
    """`A − B` by the strategies' names."""
    titles = {each.id: in_language(each.title, texts.lang, each.id) for each in result.strategies}
    return texts.text("strategies.less", first=titles[one.first], second=titles[one.second])


def difference_text(one: Difference, role: str, texts: Texts) -> str:
    """The hours between two strategies; where either is only a lower bound, nothing is known of them."""
    return texts.number(one.hours[role]) if one.is_bounded[role] else texts.text("strategies.unbounded")
