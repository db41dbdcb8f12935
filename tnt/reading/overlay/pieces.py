"""Lays over a located tree the entry that a date picks, and what a scenario puts in a value's place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import yaml

from tnt.reading.yaml.tree import KeyPath, Piece, Tree


def with_pieces(tree: Tree, pieces: Mapping[KeyPath, Piece | None]) -> Tree:
    """The tree with pieces at their paths, and without what stands where a piece is None. No path lies in another.

    Only what lies on the way to a piece is copied; the rest is shared with `tree`.
    """
    wanted: dict[str | int, Any] = {}
    for path, piece in pieces.items():
        below = wanted
        for part in path[:-1]:
            below = below.setdefault(part, {})
        below[path[-1]] = piece
    grafts = dict(tree.grafts)
    grafts |= {id(piece.node): piece for piece in pieces.values() if piece is not None}
    root, data = _rebuilt(tree.root, tree.data, wanted, grafts)
    has_dates = tree.has_dates or any(piece.tree.has_dates for piece in pieces.values() if piece is not None)
    return replace(tree, root=root, data=data, grafts=grafts, has_dates=has_dates, _index={})


def _rebuilt(node: yaml.Node, data: Any, wanted: dict[str | int, Any], grafts: dict[int, Piece]) -> tuple[Any, Any]:
    """A collection with what is wanted in it, and its data."""
    entries = _entries(node, data)
    for part, piece in wanted.items():
        if piece is None:
            del entries[part]
        elif isinstance(piece, Piece):
            entries[part] = piece.key, piece.node, piece.data
        else:
            key, inner, value = entries[part]
            entries[part] = key, *_rebuilt(inner, value, piece, grafts)
    is_mapping = isinstance(node, yaml.MappingNode)
    inside = [(key, inner) if is_mapping else inner for key, inner, _ in entries.values()]
    copy = type(node)(node.tag, inside, node.start_mark, node.end_mark)
    if isinstance(copy, yaml.CollectionNode) and isinstance(node, yaml.CollectionNode):
        copy.flow_style = node.flow_style
    if id(node) in grafts:
        grafts[id(copy)] = grafts[id(node)]
    values = [value for _, _, value in entries.values()]
    return copy, dict(zip(entries, values, strict=True)) if is_mapping else values


def _entries(node: yaml.Node, data: Any) -> dict[str | int, tuple[Any, yaml.Node, Any]]:
    """Key or index -> key node (None in a list), node and data."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: (key, inner, data[key.value]) for key, inner in node.value}
    return {index: (None, inner, data[index]) for index, inner in enumerate(node.value)}


def scalar(value: str, at: yaml.Node, tag: str | None = None) -> yaml.ScalarNode:
    """A scalar that reads `value` and stands where `at` stands."""
    return yaml.ScalarNode(at.tag if tag is None else tag, value, at.start_mark, at.end_mark)
