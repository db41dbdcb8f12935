"""The weights or priorities that are chosen: of the files given together, or a file of its own beside them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from tnt.diagnostics import Code, Place, ProblemSink, problem
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import Document
from tnt.language.documents.fit.priorities import PrioritiesDocument
from tnt.language.documents.fit.weights import WeightsDocument
from tnt.language.kinds import KINDS
from tnt.reading.declared import declared
from tnt.reading.documents import Loaded, kind_of
from tnt.reading.files import is_file, read_bytes, true_path
from tnt.reading.one_file.read import check_file, read_file
from tnt.reading.overlay.dated import versions
from tnt.reading.pack import Pack
from tnt.reading.reading_budget import ReadingBudget
from tnt.reading.reference_populations import ReferencePopulations
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import label
from tnt.reading.yaml.tree import Tree

Signed = TypeVar("Signed", WeightsDocument, PrioritiesDocument)


def read_weights(choice: str | Path, pack: Pack, *, as_of: date | None = None) -> Loaded[WeightsDocument]:
    """The weights of a file, or of an id in the pack. Raises Problems with everything that is wrong in that file, by
    itself and beside the pack."""
    return _chosen(choice, pack, WeightsDocument, as_of)


def read_priorities(choice: str | Path, pack: Pack, *, as_of: date | None = None) -> Loaded[PrioritiesDocument]:
    """The priorities of a file, or of an id in the pack; the same of them."""
    return _chosen(choice, pack, PrioritiesDocument, as_of)


def _chosen(choice: str | Path, pack: Pack, kind: type[Signed], as_of: date | None) -> Loaded[Signed]:
    key = next(key for key, each in KINDS.items() if each is kind)
    in_pack = {str(getattr(file.document, key)): file for file in pack.of(kind)}
    if not is_file(choice):
        if (named := in_pack.get(str(choice))) is not None:
            return named
        near = Nearest().word(str(choice), in_pack)
        raise problem(Code.FILE_UNREADABLE, Place(str(choice)), near, reason="missing")
    same = [file for file in in_pack.values() if _path_of(file.tree) == true_path(choice)]
    return same[0] if same else _read(Path(choice), pack, kind, key, as_of)


def _path_of(tree: Tree) -> Path:
    return true_path(tree.folder / Path(tree.file).name)


def _read(path: Path, pack: Pack, kind: type[Signed], key: str, as_of: date | None) -> Loaded[Signed]:
    """A file that is none of the pack's, held against what the pack declares."""
    problems, reuse = ProblemSink(), Reuse()
    raw = read_bytes(path, problems)
    texts = {**pack.texts, label(path): "" if raw is None else raw.decode("utf-8-sig", "replace")}
    tree = None if raw is None else reuse.tree(path, raw, problems)
    loaded = None if tree is None else _checked(tree, pack, key, as_of, problems, reuse)
    problems.raise_errors(texts)
    assert loaded is not None  # else there are errors
    return cast(Loaded[Signed], loaded)


def _checked(
    tree: Tree, pack: Pack, key: str, as_of: date | None, problems: ProblemSink, reuse: Reuse
) -> Loaded[Document] | None:
    if kind_of(tree) not in (key, None):
        problems.add(problem(Code.UNKNOWN_KIND, tree.place(()), choices=key).diagnostics[0])
        return None
    now, *_ = versions(tree, KINDS[key], as_of, ReadingBudget(problems).allows, problems)
    file = read_file(now, reuse)
    trees = [*pack.trees, file.tree]
    known = declared(trees, reuse.nearest)
    problems.extend(one for one in known.duplicates() if one.place.file == tree.file)
    populations = ReferencePopulations(trees, reuse)
    problems.extend([*file.problems, *check_file(file, known, populations, reuse.nearest)])
    return file.document
