"""Everything that can be read of a table nobody has described."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tnt.authoring.drafting.columns import Column
from tnt.diagnostics import Problems
from tnt.reading.tables.files.file import TableFile
from tnt.reading.tables.files.json_stat import VALUE, JsonStatFile
from tnt.reading.tables.files.sheet import Sheet


@dataclass(frozen=True)
class Look:
    """What can be seen of a table; `sheet` holds the columns that can be read."""

    table: TableFile
    sheet: Sheet
    columns: Mapping[str, Column]

    def __len__(self) -> int:
        """Rows below the heading."""
        return len(self.sheet)


def look_at(table: TableFile) -> Look:
    """Every column whose heading is there once; `Problems` of a table that cannot be read."""
    times = Counter(table.header)
    names = [name for name in _own_names(table) if times[name] == 1 and name.strip()]
    sheet = _read(table, names)
    columns = {name: Column(name, *sheet.coded(name)) for name in names if name in sheet.columns}
    return Look(table, sheet, columns)


def _own_names(table: TableFile) -> list[str]:
    """JSON-stat has a dimension under its id and its label; here under its id, with its codes."""
    if not isinstance(table, JsonStatFile):
        return list(table.header)
    ids = table.header[: table.header.index(VALUE)]
    return [*ids, VALUE, *(f"{name} code" for name in ids if f"{name} code" in table.header)]


def _read(table: TableFile, names: list[str]) -> Sheet:
    """Parquet may have columns of a kind that is not read; the others are."""
    try:
        return table.read(names)
    except Problems:
        if not table.name.lower().endswith(".parquet"):
            raise
        readable = [name for name in names if _is_readable(table, name)]
        if not readable:
            raise
        return table.read(readable)


def _is_readable(table: TableFile, name: str) -> bool:
    try:
        table.read([name])
    except Problems:
        return False
    return True
