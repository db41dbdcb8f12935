"""`tnt new`: a commented file to start from."""

from __future__ import annotations

from pathlib import Path

import click

from tnt.cli.options import lang_option, out_option
from tnt.cli.output import write_text
from tnt.language.starters import KINDS_WITH_STARTERS, starter
from tnt.locale import Texts


@click.command()
@click.argument("kind", type=click.Choice(list(KINDS_WITH_STARTERS)))
@click.option("--id", "name", help="Id of the new document: lower-case letters, digits and hyphens. Default: my-KIND.")
@out_option
@lang_option
def new(kind: str, name: str | None, out: Path | None, lang: str) -> None:
    """Write a commented KIND of file that passes `tnt check`. A file that exists is left alone."""
    if out is not None and out.exists():
        raise click.ClickException(Texts(lang).text("cli.exists", file=out))
    write_text(out, starter(kind, name or f"my-{kind}", lang))
