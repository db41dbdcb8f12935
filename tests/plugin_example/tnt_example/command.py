"""`tnt hello`."""

import click


@click.command()
def hello() -> None:
    """Say hello."""
    click.echo("Hello from a plugin.")
