"""`tnt lists`: how large a list can be, and the posts that are needed."""

from __future__ import annotations

from math import isnan
from pathlib import Path
from typing import IO, Any

import click

from tnt.analyses.supply.outputs import NEEDS_OUTPUTS
from tnt.cli.computed import computed
from tnt.cli.formats import format_option, refuse_unreadable, write_result
from tnt.cli.options import estimate_options, lang_option, out_option
from tnt.cli.request import EstimateRequest
from tnt.cli.stages import stages
from tnt.locale import Texts


class _People(click.FloatRange):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read a number within the range; `nan` is within every range and is no number of people."""
        figure: float = super().convert(value, param, ctx)
        if isnan(figure):
            self.fail(f"{value!r} is not a number of people.", param, ctx)
        return figure


@click.command()
@estimate_options
@click.option(
    "--norm",
    type=_People(min=1, max=1e9),
    metavar="PEOPLE",
    help="What if every post had this many people.",
)
@click.option("--by", type=click.Choice(["area"]), help="Add the lists of each area together.")
@format_option(NEEDS_OUTPUTS)
@out_option
@lang_option
def lists(request: EstimateRequest, norm: float | None, by: str | None, form: str, out: Path | None, lang: str) -> None:
    """Show how large a list can be under the guidelines, and how many posts are needed.

    PATH and options as for `tnt estimate`. The table shows all lists together and the extremes; csv, json and xlsx
    hold every list.
    """
    texts = Texts(lang)
    refuse_unreadable(form, NEEDS_OUTPUTS, out, texts, "tnt lists", "lists")
    with stages(texts, 3) as stage:
        inputs, result = computed(request, stage)
        stage.begin("write")
        from tnt.analyses.supply.needs import list_needs

        needs = list_needs(inputs, result, norm=norm, by_area=by == "area")

    def table(file: IO[str]) -> None:
        from tnt.analyses.supply.needs_terminal import print_lists

        print_lists(needs, lang, file)

    write_result(needs, form, NEEDS_OUTPUTS, out, lang, table)
