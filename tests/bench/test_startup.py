"""`tnt --help` is quick, because it imports nothing heavy."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.ratios import Bar, cpu_of_process

HEAVY = ("pandas", "numpy", "pint", "pydantic", "jinja2", "rich", "yaml", "babel", "pyarrow", "xlsxwriter")
HELP = ("-c", "from tnt.main import run; run(['--help'])")
NOTHING = ("-c", "pass")
BAR = Bar("tnt --help: to python -c pass", 8.0, 5.0)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """With compiled modules kept in a folder of their own, as an installed program has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}


def test_help_against_an_empty_program(benchmark: BenchmarkFixture, environment: Mapping[str, str]) -> None:
    spent: dict[tuple[str, str], list[float]] = {HELP: [], NOTHING: []}

    def both() -> None:
        for command, seconds in spent.items():
            seconds.append(cpu_of_process([sys.executable, *command], environment))

    run: Callable[..., None] = benchmark.pedantic
    run(both, rounds=15, iterations=1, warmup_rounds=1)
    BAR.hold(min(spent[HELP]) / min(spent[NOTHING]), benchmark)


def test_help_imports_nothing_heavy(environment: Mapping[str, str]) -> None:
    code = f"import sys; {HELP[1]}; print('loaded:', [name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert "estimate" in done.stdout
    assert "loaded: []" in done.stdout
