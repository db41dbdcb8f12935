"""`tnt estimate`: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from tnt.analyses.uncertainty.drawn import with_draws
from tnt.cli.computed import computed
from tnt.cli.draws import drawing_options
from tnt.cli.formats import format_option, refuse_unreadable, write_result
from tnt.cli.options import estimate_options, lang_option, out_option
from tnt.cli.request import EstimateRequest
from tnt.cli.stages import stages
from tnt.locale import Texts
from tnt.report.outputs import ESTIMATE_OUTPUTS

if TYPE_CHECKING:
    from tnt.result.model import Result


@click.command()
@estimate_options
@drawing_options
@format_option(ESTIMATE_OUTPUTS)
@out_option
@lang_option
@click.option("--fail-on-overload", is_flag=True, help="Exit with 1 where a list is overloaded.")
def estimate(request: EstimateRequest, form: str, out: Path | None, lang: str, fail_on_overload: bool) -> int:
    """Estimate hours per recommendation, role and list, and hold them against working time.

    PATH is a guideline, a list or capacity file, or a folder of them; together they form one pack. Without PATH the
    shipped Norwegian pack is used.
    """
    texts = Texts(lang)
    refuse_unreadable(form, ESTIMATE_OUTPUTS, out, texts, "tnt estimate", "tnt")
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
    def table(file: IO[str]) -> None:
        from tnt.report.terminal.estimate import print_estimate

        print_estimate(result, lang, file, request.as_arguments(), request.drawing_arguments())

    write_result(result, form, ESTIMATE_OUTPUTS, out, lang, table)
