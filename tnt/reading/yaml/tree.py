"""A file as a located tree: plain data, the place of every key and value in it, and what was laid over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tnt.diagnostics import Place
from tnt.language.base import Text
from tnt.language.values.dated import Period
from tnt.reading.yaml.problems import first_line, span_of

KeyPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class ChosenScenario:
    """A scenario that was laid over the files."""

    id: str
    title: Text
    note: Text | None
    file: str


@dataclass(frozen=True, slots=True)
class AppliedChange:
    """One change of a scenario: what stood there and what stands there now, each with its place.

    The texts are as written, short where a whole task or recommendation was changed. `before` is None for what was
    added, `after` for what was left out.
    """

    verb: str
    """set, scale, disable or add."""
    path: str
    """As written in the scenario."""
    before: str | None
    after: str | None
    scenario: str
    """Id of the scenario."""
    file: str
    line: int
    before_file: str | None
    before_line: int | None
    by: str | None = None
    """The factor, as written, where a number was scaled."""


@dataclass(frozen=True)
class Tree:
    """One file: its text, its data, and the nodes from which places are read when somebody asks."""

    file: str
    folder: Path
    text: str
    sha256: str
    data: dict[str, Any]
    root: yaml.MappingNode
    has_dates: bool = False
    """Whether some list holds entries with dates."""
    has_other_words: bool = False
    """Whether some key or id may be written otherwise than it is read."""
    grafts: Mapping[int, Piece] = field(default_factory=dict, repr=False)
    """Id of a node -> what was laid over this file there."""
    _index: dict[int, dict[str, tuple[yaml.Node, yaml.Node]]] = field(default_factory=dict, repr=False)

    def nodes(self, path: Sequence[str | int]) -> tuple[yaml.Node | None, yaml.Node, int]:
        """Key node (None in a list), value node, and how many parts of `path` the file holds.

        Parts that are not in the file (names of unions, defaults) are passed over, so that a problem with a value
        that is not there points at what is.
        """
        key: yaml.Node | None = None
        node: yaml.Node = self.root
        depth = 0
        for part in path:
            if isinstance(node, yaml.MappingNode):
                pair = self._entries(node).get(str(part))
                if pair is not None:
                    (key, node), depth = pair, depth + 1
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
                key, node, depth = None, node.value[part], depth + 1
        return key, node, depth

    def place(self, path: Sequence[str | int], *, key: bool = False) -> Place:
        """Where the value (or with `key` the key) of a path stands; an absent value is placed at its parent's key."""
        key_node, node, depth = self.nodes(path)
        file = self.origin(path).file
        scalar = isinstance(node, yaml.ScalarNode)
        shown = scalar or (isinstance(node, yaml.CollectionNode) and node.flow_style and depth == len(path))
        wanted = node if key_node is None or (shown and not key) else key_node
        return Place(file, first_line(span_of(wanted, wanted)) if node is self.root else span_of(wanted, wanted))

    def pair_place(self, path: Sequence[str | int]) -> Place:
        """Where a key and its value stand, together."""
        key, node, _ = self.nodes(path)
        return Place(self.origin(path).file, span_of(node if key is None else key, node))

    def written(self, path: Sequence[str | int]) -> str:
        """The text of a scalar as written, quotes taken off; of a mapping, as it stands."""
        _, node, _ = self.nodes(path)
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        return self.origin(path).text[node.start_mark.index : node.end_mark.index]

    def value(self, path: Sequence[str | int]) -> Any:
        """The data of a path that is there."""
        data: Any = self.data
        for part in path:
            data = data[part]
        return data

    def id_of(self, kind: str) -> str | None:
        """The id under the key that says what kind of file this is; None where there is none, or no text stands
        there."""
        id_written = self.data.get(kind)
        return id_written if isinstance(id_written, str) else None

    def origin(self, path: Sequence[str | int]) -> Tree:
        """The file in which the value of a path is written."""
        pieces = self.pieces(path)
        return pieces[-1].tree if pieces else self

    def pieces(self, path: Sequence[str | int]) -> list[Piece]:
        """What was laid over this file on the way to a path, the outermost first."""
        if not self.grafts:
            return []
        passed = [id(self.nodes(path[:length])[1]) for length in range(1, len(path) + 1)]
        return [self.grafts[node] for node in dict.fromkeys(passed) if node in self.grafts]

    def changes(self, path: Sequence[str | int]) -> list[AppliedChange]:
        """The changes of scenarios that made the value of a path, or a part of it, what it is."""
        if not self.grafts:
            return []
        _, node, depth = self.nodes(path)
        is_whole = depth == len(path) and isinstance(node, yaml.MappingNode)
        inside = [value for _, value in node.value] if is_whole else []
        pieces = [*self.pieces(path), *(self.grafts[id(one)] for one in inside if id(one) in self.grafts)]
        return list(dict.fromkeys(piece.change for piece in pieces if piece.change is not None))

    def period(self, path: Sequence[str | int]) -> Period | None:
        """The period of the entry that was picked, where the value of a path has dates."""
        return next((piece.period for piece in reversed(self.pieces(path)) if piece.period is not None), None)

    def _entries(self, node: yaml.MappingNode) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        index = self._index.get(id(node))
        if index is None:
            index = self._index[id(node)] = {key.value: (key, value) for key, value in node.value}
        return index


@dataclass(frozen=True, slots=True)
class Piece:
    """What is put in a value's place: its data, the nodes of its key and itself, and the file they stand in."""

    tree: Tree
    key: yaml.Node
    node: yaml.Node
    data: Any
    period: Period | None = None
    """The entry of a dated value that was picked."""
    change: AppliedChange | None = None
    """The change of a scenario that put it there."""
