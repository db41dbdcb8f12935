"""`tnt schema`: what editors need to complete and check files while they are written."""

from __future__ import annotations

import json
from pathlib import Path

import click

from tnt.cli.options import out_option
from tnt.cli.output import write_text
from tnt.language.kinds import KINDS


@click.command()
@click.argument("kind", required=False, type=click.Choice(list(KINDS)))
@out_option
def schema(kind: str | None, out: Path | None) -> None:
    """Write the JSON Schema (draft-07) of one KIND of file, or of any file."""
    from tnt.language.schema.schema import json_schema

    write_text(out, json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n")
