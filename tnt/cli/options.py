"""Options that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from tnt.cli.complete import shipped_ids
from tnt.cli.lazy import LANG
from tnt.cli.people import NumberOfPosts, said_in_words
from tnt.cli.request import EstimateRequest
from tnt.locale import LANGUAGES, language

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
    lang = language(chosen or ctx.meta.get(LANG))
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

only_option = click.option(
    "--only",
    multiple=True,
    metavar="ID|NAME",
    help="Use this list of the table alone, by its id or its name. May be repeated.",
)


def as_of_option(what: str) -> Callable[[Command], Command]:
    """--as-of, a date that is today where it is left out; `what` it is the date of, as a sentence."""
    return click.option("--as-of", type=_Date(), help=f"{what} Default: today.")


def estimate_options(command: Command) -> Command:
    """PATH…, the lists and which of them, --capacity, --scenario and --as-of, given as one `EstimateRequest`."""
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
        only: tuple[str, ...],
        people: str | None,
        posts: float | None,
        capacity: tuple[str, ...],
        scenarios: tuple[str, ...],
        as_of: date | None,
        **rest: Any,
    ) -> Any:
        if people is not None or posts is not None:
            lists = said_in_words(lists, people, posts)
        request = EstimateRequest(paths, lists, capacity, as_of, tuple(sorted(set(scenarios))), only)
        return command(request=request, **rest)

    decorators = (
        paths,
        click.option(
            "--lists",
            metavar="FILE|ID|PEOPLE",
            shell_complete=shipped_ids,
            help='Lists to use: a file, the id of lists in the pack or shipped, or a number such as "1200 people".',
        ),
        only_option,
        click.option(
            "--people", metavar="NUMBER", help="Instead of --lists: one list of so many people, of a country's ages."
        ),
        click.option("--posts", type=NumberOfPosts(), help="Full-time posts of the GP on that list. Default: unknown."),
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
