"""`tnt years`: hours year by year, as people grow older and uptake grows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tnt.cli.options import as_of_option, lang_option, out_option, scenario_option
from tnt.cli.output import print_out, write_text
from tnt.cli.stages import stages
from tnt.locale import Texts

if TYPE_CHECKING:
    from datetime import date

    from tnt.analyses.years.years import YearsResult

FORMATS = ("table", "csv", "json", "html")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--projection", metavar="FILE|ID", help="Lists by year to use: a file, or the id of lists in the pack.")
@click.option("--capacity", metavar="FILE|ID", help="Working time to use: a file, or an id in the pack.")
@scenario_option
@as_of_option("Date the first year is for, which picks among values with dates.")
@click.option("--from", "first", type=int, metavar="YEAR", help="First year. Default: the year of --as-of.")
@click.option("--to", "last", type=int, metavar="YEAR", help="Last year. Default: the last of the projection.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="What to write.")
@out_option
@lang_option
def years(
    paths: tuple[str, ...],
    projection: str | None,
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
    with stages(Texts(lang), 2) as stage:
        stage.begin("read")
        from tnt.analyses.years.projection import load_projection
        from tnt.analyses.years.years import estimate_years

        projection_of_lists = load_projection(
            *paths,
            projection=projection,
            capacity=capacity,
            scenarios=scenarios,
            as_of=as_of,
            first=first,
            last=last,
        )
        stage.begin("compute")
        result = estimate_years(projection_of_lists)
    _write(result, form, out, lang)


def _write(result: YearsResult, form: str, out: Path | None, lang: str) -> None:
    if form == "table":
        from tnt.analyses.years.terminal import print_years

        print_out(out, lambda file: print_years(result, lang, file))
    elif form == "html":
        from tnt.analyses.years.page import render_years

        write_text(out, render_years(result, lang))
    else:
        from tnt.analyses.years.files import years_csv, years_json

        write_text(out, years_json(result) if form == "json" else years_csv(result))
