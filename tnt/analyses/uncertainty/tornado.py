"""The numbers that move a role's hours, one at a time from low to high: lengths and places, all but the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tnt.analyses.uncertainty.context import Tornado, TornadoBar
from tnt.result.uncertainty import Driver
from tnt.show.page.bar_chart import label_lines
from tnt.show.page.parts import LegendEntry, Mark
from tnt.show.page.wording import Wording

MOST_TORNADO_BARS = 10
_LEFT_PERCENT, _RIGHT_PERCENT = 33.0, 67.0
"""Edges of the plot inside the drawing; the hours at the ends stand outside the bars."""
_LINE_HEIGHT = 17
_BAR_HEIGHT = 34


class DriverEnds(NamedTuple):
    """A number, and the hours with it at its low and at its high."""

    driver: Driver
    at_low: float
    at_high: float


def ends_of_required(drivers: Sequence[Driver]) -> list[DriverEnds]:
    """What numbers do to the required hours, in their order."""
    return [DriverEnds(one, one.at_low, one.at_high) for one in drivers]


def ends_of_available(drivers: Sequence[Driver]) -> list[DriverEnds]:
    """What they do to the available hours; those that do nothing to them are left out."""
    return [
        DriverEnds(one, one.available_at_low, one.available_at_high)
        for one in drivers
        if one.moves_available and one.available_at_low is not None and one.available_at_high is not None
    ]


def tornado(ends: Sequence[DriverEnds], middle_hours: float, wording: Wording) -> Tornado:
    """The longest bars. `ends` by swing, at least one; `middle_hours` with every number at its mean."""
    drawn = ends[:MOST_TORNADO_BARS]
    hours = [middle_hours, *(end for one in drawn for end in (one.at_low, one.at_high))]
    least, span = min(hours), (max(hours) - min(hours)) or 1.0

    def x(value: float) -> float:
        return round(_LEFT_PERCENT + (_RIGHT_PERCENT - _LEFT_PERCENT) * (value - least) / span, 3)

    bars: list[TornadoBar] = []
    top = 0
    for one in drawn:
        lines = label_lines(wording.in_language(one.driver.label) or one.driver.stream)
        low, high = (
            Mark(x(one.at_low), _end("low", one.at_low, wording)),
            Mark(x(one.at_high), _end("high", one.at_high, wording)),
        )
        left, right = (low, high) if one.at_low <= one.at_high else (high, low)
        middle = min(max(x(middle_hours), left.position_percent), right.position_percent)
        bars.append(TornadoBar(top, lines, *_span(low, middle), *_span(high, middle), left, right))
        top += len(lines) * _LINE_HEIGHT + _BAR_HEIGHT
    first = drawn[0]
    return Tornado(
        bars=tuple(bars),
        legend=tuple(
            LegendEntry(number, wording.text(f"report.sure.at-{end}")) for number, end in enumerate(("low", "high"))
        ),
        middle_percent=x(middle_hours),
        height=top,
        description=wording.text(
            "report.sure.tornado-description",
            count=len(drawn),
            first=wording.in_language(first.driver.label) or first.driver.stream,
            low=wording.hours_with_unit(first.at_low).text,
            high=wording.hours_with_unit(first.at_high).text,
        ),
    )


def _span(end: Mark, middle: float) -> tuple[float, float]:
    """Left edge and length of the part of a bar from the middle to one of its ends."""
    return min(end.position_percent, middle), round(abs(end.position_percent - middle), 3)


def _end(end: str, hours: float, wording: Wording) -> str:
    return wording.text(f"report.sure.{end}", hours=wording.hours(hours).text)
