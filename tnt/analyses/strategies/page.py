"""Strategies over the years -> one self-contained web page."""

from __future__ import annotations

import math

from tnt.analyses.strategies.context import DifferenceRow, HoursByYear, StrategiesPage, StrategyRow
from tnt.analyses.strategies.strategies import StrategiesResult
from tnt.language.base import in_language
from tnt.language.values.roles import PATIENT
from tnt.locale import Texts
from tnt.result.bounded import at_least
from tnt.show.notices import notice_text, role_title
from tnt.show.output import text_output
from tnt.show.page.bar_chart import label_lines, legend
from tnt.show.page.figures import figure
from tnt.show.page.parts import Bar, BarChart, Fact, Figure, Segment
from tnt.show.page.templates import environment
from tnt.show.roles import with_patient_last

_LONGEST_PERCENT = 70.0
_LINE_HEIGHT, _BAR_HEIGHT = 17, 30
_COLOURS = 5


def render_strategies(result: StrategiesResult, lang: str) -> str:
    """The page as HTML, in `nb` or `en`. The same result and language give the same text."""
    texts = Texts(lang)
    page = strategies_page(result, texts)
    return environment().get_template("strategies/strategies.html").render(page=page, t=texts.text)


def strategies_page(result: StrategiesResult, texts: Texts) -> StrategiesPage:
    """Everything on the page, in the language of `texts`."""
    lang = texts.lang
    every = with_patient_last(result.roles_shown, result.roles)
    called = {role: role_title(role, result.roles[role].title or role, texts) for role in every}
    roles = {role: called[role] for role in result.roles_shown}
    patient = {role: title for role, title in called.items() if role not in roles}
    titles = {one.id: in_language(one.title, lang, one.id) for one in result.strategies}
    note = [in_language(result.note, lang)] if result.note else []
    last = texts.text("strategies.people-last")
    return StrategiesPage(
        lang=lang,
        title=in_language(result.title, lang, result.id),
        subtitle=texts.text("strategies.people", count=result.people, years=result.horizon_years),
        facts=(
            Fact(texts.text("report.fact.as-of"), Figure(texts.date(result.as_of), None), None),
            Fact(last, figure(result.alive_at_end, texts.people, texts), None),
        ),
        opening=texts.text("notice.opening"),
        pack_notice=in_language(result.pack_notice, lang) or None,
        chart=_chart(result, titles, roles, texts),
        rows=_rows(result, titles, roles, texts),
        differences=_differences(result, titles, roles, texts),
        own_time=called.get(PATIENT),
        own_rows=_rows(result, titles, patient, texts),
        own_differences=_differences(result, titles, patient, texts),
        by_year=tuple(_by_year(result, role, title, titles, texts) for role, title in called.items()),
        notices=(*note, *(notice_text(one, texts, called) for one in result.notices)),
        inputs=tuple(f"{one.path} {one.sha256}" for one in result.inputs),
    )


def _rows(
    result: StrategiesResult, titles: dict[str, str], roles: dict[str, str], texts: Texts
) -> tuple[StrategyRow, ...]:
    rows = []
    for one in result.strategies:
        for role, title in roles.items():
            if (over := one.roles.get(role)) is None:
                continue
            written = [
                figure(at_least(value, over.at_least), texts.number, texts)
                for value in (over.total_hours, over.hours_per_year, over.minutes_per_month)
            ]
            rows.append(StrategyRow(titles[one.id], title, *written))
    return tuple(rows)


def _differences(
    result: StrategiesResult, titles: dict[str, str], roles: dict[str, str], texts: Texts
) -> tuple[DifferenceRow, ...]:
    return tuple(
        DifferenceRow(
            texts.text("strategies.less", first=titles[one.first], second=titles[one.second]),
            title,
            figure(one.hours[role], texts.number, texts)
            if one.is_bounded[role]
            else Figure(texts.text("strategies.unbounded"), None),
        )
        for one in result.differences()
        for role, title in roles.items()
    )


def _by_year(result: StrategiesResult, role: str, title: str, titles: dict[str, str], texts: Texts) -> HoursByYear:
    asked = [one for one in result.strategies if role in one.roles]
    hours = [one.roles[role].hours for one in asked]
    return HoursByYear(
        anchor=f"by-year-{role}",
        caption=texts.text("strategies.by-year", role=title),
        heads=tuple(titles[one.id] for one in asked),
        rows=tuple(
            (
                str(year + 1),
                tuple(
                    figure(
                        at_least(None if each is None else each[year], one.roles[role].at_least), texts.number, texts
                    )
                    for one, each in zip(asked, hours, strict=True)
                ),
            )
            for year in range(result.horizon_years)
        ),
    )


def _chart(result: StrategiesResult, titles: dict[str, str], roles: dict[str, str], texts: Texts) -> BarChart | None:
    """A bar a strategy, a part a role. Nothing is drawn where time is given back."""
    series = {role: min(number, _COLOURS - 1) for number, role in enumerate(roles)}
    hours = {
        one.id: {role: over.total_hours for role, over in result.roles_of(one).items() if over.total_hours is not None}
        for one in result.strategies
    }
    longest = max((math.fsum(parts.values()) for parts in hours.values()), default=0.0)
    if longest <= 0 or any(value < 0 for parts in hours.values() for value in parts.values()):
        return None
    bars, top = [], 0
    for one in result.strategies:
        label = label_lines(titles[one.id])
        start, segments = 0.0, []
        for role, value in hours[one.id].items():
            length = value * _LONGEST_PERCENT / longest
            segments.append(Segment(series[role], round(start, 3), round(length, 3)))
            start += length
        is_lower_bound = any(over.at_least for over in result.roles_of(one).values())
        total = figure(at_least(math.fsum(hours[one.id].values()), is_lower_bound), texts.hours, texts)
        bars.append(Bar(top, label, total, round(start, 3), tuple(segments)))
        top += len(label) * _LINE_HEIGHT + _BAR_HEIGHT
    return BarChart(
        bars=tuple(bars),
        legend=legend(series, roles.__getitem__),
        height=top,
        description="; ".join(
            f"{titles[one.id]}: {bar.total.text}" for one, bar in zip(result.strategies, bars, strict=True)
        ),
        left_out=None,
    )


STRATEGIES_HTML = text_output("html", StrategiesResult, render_strategies)
