"""`tnt new`: a commented file to start from."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tnt.cli.options import NamedPath, lang_option, out_option
from tnt.cli.output import refuse_input, write_text
from tnt.language.starters import KINDS_WITH_STARTERS, starter
from tnt.locale import Texts


@click.command()
@click.argument("kind", type=click.Choice([*KINDS_WITH_STARTERS, "lists"]))
@click.argument("table", required=False, type=NamedPath(path_type=Path))
@click.option("--id", "name", help="Id of the new document: lower-case letters, digits and hyphens. Default: my-KIND.")
@out_option
@lang_option
def new(kind: str, table: Path | None, name: str | None, out: Path | None, lang: str) -> None:
    """Write a commented KIND of file that passes `tnt check`. A file that exists is left alone.

    `tnt new lists TABLE` looks at a table (CSV, XLSX, Parquet or JSON-stat) and drafts the file that says how to read
    it; what it makes of the table is said on standard error. The table stands where it is, and the file names it.
    """
    texts = Texts(lang)
    if (kind == "lists") is (table is None):
        raise click.UsageError(texts.text("draft.needs-table" if table is None else "draft.no-table"))
    if out is not None and out.exists():
        raise click.ClickException(texts.text("cli.exists", file=out))
    if table is None:
        write_text(out, starter(kind, name or f"my-{kind}", lang))
    else:
        _write_lists(table, name, out, texts)


def _write_lists(table: Path, name: str | None, out: Path | None, texts: Texts) -> None:
    from tnt.authoring.drafting.draft import drafted
    from tnt.authoring.drafting.summary import print_summary
    from tnt.authoring.drafting.writing import written_draft

    refuse_input(out)
    draft = drafted(table, Path() if out is None else out.parent, name)
    write_text(out, written_draft(draft.keys, draft.instead, texts, draft.lists.table))
    print_summary(draft, sys.stderr, texts)
