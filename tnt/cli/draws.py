"""Options of a simulation: --draws and what goes with it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, TypeVar

import click

from tnt import limits
from tnt.cli.request import METHODS, Drawing, EstimateRequest, named
from tnt.locale import Texts

Command = TypeVar("Command", bound=Callable[..., Any])


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
            type=click.IntRange(limits.FEWEST_DRAWS, limits.MOST_DRAWS),
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
        alone = [name for name, value in named(drawing).items() if value is not None and name != "--draws"]
        return texts.text("cli.needs-draws", option=alone[0]) if alone else None
    if not drawing.can_be_made:
        return texts.text("cli.sobol-draws", draws=f"{drawing.draws}", next=f"{1 << drawing.draws.bit_length()}")
    return None
