"""The most benefit at so many hours: a stair with numbered points, and the same as a table."""

from __future__ import annotations

import textwrap
from itertools import pairwise

from tnt.analyses.fit.result import FitResult, FrontierPoint
from tnt.analyses.fit.shown.context import FitPart, FitTable, FrontierChart, FrontierDot, FrontierLine
from tnt.analyses.fit.shown.words import FitWords, label
from tnt.show.page.figures import round_step
from tnt.show.page.parts import Mark

_LEFT_PERCENT, _RIGHT_PERCENT = 14.0, 97.0
_HEADROOM = 1.12
"""The plot reaches so much further than its last point, so that its number has room."""
_APART_PERCENT = 8.0
"""Between two labels above one another that can both be read."""
_LABEL_CHARACTERS = 26
_TICKS, _LEVELS = 4, 6


def frontier_part(result: FitResult, words: FitWords) -> list[FitPart]:
    """None where nothing was computed."""
    role = result.frontier_role
    if not result.frontier or role is None:
        return []
    heading = words.text("fit.frontier-heading", of_role=words.noun("hours", role))
    return [
        FitPart(
            anchor="fit-frontier",
            heading=heading,
            frontier=_chart(result, role, heading, words),
            tables=(_table(result, role, words),),
            notes=(words.text("fit.note-frontier"),),
        )
    ]


def _table(result: FitResult, role: str, words: FitWords) -> FitTable:
    keys = ("point", "hours", "benefit-of-point")
    return FitTable(
        anchor="fit-frontier-table",
        caption=words.text("fit.table-frontier"),
        heads=tuple(words.text(f"fit.head-{key}", role=words.role(role)) for key in keys),
        words=1,
        rows=tuple(
            (
                label(_named(number, point, words)),
                words.number(point.hours),
                words.number(point.benefit),
            )
            for number, point in enumerate(result.frontier, start=1)
        ),
    )


def _named(number: int, point: FrontierPoint, words: FitWords) -> str:
    comes_in, out = words.named(point.comes_in), words.named(point.goes_out)
    key = "fit.point" if not out else "fit.point-out" if comes_in else "fit.point-only-out"
    return words.text(key, number=f"{number}", names=comes_in, out=out)


def _chart(result: FitResult, role: str, title: str, words: FitWords) -> FrontierChart | None:
    points = result.frontier
    most_hours, most = max(point.hours for point in points), max(point.benefit for point in points)
    if most_hours <= 0 or most <= 0:
        return None
    width, height = most_hours * _HEADROOM, most * _HEADROOM

    def x(hours: float) -> float:
        return round(_LEFT_PERCENT + (_RIGHT_PERCENT - _LEFT_PERCENT) * hours / width, 3)

    def y(benefit: float) -> float:
        return round(100 - 100 * benefit / height, 3)

    hours_step, step = round_step(width / _TICKS, least=0.0), round_step(height / _LEVELS, least=0.0)
    return FrontierChart(
        title=title,
        description=words.text(
            "fit.frontier-described",
            count=len(points),
            hours=words.hours_of(points[-1].hours, role),
            benefit=words.benefit(points[-1].benefit),
        ),
        axis=words.text("fit.head-hours", role=words.role(role)),
        caption=words.text("fit.frontier-caption"),
        dots=_dots(points, [x(point.hours) for point in points], [y(point.benefit) for point in points], role, words),
        lines=tuple(
            line
            for one, two in pairwise(points)
            for line in (
                FrontierLine(x(one.hours), x(two.hours), y(one.benefit), y(one.benefit)),
                FrontierLine(x(two.hours), x(two.hours), y(one.benefit), y(two.benefit)),
            )
        ),
        ticks=tuple(
            Mark(x(at * hours_step), words.texts.number(at * hours_step)) for at in range(int(width / hours_step) + 1)
        ),
        levels=tuple(Mark(y(at * step), words.texts.number(at * step)) for at in range(1, int(height / step) + 1)),
    )


def _dots(
    points: tuple[FrontierPoint, ...], across: list[float], down: list[float], role: str, words: FitWords
) -> tuple[FrontierDot, ...]:
    """With a label where there is room, the highest first."""
    dots: list[FrontierDot] = []
    last = -_APART_PERCENT
    for number, point in reversed(list(enumerate(points, start=1))):
        x, y = across[number - 1], down[number - 1]
        has_room = y - last >= _APART_PERCENT
        last = y if has_room else last
        about = words.text(
            "fit.frontier-point",
            hours=words.hours_of(point.hours, role),
            benefit=words.benefit(point.benefit),
            names=words.named(point.comes_in),
        )
        dots.append(FrontierDot(x, y, _label(number, point, words) if has_room else "", about))
    return tuple(reversed(dots))


def _label(number: int, point: FrontierPoint, words: FitWords) -> str:
    """The number of the point, and what comes in first there."""
    names = [words.title(name) for name in point.comes_in]
    first = textwrap.shorten(names[0], _LABEL_CHARACTERS, placeholder=" …") if names else ""
    return " ".join([f"{number}.", *([first] if first else []), *([f"+{len(names) - 1}"] if len(names) > 1 else [])])
