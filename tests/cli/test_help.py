import subprocess
import sys
from importlib import import_module

import click
import pytest

from tests.command_line import ROOT, Run
from tnt.main import COMMANDS, run

HEAVY = {"pandas", "numpy", "pyarrow", "pint", "pydantic", "jinja2", "rich", "yaml", "babel", "xlsxwriter"}


def imported_by(code: str) -> set[str]:
    script = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint('MODULES', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    return set(done.stdout.rpartition("MODULES ")[2].split())


@pytest.mark.parametrize("arguments", [["--help"], [], ["--version"], ["no-such-command"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    modules = imported_by(f"import tnt.main; sys.argv[1:] = {arguments!r}; tnt.main.main()")
    assert modules & HEAVY == set()


def test_commands_that_only_say_what_they_do_import_nothing_heavy() -> None:
    modules = imported_by(f"import tnt.main; [tnt.main.run([name, '--help']) for name in {list(COMMANDS)}]")
    assert "tnt.report.estimate_command" in modules
    assert modules & HEAVY <= {"babel", "pydantic"}  # the language of what is said, and `schema`'s kinds


def test_help_names_every_command(tnt: Run) -> None:
    done = tnt("--help")
    assert done.returncode == 0
    for name, (_, short) in COMMANDS.items():
        assert name in done.stdout.decode()
        assert short in done.stdout.decode()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_where_it_is_said_to_be_and_explains_its_options(name: str) -> None:
    module, attribute = COMMANDS[name][0].split(":")
    command = getattr(import_module(module), attribute)
    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_wrong_use_is_2(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["no-such-command"]) == 2
    assert run(["estimate", "--format", "pdf"]) == 2
    assert run(["estimate", "--as-of", "yesterday"]) == 2
    assert run(["check"]) == 2
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize("arguments", [["--lang", "nb", "--help"], ["--help", "--lang", "nb"]])
def test_the_language_may_stand_before_help(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    run(arguments)
    said = capfd.readouterr()
    assert "Commands:" in said.out + said.err
    assert "Error" not in said.err


def test_the_language_before_the_command_is_that_of_the_command(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "nb", "explain", "TNT201"]) == 0
    norwegian = capfd.readouterr().out
    assert run(["explain", "TNT201", "--lang", "nb"]) == 0
    assert capfd.readouterr().out == norwegian
    assert run(["--lang", "nb", "explain", "TNT201", "--lang", "en"]) == 0
    assert capfd.readouterr().out != norwegian
    assert run(["--lang", "xx", "explain", "TNT201"]) == 2


def test_the_version(tnt: Run) -> None:
    assert tnt("--version").stdout.startswith(b"tnt ")
