"""Draws small changes of the program, always the same ones for the same seed."""

from __future__ import annotations

import ast
import io
import random
import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.places import NONE_RETURNED, Change, changes

AREAS = {
    "engine": ("engine", "distributions"),
    "compile": ("compile", "estimating"),
    "reading": ("reading",),
    "report": ("report", "show", "analyses"),
}
"""What is drawn from -> the folders of tnt that hold it."""


@dataclass(frozen=True)
class Function:
    """A function or method: the file it stands in, seen from the root, and its whole lines."""

    path: str
    name: str
    line: int
    text: str
    changes: list[Change]

    @property
    def area(self) -> str | None:
        folder = Path(self.path).parts[1]
        return next((area for area, folders in AREAS.items() if folder in folders), None)


@dataclass(frozen=True)
class Mutant:
    """One change of one function."""

    function: Function
    change: Change

    @property
    def where(self) -> str:
        return f"{self.function.path}:{self.change.line} {self.function.name}"

    @property
    def text(self) -> str:
        """The lines of the function with the change in them."""
        lines = self.function.text.encode().splitlines(keepends=True)
        first, last = self.change.line - self.function.line, self.change.end_line - self.function.line
        before, after = lines[first][: self.change.column], lines[last][self.change.end_column :]
        return b"".join([*lines[:first], before, self.change.text.encode(), after, *lines[last + 1 :]]).decode()

    def applied(self, source: str) -> str:
        """The source of a file in which the function stands, with the change in it."""
        return source.replace(self.function.text, self.text, 1)


def draw(root: Path, seed: str, count: int, since: str | None = None) -> list[Mutant]:
    """So many changes, as many from each area, each of another function.

    With `since`, a commit, only of functions that stand there word for word, in whichever file. A function that
    returns nothing is drawn only where nothing else in it can be changed: any test notices that.
    """
    known = [_once(functions(_sources(root)))]
    if since is not None:
        known.append(_once(functions(_sources_of(root, since))))
    drawn = []
    for place, area in enumerate(AREAS):
        some = [one for text, one in known[0].items() if one.area == area and all(text in each for each in known)]
        chance, share = random.Random(f"{seed} {area}"), (count + len(AREAS) - 1 - place) // len(AREAS)
        for one in chance.sample(some, share):
            drawn.append(Mutant(one, chance.choice([c for c in one.changes if c.what != NONE_RETURNED] or one.changes)))
    return drawn


def _once(found: Iterable[Function]) -> dict[str, Function]:
    """By their text, those that can be changed and stand nowhere else in the same words."""
    some = [one for one in found if one.changes]
    count = Counter(one.text for one in some)
    return {one.text: one for one in some if count[one.text] == 1}


def functions(sources: Iterable[tuple[str, str]]) -> Iterator[Function]:
    """Every function of files, those inside others as a part of these."""
    for path, text in sources:
        lines = text.splitlines(keepends=True)
        for name, node in _functions(ast.parse(text), ""):
            assert node.end_lineno is not None
            body = "".join(lines[node.lineno - 1 : node.end_lineno])
            yield Function(path, name, node.lineno, body, changes(node))


def _functions(node: ast.AST, within: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef):
            yield within + child.name, child
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{within}{child.name}.")


def _sources(root: Path) -> Iterator[tuple[str, str]]:
    for path in sorted((root / "tnt").rglob("*.py")):
        yield path.relative_to(root).as_posix(), path.read_text("utf-8")


def _sources_of(root: Path, commit: str) -> Iterator[tuple[str, str]]:
    packed = subprocess.run(["git", "archive", commit, "tnt"], cwd=root, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.name.endswith(".py") else None
            if file is not None:
                yield member.name, file.read().decode()
