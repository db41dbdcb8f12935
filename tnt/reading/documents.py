"""A located tree -> a document, or every reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import yaml
from pydantic import ValidationError

from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import DOCUMENT_FORMAT, Document
from tnt.language.kinds import KINDS
from tnt.language.values.by_age import BY_AGE
from tnt.language.values.dated import Period
from tnt.reading.validation import validation_problems
from tnt.reading.yaml.tree import KeyPath, Tree

if TYPE_CHECKING:
    from tnt.reading.yaml.tree import AppliedChange

MAY_BE_NULL = ("time", "to", "value")
"""A time that cannot be estimated, and what a scenario puts in a value's place."""
D_co = TypeVar("D_co", bound=Document, covariant=True)


@dataclass(frozen=True)
class Loaded(Generic[D_co]):
    """A document and the file it stands in; `base` is its path there when it stands inside a case."""

    tree: Tree
    document: D_co
    base: KeyPath = ()

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Where a value (or with `key` its key) stands."""
        return self.tree.place((*self.base, *path), key=key)

    def at(self, path: KeyPath) -> Place:
        """Where the value of a path stands; for readers of tables, who know paths and no trees."""
        return self.place(*path)

    def changes(self, *path: str | int) -> list[AppliedChange]:
        """The changes of scenarios that made a value what it is."""
        return self.tree.changes((*self.base, *path))

    def period(self, *path: str | int) -> Period | None:
        """The days for which a value holds, where it has dates."""
        return self.tree.period((*self.base, *path))

    def value(self, *path: str | int) -> Any:
        """A value as YAML reads it."""
        return self.tree.value((*self.base, *path))

    def written(self, *path: str | int) -> str:
        """A value as it is written."""
        return self.tree.written((*self.base, *path))

    def word(self, *path: str | int, key: bool = False) -> str | None:
        """A text (or with `key` the key) as it is written, which may have been read as another; None where none is."""
        key_node, node, depth = self.tree.nodes((*self.base, *path))
        wanted = key_node if key else node
        is_there = depth == len(self.base) + len(path) and isinstance(wanted, yaml.ScalarNode)
        return str(wanted.value) if is_there and wanted is not None else None


def kind_of(tree: Tree) -> str | None:
    """The key that tells what the file is."""
    return next((kind for kind in KINDS if kind in tree.data), None)


def read_document(tree: Tree, problems: ProblemSink, nearest: Nearest | None = None) -> Loaded[Document] | None:
    """Choose the class by the key present and validate; all problems of the file at once, and no document then."""
    nearest = nearest or Nearest()
    given, kind = tree.data.get("format"), kind_of(tree)
    if given != DOCUMENT_FORMAT:
        values = {"found": str(given), "expected": DOCUMENT_FORMAT}
        problems.add(Diagnostic(Code.UNKNOWN_FORMAT, tree.place(("format",)), values, DOCUMENT_FORMAT))
    if kind is None:
        problems.add(_unknown_kind(tree, nearest))
        return None
    empty = list(unwritten(tree))
    problems.extend(
        Diagnostic(_code_of_empty(path), tree.place(path, key=True), {"key": str(path[-1])}) for path in empty
    )
    try:
        document = KINDS[kind].model_validate(tree.data)
    except ValidationError as error:
        places = {place for path in empty for place in (tree.place(path), tree.place(path, key=True))}
        others = validation_problems(error, tree, KINDS[kind], nearest)
        problems.extend(other for other in others if other.place not in places)
        return None
    return Loaded(tree, document) if given == DOCUMENT_FORMAT and not empty else None


def kind_meant(tree: Tree, nearest: Nearest) -> tuple[str, str] | None:
    """The key of a file of no kind that was probably meant to say what it is, and the one meant."""
    return next(((key, near) for key in tree.data if (near := nearest.word(key.lower(), KINDS, cutoff=0.85))), None)


def _unknown_kind(tree: Tree, nearest: Nearest) -> Diagnostic:
    """At the key that was probably meant to say what the file is, or at the first."""
    begins, near = kind_meant(tree, nearest) or (next(iter(tree.data), None), None)
    place = tree.place(() if begins is None else (begins,), key=True)
    return Diagnostic(Code.UNKNOWN_KIND, place, {"choices": ", ".join(KINDS)}, near)


def _may_be_null(path: KeyPath) -> bool:
    """Whether null is an answer there, also where it is that of some ages."""
    return (path[-3] if path[-2:-1] == (BY_AGE,) and len(path) > 2 else path[-1]) in MAY_BE_NULL


def _code_of_empty(path: KeyPath) -> Code:
    return Code.EMPTY_UNKNOWN if _may_be_null(path) else Code.EMPTY


def unwritten(tree: Tree) -> Iterator[KeyPath]:
    """Keys and list items after which nothing is written, though something has to be."""
    return (path for path in _nulls(tree.data, ()) if not _may_be_null(path) or not tree.written(path))


def _nulls(data: Any, path: KeyPath) -> Iterator[KeyPath]:
    """Keys and list items that are null: left out they would mean a default, so emptiness is not let pass; and what may
    be null is written so, since an empty place may as well have been forgotten."""
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            if value is not None:
                yield from _nulls(value, (*path, key))
            else:
                yield (*path, key)
