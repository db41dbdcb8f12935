"""What is said to a person beside the result: messages, and the answers that are text."""

from __future__ import annotations

import click

from tnt.visible import legible, no_command


def say(text: str, *, err: bool = False, is_coloured: bool = False) -> None:
    """Print lines that neither a terminal nor a build server obeys; the last one is ended if it is not.

    `is_coloured`: the text has colours of our own, and what comes from files in it is visible already.
    """
    shown = no_command(text if is_coloured else legible(text))
    click.echo(shown, err=err, nl=bool(shown) and not shown.endswith("\n"))
