"""--format: the table a terminal shows, or one of the outputs of tnt and of plugins."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import IO, Any, TypeVar

import click

from tnt.cli.endings import refuse_ending
from tnt.cli.output import print_out, refuse_input, refuse_terminal, telling_too_many_rows, write_out
from tnt.locale import Texts
from tnt.show.output import Output, Outputs

TABLE = "table"
"""What is printed for reading, with next commands to try: no output, since it is more than the result."""
_TABLE_SUFFIX = "txt"
Command = TypeVar("Command", bound=Callable[..., Any])


class _Format(click.Choice[str]):
    """A name among tnt's own or those of plugins, which are looked at where a name is not tnt's."""

    def __init__(self, outputs: Outputs) -> None:
        super().__init__([TABLE, *outputs.homes])
        self.outputs = outputs

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself; refused with all there are."""
        if value in self.choices:
            return str(value)
        names = self.outputs.names()
        if value in names:
            return str(value)
        return str(click.Choice([TABLE, *names]).convert(value, param, ctx))


def format_option(outputs: Outputs) -> Callable[[Command], Command]:
    """--format, as the name of an output or `table`."""
    return click.option(
        "--format", "form", type=_Format(outputs), default=TABLE, show_default=True, help="What to write."
    )


def refuse_unreadable(form: str, outputs: Outputs, out: Path | None, texts: Texts, command: str, stem: str) -> None:
    """Wrong use: what is not for reading would be printed on a terminal, or the name of the file is that of another
    kind. The command and the name of a file are for an example of right use."""
    refuse_other_kind(form, outputs, out, texts)
    if out is None and sys.stdout.isatty() and (output := _output(form, outputs)) and output.is_binary:
        refuse_terminal(out, texts, f"{command} --format {form} --out {stem}.{output.suffix}")


def refuse_other_kind(form: str, outputs: Outputs, out: Path | None, texts: Texts, *, is_read: bool = False) -> None:
    """Wrong use: the name of the file is that of another kind than the format writes."""
    if out is None:
        return
    output = _output(form, outputs)
    its_own = (_output(name, outputs) for name in outputs.homes)
    formats = [(one.name, one.suffix) for one in its_own if one is not None]
    refuse_ending(out, _TABLE_SUFFIX if output is None else output.suffix, texts, formats, is_read=is_read)


def write_result(
    result: Any, form: str, outputs: Outputs, out: Path | None, lang: str, table: Callable[[IO[str]], None]
) -> None:
    """Write the result as is asked for: to the file, which appears whole, or to standard output."""
    refuse_input(out)
    refuse_other_kind(form, outputs, out, Texts(lang), is_read=True)
    output = _output(form, outputs)
    if output is None:
        print_out(out, table)
        return
    with telling_too_many_rows(Texts(lang)) if output.suffix == "xlsx" else nullcontext():
        write_out(out, lambda file: output.write(result, file, lang))


def _output(form: str, outputs: Outputs) -> Output[Any] | None:
    return None if form == TABLE else outputs.find(form)
