"""A walk through a folder and those below it that ends, however deep they go and however much they hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink


def walk(folder: str | Path, problems: ProblemSink) -> Iterator[tuple[str, list[str], list[str]]]:
    """As `os.walk`, which goes as deep as the stack is: each folder, the folders in it and the other names in it.

    The caller may take folders away from the list to pass them over. What cannot be read, and too much of anything, is
    a problem.
    """
    left = limits.FOLDER_ENTRIES
    waiting = [(str(folder), 0)]
    while waiting:
        here, depth = waiting.pop()
        if depth > limits.FOLDER_DEPTH:
            problems.add(_too_much(folder, limits.FOLDER_DEPTH, "levels"))
            return
        folders: list[str] = []
        names: list[str] = []
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    left -= 1
                    if left < 0:
                        problems.add(_too_much(folder, limits.FOLDER_ENTRIES, "entries"))
                        return
                    (folders if is_folder(Path(here, entry.name)) else names).append(entry.name)
        except OSError as error:
            problems.add(Diagnostic(Code.FILE_UNREADABLE, Place(here), {"reason": error.strerror or "?"}))
            continue
        yield here, folders, names
        waiting += [(str(Path(here, name)), depth + 1) for name in sorted(folders, reverse=True)]


def _too_much(folder: str | Path, limit: int, what: str) -> Diagnostic:
    return Diagnostic(Code.TOO_MANY_FILES, Place(str(folder)), {"limit": str(limit), "what": what})


def is_folder(path: Path) -> bool:
    """Whether it is a folder, as far as one may know: of what lies in a closed folder one may not."""
    return is_so(path.is_dir)


def is_so(ask: Callable[[], bool]) -> bool:
    """What is asked of a path, as far as one may know."""
    try:
        return ask()
    except OSError:
        return False
