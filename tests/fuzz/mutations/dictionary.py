"""The words of the language, taken from its JSON Schema, and what stands under each key in the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from tests.fuzz.mutations.yaml_tree import Mapping, Node, parsed
from tnt.language.schema.schema import json_schema

_MOST_UNDER_A_KEY = 400


class Dictionary:
    """Keys, choices and examples of the schema; values and neighbours of each key as they stand in files."""

    def __init__(self, texts: Iterable[str]) -> None:
        schema = json_schema()
        self._keys = sorted(set(_found(schema, "properties")))
        self._choices = sorted({str(each) for each in _found(schema, "enum", "examples")})
        self._under: dict[str, list[Node]] = {}
        self._mappings: dict[str, list[Mapping]] = {}
        scalars: set[str] = set()
        for text in texts:
            if (tree := parsed(text)) is not None:
                self._harvest(tree, "", scalars)
        self._scalars = sorted(each for each in scalars if len(each) < 80)

    def key(self, rng: Random) -> str:
        """A key of the language."""
        return rng.choice(self._keys)

    def choice(self, rng: Random) -> str:
        """A word or an example of the language."""
        return rng.choice(self._choices)

    def scalar(self, rng: Random) -> str:
        """Any word or value that stands somewhere."""
        return rng.choice(self._scalars)

    def under(self, key: str, rng: Random) -> Node:
        """What stands under a key somewhere, else anywhere."""
        return rng.choice(self._under.get(key) or self._under[rng.choice(sorted(self._under))])

    def pair_beside(self, key: Node, rng: Random) -> tuple[Node, Node]:
        """A key and value out of a mapping that has this key too, or of any key's."""
        known = self._mappings.get(key if isinstance(key, str) else "")
        if known and rng.random() < 0.8:
            found = rng.choice(rng.choice(known))
            return found[0], found[1]
        name = self.key(rng)
        return name, self.under(name, rng)

    def _harvest(self, node: Node, key: str, scalars: set[str]) -> None:
        if key and len(self._under.setdefault(key, [])) < _MOST_UNDER_A_KEY:
            self._under[key].append(node)
        if isinstance(node, str):
            scalars.add(node)
        elif isinstance(node, Mapping):
            for name, value in node:
                if isinstance(name, str):
                    self._mappings.setdefault(name, []).append(node)
                    self._harvest(value, name, scalars)
        else:
            for each in node:
                self._harvest(each, key, scalars)


def _found(schema: Any, *names: str) -> Iterator[Any]:
    """What stands under these keywords anywhere in a schema: keys of mappings, items of lists."""
    if isinstance(schema, dict):
        for name, value in schema.items():
            if name in names and isinstance(value, dict | list):
                yield from value
            yield from _found(value, *names)
    elif isinstance(schema, list):
        for each in schema:
            yield from _found(each, *names)
