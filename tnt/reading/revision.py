"""The files of a pack as they were at a revision of git: read as data, nothing of the repository is run."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from tnt.diagnostics import Code, Diagnostic, Place, Problems

_REVISION = re.compile(r"\w[\w./@{}~^+-]*")
_READ = (".yaml", ".yml", ".csv", ".csv.gz", ".parquet", ".txt")
_OF_COMMIT = re.compile(r"(?:^|/)git-([0-9a-f]{12})(/.*)$")
_FILE_MODES = ("100644", "100755")
MOST_BYTES = 500_000_000
MOST_SECONDS = 120


def files_at(revision: str, paths: Iterable[str | Path], into: Path) -> list[Path]:
    """Writes the files of `paths` (files and folders) as of a revision below `into`; answers where the paths are there.

    A folder named `git-` and the commit holds them, and stands for it wherever a file is named. Links, submodules and
    files no pack can use are left out. Raises Problems: no repository there, no such revision, nothing of it there.
    """
    asked = [Path(path).resolve() for path in paths]
    if not _REVISION.fullmatch(revision):
        raise _problem(revision, "no-revision")
    top = Path(_git(revision, _folder(asked[0]), "no-repository", "rev-parse", "--show-toplevel").decode().strip())
    found = _git(revision, top, "no-revision", "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    commit = found.decode().strip()
    folder = into / f"git-{commit[:12]}"
    inside = []
    for path in asked:
        if not path.is_relative_to(top.resolve()):
            raise _problem(revision, "outside-repository", str(path))
        inside.append(path.relative_to(top.resolve()))
    for name, content in _contents(revision, top, commit, [path.as_posix() for path in inside]):
        target = folder / PurePosixPath(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    missing = next((path for path in inside if not (folder / path).exists()), None)
    if missing is not None:
        raise _problem(revision, "no-files", str(missing))
    return [folder / path for path in inside]


def named_by_commit(path: str) -> str | None:
    """How a file that was written by `files_at` is named to the reader; None for any other."""
    found = _OF_COMMIT.search(Path(path).as_posix())
    return found and f"git:{found[1]}{found[2]}"


def _contents(revision: str, top: Path, commit: str, paths: list[str]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file that may be read."""
    listed = _git(revision, top, "no-files", "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *paths)
    rows = [row.partition("\t") for row in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]]
    found = [(name, *about.split()) for about, _, name in rows]
    files = [
        (name, blob, int(size))
        for name, mode, _, blob, size in found  # a submodule has no size, and no mode of a file
        if mode in _FILE_MODES and name.lower().endswith(_READ) and ".." not in PurePosixPath(name).parts
    ]
    blobs = "".join(f"{blob}\n" for _, blob, _ in files).encode()
    answer = _git(revision, top, "no-files", "cat-file", "--batch", given=blobs)
    begin = 0
    for name, _, length in files:  # each: a line about it, its bytes, a line feed
        begin = answer.index(b"\n", begin) + 1
        yield name, answer[begin : begin + length]
        begin += length + 1


def _folder(path: Path) -> Path:
    """The nearest folder that is there now: at the revision there may be more."""
    return next(folder for folder in (path, *path.parents) if folder.is_dir())


def _git(revision: str, folder: Path, otherwise: str, *arguments: str, given: bytes = b"") -> bytes:
    """What git answers; a failure is the problem named by `otherwise`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            input=given,
            env=environment | settings,
            timeout=MOST_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        raise _problem(revision, "no-git") from None
    if done.returncode:
        raise _problem(revision, otherwise)
    return done.stdout


def _problem(revision: str, reason: str, path: str | None = None) -> Problems:
    values = {"revision": revision, "reason": reason, **({"path": path} if path else {})}
    return Problems((Diagnostic(Code.REVISION_UNREADABLE, Place(f"git:{revision}"), values),))
