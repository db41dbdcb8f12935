"""Draws that are asked for in Python, within the same limits as those of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tnt import limits
from tnt.api.door import WrongUseError, as_number, as_one_of, as_text, as_whole, within
from tnt.cli.request import METHODS, Drawing
from tnt.compile.inputs import Inputs
from tnt.result.uncertainty import Uncertainty

if TYPE_CHECKING:
    from tnt.engine.draws.streams import Method


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
    if drawing.method == "sobol" and drawing.draws & (drawing.draws - 1):
        raise WrongUseError(f"draws of a Sobol sequence must be a power of two; you gave {drawing.draws}")
    return drawing


def simulated(inputs: Inputs, drawing: Drawing) -> Uncertainty:
    """How sure the estimate of the inputs is. Raises Problems."""
    from tnt.analyses.uncertainty.simulate import simulate

    return simulate(
        inputs,
        drawing.draws,
        1 if drawing.seed is None else drawing.seed,
        cast("Method", drawing.method or METHODS[0]),
        drawing.assume_range,
        1.0 if drawing.overload_weight is None else drawing.overload_weight,
    )
