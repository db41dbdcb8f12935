"""Numbers that are wrong together: the groups that the files of a pack declare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tnt.diagnostics import Code, Diagnostic, Place
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import Document, Text
from tnt.language.documents.declares import Declares, MovesTogether
from tnt.language.documents.guideline import GuidelineDocument
from tnt.language.walk import numbers
from tnt.reading.addresses import address, source_id_of, whole
from tnt.reading.documents import Loaded


def groups(documents: Sequence[Loaded[Document]]) -> dict[str, str]:
    """Address of a number -> the group it moves with."""
    known = _DeclaredNumbers(documents)
    return {path: name for _, name, group in _declared(documents) for path in known.members(group)}


def check_groups(documents: Sequence[Loaded[Document]], nearest: Nearest) -> Iterator[Diagnostic]:
    """Numbers that are not there, and numbers in two groups."""
    known = _DeclaredNumbers(documents)
    first: dict[str, tuple[str, Place]] = {}
    for file, name, group in _declared(documents):
        at = file.place("moves_together", name, key=True)
        for index, path in enumerate(group.numbers or ()):
            if path not in known.order:
                place = file.place("moves_together", name, "numbers", index)
                yield Diagnostic(Code.MOVES_WITH_NOTHING, place, {"id": path}, nearest.word(path, known.order))
        for path in known.members(group):
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


class _DeclaredNumbers:
    """Every number of the files by its address, by its source, and by the roles whose minutes it is. One that differs
    by age is one number here: its ranges share one draw."""

    def __init__(self, documents: Sequence[Loaded[Document]]) -> None:
        self.order: dict[str, int] = {}
        self._of_source: dict[str | None, list[str]] = defaultdict(list)
        self._of_role: dict[str, list[str]] = defaultdict(list)
        for file in documents:
            for path, number in numbers(file.document):
                at = whole(address(file.document, path))
                self.order.setdefault(at, len(self.order))
                self._of_source[source_id_of(number, file.document, path)].append(at)
                for role in _roles(file.document, path):
                    self._of_role[role].append(at)

    def members(self, group: MovesTogether) -> list[str]:
        """Addresses of the numbers of a group, in the order of the files."""
        if group.source is not None:
            return self._of_source.get(group.source, [])
        if group.role is not None:
            return self._of_role.get(group.role, [])
        return sorted({path for path in group.numbers or () if path in self.order}, key=self.order.__getitem__)


def _roles(document: Document, path: tuple[str | int, ...]) -> tuple[str, ...]:
    if not isinstance(document, GuidelineDocument) or path[2:3] != ("tasks",):
        return ()
    task = document.recommendations[str(path[1])].tasks[str(path[3])]
    match path[4:]:
        case ("time", *_):
            return tuple(task.roles or ()) if task.role is None else (task.role,)
        case ("roles", str(role), "supervision", "time") if (supervision := task.parts[role].supervision) is not None:
            return (supervision.role,)
    return ()
