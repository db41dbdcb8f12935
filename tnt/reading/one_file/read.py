"""One file as far as it can be read, and what is wrong in it: mistakes of one kind hide none of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tnt.diagnostics import Diagnostic, ProblemSink
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import Document
from tnt.language.documents.case import CaseDocument
from tnt.language.documents.declares import Declares
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.kinds import KINDS
from tnt.reading.checks.chains import check_cycles
from tnt.reading.checks.fit.names import check_fit_names
from tnt.reading.checks.meaning import check_meaning
from tnt.reading.checks.references import check_references
from tnt.reading.checks.strategies import check_strategies
from tnt.reading.counted import with_shares
from tnt.reading.declared import Declared, declared_in_case
from tnt.reading.documents import Loaded, kind_meant, kind_of
from tnt.reading.names import KnownNames
from tnt.reading.one_file.mended import mended, renamed
from tnt.reading.one_file.partly import partly_read, whole_entries
from tnt.reading.reference_populations import ReferencePopulations
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import is_shipped
from tnt.reading.spread_totals import with_spread
from tnt.reading.yaml.tree import Tree


@dataclass(frozen=True)
class ReadFile:
    """A file without what could not be read in it."""

    tree: Tree
    """With misspelt keys as they were meant."""
    document: Loaded[Document] | None
    """None where something is wrong with its keys or values."""
    partly: Loaded[Document] | None
    """What could be read of such a document; None where nobody can tell what it is."""
    problems: ProblemSink


def read_file(tree: Tree, reuse: Reuse) -> ReadFile:
    """Read one version of a file."""
    problems = ProblemSink()
    if kind_of(tree) is None and is_shipped(tree):  # a part of a file, with declarations alone
        declarations: Loaded[Document] = Loaded(tree, Declares.model_validate(tree.data))
        return ReadFile(tree, declarations, None, problems)
    tree = reuse.with_strengths_read(tree)
    document = reuse.document(tree, problems)
    if document is not None:
        return ReadFile(tree, document, None, problems)
    meant = None if kind_of(tree) is not None or tree.has_dates else kind_meant(tree, reuse.nearest)
    if meant is not None:
        tree, found = renamed(tree, {(meant[0],): meant[1]}), ProblemSink()
        reuse.document(tree, found)
        problems.extend(problems.new_among(found))
    tree = mended(tree, problems, reuse.nearest)
    kind = kind_of(tree)
    return ReadFile(tree, None, None if kind is None else partly_read(tree, KINDS[kind]), problems)


def with_counts(file: ReadFile, populations: ReferencePopulations) -> ReadFile:
    """The same with the shares that counts of people and totals come to, and what is wrong with these among the
    problems."""
    found = ProblemSink()
    document, partly = (
        None if each is None else with_spread(with_shares(each, populations, found), populations, found)
        for each in (file.document, file.partly)
    )
    if document is file.document and partly is file.partly and not list(found):
        return file
    problems = ProblemSink()
    problems.extend([*file.problems, *found])
    return replace(file, document=document, partly=partly, problems=problems)


def check_file(file: ReadFile, known: Declared, populations: KnownNames, nearest: Nearest) -> Iterator[Diagnostic]:
    """Names that nothing declares, and what cannot be meant, in what could be read."""
    loaded = file.document or file.partly
    if loaded is None:
        return
    for part in (loaded, *inside_case(loaded)):
        names = declared_in_case(file.tree, nearest) if kind_of(file.tree) == "case" else known
        yield from check_references(part, names, populations)
        yield from check_strategies(part, known.names("recommendations"))
        yield from check_fit_names(part, names)
        if file.document is not None:
            yield from check_meaning(part)
    if file.partly is not None:
        yield from _meaning_of_the_rest(file.partly)


def _meaning_of_the_rest(partly: Loaded[Document]) -> Iterator[Diagnostic]:
    """What the entries that were read whole mean, and the cascades that go round in the others."""
    whole = whole_entries(partly)
    if whole is not None:
        yield from check_meaning(whole)
    if whole is not None and isinstance(partly.document, GuidelineDocument):
        for name, rec in partly.document.recommendations.items():
            if name not in whole.document.recommendations:  # type: ignore[attr-defined]
                yield from check_cycles(partly, name, rec)


def inside_case(loaded: Loaded[Document]) -> list[Loaded[Document]]:
    """The documents written inside a case."""
    if not isinstance(loaded.document, CaseDocument):
        return []
    given = loaded.document.given
    parts: list[tuple[str, Document | None]] = [
        ("guideline", given.guideline),
        ("conditions", given.conditions),
        ("contacts", given.contacts),
    ]
    return [Loaded(loaded.tree, part, ("given", name)) for name, part in parts if part is not None]
