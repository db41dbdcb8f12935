"""What comes in beside what there is of hours: bars of one role."""

from __future__ import annotations

from tnt.analyses.fit.room.result import Administrative, Against, Delegation, EqualHours, RoomForNew, RoomOfRole, Way
from tnt.analyses.fit.shown.room.sentences import to_role
from tnt.analyses.fit.shown.words import FitWords, within
from tnt.language.base import in_language
from tnt.show.page.bar_chart import label_lines
from tnt.show.page.figures import KEPT_TOGETHER
from tnt.show.page.parts import Bar, BarChart, Figure, LegendEntry, Segment

_LONGEST_PERCENT = 70.0
"""Of the drawing; the figure stands to the right of the bar."""
_LINE_HEIGHT, _BAR_HEIGHT = 17, 30
_NEW, _THERE = 1, 0
"""Colours of what comes in, and of what there is."""


def room_chart(one: RoomOfRole, room: RoomForNew, words: FitWords) -> BarChart | None:
    """What comes in first; None where nothing can be drawn beside it."""
    there = [each for way in one.ways for each in _hours(way, words) if each[1] > 0]
    if one.hours_added <= 0 or not there:
        return None
    rows = [(words.named(room.new), one.hours_added, _NEW), *((name, hours, _THERE) for name, hours in there)]
    longest = max(hours for _, hours, _ in rows)
    bars: list[Bar] = []
    top = 0
    for name, hours, series in rows:
        length = round(_LONGEST_PERCENT * hours / longest, 3)
        lines = label_lines(name)
        total = Figure(words.texts.hours(hours).replace(" ", KEPT_TOGETHER), hours)
        bars.append(Bar(top, lines, total, length, (Segment(series, 0.0, length),)))
        top += len(lines) * _LINE_HEIGHT + _BAR_HEIGHT
    said = [f"{name}: {words.texts.hours(hours)}" for name, hours, _ in rows]
    legend = (LegendEntry(_NEW, words.text("fit.legend-new")), LegendEntry(_THERE, words.text("fit.legend-there")))
    return BarChart(tuple(bars), legend, top, "; ".join(said), left_out=None)


def _hours(way: Way, words: FitWords) -> list[tuple[str, float]]:
    """What may give way, by name, and all its hours of the role."""
    match way:
        case Delegation(basis="may-move"):
            return [(words.text("fit.row-delegation", role=to_role(way, words)), way.hours_moved)]
        case EqualHours():
            return [(words.title(each.id), each.hours) for each in way.nearest]
        case Administrative():
            title = within(in_language(way.title, words.texts.lang, way.reserve))
            return [(words.text("fit.bar-reserved", title=title), way.hours)]
        case Against():
            return [(words.text("fit.bar-against"), way.hours)]
    return []
