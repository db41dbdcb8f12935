"""Paths a user gives -> files to read, and their bytes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place

SUFFIXES = (".yaml", ".yml")
_OF_COMMIT = re.compile(r"(?:^|/)git-([0-9a-f]{12})(/.*)$")


def expand(paths: Iterable[str | Path]) -> tuple[list[Path], list[Diagnostic]]:
    """The YAML files meant, each once, in the order given (a folder's files by name, folders below it too)."""
    files: dict[Path, Path] = {}
    problems = []
    for path in map(Path, paths):
        found = _in_folder(path) if path.is_dir() else [path]
        if not found:
            problems.append(
                Diagnostic(Code.FILE_UNREADABLE, Place(str(path)), {"reason": "no .yaml file in this folder"})
            )
        for file in found:
            files.setdefault(file.resolve(), file)
    return list(files.values()), problems


def _in_folder(folder: Path) -> list[Path]:
    inside = (path for path in folder.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    return sorted(path for path in inside if not any(part.startswith(".") for part in path.relative_to(folder).parts))


def read_bytes(path: Path) -> bytes | Diagnostic:
    """The bytes of a regular file, never more than a document may hold and one."""
    try:
        if path.exists() and not path.is_file():
            return Diagnostic(Code.FILE_UNREADABLE, Place(str(path)), {"reason": "not a file"})
        with path.open("rb") as stream:
            return stream.read(limits.YAML_FILE_BYTES + 1)
    except OSError as error:
        return Diagnostic(Code.FILE_UNREADABLE, Place(str(path)), {"reason": error.strerror or "?"})


def named_by_commit(path: str) -> str | None:
    """How a file of a revision (in a folder named by the commit) is named to the reader; None for any other."""
    found = _OF_COMMIT.search(Path(path).as_posix())
    return found and f"git:{found[1]}{found[2]}"


def true_path(path: str | Path) -> Path:
    """The absolute path without links; one that leads round in a ring is left as it is."""
    return Path(os.path.realpath(path))


def is_file(choice: str | Path) -> bool:
    """Whether a choice names a file rather than an id."""
    return isinstance(choice, Path) or Path(choice).suffix != "" or Path(choice).is_file()
