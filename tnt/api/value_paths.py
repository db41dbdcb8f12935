"""From the address of a number, as `tnt explain` takes it, to the path by which a scenario changes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tnt.reading.documents import kind_of
from tnt.reading.overlay.paths import CLUSTERS, CONDITIONS, row_names
from tnt.reading.yaml.tree import Tree

_LEFT_OUT = "recommendations"


def scenario_path(address: str, trees: Sequence[Tree]) -> str:
    """With the word that addresses leave out, and rows by their ages; a path that is one already stays as it is."""
    name, *parts = address.split("/")
    for tree in trees:
        kind = kind_of(tree)
        is_section = kind == CONDITIONS and name in (CONDITIONS, CLUSTERS) and name in tree.data
        if is_section or (kind not in (None, CONDITIONS) and name == tree.id_of(kind)):
            data = tree.data[name] if is_section else tree.data
            return "/".join([name, *_written(data, parts)])
    return address


def _written(data: Any, parts: Sequence[str]) -> Iterator[str]:
    for part in parts:
        if isinstance(data, dict):
            if part not in data and isinstance(data.get(_LEFT_OUT), dict) and part in data[_LEFT_OUT]:
                yield _LEFT_OUT
                data = data[_LEFT_OUT]
            yield part
            data = data.get(part)
        elif _are_rows(data) and part.isdecimal() and int(part) < len(data):
            yield row_names(data)[int(part)]
            data = data[int(part)]
        else:
            yield part
            data = None


def _are_rows(data: Any) -> bool:
    return isinstance(data, list) and all(isinstance(row, dict) for row in data)
