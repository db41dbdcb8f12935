"""`tnt fit`: what fits in the time there is, and what would have to give way when something comes in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from tnt import limits
from tnt.analyses.fit.outputs import FIT_OUTPUTS
from tnt.analyses.fit.request import WAYS, FitRequest, WayToWrite
from tnt.cli.endings import refuse_ending
from tnt.cli.formats import format_option, refuse_other_kind, write_result
from tnt.cli.messages import say
from tnt.cli.options import estimate_options, lang_option, out_option
from tnt.cli.output import refuse_input, write_text
from tnt.cli.request import Drawing, EstimateRequest
from tnt.cli.stages import stages
from tnt.locale import Texts

if TYPE_CHECKING:
    from tnt.analyses.fit.result import FitResult

NO_CHOICE = ("needs-weights", "infeasible")
"""Where nothing was chosen: exit 1."""


@click.command()
@estimate_options
@click.option(
    "--add", multiple=True, metavar="FILE", help="Something new: a guideline file or folder. May be repeated."
)
@click.option("--outcome", metavar="ID", help="Choose for the most people who benefit a year by this one outcome.")
@click.option("--weights", metavar="FILE", help="Choose by several outcomes, with weights that somebody signs.")
@click.option("--priorities", metavar="FILE", help="Choose by tiers in order, which somebody signs.")
@click.option("--per-list", is_flag=True, help="Each list chooses within its own time. Default: all share theirs.")
@click.option(
    "--draws",
    type=click.IntRange(limits.FEWEST_DRAWS, limits.MOST_DRAWS),
    help="How sure is it: choose again in so many draws of the numbers with a range. Default: not at all.",
)
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), help="The luck of the draws. Default: 1.")
@click.option(
    "--write-scenario",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write what the choice leaves out, or one way to make room, as a scenario.",
)
@click.option("--way", type=click.Choice(WAYS), help="What the scenario is of. Default without --add: choice.")
@format_option(FIT_OUTPUTS)
@out_option
@lang_option
def fit(
    request: EstimateRequest,
    form: str,
    out: Path | None,
    lang: str,
    write_scenario: Path | None,
    way: WayToWrite | None,
    draws: int | None,
    seed: int | None,
    **options: Any,
) -> int:
    """Choose what fits in the working time there is, and say what would have to give way.

    PATH and options as for `tnt estimate`. With --add: ways to make room for something new, each computed so that the
    load stays as it is, which needs no value judgement. What is chosen needs one: --outcome, --weights or --priorities,
    unless the recommendations count one outcome alone. Exits with 1 where nothing could be chosen.
    """
    texts = Texts(lang)
    refuse_other_kind(form, FIT_OUTPUTS, out, texts)
    if wrong := _wrong(write_scenario, way, seed=seed, draws=draws, **options):
        raise click.UsageError(texts.text(f"cli.{wrong}", option="--seed"))
    if write_scenario is not None:
        refuse_ending(write_scenario, "yaml", texts, [])
        way = way or "choice"
    drawing = Drawing(draws, seed, None, None, None) if draws else None
    request = replace(request, as_of=request.as_of or date.today(), drawing=drawing)
    fit_request = FitRequest(request, way=way, **options)
    with stages(texts, 1) as stage:
        stage.begin("compute")
        from tnt.analyses.fit.fit import fit as fitted

        result = fitted(fit_request)
    refuse_input(out)
    has_written = write_scenario is None or _write_scenario(write_scenario, result, way, texts)

    def table(file: IO[str]) -> None:
        from tnt.analyses.fit.shown.terminal import print_fit

        print_fit(result, lang, file, fit_request.as_arguments(), fit_request.choice_as_arguments())

    write_result(result, form, FIT_OUTPUTS, out, lang, table)
    if result.status in NO_CHOICE:
        say(texts.text(f"cli.fit-{result.status}"), err=True)
    return int(result.status in NO_CHOICE or not has_written)


def _wrong(
    scenario: Path | None, way: WayToWrite | None, *, draws: int | None, seed: int | None, **options: Any
) -> str | None:
    """Options that make no sense together: the end of the key of what is said."""
    if seed is not None and draws is None:
        return "needs-draws"
    if options["outcome"] is not None and options["weights"] is not None:
        return "fit-outcome-or-weights"
    if way is not None and scenario is None:
        return "fit-way-needs-scenario"
    if scenario is not None and way is None and options["add"]:
        return "fit-scenario-needs-way"
    return "fit-way-needs-add" if way not in (None, "choice") and not options["add"] else None


def _write_scenario(path: Path, result: FitResult, way: WayToWrite | None, texts: Texts) -> bool:
    """Whether there was a scenario to write. Where it does not make enough room alone, that is said."""
    if result.scenario is None:
        say(texts.text("cli.fit-no-scenario", file=str(path)), err=True)
        return False
    write_text(path, result.scenario)
    say(texts.text("cli.wrote", file=str(path)), err=True)
    of_role = None if result.room is None else result.room.most_asked
    if any(one.kind == "delegation" == way and not one.is_enough for one in (of_role.ways if of_role else ())):
        say(texts.text("cli.fit-way-not-enough", file=str(path)), err=True)
    return True
