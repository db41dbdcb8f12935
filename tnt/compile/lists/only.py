"""Some lists of a table, by id or by name: what is picked, and what it is called."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

import numpy as np

from tnt.compile.notice import ListNames, Notice, NoticeCode, NoticeValue
from tnt.diagnostics import Code, Diagnostic, Place, ProblemSink
from tnt.diagnostics.nearest import Nearest
from tnt.language.base import Text, in_language
from tnt.locale import LANGUAGES, Texts
from tnt.reading.tables.list_table import ListTable, taken

_MOST_NAMED = 3
_MOST_SAID = 12


def picked(table: ListTable, only: Sequence[str], place: Place) -> ListTable:
    """The lists that `only` names, in the order of the table; all where it names none.

    An id goes before a name, in which upper and lower case are alike. Raises Problems, at `place`, with every word that
    names no list, and every name that several have.
    """
    if not only:
        return table
    problems, lists = ProblemSink(), _Named(table, place)
    found = {row for word in only if (row := lists.row(word, problems)) is not None}
    problems.raise_errors({})
    return taken(table, np.array(sorted(found)))


def picked_title(title: Text, table: ListTable) -> Text:
    """The title of the lists with those that were picked; the bare title where all are used."""
    if table.all_ids is None:
        return title
    return {lang: _title(title, table, Texts(lang)) for lang in LANGUAGES}


def picked_notice(table: ListTable) -> list[Notice]:
    """That only some of the lists are used."""
    if table.all_ids is None:
        return []
    values: dict[str, NoticeValue] = {
        "count": len(table.ids),
        "of": len(table.all_ids),
        "lists": ListNames(_said(table)),
    }
    return [Notice(NoticeCode.ONLY_LISTS, values)]


def _title(title: Text, table: ListTable, texts: Texts) -> str:
    count, of = len(table.ids), 0 if table.all_ids is None else len(table.all_ids)
    which = ", ".join(_said(table)) if count <= _MOST_NAMED else texts.text("chosen-lists.some", count=count, of=of)
    return f"{in_language(title, texts.lang)} ({which})"


def _said(table: ListTable) -> tuple[str, ...]:
    """By name, or by id where they have none."""
    words = (table.ids if table.names is None else np.where(table.names == "", table.ids, table.names)).tolist()
    return tuple(map(str, words))


class _Named:
    """The lists of a table by what people call them."""

    def __init__(self, table: ListTable, place: Place) -> None:
        self._table, self._place, self._nearest = table, place, Nearest()
        self._by_id = {str(name): row for row, name in enumerate(table.ids)}

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        """Made at the first word that is no id: of 400,000 lists it takes a second."""
        rows: dict[str, list[int]] = defaultdict(list)
        for row, name in enumerate([] if self._table.names is None else self._table.names):
            if name:
                rows[_plain(str(name))].append(row)
        return dict(rows)

    def row(self, word: str, problems: ProblemSink) -> int | None:
        """The one list that a word means; a problem where there is none, or where there are several."""
        if word in self._by_id:
            return self._by_id[word]
        rows = self._by_name.get(_plain(word), [])
        if len(rows) == 1:
            return rows[0]
        if rows:
            said = ", ".join(map(self._id_and_area, rows[:_MOST_SAID]))
            values = {"found": word, "count": str(len(rows)), "choices": said}
            problems.add(Diagnostic(Code.LIST_NAME_SHARED, self._place, values))
        else:
            near = self._near(word)
            values = {"found": word} | ({"choices": ", ".join(near)} if near else {})
            problems.add(Diagnostic(Code.NO_SUCH_LIST, self._place, values))
        return None

    def _near(self, word: str) -> list[str]:
        """Names or ids that may have been meant, the likest first."""
        near = self._nearest.words(_plain(word), self._by_name, most=_MOST_NAMED, cutoff=0.5)
        if near and self._table.names is not None:
            return [str(self._table.names[self._by_name[name][0]]) for name in near]
        return self._nearest.words(word, self._by_id, most=_MOST_NAMED, cutoff=0.6)

    def _id_and_area(self, row: int) -> str:
        area = "" if self._table.areas is None else str(self._table.areas[row])
        return f"{self._table.ids[row]} ({area})" if area else str(self._table.ids[row])


def _plain(name: str) -> str:
    """A name without upper case, and with every space and letter written in one way."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
