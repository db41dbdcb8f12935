"""Hours year by year at a terminal: a table, with a bar for each year."""

from __future__ import annotations

from typing import IO

from tnt.analyses.years.start_up import StartUpOfYear
from tnt.analyses.years.years import YearsResult
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.total import RoleTotal
from tnt.show.bounded import bounded_text, figure_name, figure_text
from tnt.show.notices import notice_text, role_title
from tnt.show.roles import with_patient_last
from tnt.show.terminal import Page

_WIDE_PAGE, _BAR_WIDTH, _NARROW_BAR_WIDTH = 100, 24, 8
"""Columns: a page that has room for long bars, and the longest bar there and elsewhere."""
_MOST_ROLES = 2


def print_years(result: YearsResult, lang: str, file: IO[str]) -> None:
    """Print the years in `lang`: one table a role with working time, and one for the hours of the others."""
    page, texts = Page(file), Texts(lang)
    page.paragraph(in_language(result.lists_title, lang, result.lists_id), "bold")
    page.paragraph(texts.text("estimate.as-of", date=result.as_of))
    page.gap()
    page.paragraph(texts.text("notice.opening"), "bold")
    if result.pack_notice:
        page.paragraph(in_language(result.pack_notice, lang))
    for role in with_patient_last(result.roles[:_MOST_ROLES], result.sections):
        _print_role(page, result, role, texts)
    if len(result.roles) > _MOST_ROLES:
        page.gap()
        page.paragraph(texts.text("years.other-roles", count=len(result.roles) - _MOST_ROLES), "dim")
    page.heading(texts.text("estimate.notices"))
    sentences = [in_language(result.lists_note, lang)] if result.lists_note else []
    titles = {role: role_title(role, total.title, texts) for role, total in result.years[0].total.items()}
    page.items([*sentences, *(notice_text(one, texts, titles) for one in result.notices)])


def _print_role(page: Page, result: YearsResult, role: str, texts: Texts) -> None:
    totals = [one.total[role] for one in result.years]
    page.heading(role_title(role, totals[0].title, texts))
    largest = max((total.required_hours or 0.0 for total in totals), default=0.0)
    has_time = any(total.available_hours is not None for total in totals)
    headers = [texts.text("years.year"), texts.text("years.people")]
    headers += [texts.text("years.required-hours")]
    headers += [texts.text(f"years.{key}") for key in ("available-hours", "share", "positions")] if has_time else []
    shown = ("required_hours", *(("available_hours", "share_of_capacity", "positions") if has_time else ()))
    rows = []
    for one, total in zip(result.years, totals, strict=True):
        row = [f"{one.year} {_bar(total, largest, page)}", bounded_text(one.people, texts.people, texts)]
        rows.append([*row, *(figure_text(total, name, texts) for name in shown)])
    page.table(headers, rows)
    _print_start_up(page, result, role, has_time, texts)


def _print_start_up(page: Page, result: YearsResult, role: str, has_time: bool, texts: Texts) -> None:
    """A row for each year with such work; nothing where there is none."""
    years = result.years_of_start_up(role)
    if not years:
        return
    page.gap()
    page.paragraph(texts.text("years.start-up"))
    shown = ["one_off_hours", "backlog_hours", "hours_with_start_up", *(["share_with_start_up"] if has_time else [])]
    headers = [texts.text("years.year"), *(figure_name(StartUpOfYear, name, texts) for name in shown)]
    page.table(
        headers, [[str(one.year), *(figure_text(one.start_up[role], name, texts) for name in shown)] for one in years]
    )
    beyond = result.years_beyond(role)
    if beyond:
        page.paragraph(texts.text("years.beyond", years=texts.listed(beyond)))


def _bar(total: RoleTotal, largest: float, page: Page) -> str:
    hours, longest = total.required_hours or 0.0, _BAR_WIDTH if page.width >= _WIDE_PAGE else _NARROW_BAR_WIDTH
    return ("#" if page.is_plain else "█") * round(longest * hours / largest) if hours > 0 else ""
