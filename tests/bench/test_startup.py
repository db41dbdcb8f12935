"""`tnt --help` imports nothing heavy, and `tnt estimate` only the libraries that the answer is made with."""

import os
import subprocess
import sys
from ast import literal_eval
from collections.abc import Callable, Mapping, Sequence

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.bench.ratios import Bar, cpu_of_process, note

HEAVY = ("pandas", "numpy", "pint", "pydantic", "jinja2", "rich", "yaml", "babel", "pyarrow", "xlsxwriter")
HELP = ("-c", "from tnt.main import run; run(['--help'])")
ESTIMATE = ("-m", "tnt", "estimate")
LIBRARIES = ("-c", "import numpy, pyarrow.compute, pydantic")
NOTHING = ("-c", "pass")
BAR = Bar("tnt --help: to python -c pass", 8.0, 5.0)
ANSWER = Bar("tnt estimate, from files to the answer: to importing numpy, pyarrow and pydantic", 5.0, 3.0)
NOT_FOR_AN_ANSWER = ("pandas", "pint", "scipy", "pyarrow.pandas_compat", "pyarrow.parquet", "jinja2", "xlsxwriter")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """With compiled modules kept in a folder of their own, as an installed program has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled")), "OPENBLAS_NUM_THREADS": "1"}


def least(
    benchmark: BenchmarkFixture, commands: Sequence[tuple[str, ...]], environment: Mapping[str, str], rounds: int
) -> list[float]:
    """CPU seconds of each command, the least of so many rounds; in each round every command has a turn."""
    spent: list[list[float]] = [[] for _ in commands]

    def all_of_them() -> None:
        for command, seconds in zip(commands, spent, strict=True):
            seconds.append(cpu_of_process([sys.executable, *command], environment))

    run: Callable[..., None] = benchmark.pedantic
    run(all_of_them, rounds=rounds, iterations=1, warmup_rounds=1)
    return [min(seconds) for seconds in spent]


def test_help_against_an_empty_program(benchmark: BenchmarkFixture, environment: Mapping[str, str]) -> None:
    of_help, nothing = least(benchmark, [HELP, NOTHING], environment, rounds=15)
    BAR.hold(of_help / nothing, benchmark)


@pytest.mark.bench
def test_an_answer_against_its_libraries(benchmark: BenchmarkFixture, environment: Mapping[str, str]) -> None:
    answer, libraries, nothing = least(benchmark, [ESTIMATE, LIBRARIES, NOTHING], environment, rounds=11)
    ANSWER.hold(answer / libraries, benchmark)
    to_nothing = f"{answer / nothing:,.1f} ×; these libraries alone: {libraries / nothing:,.1f} ×"
    note(f"   the same to python -c pass: {to_nothing}")


def loaded_by(arguments: Sequence[str], names: Sequence[str], environment: Mapping[str, str]) -> list[str]:
    """Which of these modules a command has imported when it is done."""
    code = f"import sys; from tnt.main import run; run({list(arguments)!r})"
    code += f"; print([name for name in {names!r} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout
    return literal_eval(done.stderr.splitlines()[-1])


def test_help_imports_nothing_heavy(environment: Mapping[str, str]) -> None:
    assert loaded_by(["--help"], HEAVY, environment) == []


@pytest.mark.parametrize("arguments", [["estimate"], ["check", "guidelines/no", "--format", "json"]])
def test_an_answer_imports_only_what_it_is_made_with(arguments: list[str], environment: Mapping[str, str]) -> None:
    assert loaded_by(arguments, NOT_FOR_AN_ANSWER, environment) == []
