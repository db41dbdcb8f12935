"""A tree with misspelt keys as they were meant, so that what stands under them is looked at all the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from tnt.diagnostics import Place, ProblemSink
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import Document
from tnt.language.kinds import KINDS
from tnt.language.schema.annotations import fields_at
from tnt.reading.documents import kind_of, unwritten
from tnt.reading.in_words.strength_meant import with_strengths_read
from tnt.reading.overlay.pieces import scalar, with_pieces
from tnt.reading.validation import in_file, key_meant, validation_problems
from tnt.reading.yaml.read_tree import as_text
from tnt.reading.yaml.tree import KeyPath, Piece, Tree

_LIKE = 0.8
"""How like the key meant a key must be: what stands under one that is merely the nearest was written for something
else."""


def mended(tree: Tree, problems: ProblemSink, nearest: Nearest) -> Tree:
    """The tree with misspelt keys put right as long as there are some. `problems` are those of the tree as it is, and
    take what is found under such keys."""
    kind, put_right = kind_of(tree), list[KeyPath]()
    while kind is not None:
        try:
            KINDS[kind].model_validate(tree.data)
            break
        except ValidationError as error:
            empty = {tree.place(path) for path in unwritten(tree)} if put_right else set()
            found = problems.new_among(validation_problems(error, tree, KINDS[kind], nearest) if put_right else ())
            problems.extend(
                one
                for one in found
                if one.place not in empty and any(_stands_under(one.place, tree, path) for path in put_right)
            )
            misspelt = dict(_misspelt(tree, KINDS[kind], error, nearest))
        if not misspelt:
            break
        tree = with_strengths_read(renamed(tree, misspelt))
        put_right += [(*path[:-1], word) for path, word in misspelt.items()]
    return tree


def _stands_under(place: Place, tree: Tree, path: KeyPath) -> bool:
    """Whether a place is that of a key or what stands under it."""
    pair = tree.pair_place(path)
    whole, span = pair.span, place.span
    if span is None or whole is None or place.file != pair.file:
        return False
    begins = (whole.line, whole.column) <= (span.line, span.column)
    return begins and (span.end_line, span.end_column) <= (whole.end_line, whole.end_column)


def renamed(tree: Tree, keys: Mapping[KeyPath, str]) -> Tree:
    """The tree with other words for the keys at some paths. Everything still stands where it is written."""
    pieces: dict[KeyPath, Piece | None] = {}
    for path, word in keys.items():
        key, node, _ = tree.nodes(path)
        assert key is not None  # a path of a mapping
        pieces[path] = None
        value = as_text(word, tree.value(path), node)
        pieces[*path[:-1], word] = Piece(tree.origin(path), scalar(word, key), node, value)
    return with_pieces(tree, pieces)


def _misspelt(
    tree: Tree, kind: type[Document], error: ValidationError, nearest: Nearest
) -> Iterator[tuple[KeyPath, str]]:
    """Keys that nobody knows, and the one that each is much like, where that one is not there. None lies in another:
    what stands under an unknown key has not been looked at."""
    taken: set[KeyPath] = set()
    for detail in error.errors(include_url=False):
        path = in_file(tree, detail["loc"])
        if detail["type"] != "extra_forbidden" or nearest.is_spent:
            continue
        meant = key_meant(str(path[-1]), fields_at(kind, path[:-1]), nearest, cutoff=_LIKE)
        there = (*path[:-1], meant or "")
        if meant is not None and meant not in tree.value(path[:-1]) and there not in taken:
            taken.add(there)
            yield path, meant
