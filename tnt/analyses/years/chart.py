"""The drawing of hours year by year."""

from __future__ import annotations

import math

from tnt.analyses.years.context import YearChart, YearColumn
from tnt.analyses.years.years import YearsResult
from tnt.locale import Texts
from tnt.show.page.figures import round_step
from tnt.show.page.parts import Mark

_LEFT_PERCENT, _RIGHT_PERCENT = 14.0, 99.0
_HEADROOM = 1.08
"""The plot is so much higher than its highest column, which then does not touch the frame."""
_FILLED = 0.8
"""Of a year: the rest is the gap between the columns."""
_MOST_TICKS = 6


def year_chart(result: YearsResult, role: str, description: str, texts: Texts) -> YearChart | None:
    """Columns from zero, with what getting started adds on top; None where hours are unknown or below zero."""
    totals = [one.total[role] for one in result.years]
    hours = [total.required_hours for total in totals]
    limits = [total.available_hours for total in totals]
    with_start_up = [one.start_up[role].hours_with_start_up for one in result.years]
    highest = max([value for value in [*with_start_up, *limits] if value is not None], default=0.0) * _HEADROOM
    if highest <= 0 or any(value is None or value < 0 for value in hours):
        return None
    width = (_RIGHT_PERCENT - _LEFT_PERCENT) / len(totals)
    columns = []
    for index, (required, whole, limit) in enumerate(zip(hours, with_start_up, limits, strict=True)):
        height, height_of_whole = 100 * (required or 0.0) / highest, 100 * (whole or 0.0) / highest
        start = _LEFT_PERCENT + width * (index + (1 - _FILLED) / 2)
        columns.append(
            YearColumn(
                start_percent=round(start, 3),
                width_percent=round(width * _FILLED, 3),
                top_percent=round(100 - height, 3),
                height_percent=round(height, 3),
                start_up_top_percent=round(100 - height_of_whole, 3),
                start_up_height_percent=round(height_of_whole - height, 3),
                limit_percent=None if limit is None else round(100 - 100 * limit / highest, 3),
            )
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
        description=description,
        has_limit=any(limit is not None for limit in limits),
        has_start_up=bool(result.years_of_start_up(role)),
    )
