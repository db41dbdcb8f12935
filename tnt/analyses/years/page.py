"""Hours year by year -> one self-contained web page."""

from __future__ import annotations

import math

from tnt.analyses.years.chart import year_chart
from tnt.analyses.years.context import RoleYears, StartUpRow, YearRow, YearsPage
from tnt.analyses.years.start_up import StartUpOfYear
from tnt.analyses.years.years import Year, YearsResult
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.bounded import bounded
from tnt.show.notices import notice_text, role_title
from tnt.show.output import text_output
from tnt.show.page.figures import figure
from tnt.show.page.parts import Fact, Figure
from tnt.show.page.templates import environment


def render_years(result: YearsResult, lang: str) -> str:
    """The page as HTML, in `nb` or `en`. The same result and language give the same text."""
    texts = Texts(lang)
    page = years_page(result, texts)
    return environment().get_template("years/years.html").render(page=page, t=texts.text)


def years_page(result: YearsResult, texts: Texts) -> YearsPage:
    """Everything on the page, in the language of `texts`."""
    lang, first, last = texts.lang, result.years[0], result.years[-1]
    titles = {role: role_title(role, total.title, texts) for role, total in first.total.items()}
    note = [in_language(result.lists_note, lang)] if result.lists_note else []
    capacity = result.capacity
    time = in_language(capacity.title, lang) if capacity else texts.text("report.fact.no-capacity")
    return YearsPage(
        lang=lang,
        title=texts.text("years.title", first=str(first.year), last=str(last.year)),
        subtitle=in_language(result.lists_title, lang, result.lists_id),
        facts=(
            Fact(texts.text("report.fact.people"), figure(first.people, texts.people, texts), None),
            Fact(texts.text("years.people-last", year=str(last.year)), figure(last.people, texts.people, texts), None),
            Fact(texts.text("report.fact.as-of"), Figure(texts.date(result.as_of), None), None),
            Fact(texts.text("report.fact.capacity"), Figure(time, None), None),
        ),
        opening=texts.text("notice.opening"),
        pack_notice=in_language(result.pack_notice, lang) or None,
        roles=tuple(_role(result, role, titles[role], texts) for role in result.sections),
        notices=tuple(dict.fromkeys([*note, *(notice_text(one, texts, titles) for one in result.notices)])),
        inputs=tuple(f"{one.path} {one.sha256}" for one in result.inputs),
    )


def _role(result: YearsResult, role: str, title: str, texts: Texts) -> RoleYears:
    totals = [one.total[role] for one in result.years]
    rows = tuple(
        YearRow(
            year=_starred(one),
            people=figure(one.people, texts.people, texts),
            required=figure(bounded(total, "required_hours"), texts.number, texts),
            available=figure(bounded(total, "available_hours"), texts.number, texts),
            share=figure(bounded(total, "share_of_capacity"), texts.share, texts),
            positions=figure(bounded(total, "positions"), texts.number, texts),
        )
        for one, total in zip(result.years, totals, strict=True)
    )
    beyond = result.years_beyond(role)
    summary = _summary(result, role, title, texts)
    return RoleYears(
        anchor=f"role-{role}",
        title=title,
        summary=summary,
        chart=year_chart(result, role, " ".join([summary, *_peak(result, role, texts)]), texts),
        has_time=any(total.available_hours is not None for total in totals),
        rows=rows,
        start_up=tuple(_start_up(one, one.start_up[role], texts) for one in result.years_of_start_up(role)),
        beyond=texts.text("years.beyond", years=texts.listed(beyond)) if beyond else None,
    )


def _peak(result: YearsResult, role: str, texts: Texts) -> list[str]:
    """The year with the most hours, start-up included, in a sentence; none where there is no start-up."""
    known = [one for one in result.years_of_start_up(role) if one.start_up[role].hours_with_start_up is not None]
    if not known:
        return []
    most = max(known, key=lambda one: one.start_up[role].hours_with_start_up or 0.0)
    hours = figure(bounded(most.start_up[role], "hours_with_start_up"), texts.hours, texts).text
    return [texts.text("years.peak", year=str(most.year), hours=hours)]


def _start_up(one: Year, start_up: StartUpOfYear, texts: Texts) -> StartUpRow:
    return StartUpRow(
        year=_starred(one),
        one_off=figure(bounded(start_up, "one_off_hours"), texts.number, texts),
        backlog=figure(bounded(start_up, "backlog_hours"), texts.number, texts),
        with_start_up=figure(bounded(start_up, "hours_with_start_up"), texts.number, texts),
        share=figure(bounded(start_up, "share_with_start_up"), texts.share, texts),
    )


def _starred(one: Year) -> str:
    return str(one.year) if one.is_given else f"{one.year}*"


def _summary(result: YearsResult, role: str, title: str, texts: Texts) -> str:
    first, last = result.years[0], result.years[-1]
    before, after = first.total[role].required_hours, last.total[role].required_hours
    if before is None or after is None or before <= 0:
        return texts.text("years.no-summary", role=title)
    hours = {
        "before": figure(bounded(first.total[role], "required_hours"), texts.hours, texts).text,
        "after": figure(bounded(last.total[role], "required_hours"), texts.hours, texts).text,
    }
    years = {"first": str(first.year), "last": str(last.year)}
    if first.total[role].at_least or last.total[role].at_least:
        return texts.text("years.summary-in-part", role=title, **hours, **years)
    return texts.text(
        "years.summary",
        role=title,
        **hours,
        **years,
        change=texts.share(after / before - 1),
        people=texts.share((last.people.value or 0.0) / (first.people.value or math.nan) - 1),
    )


YEARS_HTML = text_output("html", YearsResult, render_years)
