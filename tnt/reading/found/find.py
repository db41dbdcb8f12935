"""What the files given name and none of them declares, found in the packs that come with tnt: conditions, contacts.

Only what is named enters, with the sources it rests on: no recommendation, no other number. What the files given
declare themselves is used in place of what is shipped under the same id, and that is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tnt.diagnostics import Place
from tnt.reading.documents import kind_of
from tnt.reading.found.part import EntryKey, sources_of
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import is_shipped, shipped_entry
from tnt.reading.yaml.tree import KeyPath, Tree


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that tnt ships and the files given name."""

    section: str
    """conditions, contacts; or sources, of one's own, that something shipped rests on."""
    id: str
    named_at: Place
    file: str
    """Where it is declared as it is used: the shipped file, or one of those given."""
    is_own: bool
    """The files given declare it themselves, in place of the shipped one."""


@dataclass
class Found:
    """What has been found so far, by section and id."""

    entries: dict[EntryKey, Entry] = field(default_factory=dict)


def find(trees: Sequence[Tree], found: Found, read: Callable[[Path], Tree | None], reuse: Reuse) -> list[Tree]:
    """Parts of shipped files that these files need beside what has been found. Where they name nothing that may be
    shipped, nothing shipped is read."""
    declared = _declared(trees)
    wanted: dict[Path, dict[EntryKey, Place]] = {}
    for key, place in _named(trees):
        given = declared.get(key)
        if key in found.entries or (given is not None and is_shipped(given)):
            continue
        shipped = shipped_entry(*key)
        if shipped is not None and given is not None:
            found.entries[key] = Entry(*key, place, given.file, is_own=True)
        elif shipped is not None and not _is_counted_by_lists(key, shipped[1], declared):
            wanted.setdefault(shipped[0], {}).setdefault(key, place)
    parts = []
    for path, places in wanted.items():
        tree = read(path)
        if tree is None:
            continue
        parts.append(reuse.part(tree, frozenset(places), frozenset(key for key in declared if key[0] == "sources")))
        found.entries |= {key: Entry(*key, place, tree.file, is_own=False) for key, place in places.items()}
        for key in sources_of(tree, places):
            source = declared.get(key)
            if source is not None and not is_shipped(source):
                found.entries[key] = Entry(*key, next(iter(places.values())), source.file, is_own=True)
    return parts


def _is_counted_by_lists(key: EntryKey, shipped: Any, declared: dict[EntryKey, Tree]) -> bool:
    """A register of the lists declares a condition too. It scales a shipped prevalence of the diagnosed, which then
    tells their ages; beside a prevalence of all who have it one's own register would not be used at all."""
    return (
        key[0] == "conditions"
        and ("registers", key[1]) in declared
        and shipped.get("prevalence_of", "diagnosed") != "diagnosed"
    )


def _declared(trees: Sequence[Tree]) -> dict[EntryKey, Tree]:
    """The first file that declares something. What stands inside a case stays there."""
    declared: dict[EntryKey, Tree] = {}
    for tree in trees:
        if kind_of(tree) == "case":
            continue
        for section in ("conditions", "sources", "registers"):
            for name in _mapping(tree.data, section):
                declared.setdefault((section, name), tree)
        if (contacts := tree.id_of("contacts")) is not None:
            declared.setdefault(("contacts", contacts), tree)
    return declared


def _named(trees: Sequence[Tree]) -> Iterator[tuple[EntryKey, Place]]:
    """What guidelines and clusters name of other files, and capacities of contacts."""
    for tree in trees:
        for rec, keys in _mapping(tree.data, "recommendations").items():
            at: KeyPath = ("recommendations", rec)
            for people in ("population", "populations"):
                for path, name in _texts_at("condition", keys, (people,)):
                    yield ("conditions", name), tree.place((*at, *path))
            for path, name in _texts_at("baseline", keys, ("demand",)):
                yield ("contacts", name), tree.place((*at, *path))
        for cluster, entry in _mapping(tree.data, "clusters").items():
            for path, name in _texts_at("conditions", entry, ("conditions",)):
                yield ("conditions", name), tree.place(("clusters", cluster, *path))
        for role, working in _mapping(tree.data, "roles").items():
            for reserve, entry in _mapping(working, "reserved").items():
                if isinstance(entry, dict) and isinstance(entry.get("from_contacts"), str):
                    place = tree.place(("roles", role, "reserved", reserve, "from_contacts"))
                    yield ("contacts", entry["from_contacts"]), place


def _texts_at(wanted: str, data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Every text at or below a key of this name, however deep below a path it stands."""
    waiting: list[tuple[KeyPath, Any]] = [(path, data.get(path[-1]) if isinstance(data, dict) else None)]
    while waiting:
        at, value = waiting.pop()
        if isinstance(value, str) and wanted in at:
            yield at, value
        elif isinstance(value, dict | list):
            items = value.items() if isinstance(value, dict) else enumerate(value)
            waiting += reversed([((*at, key), item) for key, item in items])


def _mapping(data: Any, key: str) -> dict[str, Any]:
    """What stands under a key, where it is a mapping."""
    inner = data.get(key) if isinstance(data, dict) else None
    return inner if isinstance(inner, dict) else {}
