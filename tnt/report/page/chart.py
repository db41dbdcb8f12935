"""Recommendations ranked by hours."""

from __future__ import annotations

from tnt.report.context.report import RankedChart
from tnt.result.model import Result
from tnt.show.page.bar_chart import bar_chart
from tnt.show.page.wording import Wording


def chart(result: Result, wording: Wording) -> RankedChart:
    """The chart, where there is anything to draw."""
    return RankedChart(bar_chart(result, wording))
