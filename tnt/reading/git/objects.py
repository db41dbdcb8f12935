"""Objects of a repository, read by the git program in a repository of our own that only borrows them.

git does what a repository's settings say: run a program that watches files, fetch what is missing from wherever it is
told, filter, page, expand an alias. So it never sees the settings, hooks, attributes or references of the repository:
it is started in an empty one, made for the occasion, to which only the folder of objects is lent. What it then cannot
find is missing. Reading objects without git (dulwich was tried) runs nothing either, but takes memory as the objects
say: here a process of its own ends when it asks for too much, and takes nothing of ours with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Timer
from typing import IO

from tnt import limits
from tnt.reading.git.repository import NotReadableError

_PART_BYTES = 1_000_000
_LINE_BYTES = 4096
_SETTINGS = """\
[core]
bare = true
bigFileThreshold = 8m
commitGraph = false
deltaBaseCacheLimit = 32m
multiPackIndex = false
packedGitLimit = 256m
packedGitWindowSize = 32m
repositoryformatversion = 1
[gc]
auto = 0
[extensions]
objectFormat = {}
"""
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


class Objects:
    """The objects in a folder, with the references that a revision may begin from. NotReadableError where git refuses,
    is not there, or does not answer in time."""

    def __init__(self, own: Path, objects: Path, references: Mapping[str, str], *, has_long_ids: bool) -> None:
        """`own` is an empty folder, which becomes the repository that borrows the objects."""
        self._own, self._objects = own, objects
        (own / "refs").mkdir()
        (own / "objects").mkdir()
        (own / "config").write_text(_SETTINGS.format("sha256" if has_long_ids else "sha1"), encoding="ascii")
        for name, one in ({"HEAD": "ref: refs/heads/none"} | dict(references)).items():
            path = own.joinpath(*name.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{one}\n", encoding="ascii")

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names."""
        with self._asked(
            "no-revision", "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}"
        ) as answer:
            return answer.readline(_LINE_BYTES).decode("ascii", "replace").strip()

    def listed(self, commit: str, paths: Iterable[str]) -> list[tuple[str, str, str]]:
        """Mode, id and name of everything in the tree of a commit that is at or below some paths."""
        with self._asked("missing-object", "ls-tree", "-r", "-z", "--full-tree", commit, "--", *paths) as answer:
            listing = answer.read(limits.REVISION_LISTING_BYTES + 1)
            if len(listing) > limits.REVISION_LISTING_BYTES:
                raise NotReadableError("too-large")
        rows = [row.partition("\t") for row in listing.decode("utf-8", "surrogateescape").split("\0")[:-1]]
        return [(about.split()[0], about.split()[2], name) for about, _, name in rows]

    def contents(self, blobs: Iterable[str]) -> Iterator[Iterator[bytes]]:
        """The bytes of each blob, in parts; each must be read before the next."""
        left = limits.REVISION_BYTES
        with TemporaryFile(dir=self._own) as given:
            blob_ids = list(blobs)
            given.write("".join(f"{blob}\n" for blob in blob_ids).encode("ascii"))
            given.seek(0)
            with self._asked("missing-object", "cat-file", "--batch", given=given) as answer:
                for _ in blob_ids:  # each: a line about it, its bytes, a line feed
                    about = answer.readline(_LINE_BYTES).split()
                    if len(about) != 3 or about[1] != b"blob":
                        raise NotReadableError("missing-object")
                    left -= int(about[2])
                    if left < 0:
                        raise NotReadableError("too-large")
                    yield _parts(answer, int(about[2]))
                    answer.read(1)

    @contextmanager
    def _asked(self, otherwise: str, *arguments: str, given: IO[bytes] | None = None) -> Iterator[IO[bytes]]:
        """What git answers; `otherwise` is the reason where it refuses. It ends when nobody reads on, or time is up."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        own = {"GIT_ALLOC_LIMIT": str(limits.REVISION_OBJECT_BYTES)}
        own |= {"GIT_DIR": str(self._own), "GIT_OBJECT_DIRECTORY": str(self._objects)}
        try:
            process = subprocess.Popen(
                [_program(), *arguments],
                stdin=given or subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._own,
                env=kept | _ENVIRONMENT | own,
            )
        except OSError:
            raise NotReadableError("no-git") from None
        late = Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = Timer(limits.REVISION_SECONDS, end)
        timer.start()
        assert process.stdout is not None
        try:
            yield process.stdout
            if process.stdout.read(1) or process.wait():
                raise NotReadableError(otherwise)
        except NotReadableError as refusal:
            raise NotReadableError("no-git" if late.is_set() else refusal.reason) from None
        finally:
            timer.cancel()
            process.kill()
            process.stdout.close()
            process.wait()


def _parts(answer: IO[bytes], length: int) -> Iterator[bytes]:
    while length:
        part = answer.read(min(length, _PART_BYTES))
        if not part:
            raise NotReadableError("missing-object")
        length -= len(part)
        yield part


def _program() -> str:
    """The git that is installed: never one that happens to lie in the folder of work, which may be somebody's pack."""
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        program = shutil.which(str(Path(folder) / "git")) if Path(folder).is_absolute() else None
        if program is not None:
            return program
    raise NotReadableError("no-git")
