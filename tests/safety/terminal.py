"""A run at a terminal: what would stand there, byte for byte."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.safety.forked import ROOT


def at_a_terminal(*arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Exit code, and what a terminal of 90 columns was given."""
    parent, child = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "90", "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    run = subprocess.Popen(
        [sys.executable, "-m", "tnt", *map(os.fspath, arguments)],
        stdin=child,
        stdout=child,
        stderr=child,
        cwd=cwd,
        env=environment | dict(env or {}),
    )
    os.close(child)
    seen = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:  # Linux: the other end is closed
            break
        if not part:
            break
        seen += part
    os.close(parent)
    return run.wait(timeout=60), seen.decode("utf-8", "replace").replace("\r\n", "\n")
