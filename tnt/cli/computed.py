"""The main job of five commands: read what is asked for, and compute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tnt.cli.request import EstimateRequest
from tnt.cli.stages import Stages

if TYPE_CHECKING:
    from tnt.compile.inputs import Inputs
    from tnt.reading.reuse import Reuse
    from tnt.result.model import Result


def computed(request: EstimateRequest, stage: Stages) -> tuple[Inputs, Result]:
    """Compiled inputs and their result; what it takes is imported here, within the first stage. Raises Problems."""
    stage.begin("read")
    from tnt.estimating.estimate import estimate

    inputs = loaded(request)
    stage.begin("compute")
    return inputs, estimate(inputs)


def loaded(request: EstimateRequest, reuse: Reuse | None = None) -> Inputs:
    """What is asked for, read and compiled."""
    from tnt.compile.inputs import load

    return load(
        *request.paths,
        lists=request.lists,
        only=request.only,
        capacity=request.capacity or None,
        scenarios=request.scenarios,
        as_of=request.as_of,
        reuse=reuse,
    )
