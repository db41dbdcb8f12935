"""The draws that are asked for, at the command line and in Python, beside the estimate that is computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tnt.cli.request import METHODS, Drawing, EstimateRequest
from tnt.cli.stages import Stages

if TYPE_CHECKING:
    from tnt.compile.inputs import Inputs
    from tnt.engine.draws.streams import Method
    from tnt.result.model import Result
    from tnt.result.uncertainty import Uncertainty


def with_draws(request: EstimateRequest, inputs: Inputs, result: Result, stage: Stages) -> Result:
    """The result with its simulation, or as it is where no draws are asked for. Raises Problems."""
    if request.drawing is None:
        return result
    stage.begin("simulate")
    return replace(result, uncertainty=simulated(inputs, request.drawing, stage.part))


def simulated(
    inputs: Inputs, drawing: Drawing, progress: Callable[[int, int], None] = lambda done, of: None
) -> Uncertainty:
    """How sure the estimate of the inputs is; what was not said of the draws has its default. Raises Problems."""
    from tnt.analyses.uncertainty.simulate import simulate

    return simulate(
        inputs,
        draws=drawing.draws,
        seed=1 if drawing.seed is None else drawing.seed,
        method=cast("Method", drawing.method or METHODS[0]),
        assume_range=drawing.assume_range,
        overload_weight=1.0 if drawing.overload_weight is None else drawing.overload_weight,
        progress=progress,
    )
