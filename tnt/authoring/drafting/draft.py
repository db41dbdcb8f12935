"""A table nobody has described -> a lists file that reads it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from unicodedata import normalize

from tnt.authoring.drafting.finish import Plan
from tnt.authoring.drafting.heading_row import LikelyHeading
from tnt.authoring.drafting.look import Look, look_at
from tnt.authoring.drafting.plan import plans
from tnt.authoring.drafting.trial import DraftKeys, tried
from tnt.diagnostics import Code, Diagnostic, Place, Problems, ProblemSink, problem
from tnt.language.base import DOCUMENT_FORMAT
from tnt.language.documents.lists import ListsDocument
from tnt.reading.tables.files.json_stat import JsonStatFile
from tnt.reading.tables.files.opened import open_table
from tnt.reading.tables.findings import listed
from tnt.reading.tables.list_table import ListTable
from tnt.reading.tables.people.untold import untold_columns

_LONGEST_ID = 60
_MOST_SHEETS = 20


@dataclass(frozen=True)
class Draft:
    """The keys of the lists file, what else some might be, the lists as they are read by it, and what is not used."""

    keys: DraftKeys
    instead: dict[str, list[str]]
    lists: ListTable
    unused: list[str]
    dropped: list[str]
    """Columns that would be used if their cells could be read."""
    sheets: list[str] = field(default_factory=list)
    """Other sheets of the workbook, which are not looked into."""


def drafted(table: Path, folder: Path, name: str | None = None) -> Draft:
    """The lists file of a table, which is to stand in `folder`; `name` is its id, else made of the table's name.

    `Problems` of a table that cannot be read, that holds no people, or that must be mended first.
    """
    keys: DraftKeys = {"format": DOCUMENT_FORMAT, "lists": name or id_of(table), "table": _way_to(table, folder)}
    keys["people"] = "{sex}{ages}"  # something must stand there while nobody knows
    try:
        return _of_sheet(keys, folder, table)
    except Problems as problems:
        if problems.diagnostics[0].code is not Code.CHOOSE_SHEET:
            raise
    return _of_first_sheet(keys, folder, table)


def _of_first_sheet(keys: DraftKeys, folder: Path, table: Path) -> Draft:
    """Of the first sheet that holds lists."""
    from tnt.reading.tables.files.workbook import names_of_sheets

    sheets = names_of_sheets(table.read_bytes(), Place(str(table)))
    first: Problems | None = None
    for sheet in sheets[:_MOST_SHEETS]:
        try:
            draft = _of_sheet(keys | {"sheet": sheet}, folder, table)
        except Problems as problems:
            first = first or problems
        else:
            return replace(draft, sheets=[other for other in sheets if other != sheet])
    assert first is not None  # there are several, or nobody had to choose
    raise first


def id_of(table: Path) -> str:
    """The name of the table as an id."""
    plain = normalize("NFKD", table.name.lower().replace("ø", "o").replace("æ", "ae").replace("å", "a"))
    stem = re.sub(r"(\.(csv|gz|xlsx|xlsm|parquet|json))+$", "", plain.encode("ascii", "ignore").decode())
    return "-".join(re.findall(r"[a-z0-9]+", stem))[:_LONGEST_ID].strip("-") or "my-lists"


def _of_sheet(keys: DraftKeys, folder: Path, table: Path) -> Draft:
    place = Place(str(table))
    opened = open_table(ListsDocument.model_validate(keys), folder, lambda _: place, LikelyHeading())
    look = look_at(opened)
    failed: list[Problems] = []
    for plan in plans(look):
        try:
            lists = tried(plan, look, keys, folder)
        except Problems as problems:
            failed.append(problems)
            continue
        if lists.people.sum() > 0:
            return Draft(keys | plan.keys, plan.instead, lists, _unused(look, keys, plan), plan.dropped)
    if failed:
        ProblemSink([Diagnostic(Code.DRAFT_NEEDS_MENDING, place), *failed[0].diagnostics]).raise_errors({})
    raise problem(Code.NO_PEOPLE_FOUND, Place(look.table.name), columns=listed(look.table.header))


def _unused(look: Look, common: DraftKeys, plan: Plan) -> list[str]:
    keys = plan.keys
    rows = [column for columns in keys.get("rows", {}).values() for column in columns]
    posts = [staff["posts"] for staff in keys.get("staff", {}).values()]
    document = ListsDocument.model_validate(common | keys)
    used = {
        *plan.people,
        *untold_columns(document, look.table.header),
        *rows,
        *posts,
        *(keys.get(key) for key in ("id", "name", "area", "sex", "ages")),
    }
    is_json = isinstance(look.table, JsonStatFile)  # which has each dimension under several names
    names = [name for name in look.columns if not name.endswith(" code")] if is_json else look.table.header
    return [name for name in names if name.strip() and name not in used and f"{name} code" not in used]


def _way_to(table: Path, folder: Path) -> str:
    """The table as the lists file names it. A link to its folder is followed, one to itself its reader refuses."""
    return Path(os.path.relpath(table.parent.resolve() / table.name, folder.resolve())).as_posix()
