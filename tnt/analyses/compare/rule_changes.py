"""What two sets of inputs say differently: guidelines, conditions, capacity and lists, by id and never by line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal, TypeVar

from tnt.analyses.compare.part_changes import ComparedParts, RuleChange, SideDocument, changes, changes_of_part
from tnt.compile.inputs import Inputs
from tnt.compile.origins import NumberRecord
from tnt.language.base import Document
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.combined import Cluster
from tnt.language.documents.conditions import Condition, ConditionsDocument, SpreadTotal
from tnt.language.documents.contacts import ContactsDocument
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.documents.lists import ListsDocument
from tnt.reading.documents import Loaded
from tnt.reading.tables.list_table import ListTable
from tnt.reading.yaml.tree import KeyPath

D = TypeVar("D", bound=Document)


def rule_changes(before: Inputs, after: Inputs) -> list[RuleChange]:
    """Every difference, from recommendations to lists, in the order of the files of `after`.

    Compared is what asks for something or enters a figure: not notes, addresses and lists of sources. Conditions and
    contacts count where both sides have a rule that rests on them.
    """
    sides = _Sides(before), _Sides(after)
    return [
        *_guidelines(*sides),
        *_conditions(*sides),
        *_clusters(*sides),
        *_contacts(*sides),
        *_capacity(*sides),
        *_lists(*sides),
    ]


class _Sides:
    """The documents of one side."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.numbers: Mapping[str, NumberRecord] = {number.path: number for number in inputs.numbers}

    def of_document(self, file: Loaded[Any]) -> SideDocument:
        return SideDocument(file, self.numbers)

    def of(self, kind: type[D]) -> list[Loaded[D]]:
        return [file for file in self.inputs.documents if isinstance(file.document, kind)]  # type: ignore[misc]

    def conditions(self) -> dict[str, tuple[Loaded[ConditionsDocument], Condition]]:
        by_name = {
            name: (file, entry)
            for file in self.of(ConditionsDocument)
            for name, entry in file.document.conditions.items()
        }
        return {name: by_name[name] for name in self.inputs.rules.conditions if name in by_name}

    def clusters(self) -> dict[str, tuple[Loaded[ConditionsDocument], Cluster]]:
        return {
            name: (file, entry)
            for file in self.of(ConditionsDocument)
            for name, entry in file.document.clusters.items()
            if name in self.inputs.rules.clusters
        }


def _guidelines(before: _Sides, after: _Sides) -> Iterator[RuleChange]:
    old, new = ({file.document.guideline: file for file in side.of(GuidelineDocument)} for side in (before, after))
    for name in {**new, **old}:
        if name not in new:
            yield from _one_sided(before.of_document(old[name]), "removed")
        elif name not in old:
            yield from _one_sided(after.of_document(new[name]), "added")
        else:
            yield from _guideline(before.of_document(old[name]), after.of_document(new[name]))


def _guideline(before: SideDocument, after: SideDocument) -> Iterator[RuleChange]:
    was, now = before.file.document, after.file.document
    head = ComparedParts(before, after, names=(now.title or now.guideline,))
    yield from changes_of_part(head, was, now, without=("recommendations", "roles", "contact"))
    yield from _one_sided(before, "removed", without=now.recommendations)
    for name, recommendation in now.recommendations.items():
        if name in was.recommendations and was.recommendations[name] != recommendation:
            path, title = ("recommendations", name), recommendation.title or name
            both = ComparedParts(before, after, path, path, (title,), f"{now.guideline}/{name}")
            yield from changes(both, "recommendations", was.recommendations[name], recommendation)
    yield from _one_sided(after, "added", without=was.recommendations)


def _one_sided(
    side: SideDocument, kind: Literal["added", "removed"], without: Collection[str] = ()
) -> Iterator[RuleChange]:
    """Recommendations that only this side has."""
    document: GuidelineDocument = side.file.document
    for name, recommendation in document.recommendations.items():
        if name not in without:
            where = side.key(("recommendations", name))
            before, after = (None, where) if kind == "added" else (where, None)
            names = (recommendation.title or name,)
            yield RuleChange(kind, f"{document.guideline}/{name}", names, "recommendations", before, after)


def _conditions(before: _Sides, after: _Sides) -> Iterator[RuleChange]:
    old, new = before.conditions(), after.conditions()
    for name in (name for name in new if name in old):
        (file_before, was), (file_after, now) = old[name], new[name]
        path = ("conditions", name)
        both = ComparedParts(
            before.of_document(file_before), after.of_document(file_after), path, path, (now.title or name,)
        )
        yield from changes_of_part(both, was, now)
        yield from _shape(both, was, now)


def _shape(both: ComparedParts, was: Condition, now: Condition) -> Iterator[RuleChange]:
    """How the totals of both sides are spread, where that is by another shape or by the same with other figures."""
    old, new = was.prevalence, now.prevalence
    if isinstance(old, SpreadTotal) and isinstance(new, SpreadTotal):
        paths = ("shapes", old.shape), ("shapes", new.shape)
        shapes = replace(both, path_before=paths[0], path_after=paths[1])
        before, after = both.before.file.document.shapes[old.shape], both.after.file.document.shapes[new.shape]
        yield from changes_of_part(shapes, before, after, without=("title",))


def _clusters(before: _Sides, after: _Sides) -> Iterator[RuleChange]:
    """Those that some figure may rest on, by id."""
    old, new = before.clusters(), after.clusters()
    for name in {**new, **old}:
        path = ("clusters", name)
        if name in old and name in new:
            (file_before, was), (file_after, now) = old[name], new[name]
            sides = before.of_document(file_before), after.of_document(file_after)
            yield from changes_of_part(ComparedParts(*sides, path, path, (now.title or name,)), was, now)
            continue
        side, (file, entry) = (before, old[name]) if name in old else (after, new[name])
        written = side.of_document(file).entry(path, entry)
        names = (entry.title or name,)
        if name in old:
            yield RuleChange("removed", None, names, "clusters", written, None)
        else:
            yield RuleChange("added", None, names, "clusters", None, written)


def _contacts(before: _Sides, after: _Sides) -> Iterator[RuleChange]:
    old, new = ({file.document.contacts: file for file in side.of(ContactsDocument)} for side in (before, after))
    for name in (name for name in new if name in old):
        was, now = old[name].document, new[name].document
        both = ComparedParts(before.of_document(old[name]), after.of_document(new[name]), names=(now.title or name,))
        yield from changes_of_part(both, was, now)


def _capacity(before: _Sides, after: _Sides) -> Iterator[RuleChange]:
    (old, new) = (next(iter(side.of(CapacityDocument)), None) for side in (before, after))
    yield from _choice("capacity", before, old, after, new)
    if old is not None and new is not None:
        both = ComparedParts(before.of_document(old), after.of_document(new))
        yield from changes_of_part(both, old.document, new.document, without=("capacity", "title"))


def _lists(before: _Sides, after: _Sides) -> Iterator[RuleChange]:
    (old, new) = (next(iter(side.of(ListsDocument)), None) for side in (before, after))
    yield from _choice("lists", before, old, after, new)
    if old is None or new is None or old.document.lists != new.document.lists:
        return
    both = ComparedParts(before.of_document(old), after.of_document(new))
    yield from changes_of_part(both, old.document, new.document)
    contents = _contents(after.inputs.table)
    for path, was in _contents(before.inputs.table).items():
        now = contents.get(path, was)
        if was != now:
            values = both.before.value(path, was[:12]), both.after.value(path, now[:12])
            yield RuleChange("changed", None, (), "table-contents", *values)


def _contents(table: ListTable) -> dict[KeyPath, str]:
    """Hash of each table, by the path of the first key that names it."""
    first: dict[str, KeyPath] = {table.table: ("table",)}
    for read in table.second_tables:
        first.setdefault(read.table, (*read.key, "table"))
    return {first[name]: sha256 for name, sha256 in table.files.items()}


def _choice(
    key: str, before: _Sides, old: Loaded[Any] | None, after: _Sides, new: Loaded[Any] | None
) -> Iterator[RuleChange]:
    """Another capacity or other lists than before, by id; by title where that tells them apart."""
    was, now = (None if file is None else getattr(file.document, key) for file in (old, new))
    if was == now:
        return
    titles = [None if file is None else file.document.title for file in (old, new)]
    names = titles if None not in titles and titles[0] != titles[1] else [was, now]
    old_and_new = (
        None if file is None else side.of_document(file).value((key,), name)
        for side, file, name in ((before, old, names[0]), (after, new, names[1]))
    )
    yield RuleChange("changed", None, (), key, *old_and_new)
