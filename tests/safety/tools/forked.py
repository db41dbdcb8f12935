"""Runs of `tnt` that something befalls: a signal, a full disk, a stream that is closed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.safety.tools.fork_server import CLOSED, DESERTED

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Ended:
    """How a run ended; a negative code is the signal that ended it."""

    code: int
    out: bytes
    err: str
    cpu_seconds: float
    peak_bytes: int
    """Of memory, with what was at hand when the run began."""


@dataclass
class Forks:
    """Starts runs, each in a process of its own, out of one that has everything at hand."""

    server: subprocess.Popen[str]
    folder: Path
    """Where standard output and standard error of a run are kept."""
    count: int = field(default=0)

    def run(
        self,
        *arguments: str | Path,
        cwd: Path,
        out: str | None = None,
        err: str | None = None,
        given: str = os.devnull,
        env: Mapping[str, str] | None = None,
        signal: int = 0,
        after_seconds: float = 0.0,
        most_bytes: int = 0,
        is_nobody: bool = False,
        ignored: Sequence[int] = (),
    ) -> Ended:
        """Run `tnt`. `out`, `err` and `given` are paths, CLOSED or DESERTED; those that are left out are caught."""
        self.count += 1
        caught = [self.folder / f"{self.count}.out", self.folder / f"{self.count}.err"]
        asked = {
            "arguments": list(map(str, arguments)),
            "cwd": str(cwd),
            "streams": [given, out or str(caught[0]), err or str(caught[1])],
            "env": {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "TNT_TRACEBACK": "", **(env or {})},
            "signal": signal,
            "after_seconds": after_seconds,
            "most_bytes": most_bytes,
            "is_nobody": is_nobody,
            "ignored": list(ignored),
        }
        assert self.server.stdin is not None
        assert self.server.stdout is not None
        print(json.dumps(asked), file=self.server.stdin, flush=True)
        told = json.loads(self.server.stdout.readline())
        texts = [path.read_bytes() if path.exists() else b"" for path in caught]
        for path in caught:
            path.unlink(missing_ok=True)
        return Ended(told["code"], texts[0], texts[1].decode("utf-8", "replace"), told["cpu"], told["bytes"])


@contextmanager
def forks(first: Sequence[Sequence[str]], cwd: Path) -> Iterator[Forks]:
    """A server for as long as the block runs; it runs the `first` commands itself, in `cwd`, to be ready."""
    one_thread = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    environment = {**os.environ, **one_thread, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-m", "tests.safety.tools.fork_server"]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(
            command, cwd=cwd, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as server,
    ):
        Path(folder).chmod(0o777)
        print(json.dumps(first), file=server.stdin, flush=True)
        yield Forks(server, Path(folder))
        assert server.stdin is not None
        server.stdin.close()


__all__ = ["CLOSED", "DESERTED", "Ended", "Forks", "forks"]
