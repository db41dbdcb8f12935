"""The draws a command is asked for, beside the estimate it has computed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tnt.cli.request import METHODS, EstimateRequest
from tnt.cli.stages import Stages

if TYPE_CHECKING:
    from tnt.compile.inputs import Inputs
    from tnt.engine.draws.streams import Method
    from tnt.result.model import Result


def with_draws(request: EstimateRequest, inputs: Inputs, result: Result, stage: Stages) -> Result:
    """The result with its simulation, or as it is where no draws are asked for. Raises Problems."""
    drawing = request.drawing
    if drawing is None:
        return result
    stage.begin("simulate")
    from tnt.analyses.uncertainty.simulate import simulate

    uncertainty = simulate(
        inputs,
        draws=drawing.draws,
        seed=1 if drawing.seed is None else drawing.seed,
        method=cast("Method", drawing.method or METHODS[0]),
        assume_range=drawing.assume_range,
        overload_weight=1.0 if drawing.overload_weight is None else drawing.overload_weight,
        progress=stage.part,
    )
    return replace(result, uncertainty=uncertainty)
