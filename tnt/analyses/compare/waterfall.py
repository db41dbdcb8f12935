"""A comparison as a drawing that stands alone: one waterfall per role, in SVG."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

from tnt.analyses.compare.comparison import Comparison
from tnt.analyses.compare.context import Waterfall, WaterfallPage, WaterfallRow, WaterfallTick
from tnt.analyses.compare.words import WaterfallStep, notes, role_name, shown_roles, side_in_words, steps
from tnt.locale import Texts
from tnt.show.output import text_output
from tnt.show.page.figures import round_step
from tnt.show.page.templates import environment
from tnt.visible import on_one_line

WIDTH = 900
_LEFT, _RIGHT = 350, 770
"""Bars lie between; labels to the left of them, hours to the right."""
_LINE = 17
_LABEL_CHARACTERS, _SIDE_CHARACTERS = 46, 125
_TICKS = 4


def comparison_svg(comparison: Comparison, lang: str) -> str:
    """The drawing as SVG text. The same comparison and language give the same text."""
    texts = Texts(lang)
    return environment().get_template("compare/waterfall.svg").render(page=waterfall_page(comparison, texts))


def waterfall_page(comparison: Comparison, texts: Texts) -> WaterfallPage:
    """Everything the template draws."""
    sides = [side_in_words("before", comparison.before, texts), side_in_words("after", comparison.after, texts)]
    lines = [line for side in sides for line in _wrapped(side, _SIDE_CHARACTERS)]
    opening = _wrapped(texts.text("notice.opening"), _SIDE_CHARACTERS)
    names = {"before": on_one_line(comparison.names[0]), "after": on_one_line(comparison.names[1])}
    y = 64.0 + _LINE * (len(lines) + len(opening))
    roles = []
    for role, each in shown_roles(comparison).items():
        if each.is_changed:
            roles.append(_waterfall(role_name(comparison, role, texts), steps(each, texts), y, texts))
            y = roles[-1].bottom + 64
    sentences = notes(comparison, texts) if roles else [texts.text("compare.nothing")]
    below = tuple(line for note in sentences for line in _wrapped(note, _SIDE_CHARACTERS))
    return WaterfallPage(
        lang=texts.lang,
        width=WIDTH,
        height=y + _LINE * len(below) + 12,
        notes_y=y,
        title=texts.text("compare.title", **names),
        description=_description(comparison, texts),
        sides=tuple(lines),
        roles=tuple(roles),
        notes=below,
        opening=opening,
    )


def _description(comparison: Comparison, texts: Texts) -> str:
    sentences = [
        texts.text(
            "compare.described",
            role=role_name(comparison, role, texts),
            before=texts.hours(each.before_hours),
            after=texts.hours(each.after_hours),
            count=len(each.bars),
        )
        for role, each in shown_roles(comparison).items()
        if each.is_changed
    ]
    return on_one_line(" ".join(sentences) or texts.text("compare.nothing"))


def _waterfall(role: str, waterfall_steps: Sequence[WaterfallStep], y: float, texts: Texts) -> Waterfall:
    low, high = _axis(waterfall_steps)
    scale = (_RIGHT - _LEFT) / (high - low)
    rows: list[WaterfallRow] = []
    bottom = y + 14
    for step in waterfall_steps:
        rows.append(_row(step, bottom, low, scale, texts))
        bottom += _LINE * len(rows[-1].label) + 9
    return Waterfall(
        heading=on_one_line(texts.text("compare.role", role=role)),
        y=y,
        top=y + 14,
        bottom=bottom,
        rows=tuple(rows),
        ticks=tuple(WaterfallTick(_LEFT + (at - low) * scale, texts.number(at)) for at in _ticks(low, high)),
        is_cut=low > 0,
        axis_note=texts.text("compare.axis", hours=texts.hours(low)) if low > 0 else "",
    )


def _axis(waterfall_steps: Sequence[WaterfallStep]) -> tuple[float, float]:
    """First and last hours of the axis: from 0, unless the changes could then not be seen."""
    low, high = min(step.to_hours for step in waterfall_steps), max(step.to_hours for step in waterfall_steps)
    low = min(low, 0.0) if low < 4 * (high - low) else low - (high - low) / 4
    return low, high if high > low else low + max(1.0, abs(low) / 2**40)  # 1 hour is lost beside very many


def _ticks(low: float, high: float) -> list[float]:
    """Round numbers of hours, a handful of them."""
    step = round_step((high - low) / _TICKS, least=0.0)
    return [step * at for at in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _row(step: WaterfallStep, y: float, low: float, scale: float, texts: Texts) -> WaterfallRow:
    is_total = step.kind in ("before", "after")
    begin, end = (_LEFT + (max(hours, low) - low) * scale for hours in (step.from_hours, step.to_hours))
    label = on_one_line(step.label)
    return WaterfallRow(
        kind="total" if is_total else _direction(step.change_hours),
        y=y,
        label=_wrapped(label, _LABEL_CHARACTERS, most=2),
        full_label=label,
        value=step.written(texts),
        x=min(begin, end),
        width=max(abs(end - begin), 1.5) if step.change_hours else 0.0,
        end_x=end,
    )


def _direction(hours: float) -> str:
    return "more" if hours > 0 else "less" if hours < 0 else "none"


def _wrapped(text: str, characters: int, most: int | None = None) -> tuple[str, ...]:
    """Lines of a text: a drawing does not break lines by itself."""
    safe = on_one_line(text.replace("\N{NO-BREAK SPACE}", " "))
    return tuple(textwrap.wrap(safe, characters, max_lines=most, placeholder=" …")) or ("",)


COMPARISON_SVG = text_output("svg", Comparison, comparison_svg)
