"""Files and folders that are not finished: nobody else's work is taken for a leftover, and no leftover stays.

Each has a random name and is locked for as long as its run lives. The machine lets go of the lock when the run ends,
however it ends; so what has such a name and can be locked is a leftover, and the next run removes it. Where a file
system has no locks nothing can be told apart, and nothing is removed.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tnt.show.locks import lock, unless_held

_NAME = re.compile(r"\.tnt-[0-9a-f]{16}\.part")
_mine: set[Path] = set()
"""What this run has to remove, should a signal come between making and removing."""


@contextmanager
def unfinished_file(folder: Path, mode: int) -> Iterator[tuple[Path, BinaryIO]]:
    """A new file in a folder, open for writing; it is gone afterwards unless it was given another name.

    `mode`: its rights, of which the umask takes away. Leftovers in the folder are removed. OSError where there can be
    none.
    """
    remove_leftovers(folder)
    path, file, lock = _made_file(folder, mode)
    try:
        with file:
            yield path, file
    finally:
        path.unlink(missing_ok=True)
        _over(path, lock)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for what does not fit in memory, which others cannot look into; it is gone afterwards.

    An OSError in the block that names no file is given the folder's name: it is where the room was looked for.
    """
    beside = _folder_for_temporary_files()
    remove_leftovers(beside)
    path, lock = None, None
    try:
        path, lock = _made_folder(beside)
        yield path
    except OSError as error:
        if error.filename is None or str(error.filename).startswith(f"{beside}{os.sep}"):
            raise OSError(error.errno, error.strerror, str(beside)) from None
        raise
    finally:
        if path is not None:
            shutil.rmtree(path, ignore_errors=True)
            _over(path, lock)


def _folder_for_temporary_files() -> Path:
    try:
        return Path(tempfile.gettempdir())
    except FileNotFoundError as error:  # names none of those it has tried
        raise OSError(error.errno, error.strerror, "TMPDIR") from None


def is_unfinished(name: object) -> bool:
    """Whether this is the path of a file that is being written."""
    return isinstance(name, str) and _NAME.fullmatch(Path(name).name) is not None


def remove_leftovers(folder: Path) -> None:
    """Remove what runs that were killed have left in a folder. What cannot be removed or judged stays."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _NAME.fullmatch(entry.name):
                path = Path(entry.path)
                with unless_held(path) as is_left:
                    if is_left:
                        _remove(path)


def remove_own() -> None:
    """Remove everything this run has not finished: for the end of a run, when nothing is written any more."""
    for path in tuple(_mine):
        _remove(path)
        _mine.discard(path)


def _made_file(folder: Path, mode: int) -> tuple[Path, BinaryIO, int | None]:
    while True:
        path = _new_name(folder)
        file = os.fdopen(os.open(str(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb")
        try:
            return path, file, lock(path)
        except FileNotFoundError:
            file.close()
            _over(path, None)


def _made_folder(folder: Path) -> tuple[Path, int | None]:
    while True:
        path = _new_name(folder)
        path.mkdir(mode=0o700)
        try:
            return path, lock(path)
        except FileNotFoundError:
            _over(path, None)


def _new_name(folder: Path) -> Path:
    path = folder / f".tnt-{secrets.token_hex(8)}.part"
    _mine.add(path)  # before it is there: a signal may come at once
    return path


def _over(path: Path, lock: int | None) -> None:
    if lock is not None:
        os.close(lock)
    _mine.discard(path)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)
