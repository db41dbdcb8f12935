"""YAML 1.2 core on PyYAML's C parser: text -> nodes that keep where every key and value begins and ends.

PyYAML follows YAML 1.1, in which `no` is False and 1:30 is 90, a duplicate key silently wins and an alias may grow
without bound. None of that is read here. Tags are resolved below, cheaply, because resolving is most of what reading
costs.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

_PLAIN = "plain"
_QUOTED = "quoted"
_WORDS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_MAY_BE_NUMBER = frozenset("0123456789+-.")
_INTEGER = re.compile(r"[-+]?\d+")
_SAFE_DEPTH = 1_000
_SAFE_BRACKETS = 2_000
_DEEP_LINE = re.compile(r"^[-?: \t]{500}", re.MULTILINE)  # a level of a block takes a column at least
_MAY_BE_ANCHOR = re.compile(r"(?:^|[\s\[{,])&\w", re.MULTILINE)
_FLOAT = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?")


class CoreLoader(yaml.CSafeLoader):
    """Composes nodes; plain and quoted scalars are told apart, and nothing else is decided."""

    def resolve(self, kind: type[yaml.Node], value: Any, implicit: Any) -> str:
        """The tag of a node without one of its own."""
        if kind is not yaml.ScalarNode:
            return _PLAIN
        return _PLAIN if implicit[0] else _QUOTED

    def descend_resolver(self, *_: Any) -> None:
        """Nothing depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """Nothing depends on where a node stands."""


class TooDeepError(Exception):
    """The text nests so deep that composing it would exhaust the stack."""

    def __init__(self, mark: Any) -> None:
        super().__init__(mark)
        self.line: int = mark.line + 1
        self.column: int = mark.column + 1


def compose(text: str) -> yaml.Node | None:
    """The root node of the only document in the text, or None where it is empty; raises yaml.YAMLError,
    TooDeepError."""
    if text.count("[") + text.count("{") > _SAFE_BRACKETS or _DEEP_LINE.search(text):
        _refuse_deep(text)
    loader = CoreLoader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
        return node
    finally:
        loader.dispose()


def _refuse_deep(text: str) -> None:
    """The composer is recursive C, the event parser is not: count on the latter before trusting the former."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _SAFE_DEPTH:
            raise TooDeepError(event.start_mark)


def anchored(text: str) -> list[Any]:
    """Every anchor and every alias in the order they are written; composed nodes no longer tell one from the other."""
    if not _MAY_BE_ANCHOR.search(text):
        return []
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    return [event for event in events if isinstance(event, yaml.NodeEvent) and event.anchor is not None]


def has_own_tag(node: yaml.Node) -> bool:
    """Whether the writer put a tag on the node."""
    return node.tag not in (_PLAIN, _QUOTED)


def is_plain(node: yaml.Node) -> bool:
    """Whether a scalar stands without quotes."""
    return node.tag == _PLAIN


def scalar_value(node: yaml.ScalarNode) -> Any:
    """The value of a scalar: text, or where it stands without quotes a number, true, false or null as YAML 1.2 has
    them."""
    text: str = node.value
    if node.tag != _PLAIN or (text and text[0] not in _MAY_BE_NUMBER and text not in _WORDS):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text) and len(text) < 100:
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
