"""`tnt compare`: what a change does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from tnt.analyses.compare.outputs import COMPARISON_OUTPUTS
from tnt.cli.computed import loaded
from tnt.cli.formats import format_option, refuse_other_kind, write_result
from tnt.cli.options import lang_option, out_option, side_options
from tnt.cli.request import EstimateRequest
from tnt.cli.stages import Stages, stages
from tnt.locale import Texts
from tnt.show.unfinished import scratch_folder

if TYPE_CHECKING:
    from tnt.analyses.compare.comparison import Comparison


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@side_options
@format_option(COMPARISON_OUTPUTS)
@out_option
@lang_option
def compare(before: str, after: str, request: EstimateRequest, form: str, out: Path | None, lang: str) -> None:
    """Say what it does to go from A to B: in rules, and in hours per recommendation and role, adding up.

    Each of A and B is `base` (the pack as it is), a date such as 2022-12-31, a guideline file or folder (another
    version), a scenario, a capacity or lists (file or id; of lists also `1200 people`), or git:REV (the files of the
    pack at a revision). The options are the same for both sides.
    """
    texts = Texts(lang)
    refuse_other_kind(form, COMPARISON_OUTPUTS, out, texts)
    request = replace(request, as_of=request.as_of or date.today())
    with stages(texts, 2) as stage, scratch_folder() as folder:
        comparison = _compared((before, after), request, folder, texts, stage)

    def table(file: IO[str]) -> None:
        from tnt.analyses.compare.terminal import print_comparison

        print_comparison(comparison, lang, file)

    write_result(comparison, form, COMPARISON_OUTPUTS, out, lang, table)


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
