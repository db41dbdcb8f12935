"""Bytes -> located tree, or every reason why not."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import yaml

from tnt import limits
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink, Span
from tnt.language.values.dated import is_dated
from tnt.language.values.keys import has_source_beside, may_mean_another
from tnt.reading.yaml.colons import MOST, may_be_read, text_with_colon, with_colons, without_colons
from tnt.reading.yaml.problems import after, alias_problems, colon_problem, first_line, span_of, syntax_problem
from tnt.reading.yaml.reader import TooDeepError, anchored, compose, has_own_tag, is_plain, scalar_value
from tnt.reading.yaml.tree import Tree
from tnt.reading.yaml.typed import as_typed


def read_tree(file: str, raw: bytes, problems: ProblemSink, folder: Path = Path()) -> Tree | None:
    """Bytes -> tree, or every reason why not. `file` is how the reader knows it; paths in it start from `folder`."""
    text = _text(file, raw, problems)
    typed = None if text is None else as_typed(text)
    root = None if typed is None else _root(file, typed, problems)
    if text is None or typed is None or root is None:
        return None
    found = ProblemSink()
    builder = _Builder(file, typed, found)
    builder.check_tag(root)
    data = builder.mapping(root, 0)
    problems.extend(found)
    if found.has_errors:
        return None
    return Tree(
        file, folder, text, hashlib.sha256(raw).hexdigest(), data, root, builder.has_dates, builder.has_other_words
    )


def _text(file: str, raw: bytes, problems: ProblemSink) -> str | None:
    if len(raw) > limits.YAML_FILE_BYTES:
        limit = f"{limits.YAML_FILE_BYTES / 1_000_000:g} MB"
        problems.add(Diagnostic(Code.FILE_TOO_LARGE, Place(file), {"limit": limit}))
        return None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.add(Diagnostic(Code.NOT_UTF8, Place(file, after(raw[: error.start].decode("utf-8-sig")))))
        return None


def _root(file: str, text: str, problems: ProblemSink) -> yaml.MappingNode | None:
    """The mapping that the file is. Aliases, which might make it any size, are refused before anybody walks it."""
    try:
        root = _composed(file, text, problems)
        aliases = alias_problems(file, anchored(text))
    except yaml.YAMLError as error:
        problems.add(syntax_problem(file, text, error))
        return None
    except TooDeepError as deep:
        span = Span(deep.line, deep.column, deep.line, deep.column + 1)
        problems.add(Diagnostic(Code.TOO_DEEP, Place(file, span), {"limit": str(limits.YAML_DEPTH)}))
        return None
    if aliases:
        problems.extend(aliases)
        return None
    if isinstance(root, yaml.MappingNode):
        return root
    place = Place(file, None if root is None else first_line(span_of(root, root)))
    found = {yaml.SequenceNode: "list", yaml.ScalarNode: "text"}.get(type(root), "null")
    problems.add(Diagnostic(Code.NOT_A_MAPPING, place, {"found": found}))
    return None


def _composed(file: str, text: str, problems: ProblemSink) -> yaml.Node | None:
    """The root; texts with a colon that stand without quotes are told, and read all the same. Raises yaml.YAMLError for
    what else YAML refuses."""
    found, most = 0, MOST if may_be_read(text) else 0
    while True:
        try:
            root = compose(text)
        except yaml.YAMLError as error:
            where = text_with_colon(text, error) if found < most else None
            if where is None:
                raise
            problems.add(colon_problem(file, text, *where))
            text, found = without_colons(text, *where), found + 1
            continue
        if found:
            with_colons(root)
        return root


_TEXTS = {"version"}
"""Keys whose value is a text though it may look like a number: version 1.10 is not 1.1."""


def as_text(key: str, value: Any, node: yaml.Node) -> Any:
    """The value of a key; as it is written where it is a text that looks like a number."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return node.value if key in _TEXTS and is_number else value


class _Builder:
    """Walks the nodes once: plain data out, what YAML allows and tnt does not into problems."""

    def __init__(self, file: str, text: str, problems: ProblemSink) -> None:
        self.file = file
        self.text = text
        self.problems = problems
        self.has_dates = False
        self.has_other_words = False

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
                data[key] = as_text(key, self.value(value_node, depth + 1), value_node)
                first[key] = key_node
                self.has_other_words = self.has_other_words or may_mean_another(key, data[key])
        self.has_other_words = self.has_other_words or has_source_beside(data)
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
        self.problems.add(Diagnostic(code, place, values, related=related))


def _join_texts_with_commas(node: yaml.MappingNode, text: str) -> None:
    """`{title: Oslo, 1 May 2026, year: 2026}`: what has no colon goes on with the text before it, comma included.

    YAML would make `1 May 2026` a key without a value. Nobody who writes a title in braces means that, and no key of
    tnt holds a space or begins with a digit (`42 / 10,000`); a lone word that could be a key is left to be reported as
    one.
    """
    if not node.flow_style:
        return
    joined: list[tuple[yaml.Node, yaml.Node]] = []
    for key, value in node.value:
        lone = (
            isinstance(key, yaml.ScalarNode)
            and is_plain(key)
            and value.end_mark.index == key.end_mark.index
            and (" " in key.value or key.value[:1].isdigit())
        )
        before = joined[-1][1] if joined else None
        if lone and isinstance(before, yaml.ScalarNode) and is_plain(before) and before.value:
            between = text[before.end_mark.index : key.start_mark.index]
            before.value += (", " if "\n" in between else between) + key.value
            before.end_mark = key.end_mark
        else:
            joined.append((key, value))
    node.value = joined
