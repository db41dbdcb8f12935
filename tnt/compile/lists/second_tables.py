"""What second tables and the lists do not have of each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tnt.compile.notice import Joined, Notice, NoticeCode, NoticeValue
from tnt.reading.shipped import label
from tnt.reading.tables.list_table import ListTable


def second_table_notices(table: ListTable) -> Iterator[Notice]:
    """How many lists have no row in a second table, and how many of its rows belong to no list; what lacks the same is
    said together."""
    missing: dict[tuple[str, int], list[str]] = {}
    strange: dict[tuple[str, int], list[str]] = {}
    for read in table.second_tables:
        key = ".".join(map(str, read.key[:2]))
        missing.setdefault((read.table, read.lists_without_row), []).append(key)
        strange.setdefault((read.table, read.rows_without_list), []).append(key)
    for (name, lists), keys in missing.items():
        if lists:
            yield Notice(NoticeCode.ROWS_MISSING, _of_table(name, keys) | {"lists": lists})
    for (name, rows), keys in strange.items():
        if rows:
            yield Notice(NoticeCode.ROWS_WITHOUT_LIST, _of_table(name, keys) | {"rows": rows})


def _of_table(name: str, keys: list[str]) -> dict[str, NoticeValue]:
    return {"table": label(Path(name)), "keys": Joined(tuple(keys))}
