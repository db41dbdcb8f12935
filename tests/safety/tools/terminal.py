"""A run at a terminal: what would stand there, byte for byte."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

from tests.safety.tools.forked import ROOT
from tests.safety.tools.process import ready

TERMINAL = {"TERM": "xterm", "COLUMNS": "90", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}


def at_a_terminal(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Exit code, and what a terminal of 90 columns was given."""
    with _Terminal() as terminal:
        place = terminal.path
        done = ready().run(*arguments, cwd=cwd, given=place, out=place, err=place, env=TERMINAL | dict(env or {}))
    return done.code, terminal.seen()


def started_at_a_terminal(*arguments: str, cwd: Path, env: Mapping[str, str]) -> tuple[int, str]:
    """The same of a Python that starts there."""
    with _Terminal() as terminal:
        command, stream = [sys.executable, "-m", "tnt", *arguments], terminal.child
        environment = os.environ | TERMINAL | dict(env)
        run = subprocess.run(
            command, stdin=stream, stdout=stream, stderr=stream, cwd=cwd, env=environment, timeout=60, check=False
        )
    return run.returncode, terminal.seen()


class _Terminal:
    """Is read while the run goes on: it takes only some thousand bytes ahead."""

    def __enter__(self) -> _Terminal:
        self._parent, self.child = pty.openpty()
        self.path = os.ttyname(self.child)
        self._parts: list[bytes] = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.child)
        self._reader.join()
        os.close(self._parent)

    def seen(self) -> str:
        return b"".join(self._parts).decode("utf-8", "replace").replace("\r\n", "\n")

    def _read(self) -> None:
        while True:
            try:
                part = os.read(self._parent, 65536)
            except OSError:  # Linux: the other end is closed
                return
            if not part:
                return
            self._parts.append(part)
