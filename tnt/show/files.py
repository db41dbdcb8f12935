"""Writing files whole: a reader never meets half a result."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tnt.show.unfinished import is_unfinished, unfinished_file

_NEW = 0o666
"""Rights of a new file, of which the umask takes away."""
_OWN = 0o600
_RIGHTS = 0o777
_GROUP = 0o070


def write_whole(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Let `write` fill a file beside `path`, then give it its name. A pipe or a device is written straight.

    A link stays a link, and a file that is written over keeps its rights and, where that may be, its owner. OSError
    that names `path` if it cannot be written, as where it is read-only, or has other names (hard links): those would
    keep the old content.
    """
    with _naming(path):
        old = _there(path)
        if old is not None and not stat.S_ISREG(old.st_mode):
            with path.open("wb") as file:
                write(file)
            return
        _replace(Path(os.path.realpath(path)), old, write)


def _replace(target: Path, old: os.stat_result | None, write: Callable[[BinaryIO], None]) -> None:
    if old is not None and not os.access(target, os.W_OK):
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))
    if old is not None and old.st_nlink > 1:
        raise OSError(errno.EMLINK, os.strerror(errno.EMLINK))
    with unfinished_file(target.parent, _NEW if old is None else _OWN) as (beside, file):
        write(file)
        file.close()
        if old is not None:
            _as_before(beside, old)
        beside.replace(target)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """An error is about the file that was asked for, not about the one beside it."""
    try:
        yield
    except OSError as error:
        if error.filename is None or is_unfinished(error.filename):
            raise OSError(error.errno, error.strerror, str(path)) from None
        raise


def _there(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _as_before(path: Path, old: os.stat_result) -> None:
    """Give a file the owner and the rights of the one it replaces; a group it cannot get must not see more."""
    rights = stat.S_IMODE(old.st_mode) & _RIGHTS
    if sys.platform != "win32":
        new = path.stat()
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            with suppress(OSError):
                os.chown(path, -1, old.st_gid)
            with suppress(OSError):
                os.chown(path, old.st_uid, -1)
            if path.stat().st_gid != old.st_gid:
                rights &= ~_GROUP | rights << 3
    path.chmod(rights)
