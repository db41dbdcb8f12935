"""What surrounds a run in this process: its folder, its streams, what it may take, and what is noticed on the way."""

from __future__ import annotations

import io
import os
import resource
import signal
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import tnt.cli.failures
from tests.fuzz.faults import Fault, OutOfTimeError, of_exception, of_warning
from tnt.diagnostics import Problems

CPU_SECONDS, WALL_SECONDS = 10, 120
"""What an input may take; the second is for waiting, on a machine that may be busy."""
MOST_BYTES = 10**9


@contextmanager
def place(width: str) -> Iterator[None]:
    """In the folder of the files, on a terminal so wide, with temporary files where they are seen."""
    kept, temporary = dict(os.environ), tempfile.tempdir
    here = Path.cwd()
    os.environ.update({"COLUMNS": width, "GIT_CEILING_DIRECTORIES": str(here), "LC_ALL": "C.UTF-8"})
    tempfile.tempdir = str(here / "watched/tmp")
    os.chdir("watched/pack")
    try:
        yield
    finally:
        os.chdir("../..")
        tempfile.tempdir = temporary
        os.environ.clear()
        os.environ.update(kept)


@contextmanager
def streams(out: io.TextIOWrapper, err: io.TextIOWrapper) -> Iterator[None]:
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        yield
    finally:
        sys.stdout, sys.stderr = kept


@contextmanager
def watched_failures(faults: list[Fault]) -> Iterator[None]:
    """See the exceptions that tnt reports as faults of its own."""
    told = tnt.cli.failures.report_failure

    def watched(error: Exception, lang: str | None) -> int:
        named = isinstance(error, OSError) and error.filename is not None
        if not isinstance(error, Problems) and not named:
            faults.append(of_exception(error))
        return told(error, lang)

    tnt.cli.failures.report_failure = watched
    try:
        yield
    finally:
        tnt.cli.failures.report_failure = told


@contextmanager
def watched_warnings(faults: list[Fault]) -> Iterator[None]:
    """See every warning, and where it was."""

    def seen(message: Warning | str, category: type[Warning], *_: Any, **__: Any) -> None:
        faults.append(of_warning(category(message) if isinstance(message, str) else message, sys._getframe(1)))

    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = seen
        yield


@contextmanager
def bounded() -> Iterator[None]:
    """No more time than an input may take; no more memory than it may add."""

    def late(*_: Any) -> None:
        raise OutOfTimeError

    kept = [(one, signal.signal(one, late)) for one in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
    signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_held_bytes() + MOST_BYTES, hard))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        for one, handler in kept:
            signal.signal(one, handler)


def _held_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
