"""Histograms as a page draws them: bins, axis and marks in per cent of the drawing."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tnt.arrays import Floats
from tnt.result.lists import STATES, RoleOnLists
from tnt.show.page.figures import round_step
from tnt.show.page.parts import Bin, Figure, Histogram, LegendEntry, Mark, Segment
from tnt.show.page.wording import Wording

VERDICTS = ("ok", "watch", "overload")


_MOST_BINS = 20


_LEFT_PERCENT, _RIGHT_PERCENT = 11.0, 98.0
"""Left and right edge of the plot inside the drawing; the numbers of lists stand to the left of it."""


_LABEL_PERCENT = 18.0
"""Room for the last label on a narrow screen."""


_HEADROOM = 1.08
"""The plot is so much higher than its highest bar, which then does not touch the frame."""


_FILLED = 0.9
"""Of an interval: the rest is the gap between the bars."""


@dataclass(frozen=True)
class HistogramData:
    """Intervals from 0 with the lists in each by series; the last interval may be open."""

    edges: Floats
    is_open: bool
    counts: npt.NDArray[np.int64]
    legend: tuple[LegendEntry, ...]
    marks: tuple[Mark, ...]
    description: str
    no_time_left: Figure | None = None


def judged(on_lists: RoleOnLists) -> npt.NDArray[np.bool_]:
    """Lists with a verdict and a ratio."""
    return np.asarray(
        np.isin(on_lists.state, [STATES.index(state) for state in VERDICTS]) & np.isfinite(on_lists.ratio)
    )


def drawing(drawn: HistogramData, write: Callable[[float], str], wording: Wording) -> Histogram:
    """The histogram of what is drawn; `write` says an edge as the reader sees it."""
    edges, is_open, counts = drawn.edges, drawn.is_open, drawn.counts
    highest = float(counts.sum(axis=0).max())
    return Histogram(
        bins=tuple(
            _bin(number, edges, is_open, counts[:, number], highest, write, wording) for number in range(len(edges) - 1)
        ),
        legend=drawn.legend,
        ticks=_ticks(edges, is_open, write, wording),
        levels=_levels(highest, wording),
        thresholds=drawn.marks,
        no_time_left=drawn.no_time_left,
        description=drawn.description,
    )


def edges_past(ratios: Floats, overload: float, widths: tuple[float, ...]) -> tuple[Floats, bool]:
    """Intervals of one round width past the limit and most lists; the few far beyond go into an open last one."""
    most, nearly_all = np.quantile(ratios, [0.75, 0.995])
    # The limit always shows, and so do nearly all lists, unless a long tail would squeeze the others together.
    reach = max(overload, min(float(nearly_all), max(2 * overload, 1.5 * float(most))))
    width = next((width for width in widths if reach / width <= _MOST_BINS), float(math.ceil(reach / _MOST_BINS)))
    last = math.floor(reach / width + 1e-9) + 1  # a quotient that is whole but for rounding is whole
    is_open = bool(ratios.max() >= last * width)
    return np.arange(last + 1 + is_open, dtype=np.float64) * width, is_open


def x_percent(ratio: float, edges: Floats) -> float:
    """Where a value stands, % of the drawing from the left."""
    return round(_LEFT_PERCENT + (_RIGHT_PERCENT - _LEFT_PERCENT) * ratio / float(edges[-1]), 3)


def _bin(
    number: int,
    edges: Floats,
    is_open: bool,
    counts: npt.NDArray[np.int64],
    highest: float,
    write: Callable[[float], str],
    wording: Wording,
) -> Bin:
    low, high = float(edges[number]), float(edges[number + 1])
    last = is_open and number == len(edges) - 2
    key = "report.histogram.open" if last else "report.histogram.interval"
    start = x_percent(low, edges)
    return Bin(
        label=wording.text(key, low=write(low), high=write(high)),
        start_percent=start,
        width_percent=round((x_percent(high, edges) - start) * _FILLED, 3),
        count=wording.count(float(counts.sum())),
        segments=_stacked(counts, highest),
    )


def _stacked(counts: npt.NDArray[np.int64], highest: float) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    top = 100.0
    for series, count in enumerate(counts):
        length = 100 * float(count) / (highest * _HEADROOM)
        top -= length
        if count:
            segments.append(Segment(series, round(top, 3), round(length, 3)))
    return tuple(segments)


def _ticks(edges: Floats, is_open: bool, write: Callable[[float], str], wording: Wording) -> tuple[Mark, ...]:
    """At most five round edges, and the open interval by its lower limit."""
    closed = edges[:-2] if is_open else edges
    every = next(every for every in (1, 2, 5, 10, 20) if len(closed) <= 5 * every)
    ticks = [Mark(x_percent(float(edge), edges), write(float(edge))) for edge in closed[::every]]
    if is_open:
        last = Mark(
            x_percent(float(edges[-2:].mean()), edges), wording.text("report.at-least", figure=write(float(edges[-2])))
        )
        ticks = [tick for tick in ticks if last.position_percent - tick.position_percent >= _LABEL_PERCENT] + [last]
    return tuple(ticks)


def _levels(highest: float, wording: Wording) -> tuple[Mark, ...]:
    step = round_step(highest / 3)
    levels = np.arange(step, highest * _HEADROOM, step)
    return tuple(
        Mark(round(100 - 100 * float(level) / (highest * _HEADROOM), 3), wording.count(float(level)).text)
        for level in levels
    )
