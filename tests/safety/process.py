"""The command line as a process of its own: what it said, and the processor time and memory it took."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MOST_CPU_SECONDS = 10
MOST_BYTES = 10**9
"""What any input up to the documented limits may take; `Ran.is_cheap` holds a run against both."""
_RUNNER = """
import json, os, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (100, 100))
resource.setrlimit(resource.RLIMIT_AS, (12 * 2**30, 12 * 2**30))
pid = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(pid, 0)
code, cpu = os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime
spent = {"code": code, "cpu": cpu, "bytes": used.ru_maxrss * 1024}
open(sys.argv[1], "w").write(json.dumps(spent))
"""  # a small process between: the memory a process is said to have taken is at least that of the one it came from


@dataclass(frozen=True)
class Ran:
    """How a run ended; a negative code is the signal that ended it."""

    code: int
    out: bytes
    err: str
    cpu_seconds: float
    peak_bytes: int

    @property
    def is_cheap(self) -> bool:
        """Whether it kept to what any input may take."""
        return self.cpu_seconds <= MOST_CPU_SECONDS and self.peak_bytes <= MOST_BYTES


def run_tnt(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    given: bytes = b"",
    timeout_seconds: float = 120,
) -> Ran:
    """Run `tnt` with these arguments in a folder, English unless `env` says else."""
    spent = cwd / f".spent-{os.getpid()}.json"
    command = [sys.executable, "-S", "-c", _RUNNER, str(spent), sys.executable, "-m", "tnt", *map(str, arguments)]
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", **(env or {})},
        input=given,
        capture_output=True,
        timeout=timeout_seconds,
        check=False,
    )
    told = json.loads(spent.read_text())
    spent.unlink()
    return Ran(told["code"], done.stdout, done.stderr.decode("utf-8", "replace"), told["cpu"], told["bytes"])
