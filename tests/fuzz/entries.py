"""What a folder may hold beside files, so that an input is a value: written, saved and shrunk like any other."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link."""

    to: str


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder without files, where a file is expected."""


@dataclass(frozen=True, slots=True)
class Fifo:
    """A named pipe that nobody writes to."""


Entry = bytes | Link | Folder | Fifo
Files = dict[str, Entry]
"""Name below the folder -> what stands there. A name may hold surrogates: bytes that are not UTF-8."""


def write_entry(path: Path, entry: Entry) -> None:
    """Put an entry in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(entry, Link):
        path.symlink_to(entry.to)
    elif isinstance(entry, Folder):
        path.mkdir()
    elif isinstance(entry, Fifo):
        os.mkfifo(path)
    else:
        path.write_bytes(entry)
