"""One run in this process: files written, the command run with its streams caught, time and memory bounded."""

from __future__ import annotations

import io
import os
import resource
import shutil
import signal
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tnt.cli.failures
from tests.fuzz.entries import write_entry
from tests.fuzz.faults import Fault, OutOfTimeError, of_exception
from tests.fuzz.hostile import OUTSIDE
from tests.fuzz.inputs import Input
from tnt.cli.main import run
from tnt.diagnostics import Problems

CPU_SECONDS, WALL_SECONDS = 10, 60
"""What an input may take; the second is for waiting, on a machine that may be busy."""
MOST_BYTES = 10**9


@dataclass
class Played:
    """What came of a run."""

    code: int | None
    out: bytes
    err: str
    files: dict[str, bytes]
    """What it wrote, by name below the watched folder."""
    faults: list[Fault] = field(default_factory=list)
    """What went wrong on the way: exceptions, warnings, time, memory, inputs changed."""


def play(given: Input, root: Path) -> Played:
    """Run it in a folder of its own below `root`, which is emptied first: files in `pack`, outputs in `out`."""
    _prepare(given, root)
    before = _listing(root)
    played = _run(given)
    after = _listing(root)
    for name in before.keys() | after.keys():
        if name not in before:
            played.files[name] = (root / name).read_bytes() if (root / name).is_file() else b""
        elif before[name] != after.get(name):
            played.faults.append(Fault("input changed", given.words[0], name))
    return played


def _prepare(given: Input, root: Path) -> None:
    os.chdir(root)
    shutil.rmtree(root / "watched", ignore_errors=True)
    for name in ("pack", "out", "empty", "tmp"):
        (root / "watched" / name).mkdir(parents=True)
    (root / "watched/outside.txt").write_text(f"{OUTSIDE}\n" * 3)
    (root / "watched/outside.yaml").write_text(f"format: tnt/1\nguideline: {OUTSIDE}\n")
    for name, entry in given.files.items():
        write_entry(root / "watched/pack" / name, entry)


def _listing(root: Path) -> dict[str, tuple[int, int, int]]:
    """Every entry but folders, with its size, time and kind."""
    found = {}
    for folder, _, names in os.walk(root / "watched"):
        for name in names:
            path = os.path.join(folder, name)
            about = os.lstat(path)
            found[os.path.relpath(path, root)] = (about.st_size, about.st_mtime_ns, about.st_mode)
    return found


def _run(given: Input) -> Played:
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="\n")
    err = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="\n")
    faults: list[Fault] = []
    code: int | None = None
    with (
        _place(given.width),
        _streams(out, err),
        _watched_failures(faults),
        warnings.catch_warnings(record=True) as said,
    ):
        warnings.simplefilter("always")
        try:
            with _bounded():
                code = run(given.words)
        except BaseException as error:  # whatever escapes a command is a fault
            faults.append(of_exception(error))
    faults += [_of_warning(one, given.words[0]) for one in said]
    out.flush()
    err.flush()
    return Played(code, out.buffer.getvalue(), err.buffer.getvalue().decode(), {}, faults)  # type: ignore[attr-defined]


def _of_warning(said: warnings.WarningMessage, command: str) -> Fault:
    """Where it was raised; a file left open is noticed anywhere."""
    place = f"{said.filename.rpartition('/tnt/')[2]}:{said.lineno}"
    is_anywhere = said.category is ResourceWarning
    detail = f"{said.category.__name__}: {said.message}"[:300]
    return Fault("file left open" if is_anywhere else "warning", command if is_anywhere else place, detail)


@contextmanager
def _place(width: str) -> Iterator[None]:
    """In the folder of the files, on a terminal so wide, with temporary files where they are seen."""
    kept, temporary = dict(os.environ), tempfile.tempdir
    os.environ.update({"COLUMNS": width, "GIT_CEILING_DIRECTORIES": os.getcwd(), "LC_ALL": "C.UTF-8"})
    tempfile.tempdir = os.path.join(os.getcwd(), "watched", "tmp")
    os.chdir("watched/pack")
    try:
        yield
    finally:
        os.chdir("../..")
        tempfile.tempdir = temporary
        os.environ.clear()
        os.environ.update(kept)


@contextmanager
def _streams(out: io.TextIOWrapper, err: io.TextIOWrapper) -> Iterator[None]:
    kept = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        yield
    finally:
        sys.stdout, sys.stderr = kept


@contextmanager
def _watched_failures(faults: list[Fault]) -> Iterator[None]:
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
def _bounded() -> Iterator[None]:
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
    with open("/proc/self/statm") as file:
        return int(file.read().split()[0]) * resource.getpagesize()
