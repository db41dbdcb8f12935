"""`tnt estimate`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from tnt.analyses.uncertainty.drawn import with_draws
from tnt.cli.computed import computed
from tnt.cli.options import drawing_options, estimate_options, lang_option, out_option
from tnt.cli.output import print_out, refuse_terminal, telling_too_many_rows, write_out, write_text
from tnt.cli.request import EstimateRequest
from tnt.cli.stages import stages
from tnt.locale import Texts

if TYPE_CHECKING:
    from tnt.result.model import Result

FORMATS = ("table", "csv", "json", "parquet", "xlsx")
BINARY = ("parquet", "xlsx")


@click.command()
@estimate_options
@drawing_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="What to write.")
@out_option
@lang_option
@click.option("--fail-on-overload", is_flag=True, help="Exit with 1 where a list is overloaded.")
def estimate(request: EstimateRequest, form: str, out: Path | None, lang: str, fail_on_overload: bool) -> int:
    """Estimate hours per recommendation, role and list, and hold them against working time.

    PATH is a guideline, a list or capacity file, or a folder of them; together they form one pack. Without PATH the
    shipped Norwegian pack is used.
    """
    texts = Texts(lang)
    if form in BINARY:
        refuse_terminal(out, texts, f"tnt estimate --format {form} --out tnt.{form}")
    with stages(texts, 4 if request.drawing else 3) as stage:
        result = with_draws(request, *computed(request, stage), stage)
        stage.begin("write")
        if out is not None:
            _write(result, form, out, lang, request)
    if out is None:
        _write(result, form, out, lang, request)
    overloaded = any(lists.lists for lists in result.overload.values())
    if fail_on_overload and overloaded:
        click.echo(texts.text("cli.overloaded"), err=True)
    return int(fail_on_overload and overloaded)


def _write(result: Result, form: str, out: Path | None, lang: str, request: EstimateRequest) -> None:
    if form == "table":
        _write_table(result, out, lang, request)
    elif form == "json":
        from tnt.report.files.json import to_json

        write_text(out, to_json(result))
    else:
        write_out(out, lambda file: _write_lists(result, form, file, lang))


def _write_lists(result: Result, form: str, file: BinaryIO, lang: str) -> None:
    if form == "csv":
        from tnt.report.files.csv import write_csv

        write_csv(result.lists, file, result.list_spreads)
    elif form == "parquet":
        from tnt.report.files.parquet import write_parquet

        write_parquet(result.lists, file, result.list_spreads)
    elif form == "xlsx":
        from tnt.report.files.xlsx import write_xlsx

        with telling_too_many_rows(Texts(lang)):
            write_xlsx(result, file, lang)
    else:
        raise ValueError(form)


def _write_table(result: Result, out: Path | None, lang: str, request: EstimateRequest) -> None:
    from tnt.report.terminal.estimate import print_estimate

    print_out(out, lambda file: print_estimate(result, lang, file, request.as_arguments(), request.drawing_arguments()))
