"""Writing files whole: a reader never meets half a result."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let `write` fill a file beside `path`, then give it its name. A pipe or a device is written straight."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            write(file)
        return
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            write(file)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
