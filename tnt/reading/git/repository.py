"""Where a repository of git keeps its objects, and what its branches and tags name: read as files, no setting of it.

A pack may bring a repository of its own, so it is believed in nothing. Everything must lie inside the repository: a
link, a list of other places for objects, or a `.git` file that whatever it points at does not point back to could name
the repository of somebody else, whose files would then be read as the pack's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tnt import limits
from tnt.reading.files import true_path

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_NAME = re.compile(r"[^\s\\:?*\[~^]+")
_OF_THE_FOLDER = re.compile(r"[A-Z_]*HEAD")
_RULES = ("{}", "refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}", "refs/remotes/{}/HEAD")
"""What a short name may mean; git chooses among those that are there."""
_MOST_STEPS = 5
_LINE_BYTES = 4096


class NotReadableError(Exception):
    """Why a revision cannot be read, as a word of the texts: `elsewhere` where the repository points outside itself."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Repository:
    """A working copy and its repository; `folder` holds what is its own, `common` what its worktrees share."""

    top: Path
    folder: Path
    common: Path

    def checked_objects(self) -> Path:
        """The folder of its objects. NotReadableError where one of them is a link, a pipe or in another place."""
        objects = self.common / "objects"
        if objects.is_symlink() or (objects / "info" / "alternates").exists():
            raise NotReadableError("elsewhere")
        for folder in (objects, *(path for path in objects.iterdir() if path.is_dir())):
            with os.scandir(folder) as entries:
                for entry in entries:
                    if not (entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False)):
                        raise NotReadableError("elsewhere")
        return objects

    def references(self, short: str) -> dict[str, str]:
        """The branches, tags and the like that a short name may mean, and the object each names."""
        objects = {name: self._object(name) for name in dict.fromkeys(rule.format(short) for rule in _RULES)}
        return {name: one for name, one in objects.items() if one is not None}

    def has_long_ids(self) -> bool:
        """Whether its objects have the longer ids, as far as its HEAD tells."""
        return len(self._object("HEAD") or "") > 40

    def _object(self, name: str) -> str | None:
        for _ in range(_MOST_STEPS):
            written = self._written(name)
            if written is None or _ID.fullmatch(written):
                return written
            if not written.startswith("ref: "):
                return None
            name = written.removeprefix("ref: ").strip()
        return None

    def _written(self, name: str) -> str | None:
        """What stands in the file of a reference, or beside its name in the list of those that are packed."""
        if not _NAME.fullmatch(name) or any(part.strip(".") == "" for part in name.split("/")):
            return None
        if name.startswith("refs/"):
            return _first_line(self.common, name) or self._packed(name)
        return _first_line(self.folder, name) if _OF_THE_FOLDER.fullmatch(name) else None

    def _packed(self, name: str) -> str | None:
        path = self.common / "packed-refs"
        if not _is_kept(self.common, "packed-refs") or path.stat().st_size > limits.REVISION_REFERENCES_BYTES:
            return None
        with path.open("rb") as lines:
            ends = f" {name}\n".encode()
            return next((os.fsdecode(line[: -len(ends)]) for line in lines if line.endswith(ends)), None)


def repository_of(folder: Path) -> Repository | None:
    """The repository of the nearest folder that has one, this or one above it. NotReadableError where it is not its
    own."""
    for top in (folder, *folder.parents):
        git_folder = top / ".git"
        if git_folder.is_symlink():
            raise NotReadableError("elsewhere")
        if git_folder.is_file():
            return _pointed_at(top, git_folder)
        if (git_folder / "objects").is_dir():
            return Repository(top, git_folder, git_folder)
    return None


def _pointed_at(top: Path, file: Path) -> Repository:
    """The repository a `.git` file names: of a worktree, which names the file too, or of a submodule, which lies inside
    a repository around it."""
    folder = _path(top, (_first_line(top, file.name) or "").removeprefix("gitdir: "))
    if folder is None:
        raise NotReadableError("elsewhere")
    if any(folder.is_relative_to(around / ".git" / "modules") for around in top.parents):
        return Repository(top, folder, folder)
    back, common = (_path(folder, _first_line(folder, name) or "") for name in ("gitdir", "commondir"))
    if back is None or common is None or back != true_path(file) or folder.parent != common / "worktrees":
        raise NotReadableError("elsewhere")
    return Repository(top, folder, common)


def _path(start: Path, written: str) -> Path | None:
    return true_path(start / written) if written and "\0" not in written else None


def _first_line(folder: Path, name: str) -> str | None:
    """The first line of a file of the repository; None where there is none, or it is a link."""
    if not _is_kept(folder, name):
        return None
    try:
        with folder.joinpath(name).open("rb") as file:
            return os.fsdecode(file.readline(_LINE_BYTES)).rstrip("\r\n")
    except OSError:
        return None


def _is_kept(folder: Path, name: str) -> bool:
    """Whether it is an ordinary file, and no link leads to it."""
    return folder.joinpath(name).is_file() and not any(path.is_symlink() for path in _way(folder, name))


def _way(folder: Path, name: str) -> Iterator[Path]:
    for part in Path(name).parts:
        folder = folder / part
        yield folder
