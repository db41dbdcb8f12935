"""`tnt check`: every problem of every file, at its place."""

from __future__ import annotations

import sys

import click

from tnt.cli.failures import rendered
from tnt.cli.messages import say
from tnt.cli.options import lang_option
from tnt.cli.output import write_text
from tnt.diagnostics import Severity

FORMATS = ("text", "concise", "json", "github", "sarif")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(), metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to show them."
)
@lang_option
def check(paths: tuple[str, ...], form: str, lang: str) -> int:
    """Check guideline, list and capacity files: PATH is a file or a folder. Exits with 1 where there are errors."""
    from tnt.check.check import check as check_files
    from tnt.diagnostics.render import RENDERERS

    checked = check_files(paths)
    if form == "text":
        say(rendered(checked.diagnostics, lang, sys.stdout.isatty(), checked.sources), is_coloured=True)
    else:
        text = RENDERERS[form](checked.diagnostics, lang=lang, sources=checked.sources)
        if form == "concise":
            say(text)
        else:
            write_text(None, text)
    return int(any(one.severity is Severity.ERROR for one in checked.diagnostics))
