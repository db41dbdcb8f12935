"""A group of commands that imports a command when it is run, so that `tnt --help` is quick."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import click

from tnt.cli.streams import ReaderGone
from tnt.plugins import Group, built_in, offered, plugin
from tnt.reading.files_read import noting_files

LANG = "tnt.lang"
"""Where a command's context keeps the language asked for."""


def language_before_the_command(ctx: click.Context, param: click.Parameter, chosen: str | None) -> None:
    """`tnt --lang nb estimate`: the language of the command, which may name another."""
    if chosen is None:
        return
    from tnt.locale import LANGUAGES

    ctx.meta[LANG] = click.Choice(LANGUAGES).convert(chosen, param, ctx)


class LazyGroup(click.Group):
    """Knows name, home and short help of every command as text, and nothing else."""

    def __init__(self, homes: Mapping[str, tuple[str, str]], **settings: object) -> None:
        """`homes`: name of a command -> where it is (`module:attribute`) and what it does, in a few words."""
        super().__init__(**settings)  # type: ignore[arg-type]
        self.homes = homes

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what goes wrong is told to the person here, in the language of the command's `--lang`."""
        with noting_files():
            return self._invoked(ctx)

    def _invoked(self, ctx: click.Context) -> Any:
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
            return code
        except (click.ClickException, click.exceptions.Exit, click.Abort, ReaderGone):
            raise
        except BrokenPipeError:  # click would turn a reader who stops reading into the code for problems
            raise ReaderGone from None
        except Exception as error:
            from tnt.cli.failures import report_failure

            return report_failure(error, ctx.meta.get(LANG))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order they are useful; those of plugins last."""
        return [*self.homes, *self._offered()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command, of tnt or else of a plugin."""
        if cmd_name not in self.homes:
            return plugin(Group.COMMANDS, cmd_name, click.Command)
        command: click.Command = built_in(self.homes[cmd_name][0])
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            own = [(name, short) for name, (_, short) in self.homes.items()]
            formatter.write_dl([*own, *((name, f"From {home}.") for name, home in self._offered().items())])

    def _offered(self) -> dict[str, str]:
        return {name: home for name, home in offered(Group.COMMANDS).items() if name not in self.homes}
