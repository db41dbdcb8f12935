"""Tables that stand outside the files and folders a reader gave: a pack may name them, and the reader must be told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tnt.compile.notice import Joined, Notice, NoticeCode
from tnt.language.documents.lists import ListsDocument
from tnt.reading.documents import Loaded
from tnt.reading.files import true_path
from tnt.reading.pack import Pack
from tnt.reading.pack_documents import populations, populations_counted
from tnt.reading.shipped import label
from tnt.reading.tables.files.file import shown_path


def outside_pack(pack: Pack, population_id: str, lists: Loaded[ListsDocument] | None = None) -> Iterator[Notice]:
    """A notice of the tables that are not in the pack: of the lists used, of the reference population, and of those in
    which something was counted."""
    named = [] if lists is None else [(lists.tree.folder, table) for table in lists.document.tables]
    known = populations(pack)
    for name in dict.fromkeys((population_id, *populations_counted(pack))):
        if name in known:
            named.append((known[name].tree.folder, known[name].document.table))
    outside = [shown_path(folder, table) for folder, table in named if _leaves(pack, folder, table)]
    if outside:
        yield Notice(NoticeCode.OUTSIDE_PACK, {"files": Joined(tuple(label(Path(path)) for path in outside))})


def _leaves(pack: Pack, folder: Path, table: str) -> bool:
    path = true_path(folder / table)
    return ".." in Path(table).parts and not any(path.is_relative_to(true_path(given)) for given in pack.folders)
