"""The values in a tree of YAML, where each hangs, and the shapes it may be given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.fuzz.mutations.yaml_tree import Mapping, Node, copied


@dataclass(frozen=True)
class Place:
    """A value in the tree: where it hangs, and under which key."""

    above: list[Any]
    at: int
    key: str

    @property
    def node(self) -> Node:
        return self.above[self.at]

    def put(self, node: Node) -> None:
        self.above[self.at] = node


def places(node: Node, key: str) -> Iterator[Place]:
    """Every value, those in mappings by their key, those in lists by the key of the list."""
    if isinstance(node, Mapping):
        for pair in node:
            name = pair[0] if isinstance(pair[0], str) else ""
            yield Place(pair, 1, name)
            yield from places(pair[1], name)
    elif isinstance(node, list):
        for at, each in enumerate(node):
            yield Place(node, at, key)
            yield from places(each, key)


SHAPES: tuple[Callable[[Node, str], Node], ...] = (
    lambda old, word: "null",
    lambda old, word: "",
    lambda old, word: [],
    lambda old, word: Mapping(),
    lambda old, word: "''",
    lambda old, word: "true",
    lambda old, word: "0",
    lambda old, word: word,
    lambda old, word: [old],
    lambda old, word: [word],
    lambda old, word: [[]],
    lambda old, word: [Mapping()],
    lambda old, word: [old, copied(old)],
    lambda old, word: [[word], old],
    lambda old, word: Mapping([[word, old]]),
    lambda old, word: Mapping([["value", old]]),
    lambda old, word: Mapping([[word, "null"]]),
    lambda old, word: Mapping([["nb", old], ["en", word]]),
)
