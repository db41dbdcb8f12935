"""Small tables for tests: write one, read it as a lists file says, and see the lists or the problems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tnt.diagnostics import Code, Diagnostic, Place, Problems
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.lists import read_lists

WIDE = "practice,name,male_0-39,male_40+,female_0-39,female_40+\nA,North,1,2,3,4\nB,South,5,6,7,8\n"


def located(key: tuple[str | int, ...]) -> Place:
    """A place that tells the key, so that tests can see which one a problem names."""
    return Place("lists.yaml:" + ".".join(map(str, key)))


def lists_document(**keys: Any) -> ListsDocument:
    """A lists file for `table.csv` with the columns of `WIDE`, some keys changed; None takes a key away."""
    given: dict[str, Any] = {"lists": "tested", "table": "table.csv", "id": "practice", "people": "{sex}_{ages}"} | keys
    return ListsDocument.model_validate({key: value for key, value in given.items() if value is not None})


def read(folder: Path, content: str | bytes | None = WIDE, /, **keys: Any) -> ListTable:
    """The lists of a table written to `folder`; nothing is written where `content` is None."""
    document = lists_document(**keys)
    if content is not None:
        (folder / document.table).write_bytes(content.encode() if isinstance(content, str) else content)
    return read_lists(document, folder, located)


def problems(folder: Path, content: str | bytes | None = WIDE, /, **keys: Any) -> tuple[Diagnostic, ...]:
    """The problems of a table."""
    with pytest.raises(Problems) as raised:
        read(folder, content, **keys)
    return raised.value.diagnostics


def only(found: tuple[Diagnostic, ...], code: Code) -> Diagnostic:
    """The one problem, which must have this code."""
    assert [diagnostic.code for diagnostic in found] == [code]
    return found[0]


def strata(lists: ListTable) -> list[str]:
    """The strata as short texts."""
    return [f"{stratum.sex} {stratum.ages}" for stratum in lists.held]


def counted(lists: ListTable) -> list[list[float]]:
    """People by list and stratum, of the strata that the table holds."""
    return lists.people[:, : len(lists.held)].tolist()


def norway_2026(shared: Path, rows: dict[str, Any]) -> ListTable:
    """The Norwegian population of 2026, of a table that holds many years; `rows` chooses further."""
    given = {
        "lists": "norway",
        "table": "../data/norway/norway_population_nation_by_single_age_sex_2005_2026.csv",
        "shape": "long",
        "sex": "sex",
        "ages": "age",
        "people": "pop_jan1_n",
        "rows": {"where": {"calyear": 2026}, **rows},
    }
    return read_lists(ListsDocument.model_validate(given), shared / "examples", located)
