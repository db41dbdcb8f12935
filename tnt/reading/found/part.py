"""The part of a shipped file that somebody names, as a file of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from tnt.reading.documents import kind_of
from tnt.reading.overlay.pieces import with_pieces
from tnt.reading.yaml.tree import KeyPath, Tree

EntryKey = tuple[str, str]
"""Section of a file and id in it; of contacts, the word and the id of the file."""
_SECTIONS = ("conditions", "shapes", "clusters", "roles", "sources", "outcomes")
_TOGETHER = "moves_together"


def part_of(tree: Tree, named: Collection[EntryKey], elsewhere: Collection[EntryKey]) -> Tree:
    """The file without what is not named: its shapes and sources are those that something named rests on, sources that
    are declared elsewhere left out, and what moves together does so as far as it is named.

    A file of which no document is left is one of declarations alone.
    """
    rests_on = sources_of(tree, named)
    kept = {*named, *_shapes_of(tree, named), *(rests_on.difference(elsewhere))}
    gone: list[KeyPath] = []
    for section in _SECTIONS:
        entries = tree.data.get(section, {})
        others = [(section, name) for name in entries if (section, name) not in kept]
        gone += [(section,)] if entries and len(others) == len(entries) else others
    is_document = any(section == kind_of(tree) for section, _ in named)
    if not is_document:
        gone += [(key,) for key in tree.data if key not in ("format", _TOGETHER, *_SECTIONS)]
    return with_pieces(tree, dict.fromkeys([*gone, *_not_together(tree, named, rests_on)]))


def _not_together(tree: Tree, named: Collection[EntryKey], sources: Collection[EntryKey]) -> list[KeyPath]:
    """Groups about other numbers, and the other numbers of a group."""
    gone: list[KeyPath] = []
    groups = tree.data.get(_TOGETHER, {})
    for name, group in groups.items():
        others = [index for index, path in enumerate(group.get("numbers", ())) if not _is_in(path, named)]
        if ("sources", group.get("source")) not in sources and len(others) == len(group.get("numbers", ())):
            gone.append((_TOGETHER, name))
        else:
            gone += [(_TOGETHER, name, "numbers", index) for index in others]
    return [(_TOGETHER,)] if groups and all((_TOGETHER, name) in gone for name in groups) else gone


def _is_in(path: str, named: Collection[EntryKey]) -> bool:
    first, second, *_ = [*path.split("/"), ""]
    return (first, second) in named or ("contacts", first) in named


def sources_of(tree: Tree, named: Collection[EntryKey]) -> set[EntryKey]:
    """The sources of a file that something named in it rests on."""
    rest = {name: data for name, data in tree.data.items() if name not in (_TOGETHER, *_SECTIONS)}
    entries = {*named, *_shapes_of(tree, named)}
    parts = [rest if section == "contacts" else tree.data[section][name] for section, name in entries]
    return {("sources", name) for part in parts for name in _sources(part)} & {
        ("sources", name) for name in tree.data.get("sources", {})
    }


def _shapes_of(tree: Tree, named: Collection[EntryKey]) -> set[EntryKey]:
    """The shapes of a file by which the totals of conditions named in it are spread."""
    prevalences = (tree.data[section][name]["prevalence"] for section, name in named if section == "conditions")
    return {("shapes", each["shape"]) for each in prevalences if isinstance(each, dict)}


def _sources(data: Any) -> Iterator[str]:
    if isinstance(data, dict) and isinstance(data.get("source"), str):
        yield data["source"]
    if isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _sources(item)
