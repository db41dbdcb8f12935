"""`tnt --help` is quick, because it imports nothing heavy."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench.measure import Bar, fastest

HEAVY = ("pandas", "numpy", "pint", "pydantic", "jinja2", "rich", "yaml", "babel", "pyarrow")


def _environment(folder: Path) -> dict[str, str]:
    """With compiled modules kept in a folder of their own, as an installed program has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder)}


def test_help_against_an_empty_program(tmp_path: Path, benchmark: Any) -> None:
    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=_environment(tmp_path))

    benchmark.pedantic(lambda: run("-m", "tnt", "--help"), rounds=3)
    ours, empty = fastest(lambda: run("-m", "tnt", "--help"), lambda: run("-c", "pass"), rounds=9)
    Bar("tnt --help against python -c pass", 8, 5, at_most=True).hold(ours / empty)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['tnt', '--help']\n"
        "try:\n    from tnt.cli.main import main; main()\nexcept SystemExit: pass\n"
        f"print('loaded:', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "loaded: []" in done.stdout
