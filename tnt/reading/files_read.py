"""Which files a run has read: so that it writes over none of them, and shows the lines of no other.

A file is known by its place on the disk, which its links and other names share.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

Identity = tuple[int, int]


@dataclass
class FilesRead:
    """Files read so far, by their place on the disk, with the name each was read by."""

    names: dict[Identity, str] = field(default_factory=dict)
    documents: set[Identity] = field(default_factory=set)
    """Those read as YAML, whose lines may be shown."""

    def name_of(self, path: Path) -> str | None:
        """What a file was read as; None where it was not read, or is not there. OSError where nobody can tell."""
        try:
            return self.names.get(_of(path.stat()))
        except FileNotFoundError:
            return None

    def is_document(self, path: Path) -> bool:
        """Whether it was read as YAML."""
        with suppress(OSError):
            return _of(path.stat()) in self.documents
        return False


_NOTED: ContextVar[FilesRead | None] = ContextVar("files read", default=None)


@contextmanager
def noting_files() -> Iterator[None]:
    """Note the files that are read from here on; without it nobody does."""
    before = _NOTED.set(FilesRead())
    try:
        yield
    finally:
        _NOTED.reset(before)


def files_read() -> FilesRead:
    """What has been noted."""
    return _NOTED.get() or FilesRead()


def note(name: str, status: os.stat_result, *, is_document: bool = False) -> None:
    """A file is read, which the reader knows by this name."""
    noted = _NOTED.get()
    if noted is None:
        return
    noted.names.setdefault(_of(status), name)
    if is_document:
        noted.documents.add(_of(status))


def note_if_there(path: Path) -> None:
    """A file of a pack that is read as it was at another time must be as safe as those read as they are."""
    with suppress(OSError):
        note(str(path), path.stat())


def _of(status: os.stat_result) -> Identity:
    return status.st_dev, status.st_ino
