"""The table of the lists that were chosen: read, or made of what was said, with those lists of it that were picked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tnt.compile.lists.only import picked
from tnt.diagnostics import Place
from tnt.language.documents.lists import ListsDocument
from tnt.reading.documents import Loaded
from tnt.reading.reuse import Reuse
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.lists import read_lists

if TYPE_CHECKING:
    from tnt.compile.choose import ChosenFiles


def used_table(chosen: ChosenFiles, only: Sequence[str], reuse: Reuse) -> ListTable:
    """The lists that are used. Raises Problems."""
    file = chosen.lists
    if chosen.said is not None:
        table = chosen.said.table()
    else:
        table = reuse.table(file, lambda: read_lists(file.document, file.tree.folder, file.at))
    return picked(table, only, place_of_ids(file))


def place_of_ids(file: Loaded[ListsDocument]) -> Place:
    """Where a lists file says what its lists are called; at its own id where it holds one."""
    return file.place("lists" if file.document.id is None else "id")
