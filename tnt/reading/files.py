"""Paths a user gives -> files to read, and their bytes.

A path that is named may be a link; what is found in a folder may not, since whoever made the folder could have it lead
anywhere.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.reading.files_read import note
from tnt.reading.folders import is_folder, is_so, walk

SUFFIXES = (".yaml", ".yml")
IN_MEMORY = "in-memory"
"""Folder, inside one that is gone afterwards, of files that stand for what was handed over in Python."""
_OF_COMMIT = re.compile(r"(?:^|/)git-([0-9a-f]{12})(/.*)$")
_OF_MEMORY = re.compile(rf"/\.tnt-[0-9a-f]{{16}}\.part/{IN_MEMORY}/([^/]+?)(?:\.csv)?$")


def expand(paths: Iterable[str | Path], problems: ProblemSink) -> list[Path]:
    """The YAML files meant, each once, in the order given (a folder's files by name, folders below it too)."""
    files: dict[Path, Path] = {}
    for path in map(Path, paths):
        here = ProblemSink()
        files_here = files_in(path, _is_yaml, here) if is_folder(path) else [path]
        if not files_here and not here.has_errors:
            here.add(Diagnostic(Code.FILE_UNREADABLE, Place(str(path)), {"reason": "no .yaml file in this folder"}))
        problems.extend(here)
        for file in files_here[: limits.YAML_FILES + 1]:
            files.setdefault(true_path(file), file)
        if len(files) > limits.YAML_FILES:
            values = {"limit": str(limits.YAML_FILES), "what": "yaml-files"}
            problems.add(Diagnostic(Code.TOO_MANY_FILES, Place(str(path)), values))
            return []
    return list(files.values())


def _is_yaml(name: str) -> bool:
    return Path(name).suffix in SUFFIXES


def files_in(
    folder: Path, is_wanted: Callable[[str], bool], problems: ProblemSink, *, is_deep: bool = True
) -> list[Path]:
    """Files of a folder, and of those below it, whose name is wanted. Problems, by file: what keeps others from being
    read.

    A name that begins with a dot is hidden. A link among those wanted is a problem, a folder that is one a warning.
    """
    files: list[Path] = []
    found = ProblemSink()
    for here, folders, names in walk(folder, found):
        inside = [Path(here, name) for name in folders if is_deep and not name.startswith(".")]
        linked = {path for path in inside if path.is_symlink()}
        found.extend(Diagnostic(Code.LINKED_FOLDER, Place(str(path))) for path in linked)
        folders[:] = [path.name for path in inside if path not in linked]
        for path in (Path(here, name) for name in names if is_wanted(name) and not name.startswith(".")):
            if path.is_symlink():
                found.add(Diagnostic(Code.LINK, Place(str(path)), {"found": path.name}))
            else:
                files.append(path)
    problems.extend(sorted(found, key=lambda one: one.place.file))
    return sorted(files)


def read_bytes(path: Path, problems: ProblemSink) -> bytes | None:
    """The bytes of a regular file, never more than a document may hold and one; None where they cannot be read."""
    try:
        if not path.exists() or path.is_file():
            with path.open("rb") as stream:
                note(str(path), os.fstat(stream.fileno()), is_document=True)
                return stream.read(limits.YAML_FILE_BYTES + 1)
        reason = "not a file"
    except OSError as error:
        reason = error.strerror or "?"
    problems.add(Diagnostic(Code.FILE_UNREADABLE, Place(str(path)), {"reason": reason}))
    return None


def named_by_commit(path: str) -> str | None:
    """How a file of a revision (in a folder named by the commit) is named to the reader; None for any other."""
    match = _OF_COMMIT.search(Path(path).as_posix())
    return match and f"git:{match[1]}{match[2]}"


def named_otherwise(path: str) -> str | None:
    """The name by which a reader knows a file that tnt itself wrote for reading it; None for any other."""
    match = _OF_MEMORY.search(Path(path).as_posix())
    return match[1] if match else named_by_commit(path)


def true_path(path: str | Path) -> Path:
    """The absolute path without links; one that leads round in a ring is left as it is."""
    return Path(os.path.realpath(path))


def is_file(choice: str | Path) -> bool:
    """Whether a choice names a file rather than an id."""
    return isinstance(choice, Path) or Path(choice).suffix != "" or is_so(Path(choice).is_file)
