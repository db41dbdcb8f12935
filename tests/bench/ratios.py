"""Two sides measured in turns; what comes out is a ratio, held against a bar."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from pytest_benchmark.fixture import BenchmarkFixture

clock = time.thread_time
"""CPU time of the one thread that computes: what other processes do on the machine disturbs it least."""

MEASURED: list[str] = []
"""Lines for the summary at the end of the run."""


@dataclass(frozen=True)
class Bar:
    """What must hold (`floor`) and what is aimed for (`stretch`); `faster` ratios must be above, others below."""

    what: str
    floor: float
    stretch: float
    faster: bool = False

    def hold(self, ratio: float, benchmark: BenchmarkFixture | None = None) -> None:
        """Note the ratio; fail below the floor (of a run in which something was measured)."""
        sign = "≥" if self.faster else "≤"
        MEASURED.append(
            f"{self.what:<86} {ratio:>8,.2f} ×   floor {sign} {self.floor:,g}   stretch {sign} {self.stretch:,g}"
        )
        if benchmark is not None:
            benchmark.extra_info["ratio"] = ratio
        assert ratio >= self.floor if self.faster else ratio <= self.floor


def note(line: str) -> None:
    """A line for the summary that is not held against a bar."""
    MEASURED.append(line)


def side_by_side(
    benchmark: BenchmarkFixture, ours: Callable[[], object], others: Mapping[str, Callable[[], object]], rounds: int
) -> tuple[float, dict[str, float]]:
    """CPU seconds of ours and of the others, the least of so many rounds; in each round everybody has a turn."""
    least = dict.fromkeys(others, float("inf"))

    def turn_of_the_others() -> None:
        for name, run in others.items():
            least[name] = min(least[name], timed(run))

    ours()
    mine: list[float] = []
    run: Callable[..., None] = benchmark.pedantic
    run(lambda: mine.append(timed(ours)), setup=turn_of_the_others, rounds=rounds, iterations=1)
    return min(mine), least


def timed(run: Callable[[], object]) -> float:
    """CPU seconds of one call; what it returns is dropped outside the clock."""
    begun = clock()
    kept = run()
    spent = clock() - begun
    del kept
    return spent


def cpu_of_process(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """CPU seconds of a process from start to end, its children's not counted."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=dict(environment))
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return used.ru_utime + used.ru_stime
