"""Options of a simulation: how the numbers are drawn."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from shlex import join
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from tnt import limits
from tnt.cli.options import EstimateRequest
from tnt.locale import Texts

if TYPE_CHECKING:
    from tnt.compile.inputs import Inputs
    from tnt.engine.streams import Method
    from tnt.result.uncertainty_model import Uncertainty

Command = TypeVar("Command", bound=Callable[..., Any])
METHODS = ("stratified", "plain", "latin-hypercube", "sobol")
FEWEST_DRAWS, MOST_DRAWS = 128, 65_536


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a simulation is asked for; None where it was not said."""

    draws: int
    seed: int | None
    method: str | None
    assume_range: str | None
    overload_weight: float | None

    def as_arguments(self) -> str:
        """The same as arguments, with a space in front, to repeat in a next command."""
        arguments = [part for name, value in _named(self).items() if value is not None for part in (name, value)]
        return f" {join(arguments)}"

    def simulated(self, inputs: Inputs, progress: Callable[[int, int], None]) -> Uncertainty:
        """The simulation, which tells `progress` how much of how much is done. Raises Problems."""
        from tnt.result.uncertainty import simulate

        return simulate(
            inputs,
            draws=self.draws,
            seed=1 if self.seed is None else self.seed,
            method=cast("Method", self.method or METHODS[0]),
            assume_range=self.assume_range,
            overload_weight=1.0 if self.overload_weight is None else self.overload_weight,
            progress=progress,
        )


class _Weight(click.ParamType[float]):
    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read a number above 0, within the limits, and nothing that is not finite."""
        weight = click.FLOAT.convert(value, param, ctx)
        if not (weight > 0 and math.isfinite(weight)):
            self.fail(f"{value!r} is not a number above 0.", param, ctx)
        least, most = 1 / limits.OVERLOAD_WEIGHT, limits.OVERLOAD_WEIGHT
        if not least <= weight <= most:
            self.fail(f"{value!r} is not between {least:g} and {most:g}.", param, ctx)
        return weight


def drawing_options(command: Command) -> Command:
    """--draws and what goes with it, as the `drawing` of what `estimate_options` gives the command.

    Wrong use: what goes with --draws without it, and Sobol with draws that are not a power of two.
    """

    @wraps(command)
    def collected(
        request: EstimateRequest,
        draws: int | None,
        seed: int | None,
        method: str | None,
        assume_range: str | None,
        overload_weight: float | None,
        **rest: Any,
    ) -> Any:
        drawing = Drawing(draws or 0, seed, method, assume_range, overload_weight)
        if wrong := _wrong(drawing, Texts(rest["lang"])):
            raise click.UsageError(wrong)
        return command(request=replace(request, drawing=drawing if draws else None), **rest)

    decorators = (
        click.option(
            "--draws",
            type=click.IntRange(FEWEST_DRAWS, MOST_DRAWS),
            help="How sure is it: draw every number that has a range so many times, such as 4096. Default: not at all.",
        ),
        click.option("--seed", type=click.IntRange(0, 2**32 - 1), help="The luck of the draws. Default: 1."),
        click.option("--method", type=click.Choice(METHODS), help=f"How to draw. Default: {METHODS[0]}."),
        click.option(
            "--assume-range",
            metavar="NAME",
            help="A named range for assumptions that have none, such as thirty-percent. Default: none is made up.",
        ),
        click.option(
            "--overload-weight",
            type=_Weight(),
            help="What an hour costs that is called overloaded wrongly, against one called fitting. Default: 1.",
        ),
    )
    for decorate in reversed(decorators):
        collected = decorate(collected)
    return collected  # type: ignore[return-value]


def _wrong(drawing: Drawing, texts: Texts) -> str | None:
    if not drawing.draws:
        alone = [name for name, value in _named(drawing).items() if value is not None and name != "--draws"]
        return texts.text("cli.needs-draws", option=alone[0]) if alone else None
    if drawing.method == "sobol" and drawing.draws & (drawing.draws - 1):
        return texts.text("cli.sobol-draws", draws=f"{drawing.draws}", next=f"{1 << drawing.draws.bit_length()}")
    return None


def _named(drawing: Drawing) -> dict[str, str | None]:
    options = {
        "--draws": drawing.draws,
        "--seed": drawing.seed,
        "--method": drawing.method,
        "--assume-range": drawing.assume_range,
        "--overload-weight": drawing.overload_weight,
    }
    return {name: None if value is None else f"{value}" for name, value in options.items()}
