"""The command line as a process of its own: what it said, and the processor time and memory it took."""

from __future__ import annotations

import atexit
import os
import re
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from tests.command_line import write_pack
from tests.safety.tools.forked import Ended, Forks, forks

_DOCUMENTED_CPU_SECONDS = 10
MOST_BYTES = 10**9
_LINES = 20_000
_CPU_SECONDS_OF_LINES = 0.65
"""What `slowness` reads takes on a machine on which the documented seconds hold."""
_FIRST = [
    ["check", "."],
    ["estimate", ".", "--format", "json", "--out", os.devnull],
    ["estimate", ".", "--format", "xlsx", "--out", os.devnull],
]


@cache
def slowness() -> float:
    """How many times longer than the documented machine this one takes to read so many lines; never below 1."""
    text = "".join(f"t{number}: {{role: gp, time: soon}}\n" for number in range(_LINES))
    begun = time.process_time()
    for _, node in yaml.compose(text, yaml.CSafeLoader).value:
        "_".join(re.findall(r"\w+", str([each.value for pair in node.value for each in pair]).lower()))
    return max(1.0, (time.process_time() - begun) / _CPU_SECONDS_OF_LINES)


def most_cpu_seconds() -> float:
    """What any input up to the documented limits may take; `Ran.is_cheap` holds a run against this and `MOST_BYTES`."""
    return _DOCUMENTED_CPU_SECONDS * slowness()


@dataclass(frozen=True)
class Ran(Ended):
    """How a run ended, and what it took beyond starting Python; a negative code is the signal that ended it."""

    @property
    def is_cheap(self) -> bool:
        """Whether it kept to what any input may take."""
        return self.cpu_seconds <= most_cpu_seconds() and self.peak_bytes <= MOST_BYTES


def run_tnt(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> Ran:
    """Run `tnt` with these arguments in a folder, English unless `env` says else."""
    return Ran(**vars(ready().run(*arguments, cwd=cwd, env={"LANG": "C.UTF-8", **(env or {})})))


@cache
def ready() -> Forks:
    """What starts them all: Python and the libraries are loaded once, which took most of a small run."""
    stack = ExitStack()
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    write_pack(folder)
    atexit.register(stack.close)
    return stack.enter_context(forks(_FIRST, folder))
