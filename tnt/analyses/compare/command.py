"""`tnt compare`: what a change does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tnt.cli.computed import loaded
from tnt.cli.options import lang_option, out_option, side_options
from tnt.cli.output import print_out, write_text
from tnt.cli.request import EstimateRequest
from tnt.cli.stages import Stages, stages
from tnt.locale import Texts
from tnt.show.unfinished import scratch_folder

if TYPE_CHECKING:
    from tnt.analyses.compare.comparison import Comparison

FORMATS = ("table", "json", "svg")


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@side_options
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="What to write.")
@out_option
@lang_option
def compare(before: str, after: str, request: EstimateRequest, form: str, out: Path | None, lang: str) -> None:
    """Say what it does to go from A to B: in rules, and in hours per recommendation and role, adding up.

    Each of A and B is `base` (the pack as it is), a date such as 2022-12-31, a guideline file or folder (another
    version), a scenario, a capacity or lists (file or id), or git:REV (the files of the pack at a revision). The
    options are the same for both sides.
    """
    texts = Texts(lang)
    request = replace(request, as_of=request.as_of or date.today())
    with stages(texts, 3) as stage, scratch_folder() as folder:
        comparison = _compared((before, after), request, folder, texts, stage)
        stage.begin("write")
        if form == "table":
            text = None
        elif form == "json":
            from tnt.analyses.compare.json import comparison_json

            text = comparison_json(comparison)
        else:
            from tnt.analyses.compare.waterfall import comparison_svg

            text = comparison_svg(comparison, lang)
    if text is None:
        _write_table(comparison, out, lang)
    else:
        write_text(out, text)


def _compared(
    names: tuple[str, str], request: EstimateRequest, folder: Path, texts: Texts, stage: Stages
) -> Comparison:
    stage.begin("read")
    from tnt.analyses.compare.comparison import compare as compare_inputs
    from tnt.analyses.compare.sides import Sides
    from tnt.reading.reuse import Reuse

    reuse = Reuse()
    sides = Sides(request, folder, reuse, texts)
    before, after = (loaded(side, reuse) for side in map(sides.side, names))
    stage.begin("compute")
    return compare_inputs(before, after, names)


def _write_table(comparison: Comparison, out: Path | None, lang: str) -> None:
    from tnt.analyses.compare.terminal import print_comparison

    print_out(out, lambda file: print_comparison(comparison, lang, file))
