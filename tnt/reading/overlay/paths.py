"""Paths of a scenario: file id / key / key …, and rows of a list by their ages: `prevalence/18-39-male/share`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tnt.diagnostics.nearest import Nearest
from tnt.language.kinds import KINDS
from tnt.reading.documents import kind_of
from tnt.reading.yaml.tree import KeyPath, Tree

CONDITIONS, CLUSTERS = "conditions", "clusters"
"""Sections of a file of conditions that paths begin with; such a file has no id."""
_SAID = 14
_NAMED = [kind for kind in KINDS if kind not in ("case", "scenario", CONDITIONS)]


@dataclass(frozen=True)
class FollowedPath:
    """Where a path leads: which of the trees, and how much of the path it holds, as keys and indices."""

    tree: int
    path: KeyPath
    missing: Sequence[str]
    """The rest of the path, which is not there."""
    known: Sequence[str]
    """What may stand in place of the first missing part."""
    instead: str | None
    """The path that was probably meant."""


class Paths:
    """The files that paths lead into, each by what its paths begin with."""

    def __init__(self, trees: Sequence[Tree], nearest: Nearest) -> None:
        self._trees = trees
        self._nearest = nearest
        self._named: dict[str, list[int]] = {}
        for index, tree in enumerate(trees):
            for name in _names(tree):
                self._named.setdefault(name, []).append(index)
        self._rows: dict[int, dict[str, str | int]] = {}

    def begin_with(self, name: str) -> bool:
        """Whether paths into one of these files begin so."""
        return name in self._named

    def find(self, path: str) -> FollowedPath:
        """Follow a path into the file it names; the one that holds most of it where several have that id."""
        name, *parts = path.split("/")
        candidates = [self._follow(index, name, parts) for index in self._named.get(name, ())]
        if candidates:
            return min(candidates, key=lambda one: len(one.missing))
        known = sorted(self._named)
        near = self._nearest.word(name, known)
        return FollowedPath(-1, (), [name, *parts], known, "/".join([near, *parts]) if near else None)

    def _follow(self, index: int, name: str, parts: list[str]) -> FollowedPath:
        tree = self._trees[index]
        kind = kind_of(tree)
        data: Any = tree.data[name] if kind == CONDITIONS else tree.data
        path: KeyPath = (name,) if kind == CONDITIONS else ()
        for done, part in enumerate(parts):
            below = self._below(data)
            stays = ("format", kind) if data is tree.data else ()  # what a file is, and its id
            if part not in below or part in stays:
                instead = self._meant(data, below, parts, done)
                known = [key for key in islice(below, _SAID) if key not in stays]
                return FollowedPath(index, path, parts[done:], known, "/".join([name, *instead]) if instead else None)
            step = part if isinstance(data, dict) else below[part]
            path, data = (*path, step), data[step]
        return FollowedPath(index, path, (), (), None)

    def _below(self, data: Any) -> Mapping[str, Any]:
        """How a path names what stands in a mapping or in rows; of rows the index of each."""
        if isinstance(data, dict):
            return data
        if id(data) not in self._rows:
            rows = data if isinstance(data, list) and all(isinstance(row, dict) for row in data) else []
            self._rows[id(data)] = {name: index for index, name in enumerate(row_names(rows))}
        return self._rows[id(data)]

    def _meant(self, data: Any, known: Mapping[str, Any], parts: list[str], done: int) -> list[str] | None:
        """The path with its first missing part put right: the word left out before it, or one much like it."""
        if isinstance(data, dict) and self._nearest.may_compare(len(data)):
            for key, inner in data.items():
                if parts[done] in self._below(inner):
                    return [*parts[:done], key, *parts[done:]]
        near = self._nearest.word(parts[done], known)
        return [*parts[:done], near, *parts[done + 1 :]] if near else None


def _names(tree: Tree) -> list[str]:
    """What a path into this file may begin with."""
    kind = kind_of(tree)
    if kind == CONDITIONS:
        return [name for name in (CONDITIONS, CLUSTERS) if name in tree.data]
    name = tree.id_of(kind) if kind in _NAMED else None
    return [] if name is None else [name]


def row_names(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """How a path names each of some rows: `40-59`, or with the sex where the row has one: `18-39-male`. The second of
    the same ages and sex, such as another group of people of a recommendation, is `40-59-2`."""
    names: list[str] = []
    seen: Counter[str] = Counter()
    for row in rows:
        ages, sex = "".join(str(row.get("ages", "all")).split()), row.get("sex", "all")
        name = ages if sex == "all" else f"{ages}-{sex}"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names
