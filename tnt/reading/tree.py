"""A file as a located tree: plain data, and the place of every key and value in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, Span
from tnt.format.dated import Period, is_dated
from tnt.reading.yaml_problems import after, alias_problems, first_line, span_of, syntax_problem
from tnt.reading.yaml_reader import TooDeepError, anchored, compose, has_own_tag, is_plain, scalar_value

if TYPE_CHECKING:
    from tnt.reading.graft import AppliedChange, Piece

KeyPath = tuple[str | int, ...]


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


def read_tree(file: str, raw: bytes, folder: Path = Path()) -> tuple[Tree | None, list[Diagnostic]]:
    """Bytes -> tree, or every reason why not. `file` is how the reader knows it; paths in it start from `folder`."""
    if len(raw) > limits.YAML_FILE_BYTES:
        return None, [
            Diagnostic(Code.FILE_TOO_LARGE, Place(file), {"limit": f"{limits.YAML_FILE_BYTES / 1_000_000:g} MB"})
        ]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [Diagnostic(Code.NOT_UTF8, Place(file, after(raw[: error.start].decode("utf-8-sig"))))]
    try:
        root = compose(text)
        aliases = alias_problems(file, anchored(text))
    except yaml.YAMLError as error:
        return None, [syntax_problem(file, text, error)]
    except TooDeepError as deep:
        span = Span(deep.line, deep.column, deep.line, deep.column + 1)
        return None, [Diagnostic(Code.TOO_DEEP, Place(file, span), {"limit": str(limits.YAML_DEPTH)})]
    if aliases:
        return None, aliases
    if not isinstance(root, yaml.MappingNode):
        place = Place(file, None if root is None else first_line(span_of(root, root)))
        kind = {yaml.SequenceNode: "list", yaml.ScalarNode: "text"}.get(type(root), "null")
        return None, [Diagnostic(Code.NOT_A_MAPPING, place, {"found": kind})]
    builder = _Builder(file, text)
    builder.check_tag(root)
    data = builder.mapping(root, 0)
    if builder.problems:
        return None, builder.problems
    return Tree(file, folder, text, hashlib.sha256(raw).hexdigest(), data, root, builder.has_dates), []


class _Builder:
    """Walks the nodes once: plain data out, what YAML allows and tnt does not into problems."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.problems: list[Diagnostic] = []
        self.has_dates = False

    def mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, Any]:
        _join_texts_with_commas(node, self.text)
        data: dict[str, Any] = {}
        first: dict[str, yaml.Node] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key is None or (key == "<<" and is_plain(key_node)):
                self.report(Code.YAML_ALIAS if key else Code.WRONG_TYPE, key_node, expected="a: b")
            elif self.check_tag(key_node):
                continue
            elif key in data:
                self.report(
                    Code.DUPLICATE_KEY, key_node, related=(Place(self.file, span_of(first[key], first[key])),), key=key
                )
            else:
                data[key] = self.value(value_node, depth + 1)
                first[key] = key_node
        return data

    def check_tag(self, node: yaml.Node) -> bool:
        """Whether the node has a tag of its own, which is reported."""
        if has_own_tag(node):
            self.report(Code.YAML_TAG, node, found=node.tag.replace("tag:yaml.org,2002:", "!!"))
            return True
        return False

    def value(self, node: yaml.Node, depth: int) -> Any:
        if self.check_tag(node):
            return None
        if isinstance(node, yaml.ScalarNode):
            return scalar_value(node)
        if depth > limits.YAML_DEPTH:
            self.report(Code.TOO_DEEP, node, limit=str(limits.YAML_DEPTH))
            return None
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, depth)
        items = [self.value(item, depth + 1) for item in node.value]
        self.has_dates = self.has_dates or is_dated(items)
        return items

    def report(self, code: Code, node: yaml.Node, related: tuple[Place, ...] = (), **values: str) -> None:
        place = Place(self.file, first_line(span_of(node, node)))
        self.problems.append(Diagnostic(code, place, values, related=related))


def _join_texts_with_commas(node: yaml.MappingNode, text: str) -> None:
    """`{title: Oslo, 1 May 2026, year: 2026}`: what has no colon goes on with the text before it, comma included.

    YAML would make `1 May 2026` a key without a value. Nobody who writes a title in braces means that, and no key of
    tnt holds a space; a lone word that could be a key is left to be reported as one.
    """
    if not node.flow_style:
        return
    joined: list[tuple[yaml.Node, yaml.Node]] = []
    for key, value in node.value:
        lone = (
            isinstance(key, yaml.ScalarNode)
            and is_plain(key)
            and value.end_mark.index == key.end_mark.index
            and " " in key.value
        )
        before = joined[-1][1] if joined else None
        if lone and isinstance(before, yaml.ScalarNode) and is_plain(before) and before.value:
            between = text[before.end_mark.index : key.start_mark.index]
            before.value += (", " if "\n" in between else between) + key.value
            before.end_mark = key.end_mark
        else:
            joined.append((key, value))
    node.value = joined
