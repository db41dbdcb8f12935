"""From the name of a table to a file that may be read: no address, no device, no archive that fills the memory."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath
from typing import Protocol

from tnt import limits
from tnt.diagnostics import Code, Place, Problems
from tnt.reading.files import named_by_commit
from tnt.reading.table_problems import problem
from tnt.reading.table_sheet import Sheet

ENDINGS = (".csv", ".csv.gz", ".parquet")


class TableFile(Protocol):
    """A table whose header has been read."""

    name: str
    header: list[str]

    def read(self, columns: Sequence[str]) -> Sheet:
        """These columns of all rows, or `Problems`."""


def shown_path(folder: Path, table: str) -> str:
    """The path of a table as a user would write it."""
    path = os.path.normpath(folder / table)
    return named_by_commit(path) or path


def checked_path(table: str, folder: Path, place: Place, endings: tuple[str, ...] = ENDINGS) -> Path:
    """The table's file, or `Problems` at `place`: it must be a file beside the document, by its relative path."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", table) or table.startswith(("/", "\\")) or PureWindowsPath(table).drive:
        raise problem(Code.TABLE_ADDRESS, place, found=table)
    if not table.lower().endswith(endings):
        raise problem(Code.NOT_A_CHOICE, place, found=Path(table).suffix or table, choices=", ".join(endings))
    path = folder / table
    try:
        status = path.stat()
    except FileNotFoundError:
        raise problem(Code.FILE_UNREADABLE, place, reason="missing") from None
    except (OSError, ValueError):  # ValueError: a NUL character in the name
        raise problem(Code.FILE_UNREADABLE, place, reason="permission") from None
    if stat.S_ISDIR(status.st_mode):
        raise problem(Code.FILE_UNREADABLE, place, reason="folder")
    if not stat.S_ISREG(status.st_mode):  # a pipe or a device would wait, or never end
        raise problem(Code.FILE_UNREADABLE, place, reason="device")
    if status.st_size > limits.TABLE_FILE_BYTES:
        raise too_large(place, limits.TABLE_FILE_BYTES, "bytes")
    return path


def sha256_of(path: Path) -> str:
    """Hash of the file's bytes as they are stored, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unreadable(place: Place, reason: str) -> Problems:
    """The problem of a file that is no table; `reason` is a word of the texts (`gzip`, `ragged`, ...)."""
    return problem(Code.TABLE_UNREADABLE, place, reason=reason)


def with_rows(sheet: Sheet) -> Sheet:
    """The sheet, if anything is in it."""
    if not len(sheet):
        raise unreadable(Place(sheet.file), "header-only")
    return sheet


def too_large(place: Place, limit: int, unit: str) -> Problems:
    """The problem of a table beyond a limit of `bytes`, `rows`, `columns` or `cells`."""
    if unit == "bytes" and limit >= 1_000_000:
        return problem(Code.TABLE_TOO_LARGE, place, limit=f"{limit // 1_000_000}", unit="MB")
    return problem(Code.TABLE_TOO_LARGE, place, limit=limit, unit=unit)


def check_size(place: Place, rows: int, columns: int) -> None:
    """Refuse a table that would not fit into memory."""
    if rows > limits.TABLE_ROWS:
        raise too_large(place, limits.TABLE_ROWS, "rows")
    if rows * columns > limits.TABLE_CELLS:
        raise too_large(place, limits.TABLE_CELLS, "cells")
