"""How the load is spread over the lists: intervals and lengths, all but the drawing."""

from __future__ import annotations

import numpy as np

from tnt.arrays import Floats
from tnt.result.capacity import CapacityUsed
from tnt.result.lists import STATES, RoleOnLists, state_name
from tnt.show.page.histogram import VERDICTS, HistogramData, drawing, edges_past, judged, x_percent
from tnt.show.page.parts import Figure, Histogram, LegendEntry, Mark
from tnt.show.page.wording import Wording

_WIDTHS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)


def histogram(on_lists: RoleOnLists, capacity: CapacityUsed, wording: Wording) -> Histogram | None:
    """The spread of required ÷ available hours over the lists with a verdict; None where fewer than two have one."""
    drawn = judged(on_lists)
    if drawn.sum() < 2:
        return None
    ratios, states = on_lists.ratio[drawn], on_lists.state[drawn]
    edges, is_open = edges_past(ratios, capacity.overload, _WIDTHS)
    place = np.minimum((ratios / (edges[1] - edges[0]) + 1e-9).astype(int), len(edges) - 2)
    counts = np.array(
        [np.bincount(place[states == STATES.index(state)], minlength=len(edges) - 1) for state in VERDICTS]
    )
    return drawing(
        HistogramData(
            edges,
            is_open,
            counts,
            legend=tuple(
                LegendEntry(series, wording.name("state", state_name(state, bool(on_lists.at_least[drawn].any()))))
                for series, state in enumerate(VERDICTS)
                if counts[series].any()
            ),
            marks=_thresholds(capacity, edges, wording),
            description=wording.text(
                "report.histogram.description",
                lists=int(drawn.sum()),
                median=wording.share(float(np.median(ratios))).text,
            ),
            no_time_left=_no_time_left(on_lists, wording),
        ),
        wording.limit,
        wording,
    )


def _no_time_left(on_lists: RoleOnLists, wording: Wording) -> Figure | None:
    """Overloaded lists without a ratio: what is set aside for other work takes all their time."""
    count = int(np.count_nonzero((on_lists.state == STATES.index("overload")) & ~np.isfinite(on_lists.ratio)))
    return wording.count(count) if count else None


def _thresholds(capacity: CapacityUsed, edges: Floats, wording: Wording) -> tuple[Mark, ...]:
    named = [("watch", capacity.watch), ("overload", capacity.overload)]
    return tuple(
        Mark(x_percent(at, edges), wording.text(f"report.histogram.{name}", share=wording.limit(at)))
        for name, at in named
        if at is not None and at <= edges[-1]
    )
