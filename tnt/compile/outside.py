"""Tables that stand outside the files and folders a reader gave: a pack may name them, and the reader must be told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tnt.compile.notice import Joined, Notice, NoticeCode
from tnt.language.documents.lists import ListsDocument
from tnt.reading.documents import Loaded
from tnt.reading.files import true_path
from tnt.reading.pack import Pack
from tnt.reading.pack_documents import populations
from tnt.reading.shipped import label
from tnt.reading.tables.files.file import shown_path


def outside_pack(pack: Pack, population_id: str, lists: Loaded[ListsDocument] | None = None) -> Iterator[Notice]:
    """A notice of the tables of the lists used, and of the reference population, that are not in the pack."""
    named = [] if lists is None else [(lists.tree.folder, table) for table in lists.document.tables]
    population = populations(pack).get(population_id)
    if population is not None:
        named.append((population.tree.folder, population.document.table))
    outside = [shown_path(folder, table) for folder, table in named if _leaves(pack, folder, table)]
    if outside:
        yield Notice(NoticeCode.OUTSIDE_PACK, {"files": Joined(tuple(label(Path(path)) for path in outside))})


def _leaves(pack: Pack, folder: Path, table: str) -> bool:
    path = true_path(folder / table)
    return ".." in Path(table).parts and not any(path.is_relative_to(true_path(given)) for given in pack.folders)
