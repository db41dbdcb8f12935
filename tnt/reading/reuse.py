"""What several loads in a row need to read only once: files with the same bytes."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from tnt.diagnostics import ProblemSink
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import Document
from tnt.reading.documents import Loaded, kind_of, read_document
from tnt.reading.found.part import EntryKey, part_of
from tnt.reading.in_words.condition_words import ConditionNames, with_conditions_read
from tnt.reading.in_words.keys_and_ids import with_keys_read
from tnt.reading.in_words.outcome_words import outcomes_of, with_outcomes_read
from tnt.reading.in_words.role_words import with_roles_read
from tnt.reading.in_words.strength_meant import with_strengths_read
from tnt.reading.shipped import label
from tnt.reading.tables.files.file import sha256_of
from tnt.reading.yaml.read_tree import read_tree
from tnt.reading.yaml.tree import Tree

T = TypeVar("T")


@contextmanager
def no_search_for_garbage() -> Iterator[None]:
    """While many objects are made that are all kept, looking through them for garbage takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass
class Reuse:
    """Files read so far. It belongs to the loads that hand it on to each other, and to nobody else."""

    trees: dict[tuple[str, Path, str], Tree] = field(default_factory=dict)
    """By name, folder and SHA-256 of the bytes."""
    roles: dict[tuple[int, frozenset[str]], tuple[Tree, Tree]] = field(default_factory=dict)
    """Trees as they are read where some roles are somebody's own, by the identity of the tree and those roles."""
    conditions: dict[tuple[int, frozenset[tuple[str, ...]]], tuple[Tree, Tree]] = field(default_factory=dict)
    """Trees with ids of conditions for their names, by the identity of the tree and the conditions of the files."""
    outcomes: dict[tuple[int, str], tuple[Tree, Tree]] = field(default_factory=dict)
    """Trees with ids of outcomes for their titles, by the identity of the tree and the outcomes that files declare."""
    strengths: dict[int, tuple[Tree, Tree]] = field(default_factory=dict)
    """Trees with a direction at every strength that can only be for, by the tree's identity."""
    documents: dict[int, tuple[Tree, Loaded[Document]]] = field(default_factory=dict)
    """Trees whose document has no problem, by the tree's identity."""
    tables: dict[tuple[Path, str], tuple[list[str], Any]] = field(default_factory=dict)
    """What was read from the tables of a document, and the SHA-256 of their bytes, by its folder and what it says."""

    parts: dict[tuple[int, frozenset[EntryKey], frozenset[EntryKey]], tuple[Tree, Tree]] = field(default_factory=dict)
    """Shipped files and parts of them, by the file's identity, what is named of it and what is declared elsewhere."""
    nearest: Nearest = field(default_factory=Nearest, repr=False)
    """What was probably meant by words that nobody knows."""

    def tree(self, file: Path, raw: bytes, problems: ProblemSink) -> Tree | None:
        """As `read_tree` of the bytes of a file. What is kept had no problem to tell again."""
        key = label(file), file.parent, hashlib.sha256(raw).hexdigest()
        if key in self.trees:
            return self.trees[key]
        found = ProblemSink()
        tree = read_tree(key[0], raw, found, file.parent)
        if tree is not None and (tree.has_other_words or kind_of(tree) is None):
            tree = with_keys_read(tree, found)
        problems.extend(found)
        if tree is not None and not found.has_errors:
            self.trees[key] = tree
        return tree

    def part(self, tree: Tree, named: frozenset[EntryKey], elsewhere: frozenset[EntryKey]) -> Tree:
        """As `part_of`; the same tree for the same part of it."""
        key = id(tree), named, elsewhere
        if key not in self.parts:
            self.parts[key] = tree, part_of(tree, named, elsewhere)
        return self.parts[key][1]

    def with_roles_read(self, tree: Tree, own: frozenset[str], problems: ProblemSink) -> Tree:
        """As `with_roles_read`; a tree that was read before without a problem is the same again."""
        kept = self.roles.get((id(tree), own))
        if kept is not None:
            return kept[1]
        found = ProblemSink()
        read = with_roles_read(tree, own, found)
        problems.extend(found)
        if not found.has_errors:
            self.roles[id(tree), own] = tree, read
        return read

    def with_conditions_read(self, tree: Tree, names: ConditionNames) -> Tree:
        """As `with_conditions_read`; the same tree for the same names."""
        key = id(tree), names.own
        if key not in self.conditions:
            self.conditions[key] = tree, with_conditions_read(tree, names)
        return self.conditions[key][1]

    def with_outcomes_read(self, trees: Sequence[Tree]) -> list[Tree]:
        """As `with_outcomes_read` of one file after another; the same tree where the same is declared."""
        declared, read = outcomes_of(trees), list[Tree]()
        for tree in trees:
            key = id(tree), repr(declared)
            if key not in self.outcomes:
                self.outcomes[key] = tree, with_outcomes_read(tree, declared, self.nearest)
            read.append(self.outcomes[key][1])
            declared |= outcomes_of(read[-1:])
        return read

    def with_strengths_read(self, tree: Tree) -> Tree:
        """As `with_strengths_read`; the same tree for the same."""
        if id(tree) not in self.strengths:
            self.strengths[id(tree)] = tree, with_strengths_read(tree)
        return self.strengths[id(tree)][1]

    def document(self, tree: Tree, problems: ProblemSink) -> Loaded[Document] | None:
        """As `read_document`; a tree that was validated before without a problem is not validated again."""
        kept = self.documents.get(id(tree))
        if kept is not None:
            return kept[1]
        loaded = read_document(tree, problems, self.nearest)
        if loaded is not None:
            self.documents[id(tree)] = tree, loaded
        return loaded

    def table(self, file: Loaded[Any], read: Callable[[], T]) -> T:
        """What `read` makes of the tables of a lists or population file; the earlier answer where the bytes are the
        same."""
        paths = [file.tree.folder / table for table in file.document.tables]
        key = file.tree.folder, repr(file.document)
        if key in self.tables:
            sha256, kept = self.tables[key]
            if all(path.is_file() for path in paths) and [sha256_of(path) for path in paths] == sha256:
                return kept  # type: ignore[no-any-return]
        made = read()
        self.tables[key] = [sha256_of(path) for path in paths], made
        return made
