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
from tnt.diagnostics import Code, Place, Problems, problem
from tnt.reading.files import named_by_commit, named_otherwise
from tnt.reading.files_read import note
from tnt.reading.tables.files.sheet import Sheet

WORKBOOKS = (".xlsx", ".xlsm")
ENDINGS = (".csv", ".csv.gz", *WORKBOOKS, ".parquet", ".json")


class TableFile(Protocol):
    """A table whose header has been read."""

    name: str
    header: list[str]
    heading_row: int
    """Its row, as a spreadsheet counts."""

    def read(self, columns: Sequence[str]) -> Sheet:
        """These columns of all rows, or `Problems`."""


def shown_path(folder: Path, table: str) -> str:
    """The path of a table as a user would write it."""
    path = os.path.normpath(folder / table)
    return named_otherwise(path) or path


def checked_path(
    table: str, folder: Path, place: Place, endings: tuple[str, ...] = ENDINGS, *, may_leave: bool = False
) -> Path:
    """The table's file, or `Problems` at `place`: it must be a file beside the document, by its relative path.

    No link may lead to it, and only where it `may_leave` the folder may its path begin above it.
    """
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", table) or table.startswith(("/", "\\")) or PureWindowsPath(table).drive:
        raise problem(Code.TABLE_ADDRESS, place, found=table)
    if not table.lower().endswith(endings):
        raise problem(Code.NOT_A_CHOICE, place, found=Path(table).suffix or table, choices=", ".join(endings))
    path = folder / table
    _check_way(table, folder, place, may_leave=may_leave)
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
    note(shown_path(folder, table), status)
    return path


def _check_way(table: str, folder: Path, place: Place, *, may_leave: bool) -> None:
    """Whoever wrote the path may not make it lead to a file that is none of the pack's without anybody seeing it."""
    if ".." in re.split(r"[/\\]", table):
        in_revision = named_by_commit(str(folder / "table")) is not None
        if in_revision or not may_leave:
            raise problem(Code.OUTSIDE_PACK, place, found=table, reason="in-revision" if in_revision else "only-tables")
    way = folder
    for part in Path(table).parts:
        way /= part
        if _is_link(way):
            raise problem(Code.LINK, place, found=os.path.relpath(way, folder))


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except (OSError, ValueError):  # what it is will be said when it cannot be read
        return False


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
