"""A process that plays inputs one after the other and says what it does on standard output, a JSON document a line."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.fuzz.corpus import corpus
from tests.fuzz.faults import Fault
from tests.fuzz.inputs import Input, Inputs
from tests.fuzz.oracle import faults
from tests.fuzz.play import play
from tests.fuzz.saved import save
from tests.fuzz.shrink import shrunk

_SLOW = {"hang", "memory"}
"""Faults that take too long to be shown again and again."""


def work(seed: str, numbers: range, keep: Path, also: tuple[Path, ...]) -> None:
    """Play the inputs of these numbers. Whoever reads the lines knows which one is under way."""
    inputs = Inputs(corpus(also), seed)
    seen: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="tnt-fuzz-", dir=_memory()) as folder:
        root = Path(folder).resolve()
        for number in numbers:
            _say(begin=number)
            given = inputs[number]
            for fault in faults(given, play(given, root)):
                if fault.key not in seen:
                    seen.add(fault.key)
                    _tell(given, fault, root, keep, number)
            _say(end=number)
    _say(finished=True)


def _memory() -> str | None:
    """A folder in memory, where there is one."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _tell(given: Input, fault: Fault, root: Path, keep: Path, number: int) -> None:
    def still(candidate: Input) -> bool:
        return any(one.key == fault.key for one in faults(candidate, play(candidate, root)))

    path = keep / f"{_slug(fault.key)}.json"
    save(path, given, fault)  # at once: the process may die of what follows
    if fault.kind not in _SLOW:
        save(path, shrunk(given, still), fault)
    _say(fault=asdict(fault), key=fault.key, number=number, file=str(path), world=given.world)


def _slug(key: str) -> str:
    return "".join(character if character.isalnum() else "-" for character in key)[:120]


def _say(**what: Any) -> None:
    os.write(1, (json.dumps(what) + "\n").encode())


if __name__ == "__main__":
    told = json.loads(sys.argv[1])
    work(
        told["seed"],
        range(told["first"], told["last"], told["step"]),
        Path(told["keep"]),
        tuple(map(Path, told["also"])),
    )
