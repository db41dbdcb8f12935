"""`tnt report`: the estimate as one web page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from tnt.analyses.uncertainty.drawn import with_draws
from tnt.cli.computed import computed
from tnt.cli.draws import drawing_options
from tnt.cli.endings import refuse_ending
from tnt.cli.messages import say
from tnt.cli.options import estimate_options, lang_option, out_option
from tnt.cli.output import refuse_input, refuse_terminal, write_text
from tnt.cli.request import EstimateRequest
from tnt.cli.stages import stages
from tnt.locale import Texts


@click.command()
@estimate_options
@drawing_options
@out_option
@lang_option
def report(request: EstimateRequest, out: Path | None, lang: str) -> None:
    """Write the estimate as one HTML file that needs nothing else: for reading, printing and sending.

    PATH as for `tnt estimate`. Without PATH the shipped Norwegian pack is used.
    """
    texts = Texts(lang)
    refuse_ending(out, "html", texts)
    refuse_terminal(out, texts, "tnt report --out report.html")
    with stages(texts, 4 if request.drawing else 3) as stage:
        result = with_draws(request, *computed(request, stage), stage)
        stage.begin("write")
        from tnt.report.page.render import render_report

        arguments = f"{replace(request, as_of=result.as_of).as_arguments()}{request.drawing_arguments()}"
        page = render_report(result, lang, f"tnt report{arguments} --lang {lang} --out report.html")
    refuse_input(out)
    refuse_ending(out, "html", texts, is_read=True)
    write_text(out, page)
    if out is not None:
        say(texts.text("cli.wrote", file=out), err=True)
