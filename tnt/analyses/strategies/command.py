"""`tnt strategies`: what strategies ask of a cohort over the years."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from tnt.analyses.strategies.outputs import STRATEGIES_OUTPUTS
from tnt.cli.formats import format_option, refuse_other_kind, write_result
from tnt.cli.options import as_of_option, lang_option, only_option, out_option, scenario_option
from tnt.cli.stages import stages
from tnt.locale import Texts

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option(
    "--lists", metavar="FILE|ID|PEOPLE", help="Lists the cohort is on, where it is people of some ages on them."
)
@only_option
@scenario_option
@as_of_option("Date of the start, which picks among values with dates.")
@format_option(STRATEGIES_OUTPUTS)
@out_option
@lang_option
def strategies(
    paths: tuple[str, ...],
    lists: str | None,
    only: tuple[str, ...],
    scenarios: tuple[str, ...],
    as_of: date | None,
    form: str,
    out: Path | None,
    lang: str,
) -> None:
    """Follow a cohort over the years under each strategy, and compare the hours.

    PATH is a file of strategies and the guidelines it names, or a folder of them.
    """
    refuse_other_kind(form, STRATEGIES_OUTPUTS, out, Texts(lang))
    with stages(Texts(lang), 2) as stage:
        stage.begin("read")
        from tnt.analyses.strategies.strategies import estimate_strategies

        result = estimate_strategies(*paths, lists=lists, only=only, scenarios=scenarios, as_of=as_of)

    def table(file: IO[str]) -> None:
        from tnt.analyses.strategies.terminal import print_strategies

        print_strategies(result, lang, file)

    write_result(result, form, STRATEGIES_OUTPUTS, out, lang, table)
