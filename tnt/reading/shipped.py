"""The packs that come with tnt, wherever it is installed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tnt.diagnostics import ProblemSink
from tnt.language.base import Text
from tnt.reading.files import named_otherwise, true_path
from tnt.reading.plugin_packs import pack_label
from tnt.reading.yaml.read_tree import read_tree
from tnt.reading.yaml.tree import Tree


@lru_cache(maxsize=1)
def packs_folder() -> Path:
    """`guidelines/`: inside the installed package, or beside it in a checkout."""
    inside = Path(str(files("tnt"))) / "guidelines"
    return inside if inside.is_dir() else inside.parent.parent / "guidelines"


def default_pack() -> Path:
    """The pack that is used where none is given; its name stands in a file, not in the code."""
    folder = packs_folder()
    return folder / (folder / "default-pack.txt").read_text(encoding="utf-8").strip()


def label(path: Path) -> str:
    """How a file is named to the reader: shipped files without the folder they happen to be installed in, files of a
    revision by the commit, those of a plugin's pack by its name, what was handed over in Python by what it was."""
    if name := named_otherwise(str(path)) or pack_label(path):
        return name
    folder = packs_folder()
    if true_path(path).is_relative_to(true_path(folder)) and not path.is_relative_to(Path("guidelines")):
        return str(Path("guidelines") / true_path(path).relative_to(true_path(folder)))
    return str(path)


def find_shipped(kind: str, name: str) -> Path | None:
    """The file of the default pack that holds a document of a kind and id."""
    for path in sorted(default_pack().glob("*.yaml")):
        tree = _tree(path)
        if tree is not None and tree.id_of(kind) == name:
            return path
    return None


def is_shipped(tree: Tree) -> bool:
    """Whether a file is one of those that come with tnt."""
    return true_path(tree.folder).is_relative_to(true_path(packs_folder()))


def shipped_entry(section: str, name: str) -> tuple[Path, Any] | None:
    """The file of a shipped pack that declares a condition or contacts, and what stands there."""
    return _declared(packs_folder()).get(section, {}).get(name)


def shipped_ids(section: str) -> Collection[str]:
    """The conditions or contacts that shipped packs declare, by id."""
    return _declared(packs_folder()).get(section, {})


def shipped_conditions() -> Mapping[str, Any]:
    """What shipped packs declare as conditions, by id."""
    return {name: entry for name, (_, entry) in _declared(packs_folder()).get("conditions", {}).items()}


@lru_cache(maxsize=2)
def _declared(folder: Path) -> Mapping[str, Mapping[str, tuple[Path, Any]]]:
    """Section -> id -> file and entry; those of the default pack first."""
    others = sorted(path.parent for path in folder.glob("*/pack.yaml"))
    declared: dict[str, dict[str, tuple[Path, Any]]] = {"conditions": {}, "contacts": {}}
    for path in (path for pack in dict.fromkeys([default_pack(), *others]) for path in sorted(pack.glob("*.yaml"))):
        tree = _tree(path)
        data = {} if tree is None else tree.data
        for name, entry in data.get("conditions", {}).items():
            declared["conditions"].setdefault(name, (path, entry))
        if (contacts := data.get("contacts")) is not None:
            declared["contacts"].setdefault(contacts, (path, data))
    return declared


def shipped_lists(*, by_year: bool = False) -> dict[str, Text]:
    """Titles of the lists of the default pack by id, of those with a year or those without."""
    trees = [tree for path in sorted(default_pack().glob("*.yaml")) if (tree := _tree(path)) is not None]
    tables = [tree for tree in trees if "table" in tree.data and ("year" in tree.data) == by_year]
    return {name: tree.data.get("title", name) for tree in tables if (name := tree.id_of("lists"))}


@lru_cache(maxsize=1)
def shipped_populations() -> frozenset[str]:
    """The reference populations of the default pack, by id."""
    trees = (_tree(path) for path in sorted(default_pack().glob("*.yaml")))
    return frozenset(name for tree in trees if tree is not None and (name := tree.id_of("population")))


@lru_cache(maxsize=1)
def shipped_scenarios() -> dict[str, Path]:
    """The scenarios that come with tnt, by id."""
    trees = {path: _tree(path) for path in sorted((packs_folder() / "scenarios").glob("*.yaml"))}
    return {name: path for path, tree in trees.items() if tree is not None and (name := tree.id_of("scenario"))}


@lru_cache(maxsize=256)
def _tree(path: Path) -> Tree | None:
    return read_tree(str(path), path.read_bytes(), ProblemSink())


def shipped_default(kind: str, key: str | None = None) -> Path:
    """The file of the lists or the capacity that the default pack names (as `key`) where nothing is chosen."""
    pack = _tree(default_pack() / "pack.yaml")
    path = None if pack is None else find_shipped(kind, pack.id_of(key or kind) or "")
    assert path is not None  # a test holds the default pack to this
    return path
