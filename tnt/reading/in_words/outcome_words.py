"""Outcomes in words, `outcome: Færre slag`: the declared one of that title, or one of its own with the text as title.

Done on the trees, since any file may declare the outcomes of the others. Whoever writes an id means a declaration.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from tnt.diagnostics.nearest import Nearest
from tnt.language.base import ID_PATTERN
from tnt.language.values.words import as_id
from tnt.reading.documents import kind_of
from tnt.reading.overlay.pieces import scalar, with_pieces
from tnt.reading.yaml.tree import KeyPath, Piece, Tree

_ID = re.compile(ID_PATTERN)
_LIKE = 0.9
"""How like another outcome a misspelt one is: one fall prevented is much like one stroke prevented."""
_IN_CASE: KeyPath = ("given", "guideline")


def outcomes_of(trees: Iterable[Tree]) -> dict[str, Any]:
    """Id -> title of the outcomes that files declare for each other."""
    return {name: title for tree in trees if kind_of(tree) != "case" for name, title in _declared(tree, ()).items()}


def with_outcomes_read(tree: Tree, others: Mapping[str, Any], nearest: Nearest) -> Tree:
    """The tree with ids of outcomes for their titles, and a declaration of each that none has; itself where there are
    none. `others` are those that files declare. What is nearly a declared one is left to be told."""
    base = _IN_CASE if kind_of(tree) == "case" else ()
    declared = _declared(tree, base) if base else dict(others)
    pieces: dict[KeyPath, Piece | None] = {}
    new: dict[str, tuple[yaml.Node, str]] = {}
    for path, node in _in_words(tree, base):
        written = " ".join(str(node.value).split())
        name = as_id(written)
        if name is None or name in declared:
            continue
        titled = [each for each, title in declared.items() if name in map(as_id, _texts(title))]
        if len(titled) == 1:
            key, *_ = tree.nodes(path)
            pieces[path] = Piece(tree.origin(path), key or node, node, titled[0])
        elif not titled and nearest.word(name, declared, _LIKE) is None:
            declared[name], new[name] = written, (node, written)
    return with_pieces(tree, pieces | _declarations(tree, base, new)) if pieces or new else tree


def _declarations(tree: Tree, base: KeyPath, new: Mapping[str, tuple[yaml.Node, str]]) -> dict[KeyPath, Piece | None]:
    """What declares some outcomes, each standing where it is named."""
    entries = {name: (scalar(name, node), scalar(title, node, "quoted"), title) for name, (node, title) in new.items()}
    at: KeyPath = (*base, "outcomes")
    section, parent = _declared(tree, base), _value(tree.data, base)
    if not entries or (not section and "outcomes" in parent):
        return {}
    if section:
        return {(*at, name): Piece(tree, key, node, title) for name, (key, node, title) in entries.items()}
    first = next(node for _, node, _ in entries.values())
    inside = [(key, node) for key, node, _ in entries.values()]
    whole = yaml.MappingNode("tag:yaml.org,2002:map", inside, first.start_mark, first.end_mark, flow_style=True)
    data = {name: title for name, (_, _, title) in entries.items()}
    return {at: Piece(tree, scalar("outcomes", first), whole, data)}


def _in_words(tree: Tree, base: KeyPath) -> Iterator[tuple[KeyPath, yaml.ScalarNode]]:
    """Every outcome that is written as a text and not as an id."""
    recommendations = _value(tree.data, (*base, "recommendations"))
    for name, rec in recommendations.items() if isinstance(recommendations, dict) else ():
        if isinstance(_value(rec, ("benefit", "outcome")), str):
            path = (*base, "recommendations", name, "benefit", "outcome")
            _, node, _ = tree.nodes(path)
            if isinstance(node, yaml.ScalarNode) and not _ID.fullmatch(str(node.value)):
                yield path, node


def _declared(tree: Tree, base: KeyPath) -> dict[str, Any]:
    declared = _value(tree.data, (*base, "outcomes"))
    return dict(declared) if isinstance(declared, dict) else {}


def _value(data: Any, path: KeyPath) -> Any:
    """What stands at a path; an empty mapping where nothing does."""
    for part in path:
        data = data.get(part, {}) if isinstance(data, dict) else {}
    return data


def _texts(title: Any) -> list[str]:
    texts = title.values() if isinstance(title, Mapping) else [title]
    return [text for text in texts if isinstance(text, str)]
