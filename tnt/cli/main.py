"""`tnt`: the entry point. Imports nothing heavy."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from tnt.cli.lazy import LazyGroup, ReaderGone

COMMANDS = {
    "check": ("tnt.cli.check:check", "Find every problem in guideline files."),
    "estimate": ("tnt.cli.estimate:estimate", "Hours per recommendation and list, against working time."),
    "report": ("tnt.cli.report:report", "Write the estimate as one web page."),
    "explain": ("tnt.cli.explain:explain", "Say what a code means, or where a figure comes from."),
    "new": ("tnt.cli.new:new", "Write a commented file to start from."),
    "schema": ("tnt.cli.schema:schema", "Write the JSON Schema that editors use."),
    "test": ("tnt.cli.test:test", "Run cases: published figures as tests."),
}

OK, PROBLEMS, WRONG_USE = 0, 1, 2
INTERRUPTED, BROKEN_PIPE = 130, 141  # as shells report them: 128 + the signal

tnt = LazyGroup(
    COMMANDS,
    name="tnt",
    help="Time Needed to Treat: how much clinician time a guideline asks for, and whether there is that much.",
    epilog="Without arguments, `tnt estimate` runs the shipped Norwegian pack.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
tnt.params.append(
    click.Option(
        ["--version"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        help="Show the version.",
        callback=lambda *given: _version(*given),
    )
)


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run a command: 0 fine, 1 problems found, 2 wrong use, as shells expect when interrupted. Shows no traceback."""
    try:
        code = tnt.main(list(arguments), prog_name="tnt", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else OK
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (BrokenPipeError, ReaderGone):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes once more when it ends
        return BROKEN_PIPE
    except Exception as error:
        from tnt.cli.failures import report_failure

        return report_failure(error)


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"tnt {version('tnt')}")
        ctx.exit()
