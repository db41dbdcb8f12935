"""The command line as a process of its own: what it said, and the processor time and memory it took."""

from __future__ import annotations

import atexit
import os
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.command_line import write_pack
from tests.safety.tools.forked import Ended, Forks, forks

MOST_CPU_SECONDS = 10
MOST_BYTES = 10**9
"""What any input up to the documented limits may take; `Ran.is_cheap` holds a run against both."""
_FIRST = [
    ["check", "."],
    ["estimate", ".", "--format", "json", "--out", os.devnull],
    ["estimate", ".", "--format", "xlsx", "--out", os.devnull],
]


@dataclass(frozen=True)
class Ran(Ended):
    """How a run ended, and what it took beyond starting Python; a negative code is the signal that ended it."""

    @property
    def is_cheap(self) -> bool:
        """Whether it kept to what any input may take."""
        return self.cpu_seconds <= MOST_CPU_SECONDS and self.peak_bytes <= MOST_BYTES


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
