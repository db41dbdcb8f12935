"""YAML as a tree that can be changed and written again: mappings keep repeated keys, scalars stay as they are
written."""

from __future__ import annotations

import json

import yaml


class Mapping(list["list[Node]"]):
    """Pairs of key and value, in order."""


Node = str | list["Node"] | Mapping
_BLOCK_FROM = 90
"""A mapping or list that takes more columns than this is written over several lines."""


def parsed(text: str) -> Node | None:
    """The tree of a text; None where it cannot be read, is empty or leans on anchors."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        return None if node is None else _tree(node, text, ())
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _tree(node: yaml.Node, text: str, above: tuple[int, ...]) -> Node:
    if id(node) in above:
        raise ValueError("an alias to itself")
    inside = (*above, id(node))
    if isinstance(node, yaml.MappingNode):
        return Mapping([_tree(key, text, inside), _tree(value, text, inside)] for key, value in node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_tree(each, text, inside) for each in node.value]
    raw = text[node.start_mark.index : node.end_mark.index]
    return raw if raw and "\n" not in raw and raw[0] not in "|>&*!" else json.dumps(node.value, ensure_ascii=False)


def copied(node: Node) -> Node:
    """A tree of its own, to change."""
    if isinstance(node, str):
        return node
    if isinstance(node, Mapping):
        return Mapping([copied(key), copied(value)] for key, value in node)
    return [copied(each) for each in node]


def written(node: Node) -> str:
    """The tree as a file."""
    return _block(node, 0) + "\n"


def flow(node: Node) -> str:
    """The tree on one line."""
    if isinstance(node, str):
        return json.dumps(node, ensure_ascii=False) if node[:1] not in "\"'" and set(node) & set(",[]{}") else node
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{_key(key)}: {flow(value)}" for key, value in node) + "}"
    return "[" + ", ".join(map(flow, node)) + "]"


def _key(key: Node) -> str:
    return key if isinstance(key, str) else f"? {flow(key)}"


def _block(node: Node, indent: int) -> str:
    if isinstance(node, str):
        return node
    line = flow(node)
    if not node or (indent and len(line) < _BLOCK_FROM):
        return line
    gap = "\n" + " " * indent
    if isinstance(node, Mapping):
        return gap.join(_pair(key, value, indent) for key, value in node)
    return gap.join(f"- {_block(each, indent + 2)}" for each in node)


def _pair(key: Node, value: Node, indent: int) -> str:
    text = _block(value, indent + 2)
    is_block = not isinstance(value, str) and value and text[:1] not in "{["
    is_block = is_block or ("\n" in text and not isinstance(value, str))
    return f"{flow(key)}:" + (f"\n{' ' * (indent + 2)}{text}" if is_block else f" {text}")
