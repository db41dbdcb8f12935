"""`tnt explain`: what a code means, or where a figure comes from."""

from __future__ import annotations

import re
import sys

import click

from tnt.cli.computed import computed
from tnt.cli.options import estimate_options, lang_option
from tnt.cli.request import EstimateRequest
from tnt.cli.stages import stages
from tnt.diagnostics import Code
from tnt.diagnostics.nearest import Nearest
from tnt.locale import Texts


@click.command()
@click.argument("what", metavar="CODE|ID")
@estimate_options
@lang_option
def explain(what: str, request: EstimateRequest, lang: str) -> None:
    """Say what a code such as TNT201 means, or show where the figures of `guideline/recommendation` come from.

    PATH and options as for `tnt estimate`, so that the figures are the same.
    """
    if re.fullmatch(r"TNT\d+", what, re.IGNORECASE):
        click.echo(_code(what.upper(), lang), nl=False)
    else:
        _figure(what, request, lang)


def _code(code: str, lang: str) -> str:
    from tnt.diagnostics.render import explain as explain_code

    if code not in list(Code):
        raise click.UsageError(Texts(lang).text("cli.unknown-code", code=code))
    return explain_code(Code(code), lang)


def _figure(name: str, request: EstimateRequest, lang: str) -> None:
    texts = Texts(lang)
    with stages(texts, 2) as stage:
        inputs, result = computed(request, stage)
        from tnt.explain.terminal import print_explanation
        from tnt.explain.trace import addresses, trace

        step = trace(inputs, result, name)
    if step is None:
        near = Nearest().words(name, list(addresses(inputs)), most=3, cutoff=0.4)
        raise click.UsageError(texts.text("cli.unknown-figure", name=name, near=", ".join(near) or "–"))
    print_explanation(step, result, lang, sys.stdout)
