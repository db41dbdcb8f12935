"""Words for roles read as the roles they stand for, wherever a file names one: `role: fastlege`, `staff: {jordmor: …}`.

Done on the trees, before scenarios are laid over them: a role that some file declares by such an id is meant by it, and
only all files together tell that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

import yaml

from tnt.diagnostics import ProblemSink
from tnt.language.documents.declares import KNOWN_ROLES
from tnt.language.values.roles import MAY_HOLD_WORDS, role_read
from tnt.language.values.words import as_id
from tnt.reading.documents import kind_of
from tnt.reading.overlay.pieces import scalar
from tnt.reading.yaml.problems import twice
from tnt.reading.yaml.tree import Tree

_BY_ROLE = frozenset({"roles", "staff", "posts", "capacity", "may_move"})
"""Keys under which roles are keys."""
_IN_CASE = ("guideline", "conditions", "contacts")
_VERBS = ("set", "scale", "disable", "add")


def own_roles(trees: Iterable[Tree]) -> frozenset[str]:
    """Ids of roles that some file declares as its own, words for shipped ones among them."""
    declaring = [
        part["roles"]
        for tree in trees
        for part in _declaring(tree)
        if isinstance(part, dict) and isinstance(part.get("roles"), dict)
    ]
    return frozenset(name for roles in declaring for name in roles if name not in KNOWN_ROLES)


def _declaring(tree: Tree) -> Iterator[Any]:
    """What may declare roles of its own; of a capacity the roles are those whose working time it says."""
    kind, given = kind_of(tree), tree.data.get("given")
    if kind == "case" and isinstance(given, dict):
        yield from (given.get(name) for name in _IN_CASE)
    elif kind not in ("case", "capacity"):
        yield tree.data


def with_roles_read(tree: Tree, own: Set[str], problems: ProblemSink) -> Tree:
    """The tree with the ids of roles in the place of words for them; itself where there are none. The nodes keep where
    everything stands, and values what is written."""
    if not own and not MAY_HOLD_WORDS.search(tree.text):
        return tree
    reader = _RoleReader(tree.file, own, problems)
    root, data = reader.read(tree.root, tree.data)
    return tree if root is tree.root and data is tree.data else replace(tree, root=root, data=data, _index={})


@dataclass(frozen=True)
class _RoleReader:
    file: str
    own: Set[str]
    problems: ProblemSink

    def read(self, node: yaml.Node, data: Any, key: str | None = None) -> tuple[Any, Any]:
        """A node and its data, new ones where something in them was read."""
        if isinstance(node, yaml.MappingNode) and isinstance(data, dict):
            return self._mapping(node, data, key)
        if isinstance(node, yaml.SequenceNode) and isinstance(data, list):
            return self._sequence(node, data, key)
        if isinstance(data, str):
            if key == "role":
                return node, self.role(data) or data
            if key in _VERBS or key == "numbers":
                return node, self.path(data)
        return node, data

    def role(self, word: str) -> str | None:
        """The role a word stands for; None where it is no such word, or somebody's own role."""
        if word in self.own or word in KNOWN_ROLES:
            return None
        own = as_id(word)
        return own if own in self.own else role_read(word)

    def path(self, path: str) -> str:
        """A path that leads through keys which are roles."""
        parts = path.split("/")
        for at, above in enumerate(parts[:-1]):
            if above in _BY_ROLE:
                parts[at + 1] = self.role(parts[at + 1]) or parts[at + 1]
        return "/".join(parts)

    def _mapping(self, node: yaml.MappingNode, data: dict[str, Any], key: str | None) -> tuple[Any, Any]:
        inside: list[tuple[yaml.Node, yaml.Node]] = []
        values: dict[str, Any] = {}
        is_new = False
        first = {name.value: name for name, _ in node.value}
        sets_role = str(data.get("set", "")).endswith("/role")
        for name, inner in node.value:
            meant = self.role(name.value) if key in _BY_ROLE else None
            if meant is not None and meant in (first.keys() | values.keys()):
                earlier = first.get(meant) or next(each for each, _ in inside if each.value == meant)
                self.problems.add(twice(self.file, name, earlier, meant))
                is_new = True
                continue
            renamed = name if meant is None else scalar(meant, name)
            below = "role" if sets_role and name.value == "to" else name.value
            read, value = self.read(inner, data[name.value], below)
            is_new |= renamed is not name or read is not inner or value is not data[name.value]
            inside.append((renamed, read))
            values[renamed.value] = value
        if not is_new:
            return node, data
        copy = yaml.MappingNode(node.tag, inside, node.start_mark, node.end_mark, node.flow_style)
        return copy, values

    def _sequence(self, node: yaml.SequenceNode, data: list[Any], key: str | None) -> tuple[Any, Any]:
        below = key if key == "numbers" else None
        pairs = [self.read(inner, value, below) for inner, value in zip(node.value, data, strict=True)]
        same = all(
            one is inner and value is old for (one, value), inner, old in zip(pairs, node.value, data, strict=True)
        )
        if same:
            return node, data
        inside: Sequence[yaml.Node] = [one for one, _ in pairs]
        copy = yaml.SequenceNode(node.tag, inside, node.start_mark, node.end_mark, node.flow_style)
        return copy, [value for _, value in pairs]
