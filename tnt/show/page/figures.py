"""A figure as a reader sees it, and round steps of an axis."""

from __future__ import annotations

import math
from collections.abc import Callable

from tnt.locale import Texts
from tnt.show.page.parts import Figure

KEPT_TOGETHER = "\u00a0"
"""A number, its unit and its ≥ never stand on different lines."""


def figure(value: float | None, write: Callable[[float], str], texts: Texts, at_least: bool = False) -> Figure:
    """A value written by `write`; words where it is unknown."""
    if value is None or not math.isfinite(value):
        return Figure(texts.text("report.unknown"), None)
    written = write(value)
    whole = texts.text("report.at-least", figure=written) if at_least else written
    return Figure(whole.replace(" ", KEPT_TOGETHER), value)


def round_step(step: float, least: float = 1.0) -> float:
    """The smallest of … 1, 2, 5, 10, 20 … that is not below `step`, from the power of ten of `least` on; one of both
    is above 0."""
    size = 10.0 ** math.floor(math.log10(max(step, least)))
    return next(factor * size for factor in (1, 2, 5, 10) if factor * size >= step)
