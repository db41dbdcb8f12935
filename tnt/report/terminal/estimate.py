"""The whole answer to `tnt estimate`, from what was asked to where to go next."""

from __future__ import annotations

from typing import IO

from tnt.analyses.supply.terminal import print_supply
from tnt.analyses.uncertainty.terminal import print_uncertainty
from tnt.compile.notice import NoticeCode
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.report.terminal.benefit import print_benefit
from tnt.report.terminal.own_time import print_own_time
from tnt.report.terminal.recommendations import print_against, print_recommendations
from tnt.report.terminal.scenarios import print_scenarios
from tnt.report.terminal.shared_work import print_shared_work
from tnt.report.terminal.start_up import print_start_up
from tnt.report.terminal.totals import print_overload, print_totals
from tnt.result.bounded import bounded
from tnt.result.model import Result
from tnt.result.total import RoleTotal
from tnt.show.head.heading import print_heading
from tnt.show.notices import reader_notices
from tnt.show.roles import by_main_role
from tnt.show.terminal import Page


def print_estimate(result: Result, lang: str, file: IO[str], arguments: str = "", drawn: str = "") -> None:
    """Print the result in `lang`; `arguments` (with a space in front) are repeated where a next command is named, and
    `drawn` where it may simulate."""
    page, texts = Page(file), Texts(lang)
    print_heading(page, result, texts)
    print_scenarios(page, result, texts)
    print_recommendations(page, result, texts)
    print_against(page, result, texts)
    print_benefit(page, result, texts)
    print_start_up(page, result, texts)
    print_shared_work(page, result, texts)
    print_totals(page, result, texts)
    print_overload(page, result, texts)
    print_uncertainty(page, result, texts)
    print_supply(page, result, texts)
    print_own_time(page, result, texts)
    _legend(page, result, texts)
    _notices(page, result, texts)
    _next(page, result, texts, arguments, drawn)


def _legend(page: Page, result: Result, texts: Texts) -> None:
    hours = [one for recommendation in result.recommendations for one in recommendation.roles.values()]
    page.gap()
    if any(one.at_least or one.first_year_at_least for one in hours):
        page.paragraph(texts.text("estimate.legend-at-least"), "dim")
    if any(one.tnt_hours is None for one in hours) or any(map(_has_dash, result.total.values())):
        page.paragraph(texts.text("estimate.legend-unknown"), "dim")
    if result.capacity is not None:
        page.paragraph(texts.text("estimate.legend-share"), "dim")
        page.paragraph(texts.text("estimate.legend-reserve"), "dim")
    page.paragraph(texts.text("estimate.legend-assumed"), "dim")


def _has_dash(total: RoleTotal) -> bool:
    """Whether the table of totals shows a dash for it."""
    shown = ("incremental_hours", "start_up_hours", *(("hours_that_do_not_fit",) if total.available_hours else ()))
    return not all(bounded(total, name).is_known for name in shown)


def _notices(page: Page, result: Result, texts: Texts) -> None:
    sentences = reader_notices(result, texts, without=(NoticeCode.NO_CAPACITY_FOR_ROLE,))  # the totals say so
    if result.capacity is not None and result.capacity.note:
        sentences.insert(0, in_language(result.capacity.note, texts.lang))
    if sentences:
        page.heading(texts.text("estimate.notices"))
        page.items(sentences)


def _next(page: Page, result: Result, texts: Texts, arguments: str, drawn: str) -> None:
    page.heading(texts.text("estimate.next"))
    for one in (by_main_role(result) or result.recommendations)[:1]:
        page.command(f"tnt explain {one.id}{arguments}", texts.text("estimate.next-explain"))
    page.command(f"tnt report{arguments}{drawn} --out report.html", texts.text("estimate.next-report"))
    page.command(f"tnt estimate{arguments}{drawn} --format csv --out lists.csv", texts.text("estimate.next-lists"))
