"""`tnt`: the entry point. Imports nothing heavy."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from io import StringIO

import click

from tnt.cli.lazy import LazyGroup, language_before_the_command
from tnt.cli.messages import say
from tnt.cli.signals import EndedBySignal, end_at_once_on_signals, end_on_signals
from tnt.cli.streams import OutputLostError, ReaderGone, drop_output, own_streams

COMMANDS = {
    "check": ("tnt.check.command:check", "Find every problem in guideline files."),
    "estimate": ("tnt.report.estimate_command:estimate", "Hours per recommendation and list, against working time."),
    "report": ("tnt.report.command:report", "Write the estimate as one web page."),
    "compare": ("tnt.analyses.compare.command:compare", "What a change does: in rules, and in hours that add up."),
    "lists": ("tnt.analyses.supply.command:lists", "How large a list can be, and the posts needed."),
    "years": ("tnt.analyses.years.command:years", "Hours year by year, as people grow older and uptake grows."),
    "strategies": ("tnt.analyses.strategies.command:strategies", "What strategies ask of a cohort over the years."),
    "fit": ("tnt.analyses.fit.command:fit", "What fits in the time there is, and what would have to give way."),
    "explain": ("tnt.explain.command:explain", "Say what a code means, or where a figure comes from."),
    "new": ("tnt.authoring.new:new", "Write a commented file to start from."),
    "survey": ("tnt.survey.command:survey", "Ask clinicians for minutes on a form, and read the answers."),
    "schema": ("tnt.authoring.schema:schema", "Write the JSON Schema that editors use."),
    "test": ("tnt.cases.command:test", "Run cases: published figures as tests."),
}

INTERRUPTED, BROKEN_PIPE = 130, 141  # as shells report them: 128 + the signal
_CREATED_BETWEEN_COLLECTIONS = 100_000
"""Objects. Python's 700 look for circles hundreds of times while modules are loaded, a tenth of the whole time."""

tnt = LazyGroup(
    COMMANDS,
    name="tnt",
    help="Time Needed to Treat: how much clinician time a guideline asks for, and whether there is that much.",
    epilog="Without arguments, `tnt estimate` runs the shipped Norwegian pack.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
tnt = click.option(
    "--lang",
    metavar="[nb|en]",
    callback=language_before_the_command,
    expose_value=False,
    is_eager=True,
    help="Language of what the command says; may also stand after the command. Help is in English.",
)(tnt)
tnt = click.version_option(package_name="tnt", message="tnt %(version)s")(tnt)


def main() -> None:
    """Run the command line and leave with its exit code."""
    gc.set_threshold(_CREATED_BETWEEN_COLLECTIONS)
    own_streams()
    try:
        end_on_signals()
        code = run(sys.argv[1:])
        end_at_once_on_signals()
    except EndedBySignal as ended:
        code = ended.exit_code
        drop_output()
        from tnt.show.unfinished import remove_own

        remove_own()
    gc.freeze()  # or all that is left would be gone through once more before it goes with the process
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command: 0 fine, 1 problems found, 2 wrong use, as shells expect when interrupted. Shows no traceback."""
    try:
        code = tnt.main(list(arguments), prog_name="tnt", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.ClickException as wrong:
        message = StringIO()
        wrong.show(message)
        say(message.getvalue(), err=True)
        return wrong.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except ReaderGone:
        return BROKEN_PIPE
    except OutputLostError as lost:  # help or the version, which come before any command
        from tnt.cli.failures import report_failure

        return report_failure(lost, None)
