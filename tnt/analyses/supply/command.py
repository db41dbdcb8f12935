"""`tnt lists`: how large a list can be, and the posts that are needed."""

from __future__ import annotations

from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from tnt.cli.computed import computed
from tnt.cli.options import estimate_options, lang_option, out_option
from tnt.cli.output import print_out, refuse_terminal, telling_too_many_rows, write_out
from tnt.cli.request import EstimateRequest
from tnt.cli.stages import stages
from tnt.locale import Texts

if TYPE_CHECKING:
    from tnt.analyses.supply.needs import ListNeeds


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
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "xlsx"]),
    default="table",
    show_default=True,
    help="What to write.",
)
@out_option
@lang_option
def lists(request: EstimateRequest, norm: float | None, by: str | None, form: str, out: Path | None, lang: str) -> None:
    """Show how large a list can be under the guidelines, and how many posts are needed.

    PATH and options as for `tnt estimate`. The table shows all lists together and the extremes; csv, json and xlsx
    hold every list.
    """
    texts = Texts(lang)
    if form == "xlsx":
        refuse_terminal(out, texts, "tnt lists --format xlsx --out lists.xlsx")
    with stages(texts, 3) as stage:
        inputs, result = computed(request, stage)
        stage.begin("write")
        from tnt.analyses.supply.needs import list_needs

        needs = list_needs(inputs, result, norm=norm, by_area=by == "area")
    _write(needs, form, out, lang)


def _write(needs: ListNeeds, form: str, out: Path | None, lang: str) -> None:
    if form == "table":
        from tnt.analyses.supply.needs_terminal import print_lists

        print_out(out, lambda file: print_lists(needs, lang, file))
    elif form == "json":
        from tnt.analyses.supply.needs_files import write_needs_json

        write_out(out, lambda file: write_needs_json(needs, file))
    else:
        write_out(out, lambda file: _write_table(needs, form, file, lang))


def _write_table(needs: ListNeeds, form: str, file: BinaryIO, lang: str) -> None:
    from tnt.analyses.supply.needs_files import write_needs_csv, write_needs_xlsx

    if form == "csv":
        write_needs_csv(needs, file)
        return
    with telling_too_many_rows(Texts(lang)):
        write_needs_xlsx(needs, file, lang)
