"""Draws that are asked for in Python, within the same limits as those of the command line."""

from __future__ import annotations

from tnt import limits
from tnt.api.door import WrongUseError, as_number, as_one_of, as_text, as_whole, within
from tnt.cli.request import METHODS, Drawing


def as_drawing(draws: object, seed: object, method: object, assume_range: object, overload_weight: object) -> Drawing:
    """How to draw; None is what was not said."""
    weight = None if overload_weight is None else as_number("overload_weight", overload_weight)
    most = limits.OVERLOAD_WEIGHT
    drawing = Drawing(
        within("draws", as_whole("draws", draws), limits.FEWEST_DRAWS, limits.MOST_DRAWS),
        within("seed", as_whole("seed", seed), 0, 2**32 - 1),
        None if method is None else as_one_of("method", method, METHODS),
        as_text("assume_range", assume_range),
        None if weight is None else within("overload_weight", weight, 1 / most, most),
    )
    if not drawing.can_be_made:
        raise WrongUseError(f"draws of a Sobol sequence must be a power of two; you gave {drawing.draws}")
    return drawing
