"""Options that several commands share."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from tnt import limits
from tnt.cli.lazy import LANG
from tnt.cli.request import METHODS, Drawing, EstimateRequest, named
from tnt.locale import LANGUAGES, Texts, language

Command = TypeVar("Command", bound=Callable[..., Any])


class _Date(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read 2026-11-22."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2026-11-22.", param, ctx)


class NamedPath(click.Path):
    """A path with something by its name; whether that can be read is for its reader to say."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse a name that nothing has."""
        path = super().convert(value, param, ctx)
        return path if os.path.lexists(path) else click.Path(exists=True).convert(value, param, ctx)


def _language(ctx: click.Context, _param: click.Parameter, chosen: str | None) -> str:
    lang = language(chosen)
    ctx.meta[LANG] = lang
    return lang


lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    callback=_language,
    is_eager=True,
    help="Language. Default: that of the environment, else en.",
)
out_option = click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write. Default: standard output."
)

scenario_option = click.option(
    "--scenario",
    "scenarios",
    multiple=True,
    metavar="FILE|ID",
    help="Changes to lay over the files: a file, or an id in the pack or shipped. May be repeated.",
)


def as_of_option(what: str) -> Callable[[Command], Command]:
    """--as-of, a date that is today where it is left out; `what` it is the date of, as a sentence."""
    return click.option("--as-of", type=_Date(), help=f"{what} Default: today.")


def estimate_options(command: Command) -> Command:
    """PATH…, --lists, --capacity, --scenario and --as-of, given to the command as one `EstimateRequest`."""
    return _with_request(command, click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]..."))


def side_options(command: Command) -> Command:
    """The same with --pack for PATH, for a command whose arguments are something else."""
    about = "Guideline, list or capacity file, or a folder of them. May be repeated. Default: the shipped pack."
    return _with_request(command, click.option("--pack", "paths", multiple=True, metavar="PATH", help=about))


def _with_request(command: Command, paths: Callable[[Any], Any]) -> Command:
    @wraps(command)
    def collected(
        paths: tuple[str, ...],
        lists: str | None,
        capacity: tuple[str, ...],
        scenarios: tuple[str, ...],
        as_of: date | None,
        **rest: Any,
    ) -> Any:
        return command(request=EstimateRequest(paths, lists, capacity, as_of, tuple(sorted(set(scenarios)))), **rest)

    decorators = (
        paths,
        click.option("--lists", metavar="FILE|ID", help="Lists to use: a file, or the id of lists in the pack."),
        click.option(
            "--capacity",
            multiple=True,
            metavar="FILE|ID",
            help="Working time to use: a file, or an id in the pack. Several stand side by side; the first decides.",
        ),
        scenario_option,
        as_of_option("Date the estimate is for, which picks among values with dates."),
    )
    for decorate in reversed(decorators):
        collected = decorate(collected)
    return collected  # type: ignore[return-value]


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
