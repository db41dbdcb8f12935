"""Conditions by their names in place of their ids: `kols`, `heart failure`, `kols eller astma`.

The names are the titles of conditions, those of the files given before those that come with tnt. Done on the trees, as
words for roles are: only all files together tell which conditions are somebody's own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from tnt.language.values.words import as_id
from tnt.reading.documents import kind_of
from tnt.reading.overlay.pieces import with_pieces
from tnt.reading.shipped import shipped_conditions
from tnt.reading.yaml.tree import KeyPath, Piece, Tree

_OR = re.compile(r"\s*,\s*(?:or|eller)\s+|\s+(?:or|eller|og/eller|and/or)\s+|\s*/\s*", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|og|with|med)\s+|\s*[&+]\s*", re.IGNORECASE)
_NOT = re.compile(
    r"(?:not|without|ikke|uten)\s+(?P<rest>.+)|(?P<before>.+?),?\s+(?:not|without|ikke|uten)\s+(?P<after>.+)", re.I
)
_KNOWN = re.compile(r"(?:known|kjent)\s+", re.IGNORECASE)
_MOST_CHARACTERS = 200


class ConditionNames:
    """Words for conditions -> their ids. An id is never taken for another's name."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        """Names of the conditions that some files declare, before those of the ones that come with tnt."""
        own: dict[str, Any] = {}
        for tree in trees:
            if kind_of(tree) != "case":
                own |= dict.fromkeys(_mapping(tree.data.get("registers")))
                own |= _mapping(tree.data.get("conditions"))
        self._own = own
        self.own = frozenset((name, *_titles(entry)) for name, entry in own.items())

    @cached_property
    def _ids(self) -> dict[str, Any]:
        """All there are; what is shipped is read at the first name that is no id of the files."""
        return {**shipped_conditions(), **self._own}

    def read(self, word: str) -> str | None:
        """The id a name stands for; None for an id, and for what names none or several."""
        slug = as_id(word)
        if word in self._own or slug is None or word in self._ids:
            return None
        if slug in self._ids:
            return slug
        for conditions in (self._own, self._ids):
            named = [name for name, entry in conditions.items() if slug in map(as_id, _titles(entry))]
            if named:
                return named[0] if len(named) == 1 else None
        return None

    def combined(self, text: str) -> str | None:
        """Several conditions in words as they are written within braces: `{any: [copd, asthma]}`."""
        return None if len(text) > _MOST_CHARACTERS else self._combined(" ".join(text.split()))

    def _combined(self, text: str) -> str | None:
        if (without := _NOT.fullmatch(text)) is not None:
            other = self._combined(without["rest"] or without["after"])
            before = without["before"] and self._combined(without["before"])
            if other is None or (without["before"] and before is None):
                return None
            return f"{{all: [{before}, {{not: {other}}}]}}" if before else f"{{not: {other}}}"
        for key, between in (("any", _OR), ("all", _AND)):
            parts = [part for part in between.split(text) if part]
            if len(parts) > 1:
                named = [self._combined(part) for part in _with_commas(parts)]
                return None if None in named else f"{{{key}: [{', '.join(filter(None, named))}]}}"
        return text if text in self._ids else self.read(text)


def says_several(text: str) -> bool:
    """Whether a text names several conditions, or one that people do not have."""
    if len(text) > _MOST_CHARACTERS:
        return False
    return any(between.search(text) for between in (_OR, _AND)) or _NOT.fullmatch(text) is not None


def with_conditions_read(tree: Tree, names: ConditionNames) -> Tree:
    """The tree with ids of conditions in the place of their names; itself where there are none."""
    pieces: dict[KeyPath, Piece | None] = {}
    for path, word in conditions_named(tree.data):
        if (meant := names.read(word)) is not None:
            key, node, _ = tree.nodes(path)
            pieces[path] = Piece(tree.origin(path), node if key is None else key, node, meant)
    return with_pieces(tree, pieces) if pieces else tree


def conditions_named(data: Any) -> Iterator[tuple[KeyPath, str]]:
    """Every condition that recommendations name, and where."""
    for rec, keys in _mapping(_mapping(data).get("recommendations")).items():
        populations = _mapping(keys).get("populations")
        groups: list[tuple[KeyPath, Any]] = [(("population",), _mapping(keys).get("population"))]
        if isinstance(populations, list):
            groups += [(("populations", number), group) for number, group in enumerate(populations)]
        for path, group in groups:
            yield from _texts(_mapping(group).get("condition"), ("recommendations", rec, *path, "condition"))


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    waiting: list[tuple[KeyPath, Any]] = [(path, value)]
    while waiting:
        at, inner = waiting.pop()
        if isinstance(inner, str):
            yield at, inner
        elif isinstance(inner, dict | list):
            items = inner.items() if isinstance(inner, dict) else enumerate(inner)
            waiting += reversed([((*at, key), item) for key, item in items])


def _with_commas(parts: Collection[str]) -> list[str]:
    """`a, b or c` has commas in its first part."""
    return [each for part in parts for each in re.split(r"\s*,\s*", part) if each]


def _titles(entry: Any) -> list[str]:
    """The titles, and without a "known" in front, which says where the figure is from: `type 2 diabetes`."""
    title = _mapping(entry).get("title")
    texts = title.values() if isinstance(title, Mapping) else [title]
    titles = [text for text in texts if isinstance(text, str)]
    return [*titles, *(_KNOWN.sub("", text) for text in titles if _KNOWN.match(text))]


def _mapping(data: Any) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}
