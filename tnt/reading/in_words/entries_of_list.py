"""Entries written as a list where the language has them by their ids: `- id: annual-check`, `- gold: GOLD report`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import yaml

from tnt.language.values.keys import key_read
from tnt.language.values.words import as_id
from tnt.reading.overlay.pieces import scalar

_MAPPING = "tag:yaml.org,2002:map"
_TEXT = "tag:yaml.org,2002:str"
_LONGEST_ID = 80


def entries_of_list(
    node: yaml.SequenceNode, data: list[Any], fields: Collection[str]
) -> tuple[yaml.MappingNode, dict[str, Any]] | None:
    """The entries by their `id`, else by their one key or their title, else by their number; None where some entry is
    no mapping, or two are called the same. `fields` are the keys of an entry."""
    named: dict[str, tuple[yaml.Node, yaml.Node, Any]] = {}
    for number, (item, value) in enumerate(zip(node.value, data, strict=True), start=1):
        if not isinstance(item, yaml.MappingNode) or not isinstance(value, dict):
            return None
        name, inner, entry = _named(item, value, fields, number)
        if name.value in named:
            return None
        named[name.value] = name, inner, entry
    inside = [(name, inner) for name, inner, _ in named.values()]
    whole = yaml.MappingNode(_MAPPING, inside, node.start_mark, node.end_mark, node.flow_style)
    return whole, {key: entry for key, (_, _, entry) in named.items()}


def _named(
    item: yaml.MappingNode, value: dict[str, Any], fields: Collection[str], number: int
) -> tuple[yaml.ScalarNode, yaml.Node, Any]:
    """The name of an entry, where it stands, and the entry without it."""
    said = {key_read(name.value, ("id", "title")): (name, inner) for name, inner in item.value}
    if "id" in said and isinstance(said["id"][1], yaml.ScalarNode) and "id" not in fields:
        key, name = said["id"]
        rest = [pair for pair in item.value if pair[0] is not key]
        if not fields and len(rest) == 1:  # what is called so is a text: an outcome
            return _key(name.value, name), rest[0][1], value[rest[0][0].value]
        without = yaml.MappingNode(item.tag, rest, item.start_mark, item.end_mark, item.flow_style)
        return _key(name.value, name), without, {each: of for each, of in value.items() if each != key.value}
    if len(item.value) == 1 and key_read(item.value[0][0].value, [*fields, "title"]) is None:
        name, inner = item.value[0]
        return _key(name.value, name), inner, value[name.value]
    if "title" in said and isinstance(said["title"][1], yaml.ScalarNode):
        return _key(short_id(said["title"][1].value) or str(number), said["title"][1]), item, value
    return _key(str(number), item), item, value


def _key(name: str, at: yaml.Node) -> yaml.ScalarNode:
    return scalar(name, at, _TEXT)


def short_id(title: str) -> str | None:
    """The id a title makes, as many whole words of it as an id may hold."""
    made = as_id(title)
    return made if made is None or len(made) <= _LONGEST_ID else made[: _LONGEST_ID + 1].rpartition("-")[0]
