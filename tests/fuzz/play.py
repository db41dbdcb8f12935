"""One run in this process: files written, the command run with its streams caught, time and memory bounded."""

from __future__ import annotations

import io
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.bounds import bounded, place, streams, watched_failures, watched_warnings
from tests.fuzz.entries import write_entry
from tests.fuzz.faults import Fault, of_exception
from tests.fuzz.inputs import Input
from tests.fuzz.mutations.hostile import OUTSIDE
from tnt.main import run


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
            path = f"{folder}/{name}"
            about = os.lstat(path)
            found[os.path.relpath(path, root)] = (about.st_size, about.st_mtime_ns, about.st_mode)
    return found


def _run(given: Input) -> Played:
    out = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="\n")
    err = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="\n")
    faults: list[Fault] = []
    code: int | None = None
    with (
        place(given.width),
        streams(out, err),
        watched_failures(faults),
        watched_warnings(faults),
    ):
        try:
            with bounded():
                code = run(given.words)
        except BaseException as error:  # whatever escapes a command is a fault
            faults.append(of_exception(error))
    out.flush()
    err.flush()
    return Played(code, out.buffer.getvalue(), err.buffer.getvalue().decode(), {}, faults)  # type: ignore[attr-defined]
