"""Paths a user gives -> files to read, and their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place
from tnt.reading.folders import walk

SUFFIXES = (".yaml", ".yml")
_OF_COMMIT = re.compile(r"(?:^|/)git-([0-9a-f]{12})(/.*)$")


def expand(paths: Iterable[str | Path]) -> tuple[list[Path], list[Diagnostic]]:
    """The YAML files meant, each once, in the order given (a folder's files by name, folders below it too)."""
    files: dict[Path, Path] = {}
    problems = []
    for path in map(Path, paths):
        told: list[Diagnostic] = []
        found = _in_folder(path, told) if path.is_dir() else [path]
        problems += told
        if not found and not told:
            problems.append(
                Diagnostic(Code.FILE_UNREADABLE, Place(str(path)), {"reason": "no .yaml file in this folder"})
            )
        for file in found[: limits.YAML_FILES + 1]:
            files.setdefault(file.resolve(), file)
        if len(files) > limits.YAML_FILES:
            problems.append(
                Diagnostic(
                    Code.TOO_MANY_FILES, Place(str(path)), {"limit": str(limits.YAML_FILES), "what": "yaml-files"}
                )
            )
            return [], problems
    return list(files.values()), problems


def _in_folder(folder: Path, problems: list[Diagnostic]) -> list[Path]:
    """The files by name; a name that begins with a dot is hidden, and no link to a folder is followed."""
    found: list[Path] = []
    for here, folders, names in walk(folder, problems):
        folders[:] = [name for name in folders if not name.startswith(".") and not Path(here, name).is_symlink()]
        found += [Path(here, name) for name in names if name.endswith(SUFFIXES) and not name.startswith(".")]
    return sorted(path for path in found if path.is_file())


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


def is_file(choice: str | Path) -> bool:
    """Whether a choice names a file rather than an id."""
    return isinstance(choice, Path) or Path(choice).suffix != "" or Path(choice).is_file()
