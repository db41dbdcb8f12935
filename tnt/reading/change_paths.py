"""Paths of a scenario: file id / key / key …, and rows of a list by their ages: `prevalence/18-39-male/share`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from tnt.format.kinds import KINDS
from tnt.reading.documents import kind_of
from tnt.reading.tree import KeyPath, Tree

CONDITIONS = "conditions"
_NAMED = [kind for kind in KINDS if kind not in ("case", "scenario", CONDITIONS)]


@dataclass(frozen=True)
class Found:
    """Where a path leads: which of the trees, and how much of the path it holds, as keys and indices."""

    tree: int
    path: KeyPath
    missing: Sequence[str]
    """The rest of the path, which is not there."""
    known: Sequence[str]
    """What may stand in place of the first missing part."""
    instead: str | None
    """The path that was probably meant."""


def find(path: str, trees: Sequence[Tree]) -> Found:
    """Follow a path into the file it names; the one that holds most of it where several have that id."""
    name, *parts = path.split("/")
    found = [_follow(index, tree, name, parts) for index, tree in enumerate(trees) if name in _names(tree)]
    if found:
        return min(found, key=lambda one: len(one.missing))
    known = sorted(names_of_files(trees))
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    return Found(-1, (), [name, *parts], known, "/".join([near[0], *parts]) if near else None)


def names_of_files(trees: Iterable[Tree]) -> set[str]:
    """What paths into these files may begin with."""
    return {name for tree in trees for name in _names(tree)}


def _names(tree: Tree) -> list[str]:
    """What a path into this file may begin with."""
    kind = kind_of(tree)
    if kind == CONDITIONS:
        return [CONDITIONS]
    name = tree.id_of(kind) if kind in _NAMED else None
    return [] if name is None else [name]


def _follow(index: int, tree: Tree, name: str, parts: list[str]) -> Found:
    kind = kind_of(tree)
    data: Any = tree.data[CONDITIONS] if kind == CONDITIONS else tree.data
    path: KeyPath = (CONDITIONS,) if kind == CONDITIONS else ()
    for done, part in enumerate(parts):
        below = _below(data)
        if data is tree.data:  # what a file is, and its id, stay
            below = {key: value for key, value in below.items() if key not in ("format", kind)}
        if part not in below:
            instead = _meant(data, list(below), parts, done)
            return Found(index, path, parts[done:], list(below), "/".join([name, *instead]) if instead else None)
        path, data = (*path, below[part]), data[below[part]]
    return Found(index, path, (), (), None)


def _below(data: Any) -> dict[str, str | int]:
    """How a path names what stands in a mapping or in rows, and its key or index."""
    if isinstance(data, dict):
        return {key: key for key in data}
    rows = data if isinstance(data, list) and all(isinstance(row, dict) for row in data) else []
    return {_row(row): index for index, row in reversed(list(enumerate(rows)))}


def _row(row: dict[str, Any]) -> str:
    """`40-59`, or with the sex where the row has one: `18-39-male`."""
    ages, sex = "".join(str(row.get("ages", "all")).split()), row.get("sex", "all")
    return ages if sex == "all" else f"{ages}-{sex}"


def _meant(data: Any, known: list[str], parts: list[str], done: int) -> list[str] | None:
    """The path with its first missing part put right: a word much like it, or the word left out before it."""
    if isinstance(data, dict):
        for key, inner in data.items():
            if parts[done] in _below(inner):
                return [*parts[:done], key, *parts[done:]]
    near = get_close_matches(parts[done], known, n=1, cutoff=0.6)
    return [*parts[:done], near[0], *parts[done + 1 :]] if near else None
