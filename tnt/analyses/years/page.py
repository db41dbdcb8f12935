"""Hours year by year -> one self-contained web page."""

from __future__ import annotations

import math

from tnt.analyses.years.context import RoleYears, YearChart, YearColumn, YearRow, YearsPage
from tnt.analyses.years.years import YearsResult
from tnt.language.base import in_language
from tnt.locale import Texts
from tnt.result.bounded import bounded
from tnt.show.notices import notice_text, role_title
from tnt.show.output import text_output
from tnt.show.page.figures import figure, round_step
from tnt.show.page.parts import Fact, Figure, Mark
from tnt.show.page.templates import environment

_LEFT_PERCENT, _RIGHT_PERCENT = 14.0, 99.0
_HEADROOM = 1.08
"""The plot is so much higher than its highest column, which then does not touch the frame."""
_FILLED = 0.8
"""Of a year: the rest is the gap between the columns."""
_MOST_TICKS = 6


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
        roles=tuple(_role(result, role, titles[role], texts) for role in result.roles),
        notices=tuple(dict.fromkeys([*note, *(notice_text(one, texts, titles) for one in result.notices)])),
        inputs=tuple(f"{one.path} {one.sha256}" for one in result.inputs),
    )


def _role(result: YearsResult, role: str, title: str, texts: Texts) -> RoleYears:
    totals = [one.total[role] for one in result.years]
    rows = tuple(
        YearRow(
            year=str(one.year) if one.is_given else f"{one.year}*",
            people=figure(one.people, texts.people, texts),
            required=figure(bounded(total, "required_hours"), texts.number, texts),
            available=figure(bounded(total, "available_hours"), texts.number, texts),
            share=figure(bounded(total, "share_of_capacity"), texts.share, texts),
            positions=figure(bounded(total, "positions"), texts.number, texts),
        )
        for one, total in zip(result.years, totals, strict=True)
    )
    return RoleYears(
        anchor=f"role-{role}",
        title=title,
        summary=_summary(result, role, title, texts),
        chart=_chart(result, role, title, texts),
        has_time=any(total.available_hours is not None for total in totals),
        rows=rows,
    )


def _summary(result: YearsResult, role: str, title: str, texts: Texts) -> str:
    first, last = result.years[0], result.years[-1]
    before, after = first.total[role].required_hours, last.total[role].required_hours
    if before is None or after is None or before <= 0:
        return texts.text("years.no-summary", role=title)
    return texts.text(
        "years.summary",
        role=title,
        first=str(first.year),
        last=str(last.year),
        before=figure(bounded(first.total[role], "required_hours"), texts.hours, texts).text,
        after=figure(bounded(last.total[role], "required_hours"), texts.hours, texts).text,
        change=texts.share(after / before - 1),
        people=texts.share(last.people / first.people - 1),
    )


def _chart(result: YearsResult, role: str, title: str, texts: Texts) -> YearChart | None:
    totals = [one.total[role] for one in result.years]
    hours = [total.required_hours for total in totals]
    limits = [total.available_hours for total in totals]
    highest = max([value for value in [*hours, *limits] if value is not None], default=0.0) * _HEADROOM
    if highest <= 0 or any(value is None or value < 0 for value in hours):
        return None
    width = (_RIGHT_PERCENT - _LEFT_PERCENT) / len(totals)
    columns = []
    for index, (required, limit) in enumerate(zip(hours, limits, strict=True)):
        height = 100 * (required or 0.0) / highest
        start = _LEFT_PERCENT + width * (index + (1 - _FILLED) / 2)
        at = None if limit is None else round(100 - 100 * limit / highest, 3)
        columns.append(
            YearColumn(round(start, 3), round(width * _FILLED, 3), round(100 - height, 3), round(height, 3), at)
        )
    step = round_step(highest / 4)
    every = math.ceil(len(columns) / _MOST_TICKS)
    return YearChart(
        columns=tuple(columns),
        ticks=tuple(
            Mark(round(_LEFT_PERCENT + width * (index + 0.5), 3), str(one.year))
            for index, one in enumerate(result.years)
            if index % every == 0
        ),
        levels=tuple(
            Mark(round(100 - 100 * level * step / highest, 3), texts.number(level * step, 0))
            for level in range(1, int(highest / step) + 1)
        ),
        description=_summary(result, role, title, texts),
        has_limit=any(limit is not None for limit in limits),
    )


YEARS_HTML = text_output("html", YearsResult, render_years)
