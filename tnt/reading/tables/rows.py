"""Which rows of a table are lists, as its lists file says under `rows`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import isfinite

import numpy as np
import numpy.typing as npt

from tnt.diagnostics import Code, problem
from tnt.diagnostics.nearest import Nearest
from tnt.language.documents.lists import Cell, ListsDocument
from tnt.reading.tables.files.sheet import RowsLeftOut, Sheet
from tnt.reading.tables.findings import Findings, Key, listed

_PLAIN = re.compile(r"(?!(?:true|false|null|y|n|yes|no|on|off)$)[^\W\d_][\w-]*(?: [\w-]+)*", re.IGNORECASE)
"""Texts that YAML takes for the same text, in braces too."""


def columns_of_rows(document: ListsDocument) -> list[tuple[Key, str]]:
    """The columns that tell which rows are wanted."""
    return [(("rows", key, column), column) for key, columns in document.rows.items() for column in columns]


def chosen_rows(document: ListsDocument, sheet: Sheet, findings: Findings) -> Sheet:
    """The sheet without the rows that `document` leaves out, which it then names.

    A value that no row has goes to `findings`, as it may be misspelt; where nothing is left that raises.
    """
    kept = np.ones(len(sheet), dtype=bool)
    left_out: list[RowsLeftOut] = []
    for key, columns in document.rows.items():
        for column, values in columns.items():
            having = _having(sheet, (key, column), values, findings)
            leaves = kept & (having if key == "not" else ~having)
            shown = tuple(_text(value) for value in _several(values))
            left_out.append(RowsLeftOut(key, column, shown, int(np.count_nonzero(leaves))))
            kept &= ~leaves
            if not kept.any():
                findings.raise_errors()  # a value that no row has says it better
                raise problem(Code.NO_ROWS_LEFT, findings.locate(("rows", key, column)), column=column)
    if not left_out:
        return sheet
    return replace(sheet.take(np.flatnonzero(kept)), left_out=tuple(each for each in left_out if each.rows))


def line_without(document: ListsDocument, column: str, values: list[str]) -> str:
    """The line of a lists file that leaves out the rows with these values beside those it leaves out already."""
    columns = {key: dict(each) for key, each in document.rows.items()}
    without = columns.setdefault("not", {})
    without[column] = [*_several(without.get(column, [])), *map(_spaced, values)]
    return "rows: " + _written({key: columns[key] for key in sorted(columns, reverse=True)})


def named_by_where(document: ListsDocument, column: str) -> set[str]:
    """The values of a column that the lists file asks for by name."""
    return {_text(value) for value in _several(document.rows.get("where", {}).get(column, []))}


def _having(sheet: Sheet, at: tuple[str, str], values: Cell | list[Cell], findings: Findings) -> npt.NDArray[np.bool_]:
    """Which records have one of the values."""
    key, column = at
    texts, code = sheet.coded(column)
    spaced = [_spaced(text) for text in texts]
    forms = {form: index for index, value in enumerate(_several(values)) for form in _forms(value)}
    found = {forms[text] for text in set(spaced) & forms.keys()}
    nearest = Nearest()
    for index, value in enumerate(_several(values)):
        if index not in found:
            close = nearest.word(_text(value), texts)
            findings.add(
                Code.NO_SUCH_ROW,
                findings.locate(("rows", key, column, index)),
                None if close is None else _written(close),
                column=column,
                found=_text(value),
                values=listed([_written(text) for text in texts[:7]]),
            )
    return np.array([text in forms for text in spaced], dtype=bool)[code]


def _forms(value: Cell) -> Iterator[str]:
    """The texts of a cell that has this value."""
    yield _text(value)
    if not isinstance(value, str) and isfinite(value) and value == int(value):
        yield f"{int(value)}.0"
        yield f"{int(value)}"


def _several(values: Cell | list[Cell]) -> list[Cell]:
    return values if isinstance(values, list) else [values]


def _text(value: Cell) -> str:
    return _spaced(value) if isinstance(value, str) else str(value)


def _spaced(text: str) -> str:
    """Spaces that only differ in kind are the same."""
    return " ".join(text.split())


def _written(value: object) -> str:
    """As YAML in one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_written(key)}: {_written(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
