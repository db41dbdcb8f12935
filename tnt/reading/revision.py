"""The files of a pack as they were at a revision of git: read as data, nothing of the repository is run."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, Problems
from tnt.reading.shipped import label

_REVISION = re.compile(r"\w[\w./@{}~^+-]*")
_READ = (".yaml", ".yml", ".csv", ".csv.gz", ".parquet", ".txt")
_FILE_MODES = ("100644", "100755")
MOST_SECONDS = 120


def files_at(revision: str, paths: Sequence[str | Path], into: Path) -> list[Path]:
    """Writes the files of `paths` (files and folders) as of a revision below `into`; answers where the paths are there.

    A folder named `git-` and the commit holds them, and stands for it wherever a file is named. Links, submodules and
    files no pack can use are left out. Raises Problems: no repository there, no such revision, nothing of it there.
    """
    asked = [Path(path).resolve() for path in paths]
    git = _Git(revision, label(Path(paths[0])))
    if not _REVISION.fullmatch(revision):
        raise git.problem("no-revision")
    near = next(folder for folder in (asked[0], *asked[0].parents) if folder.is_dir())  # then there may have been more
    top = Path(git.line("no-repository", near, "rev-parse", "--show-toplevel")).resolve()
    commit = git.line("no-revision", top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    if not all(path.is_relative_to(top) for path in asked):
        raise git.problem("outside-repository")
    inside = [path.relative_to(top) for path in asked]
    folder = into / f"git-{commit[:12]}"
    for name, content in _contents(git, top, commit, [path.as_posix() for path in inside]):
        target = folder / PurePosixPath(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    if not all((folder / path).exists() for path in inside):
        raise git.problem("no-files")
    return [folder / path for path in inside]


def _contents(git: _Git, top: Path, commit: str, paths: list[str]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file that may be read."""
    listed = git.answer("no-files", top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit, "--", *paths)
    rows = [row.partition("\t") for row in listed.decode("utf-8", "surrogateescape").split("\0")[:-1]]
    found = [(name, *about.split()) for about, _, name in rows]
    files = [
        (name, blob, int(length))
        for name, mode, _, blob, length in found  # a submodule has no length, and no mode of a file
        if mode in _FILE_MODES and name.lower().endswith(_READ) and ".." not in PurePosixPath(name).parts
    ]
    if sum(length for _, _, length in files) > limits.REVISION_BYTES:
        raise git.problem("too-large")
    blobs = "".join(f"{blob}\n" for _, blob, _ in files).encode()
    answer = git.answer("no-files", top, "cat-file", "--batch", given=blobs)
    begin = 0
    for name, _, length in files:  # each: a line about it, its bytes, a line feed
        begin = answer.index(b"\n", begin) + 1
        yield name, answer[begin : begin + length]
        begin += length + 1


class _Git:
    """Asks git, and makes its refusals problems."""

    def __init__(self, revision: str, path: str) -> None:
        self._revision, self._path = revision, path

    def line(self, otherwise: str, folder: Path, *arguments: str) -> str:
        """An answer of one line."""
        return os.fsdecode(self.answer(otherwise, folder, *arguments)).rstrip("\n")

    def answer(self, otherwise: str, folder: Path, *arguments: str, given: bytes = b"") -> bytes:
        """What git says in a folder; a refusal is the problem `otherwise`. Paths are names, never patterns."""
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
            raise self.problem("no-git") from None
        if done.returncode:
            raise self.problem(otherwise)
        return done.stdout

    def problem(self, reason: str) -> Problems:
        """Why the revision cannot be read."""
        values = {"found": self._revision, "reason": reason}
        return Problems((Diagnostic(Code.REVISION_UNREADABLE, Place(self._path), values),))
