"""Which lists and which capacity are used: those the reader names, else the pack's, else the only ones there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from tnt.compile.lists.only import picked_title
from tnt.compile.lists.refused import no_such_lists, refuse_table
from tnt.compile.lists.said import SaidList, said_list
from tnt.diagnostics import Code, Place, Problems, problem
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import Document, Text
from tnt.language.documents.capacity import CapacityDocument
from tnt.language.documents.lists import ListsDocument
from tnt.language.documents.pack import PackDocument
from tnt.reading.documents import Loaded
from tnt.reading.files import is_file, true_path
from tnt.reading.pack import Pack, read_pack
from tnt.reading.pack_documents import capacities, lists_files
from tnt.reading.reuse import Reuse
from tnt.reading.shipped import default_pack, find_shipped, shipped_default, shipped_lists
from tnt.reading.tables.list_table import ListTable

D = TypeVar("D", bound=Document)
Choice = str | Path | None


@dataclass(frozen=True)
class ChosenFiles:
    """A pack without errors, and what of it is used."""

    pack: Pack
    lists: Loaded[ListsDocument]
    lists_are_default: bool
    """No lists were given or chosen: the shipped ones are used, and the reader must be told."""
    capacities: tuple[Loaded[CapacityDocument], ...]
    """The one that decides verdicts first."""
    said: SaidList | None = None
    """The list, where it was said in words and stands in no file."""

    @property
    def lists_id(self) -> str:
        """What chooses the same lists again."""
        return self.lists.document.lists if self.said is None else self.said.text

    def lists_title(self, table: ListTable) -> Text:
        """What the lists are called, with those of the table that were picked."""
        document = self.lists.document
        return picked_title(document.title or document.lists, table)


def choose(
    paths: tuple[str | Path, ...],
    lists: Choice,
    capacity: Choice | Sequence[Choice],
    *,
    as_of: date | None = None,
    scenarios: Sequence[str | Path] = (),
    reuse: Reuse | None = None,
    by_year: bool = False,
) -> ChosenFiles:
    """Read the files given (the default pack where none are) and what is chosen beside them.

    A choice is a file, or an id in the files given or in the default pack; lists may also be said in words, `1200
    people`. `by_year`: where no lists are chosen, those with a year are meant, else those without. Scenarios are laid
    over everything chosen. Raises Problems with every error of every file.
    """
    wanted = dict.fromkeys([capacity] if capacity is None or isinstance(capacity, str | Path) else capacity)
    refuse_table(lists)
    said = said_list(lists)
    choices: list[tuple[str, Choice]] = [("lists", None if said else lists), *(("capacity", one) for one in wanted)]
    named = [choice for _, choice in choices if choice is not None and is_file(choice)]
    given: list[str | Path] = [*(paths or (default_pack(),)), *named]
    pack = read_pack(given, as_of=as_of, reuse=reuse)
    shipped = [path for kind, choice in choices if (path := _shipped(pack, kind, choice)) is not None]
    default = "projection" if by_year else "lists"
    lists_are_default = lists is None and not _meant(pack, lists, by_year) and not pack.problems.has_errors
    if lists_are_default:
        shipped.append(shipped_default("lists", default))
    if shipped or (scenarios and not pack.problems.has_errors):
        pack = read_pack([*given, *shipped], as_of=as_of, scenarios=scenarios, reuse=reuse)
    pack.problems.raise_errors(pack.texts)
    used = said.document() if said else _use(pack, default, _meant(pack, lists, by_year), lists)
    assert used is not None  # there is always a shipped one
    working_times = [_use(pack, "capacity", capacities(pack), one) for one in wanted or [None]]
    once = {file.document.capacity: file for file in working_times if file is not None}
    return ChosenFiles(pack, used, lists_are_default, tuple(once.values()), said)


def _meant(pack: Pack, lists: Choice, by_year: bool) -> dict[str, Loaded[ListsDocument]]:
    """Lists that may be used: all where one is chosen, for it may be the wrong kind, and its reader says so."""
    files = lists_files(pack)
    return {
        name: file for name, file in files.items() if lists is not None or (file.document.year is not None) == by_year
    }


def _shipped(pack: Pack, kind: str, choice: Choice) -> Path | None:
    if choice is None or is_file(choice) or any(tree.id_of(kind) == choice for tree in pack.trees):
        return None
    return find_shipped(kind, str(choice))


def _use(pack: Pack, kind: str, files: Mapping[str, Loaded[D]], choice: Choice) -> Loaded[D] | None:
    code = Code.CHOOSE_CAPACITY if kind == "capacity" else Code.CHOOSE_LISTS
    if choice is not None:
        named = [file for name, file in files.items() if name == str(choice) or _is_same(file, choice)]
        if named:
            return named[0]
        if kind != "capacity":
            raise _no_such_lists(choice, files, by_year=kind == "projection")
        near = Nearest().word(str(choice), files)
        raise problem(code, Place(str(choice)), near, choices=", ".join(files))
    for default in pack.of(PackDocument):
        if (name := getattr(default.document, kind)) in files:
            return files[name]
    if len(files) > 1:
        first, *others = [file.place("capacity" if kind == "capacity" else "lists") for file in files.values()]
        raise problem(code, first, related=tuple(others), choices=", ".join(files))
    return next(iter(files.values()), None)


def _no_such_lists(choice: str | Path, files: Mapping[str, Loaded[Document]], *, by_year: bool) -> Problems:
    named = [name for name, file in files.items() if ("year" in file.tree.data) == by_year]
    return no_such_lists(choice, {*named, *shipped_lists(by_year=by_year)})


def _is_same(file: Loaded[Document], choice: str | Path) -> bool:
    return true_path(file.tree.folder / Path(file.tree.file).name) == true_path(choice)
