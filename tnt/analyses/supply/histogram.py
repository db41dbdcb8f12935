"""How many people a post has, list by list, against the largest manageable list."""

from __future__ import annotations

import numpy as np

from tnt.result.lists import STATES
from tnt.result.model import Result
from tnt.show.page.histogram import VERDICTS, HistogramData, drawing, edges_past, x_percent
from tnt.show.page.parts import Histogram, LegendEntry, Mark
from tnt.show.page.wording import Wording

_WIDTHS = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 250.0, 500.0, 1000.0, 2000.0, 5000.0, 10_000.0)
_FITS, _LONGER = 0, 2
"""Series of the drawing: the colours and patterns of lists that are ok and overloaded."""
_FAR = 3.0
"""A largest list so many times the people of nearly all posts is not drawn: it would push all bars to one side."""


def supply_histogram(result: Result, role: str, wording: Wording) -> Histogram | None:
    """Lists with a verdict, and all their people counted, by people per post; None where fewer than two have one."""
    on_lists = result.lists.roles.get(role)
    supply = next((one.roles[role] for one in result.supply[:1] if role in one.roles), None)
    if on_lists is None or supply is None:
        return None
    judged = np.isin(on_lists.state, [STATES.index(state) for state in VERDICTS]) & (on_lists.posts > 0)
    judged &= ~result.lists.people_at_least
    if judged.sum() < 2:
        return None
    length = result.lists.people[judged] / on_lists.posts[judged]
    longer = ~(on_lists.ratio[judged] <= 1)
    largest = supply.largest_manageable_list
    is_near = largest is not None and largest <= _FAR * float(np.quantile(length, 0.995))
    edges, is_open = edges_past(length, largest if is_near and largest is not None else 0.0, _WIDTHS)
    place = np.minimum((length / (edges[1] - edges[0]) + 1e-9).astype(int), len(edges) - 2)
    counts = np.zeros((_LONGER + 1, len(edges) - 1), dtype=np.int64)
    for series, chosen in ((_FITS, ~longer), (_LONGER, longer)):
        counts[series] = np.bincount(place[chosen], minlength=len(edges) - 1)
    names = ((_FITS, "report.supply.fits"), (_LONGER, "report.supply.longer"))
    marks: tuple[Mark, ...] = ()
    if is_near and largest is not None:
        label = wording.text("report.supply.mark", people=wording.people(largest).text)
        marks = (Mark(x_percent(largest, edges), label),)
    return drawing(
        HistogramData(
            edges,
            is_open,
            counts,
            legend=tuple(LegendEntry(series, wording.text(key)) for series, key in names if counts[series].any()),
            marks=marks,
            description=wording.text(
                "report.supply.description",
                lists=int(judged.sum()),
                median=wording.people(float(np.median(length))).text,
                longer=int(longer.sum()),
            ),
        ),
        lambda people: wording.people(people).text,
        wording,
    )
