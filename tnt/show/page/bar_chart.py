"""Recommendations ranked by hours: lengths and places of the bars, all but the drawing."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Callable, Mapping, Sequence

from tnt.result.model import Result
from tnt.result.recommendation import RecommendationResult
from tnt.show.page.parts import Bar, BarChart, LegendEntry, Segment
from tnt.show.page.wording import Wording, by_summed_hours, summed_tnt_hours
from tnt.show.roles import by_weight

MOST_BARS = 20
MOST_SERIES = 5
_LABEL_CHARACTERS = 46
_LABEL_LINES = 2  # SVG wraps no text, so lines are made here
_LINE_HEIGHT = 17
_BAR_HEIGHT = 30
_LONGEST_PERCENT = 70.0
"""Of the drawing; the figure stands to the right of the bar."""


def bar_chart(result: Result, wording: Wording) -> BarChart | None:
    """The longest bars and one for the rest; recommendations against something are never ranked with the others."""
    asked_for = [one for one in by_summed_hours(result.recommendations) if not one.is_against]
    drawn = [one for one in asked_for if (summed_tnt_hours(one) or 0.0) > 0]
    if not drawn:
        return None
    series = _series(drawn, result)
    rows = [(wording.in_language(one.title), _hours_by_series(one, series)) for one in drawn[:MOST_BARS]]
    rest = drawn[MOST_BARS:]
    if rest:
        rows.append(
            (
                wording.text("report.chart.rest", count=len(rest)),
                _summed([_hours_by_series(one, series) for one in rest]),
            )
        )
    bars = _bars(rows, wording)
    unknown = sum(summed_tnt_hours(one) is None for one in asked_for)
    return BarChart(
        bars=bars,
        legend=legend(series, wording.role),
        height=bars[-1].top + len(bars[-1].label) * _LINE_HEIGHT + _BAR_HEIGHT,
        description=wording.text(
            "report.chart.description", count=len(rows), first=rows[0][0], hours=bars[0].total.text
        ),
        left_out=wording.text("report.chart.left-out", count=unknown) if unknown else None,
    )


def _series(drawn: Sequence[RecommendationResult], result: Result) -> Mapping[str, int]:
    """Number of each role's colour; roles beyond the last colour share it."""
    present = {role for one in drawn for role, hours in one.roles.items() if hours.tnt_hours}
    return {role: min(number, MOST_SERIES - 1) for number, role in enumerate(by_weight(present, result.total))}


def legend(series: Mapping[str, int], title: Callable[[str], str]) -> tuple[LegendEntry, ...]:
    """What each colour stands for: the titles of the roles that have it."""
    names: dict[int, list[str]] = {}
    for role, number in series.items():
        names.setdefault(number, []).append(title(role))
    return tuple(LegendEntry(number, ", ".join(together)) for number, together in names.items())


def _hours_by_series(one: RecommendationResult, series: Mapping[str, int]) -> dict[int, float]:
    hours: dict[int, float] = {}
    for role, number in series.items():
        known = one.roles[role].tnt_hours if role in one.roles else None
        if known:
            hours[number] = hours.get(number, 0.0) + known
    return hours


def _summed(rows: Sequence[Mapping[int, float]]) -> dict[int, float]:
    return {
        number: math.fsum(row.get(number, 0.0) for row in rows)
        for number in sorted({number for row in rows for number in row})
    }


def _bars(rows: Sequence[tuple[str, Mapping[int, float]]], wording: Wording) -> tuple[Bar, ...]:
    longest = max(math.fsum(hours.values()) for _, hours in rows)
    bars: list[Bar] = []
    top = 0
    for title, hours in rows:
        label = label_lines(title)
        segments = _segments(hours, _LONGEST_PERCENT / longest)
        end = segments[-1].start_percent + segments[-1].length_percent
        bars.append(Bar(top, label, wording.hours_with_unit(math.fsum(hours.values())), round(end, 3), segments))
        top += len(label) * _LINE_HEIGHT + _BAR_HEIGHT
    return tuple(bars)


def _segments(hours: Mapping[int, float], percent_per_hour: float) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    start = 0.0
    for number, some in hours.items():
        segments.append(Segment(number, round(start, 3), round(some * percent_per_hour, 3)))
        start += some * percent_per_hour
    return tuple(segments)


def label_lines(title: str) -> tuple[str, ...]:
    """The title in at most two lines: a drawing does not break lines by itself."""
    return tuple(textwrap.wrap(title, _LABEL_CHARACTERS, max_lines=_LABEL_LINES, placeholder=" …")) or (title,)
