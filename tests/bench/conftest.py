"""One BLAS thread, and the ratios of the run at its end beside the kernel that computed them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

import tnt
from tests.bench import packs
from tests.bench.ratios import MEASURED
from tnt import Inputs


def pytest_ignore_collect() -> bool | None:
    """Ratios are measured alone: `pytest -n 0 tests/bench`, not beside other tests."""
    return True if "PYTEST_XDIST_WORKER" in os.environ else None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The ratios of the run, beside what computed them."""
    if not MEASURED:
        return
    terminalreporter.section("ratios, the least CPU time of interleaved rounds")
    terminalreporter.write_line(f"BLAS: {kernel()}, 1 thread; CPU: {processor()}")
    for line in MEASURED:
        terminalreporter.write_line(line)


def kernel() -> str:
    """Which routines multiply matrices here; the same wheel picks others on another machine."""
    return ", ".join(
        f"{pool['internal_api']} {pool['version']} {pool.get('architecture')}" for pool in threadpool_info()
    )


def processor() -> str:
    """The processor's name, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return "unknown"
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Two threads stall at times on small products, and a ratio to one core needs one core on both sides."""
    with threadpool_limits(limits=1, user_api="blas"):
        yield


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> packs.Compile:
    """Inputs of so many lists and recommendations, read and compiled from files like anybody's; each made once."""
    made: dict[tuple[int, int, tuple[str, ...]], Inputs] = {}

    def compile_once(lists: int, recommendations: int, roles: tuple[str, ...] = ("gp",)) -> Inputs:
        key = (lists, recommendations, roles)
        if key not in made:
            made.clear()  # one set of lists in memory at a time
            folder = tmp_path_factory.mktemp("pack")
            packs.write(folder, lists, recommendations, roles)
            made[key] = tnt.load(folder)
        return made[key]

    return compile_once
