"""The loop: workers side by side, each started anew when it dies, is stuck or has done enough."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

_STARTING_SECONDS = 120
"""A worker reads the whole corpus before it says anything."""
_STUCK_SECONDS = 300
"""Longer than any input may wait for itself: whoever takes it does not even heed its own clock."""
_TOLD_EVERY = 10_000
_INPUTS_OF_A_WORKER = 5_000
"""Then it is started anew, so that nothing piles up."""


@dataclass
class Wanted:
    """What to run."""

    seed: str
    keep: Path
    inputs: int = 10**9
    seconds: float = 10**9
    jobs: int = 2
    also: tuple[Path, ...] = ()
    worker: str = "tests.fuzz.worker"
    stuck_seconds: float = _STUCK_SECONDS


@dataclass
class Outcome:
    """What came of it: inputs played, and faults by their keys, each as it was first seen."""

    inputs: int = 0
    seconds: float = 0
    faults: dict[str, dict[str, Any]] = field(default_factory=dict)


def fuzz(wanted: Wanted, told: Callable[[dict[str, Any]], None] = lambda fault: None) -> Outcome:
    """Play inputs until there have been enough or the time is up; `told` hears of each new fault."""
    loop = _Loop(wanted, told)
    with ThreadPoolExecutor(wanted.jobs) as jobs:
        list(jobs.map(loop.job, range(wanted.jobs)))
    loop.outcome.seconds = monotonic() - loop.begun
    return loop.outcome


class _Loop:
    def __init__(self, wanted: Wanted, told: Callable[[dict[str, Any]], None]) -> None:
        self.wanted, self.told = wanted, told
        self.begun, self.outcome = monotonic(), Outcome()

    def job(self, number: int) -> None:
        """One worker after the other, until all of this job's inputs are played or the time is up."""
        while number < self.wanted.inputs and self._left() > 0:
            number = self._worker(number)

    def _left(self) -> float:
        return self.begun + self.wanted.seconds - monotonic()

    def _worker(self, first: int) -> int:
        """Play inputs from `first` on in a process of its own; the first one that is not played."""
        wanted = self.wanted
        last = min(wanted.inputs, first + wanted.jobs * _INPUTS_OF_A_WORKER)
        told = {
            "seed": wanted.seed,
            "first": first,
            "last": last,
            "step": wanted.jobs,
            "keep": str(wanted.keep.resolve()),
        }
        command = [
            sys.executable,
            "-m",
            wanted.worker,
            json.dumps(told | {"also": [str(path.resolve()) for path in wanted.also]}),
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as process:
            try:
                return self._followed(process, first)
            finally:
                process.kill()

    def _followed(self, process: subprocess.Popen[bytes], number: int) -> int:
        for line in self._lines(process):
            if "begin" in line:
                number = line["begin"]
            elif "end" in line:
                number += self.wanted.jobs
                self.outcome.inputs += 1
                if self.outcome.inputs % _TOLD_EVERY == 0:
                    print(f"{monotonic() - self.begun:6.0f} s: {self.outcome.inputs} inputs", flush=True)
            elif "fault" in line:
                self._found(line)
            else:
                return number
        if self._left() <= 0:
            return number
        process.kill()
        code = process.wait()
        how = "stuck" if code == -9 else f"ended by signal {-code}" if code < 0 else f"left with {code}"
        self._found({"key": f"worker {how}", "number": number})
        return number + self.wanted.jobs

    def _lines(self, process: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
        """What a worker says, until it ends, is silent for too long, or the time is up."""
        assert process.stdout is not None
        heard, rest, patience = monotonic(), b"", float(_STARTING_SECONDS)
        while self._left() > 0 and monotonic() - heard < patience:
            if not select.select([process.stdout], [], [], 0.5)[0]:
                continue
            heard, data = monotonic(), os.read(process.stdout.fileno(), 65536)
            if not data:
                process.wait()
                return
            *whole, rest = (rest + data).split(b"\n")
            patience = self.wanted.stuck_seconds
            yield from map(json.loads, whole)

    def _found(self, fault: dict[str, Any]) -> None:
        if fault["key"] not in self.outcome.faults:
            self.outcome.faults[fault["key"]] = fault | {"seconds": monotonic() - self.begun}
            self.told(self.outcome.faults[fault["key"]])
