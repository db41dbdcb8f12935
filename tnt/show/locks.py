"""Locks that last as long as the run that holds them: what nobody holds was left by a run that is no more."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":  # no locks of this kind: nothing is ever taken for a leftover

    def lock(path: Path) -> int | None:
        """Nothing."""
        return None

    @contextmanager
    def unless_held(path: Path) -> Iterator[bool]:
        """Nothing may be removed."""
        yield False

else:
    import fcntl

    def lock(path: Path) -> int | None:
        """Hold a file or folder of one's own until what is returned is closed; None where it cannot be held.

        FileNotFoundError where another run took it for a leftover just before.
        """
        try:
            descriptor = os.open(path, os.O_RDONLY)
        except PermissionError:  # a umask that takes reading from everybody: nor can another run open it
            return None
        with suppress(OSError):  # no locks here: another run cannot take one either
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        if _is_named(descriptor, path):
            return descriptor
        os.close(descriptor)
        raise FileNotFoundError(path)

    @contextmanager
    def unless_held(path: Path) -> Iterator[bool]:
        """Whether a file or folder is one's own and held by no run; it is held through the block."""
        descriptor = None
        try:
            with suppress(OSError):
                descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            yield descriptor is not None and _is_left(descriptor, path)
        finally:
            if descriptor is not None:
                os.close(descriptor)

    def _is_left(descriptor: int, path: Path) -> bool:
        there = os.fstat(descriptor)
        if there.st_uid != os.geteuid() or not (stat.S_ISREG(there.st_mode) or stat.S_ISDIR(there.st_mode)):
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # its run lives, or nothing can be told here
            return False
        return _is_named(descriptor, path)

    def _is_named(descriptor: int, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(descriptor), path.lstat())
        except FileNotFoundError:
            return False
