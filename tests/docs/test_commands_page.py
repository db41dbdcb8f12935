"""docs/commands.md is what the commands say of themselves; `make golden` writes it anew."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from tnt.main import COMMANDS, tnt

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"
INTRODUCTION = """# Commands

Exit codes: 0 fine, 1 problems found (or a list overloaded, with `--fail-on-overload`), 2 wrong use. Problems go to
standard error, results to standard output, so that both can be piped. This page is made from the commands' own help.
"""


def _parameters(command: click.Command) -> list[str]:
    rows = []
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            names = ", ".join(f"`{name}`" for name in parameter.opts)
            choices = f" ({', '.join(parameter.type.choices)})" if isinstance(parameter.type, click.Choice) else ""
            rows.append(f"| {names} | {parameter.help}{choices} |")
    return rows


def _table(rows: list[str]) -> list[str]:
    return ["| option | |", "|---|---|", *rows, ""] if rows else []


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command and its own commands, by what is typed after `tnt`."""
    context = click.Context(tnt, info_name="tnt")
    for name in COMMANDS:
        command = tnt.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", each) for inner, each in command.commands.items())


def commands_page() -> str:
    parts = [INTRODUCTION]
    for name, command in commands():
        usage = command.collect_usage_pieces(click.Context(command, info_name=name))
        help_text = " ".join((command.help or "").split("\n\n")[0].split())
        rest = ["\n" + " ".join(part.split()) for part in (command.help or "").split("\n\n")[1:]]
        parts.append(
            "\n".join(
                [
                    f"## tnt {name}",
                    "",
                    f"    tnt {name} {' '.join(usage)}",
                    "",
                    help_text,
                    *rest,
                    "",
                    *_table(_parameters(command)),
                ]
            )
        )
    return "\n".join(parts)


def test_the_page_of_commands_is_what_the_commands_say() -> None:
    page = commands_page()
    if os.environ.get("UPDATE_GOLDEN"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def test_every_option_has_a_help_text() -> None:
    for _, command in commands():
        assert command.help
        assert all(parameter.help for parameter in command.params if isinstance(parameter, click.Option))
