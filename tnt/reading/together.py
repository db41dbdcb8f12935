"""Numbers that are wrong together: the groups that the files of a pack declare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.format.base import Document, Text
from tnt.format.guideline import GuidelineDocument
from tnt.format.shared_parts import Declares, MovesTogether
from tnt.format.walk import numbers
from tnt.reading.addresses import address, source_id_of
from tnt.reading.documents import Loaded


def groups(documents: Sequence[Loaded[Document]]) -> dict[str, str]:
    """Address of a number -> the group it moves with."""
    known = _known(documents)
    return {path: name for _, name, group in _declared(documents) for path in _members(group, known)}


def check_groups(documents: Sequence[Loaded[Document]]) -> Iterator[Diagnostic]:
    """Numbers that are not there, and numbers in two groups."""
    known = _known(documents)
    first: dict[str, tuple[str, Place]] = {}
    for file, name, group in _declared(documents):
        at = file.place("moves_together", name, key=True)
        for index, path in enumerate(group.numbers or ()):
            if path not in known:
                near = next(iter(get_close_matches(path, known, n=1, cutoff=0.6)), None)
                place = file.place("moves_together", name, "numbers", index)
                yield Diagnostic(Code.MOVES_WITH_NOTHING, place, {"id": path}, near)
        for path in dict.fromkeys(_members(group, known)):
            other, there = first.setdefault(path, (name, at))
            if other != name:
                values = {"id": path, "one": other, "two": name}
                yield Diagnostic(Code.MOVES_TWICE, at, values, related=(there,))
                break


def titles(documents: Sequence[Loaded[Document]]) -> dict[str, Text]:
    """Group -> what its numbers have in common; the id where it is not said."""
    return {name: group.title or name for _, name, group in _declared(documents)}


def _declared(documents: Sequence[Loaded[Document]]) -> Iterator[tuple[Loaded[Document], str, MovesTogether]]:
    for file in documents:
        if isinstance(file.document, Declares):
            for name, group in file.document.moves_together.items():
                yield file, name, group


def _known(documents: Sequence[Loaded[Document]]) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """Address -> source of every number, and the roles whose minutes it is."""
    return {
        address(file.document, path): (source_id_of(number, file.document, path), _roles(file.document, path))
        for file in documents
        for path, number in numbers(file.document)
    }


def _roles(document: Document, path: tuple[str | int, ...]) -> tuple[str, ...]:
    if not isinstance(document, GuidelineDocument) or path[-1] != "time":
        return ()
    task = document.recommendations[str(path[1])].tasks[str(path[3])]
    return tuple(task.roles or ()) if task.role is None else (task.role,)


def _members(group: MovesTogether, known: Mapping[str, tuple[str | None, tuple[str, ...]]]) -> Iterator[str]:
    for path, (source, roles) in known.items():
        of_source = group.source is not None and source == group.source
        if of_source or path in (group.numbers or ()) or group.role in roles:
            yield path
