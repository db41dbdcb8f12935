"""`tnt years`: hours year by year, as people grow older and uptake grows."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from tnt.analyses.years.outputs import YEARS_OUTPUTS
from tnt.cli.formats import format_option, refuse_other_kind, write_result
from tnt.cli.options import as_of_option, lang_option, only_option, out_option, scenario_option
from tnt.cli.stages import stages
from tnt.locale import Texts

if TYPE_CHECKING:
    from datetime import date


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--projection", metavar="FILE|ID", help="Lists by year to use: a file, or the id of lists in the pack.")
@only_option
@click.option("--capacity", metavar="FILE|ID", help="Working time to use: a file, or an id in the pack.")
@scenario_option
@as_of_option("Date the first year is for, which picks among values with dates.")
@click.option("--from", "first", type=int, metavar="YEAR", help="First year. Default: the year of --as-of.")
@click.option("--to", "last", type=int, metavar="YEAR", help="Last year. Default: the last of the projection.")
@format_option(YEARS_OUTPUTS)
@out_option
@lang_option
def years(
    paths: tuple[str, ...],
    projection: str | None,
    only: tuple[str, ...],
    capacity: str | None,
    scenarios: tuple[str, ...],
    as_of: date | None,
    first: int | None,
    last: int | None,
    form: str,
    out: Path | None,
    lang: str,
) -> None:
    """Estimate hours year by year, with a projection of the people and with uptake that grows.

    PATH as for `tnt estimate`; the projection is a lists file with a year. Without one the shipped Norwegian projection
    2026-2050 is used.
    """
    refuse_other_kind(form, YEARS_OUTPUTS, out, Texts(lang))
    with stages(Texts(lang), 2) as stage:
        stage.begin("read")
        from tnt.analyses.years.projection import load_projection
        from tnt.analyses.years.years import estimate_years

        projection_of_lists = load_projection(
            *paths,
            projection=projection,
            only=only,
            capacity=capacity,
            scenarios=scenarios,
            as_of=as_of,
            first=first,
            last=last,
        )
        stage.begin("compute")
        result = estimate_years(projection_of_lists)

    def table(file: IO[str]) -> None:
        from tnt.analyses.years.terminal import print_years

        print_years(result, lang, file)

    write_result(result, form, YEARS_OUTPUTS, out, lang, table)
