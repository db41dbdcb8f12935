"""A figure as a reader sees it, and round steps of an axis."""

from __future__ import annotations

import math
from collections.abc import Callable

from tnt.locale import Texts
from tnt.result.bounded import Bounded
from tnt.show.bounded import IN_WORDS, bounded_text
from tnt.show.page.parts import Figure

KEPT_TOGETHER = "\u00a0"
"""A number, its unit and its bound never stand on different lines."""


def figure(value: float | Bounded | None, write: Callable[[float | None], str], texts: Texts) -> Figure:
    """A value written by `write`; words where it is unknown."""
    one = value if isinstance(value, Bounded) else Bounded(value)
    if not one.is_known:
        return Figure(texts.text("report.unknown"), None)
    return Figure(bounded_text(one, write, texts, IN_WORDS).replace(" ", KEPT_TOGETHER), one.value)


def round_step(step: float, least: float = 1.0) -> float:
    """The smallest of … 1, 2, 5, 10, 20 … that is not below `step`, from the power of ten of `least` on; one of both
    is above 0."""
    size = 10.0 ** math.floor(math.log10(max(step, least)))
    return next(factor * size for factor in (1, 2, 5, 10) if factor * size >= step)
