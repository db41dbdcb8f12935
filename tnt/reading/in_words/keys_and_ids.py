"""Keys and ids as people write them, read as those of the language: `Title:`, `tittel:`, `after: Måling`.

What has no title of its own is called by the text that is written in place of its id.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import yaml
from pydantic import BaseModel, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from tnt.diagnostics import ProblemSink
from tnt.language.base import ID_PATTERN, fields_by_key
from tnt.language.kinds import KINDS
from tnt.language.values.keys import NUMBERS_OF_ONE_SOURCE, key_read
from tnt.language.values.words import as_id
from tnt.reading.in_words.entries_of_list import entries_of_list, short_id
from tnt.reading.in_words.source_beside import with_source_of_numbers
from tnt.reading.overlay.pieces import scalar
from tnt.reading.yaml.problems import twice
from tnt.reading.yaml.read_tree import as_text
from tnt.reading.yaml.tree import Tree

_ID = re.compile(ID_PATTERN)


def with_keys_read(tree: Tree, problems: ProblemSink) -> Tree:
    """The tree with the keys and ids of the language in the place of those that mean them; every place stays."""
    meant = {key_read(key, KINDS) for key in tree.data}
    kind = next((each for each in KINDS if each in meant), None)
    root, data = tree.root, tree.data
    if kind is None:
        if (named := _called_by_title(tree)) is None:
            return tree
        kind, (root, data) = "guideline", named
    root, data = _KeyReader(tree.file, problems).mapping(root, data, KINDS[kind])
    return replace(tree, root=root, data=data, _index={})


def _called_by_title(tree: Tree) -> tuple[yaml.MappingNode, dict[str, Any]] | None:
    """A guideline that has recommendations and a title, and no id: that of its title. None for another file."""
    keys = {key_read(name.value, ("title", "recommendations")): (name, inner) for name, inner in tree.root.value}
    if not {"title", "recommendations"} <= keys.keys():
        return None
    key, said = keys["title"]
    first = said.value[0][1] if isinstance(said, yaml.MappingNode) and said.value else said
    if not isinstance(first, yaml.ScalarNode) or as_id(first.value) is None:
        return None
    pairs = [(scalar("guideline", key), scalar(str(short_id(first.value)), first)), *tree.root.value]
    root = yaml.MappingNode(tree.root.tag, pairs, tree.root.start_mark, tree.root.end_mark, tree.root.flow_style)
    return root, {"guideline": short_id(first.value), **tree.data}


@dataclass(frozen=True)
class _KeyReader:
    file: str
    problems: ProblemSink

    def read(self, node: yaml.Node, data: Any, annotation: Any) -> tuple[Any, Any]:
        """A node and its data, as what stands at a place of a type."""
        if isinstance(node, yaml.MappingNode) and isinstance(data, dict):
            return self.mapping(node, data, annotation)
        if isinstance(node, yaml.SequenceNode) and isinstance(data, list):
            items = [each for branch in _branches(annotation) if (each := _item_of(branch)) is not None]
            by_id = None if items else next(filter(_is_by_id, _branches(annotation)), None)
            if by_id is not None and (entries := entries_of_list(node, data, _keys_of_entry(by_id))) is not None:
                return self.mapping(*entries, annotation)
            pairs = [self.read(*pair, items[0] if items else Any) for pair in zip(node.value, data, strict=True)]
            copy = yaml.SequenceNode(
                node.tag, [each for each, _ in pairs], node.start_mark, node.end_mark, node.flow_style
            )
            return copy, [value for _, value in pairs]
        if isinstance(data, str) and any(map(_is_id, _branches(annotation))):
            return node, self.id(data)
        return node, data

    def mapping(self, node: yaml.MappingNode, data: dict[str, Any], annotation: Any) -> tuple[Any, dict[str, Any]]:
        """A part by its fields, or entries by their ids."""
        branches = list(_branches(annotation))
        fields = {key: field for model in branches if _is_part(model) for key, field in _fields(model).items()}
        by_id, is_id = next(
            ((typing.get_args(each)[1], _is_id(_key_of(each))) for each in branches if _is_by_id(each)), (None, False)
        )
        known = fields if NUMBERS_OF_ONE_SOURCE.isdisjoint(fields) else {**fields, "source": Any}
        inside: list[tuple[yaml.Node, yaml.Node]] = []
        values: dict[str, Any] = {}
        written: dict[str, yaml.Node] = {name.value: name for name, _ in node.value}
        for name, inner in node.value:
            meant = key_read(name.value, known) if fields else self.id(name.value) if is_id else None
            if meant == "population" and isinstance(inner, yaml.SequenceNode) and "populations" in fields:
                meant = "populations"
            if meant is not None and meant != name.value and (meant in written or meant in values):
                first = next(each for each, _ in [*inside, *node.value] if each.value == meant)
                self.problems.add(twice(self.file, name, first, meant))
                continue
            key = name.value if meant is None else meant
            renamed = name if key == name.value else scalar(key, name)
            below = by_id if by_id is not None and not fields else fields.get(key, Any)
            read, value = self.read(inner, data[name.value], below)
            value = as_text(key, value, inner)
            if by_id is not None and renamed is not name:
                read, value = _titled(read, value, name, by_id)
            inside.append((renamed, read))
            values[key] = value
        copy = yaml.MappingNode(node.tag, inside, node.start_mark, node.end_mark, node.flow_style)
        if "source" in values and fields and "source" not in fields:
            return with_source_of_numbers(copy, values)
        if (said := _id_of_file(node, values, fields)) is not None:
            return _titled(copy, values, said, annotation)
        return copy, values

    def id(self, written: str) -> str:
        """The id that a text stands for, a word for a role too: it is the id of what is declared there."""
        return written if _ID.fullmatch(written) else as_id(written) or written


def _keys_of_entry(by_id: Any) -> list[str]:
    """The keys that an entry of a mapping by ids may have; none of what is a text."""
    return [key for model in _branches(typing.get_args(by_id)[1]) if _is_part(model) for key in _fields(model)]


def _titled(node: Any, value: Any, said: yaml.Node, annotation: Any) -> tuple[Any, Any]:
    """What has no title, with the text that was written in place of its id for one."""
    has_title = any("title" in _fields(model) for model in _branches(annotation) if _is_part(model))
    if not has_title or not isinstance(value, dict) or "title" in value:
        return node, value
    title = scalar(said.value, said, "quoted")
    inside = [*node.value, (scalar("title", said), title)]
    copy = yaml.MappingNode(node.tag, inside, node.start_mark, node.end_mark, node.flow_style)
    return copy, {**value, "title": said.value}


def _id_of_file(node: yaml.MappingNode, values: dict[str, Any], fields: dict[str, Any]) -> yaml.Node | None:
    """Where the id of a file stands that is written as a text and not as an id."""
    kind = next((each for each in KINDS if each in values and "format" in fields), None)
    said = next((inner for name, inner in node.value if kind is not None and key_read(name.value, [kind])), None)
    if kind is None or not isinstance(said, yaml.ScalarNode) or said.value == values[kind]:
        return None
    return said


def _branches(annotation: Any) -> Iterator[Any]:
    """The types that may stand there: of a union each."""
    if isinstance(annotation, FieldInfo):
        if _is_str_with_pattern(annotation.annotation, annotation.metadata):
            yield annotation
        else:
            yield from _branches(annotation.annotation)
        return
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        for each in typing.get_args(annotation):
            yield from _branches(each)
    elif origin is typing.Annotated and not _is_id(annotation):
        yield from _branches(typing.get_args(annotation)[0])
    else:
        yield annotation


def _is_part(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _is_by_id(annotation: Any) -> bool:
    """Whether entries stand there by their ids, or by those of roles, which are read elsewhere."""
    return typing.get_origin(annotation) is dict and typing.get_origin(_key_of(annotation)) is typing.Annotated


def _key_of(annotation: Any) -> Any:
    return typing.get_args(annotation)[0]


def _item_of(annotation: Any) -> Any:
    return typing.get_args(annotation)[0] if typing.get_origin(annotation) is list else None


def _is_id(annotation: Any) -> bool:
    if isinstance(annotation, FieldInfo):
        return _is_str_with_pattern(annotation.annotation, annotation.metadata)
    if typing.get_origin(annotation) is not typing.Annotated:
        return False
    of, *metadata = typing.get_args(annotation)
    return _is_str_with_pattern(of, metadata)


def _is_str_with_pattern(of: Any, metadata: list[Any]) -> bool:
    has_pattern = any(isinstance(each, StringConstraints) and each.pattern == ID_PATTERN for each in metadata)
    return of is str and has_pattern and not any(isinstance(each, WithJsonSchema) for each in metadata)  # of a role


@lru_cache(maxsize=256)
def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {key: model.model_fields[name] for key, name in fields_by_key(model).items()}
