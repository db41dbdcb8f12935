"""`tnt lists` as CSV, JSON and XLSX: numbers unrounded, unknown is empty or null, text is never run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from json.encoder import encode_basestring
from typing import Any, BinaryIO

import numpy as np
import pyarrow as pa
from pyarrow.csv import CSVWriter, WriteOptions

from tnt.analyses.supply.needs import NEEDS_FIGURES, NORM_FIGURES, ListNeeds, NeedsColumns, NeedsRow, NeedsRows
from tnt.arrays import Floats
from tnt.locale import Texts
from tnt.show.csv import figure_column, prefixed
from tnt.show.manifest import inputs, manifest
from tnt.show.notices import role_titles, warnings
from tnt.show.output import Output
from tnt.show.xlsx import about, require_room, workbook, write_sheet

LISTS_FORMAT = "tnt-lists/1"
_TEXTS = ("capacity", "role", "id", "name", "area", "state")
_ROWS_PER_BLOCK = 20_000


def write_needs_csv(needs: ListNeeds, file: BinaryIO) -> None:
    """One row a capacity, role and list; a row an area where rows by area were asked for."""
    figures = _figures(needs)
    schema = pa.schema([(name, pa.string()) for name in _TEXTS] + [(name, pa.float64()) for name in figures])
    with CSVWriter(file, schema, write_options=WriteOptions(quoting_header="none")) as writer:
        for columns, part in _blocks(needs.areas or needs.lists):
            texts = [prefixed(pa.array(values, pa.string())) for values in _texts(columns, part)]
            numbers = [figure_column(columns.figures[name][part]) for name in figures]
            writer.write_batch(pa.record_batch([*texts, *numbers], schema=schema))


def write_needs_json(needs: ListNeeds, file: BinaryIO) -> None:
    """Everything, as JSON text that ends with a newline."""
    result = needs.result
    document: dict[str, Any] = {
        "format": LISTS_FORMAT,
        "as_of": result.as_of.isoformat(),
        "inputs": inputs(result.inputs),
        "scenarios": [asdict(one) for one in result.scenarios],
        "warnings": warnings(result.notices, role_titles(result, Texts("en"))),
        "norm": needs.norm,
        "capacities": [{"id": name, "title": title} for name, title in needs.capacities],
        "at_least": {role: total.at_least for role, total in result.total.items()},
        "people_at_least": bool(result.lists.people_at_least.any()),
        "together": [_document(row) for row in needs.together],
    }
    for piece in chain(
        [_json(document).removesuffix("\n}")],
        _json_rows("areas", needs.areas),
        _json_rows("lists", needs.lists),
        [",", _json({"manifest": manifest(result)}).removeprefix("{"), "\n"],
    ):
        file.write(piece.encode("utf-8", "backslashreplace"))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)


def _json_rows(key: str, rows: NeedsRows) -> Iterator[str]:
    """A key of the document with its rows, some thousand at a time; json would take a minute for all of them."""
    yield f",\n  {json.dumps(key)}: ["
    before = "\n"
    for columns, part in _blocks(rows):
        keys = ",\n".join(f'      "{name}": %s' for name in (*_TEXTS, *columns.figures))
        texts = [list(map(_json_text, values)) for values in _texts(columns, part)]
        figures = [_json_numbers(values[part]) for values in columns.figures.values()]
        yield before + ",\n".join(f"    {{\n{keys}\n    }}" % row for row in zip(*texts, *figures, strict=True))
        before = ",\n"
    yield "\n  ]" if len(rows) else "]"


def _json_text(text: str | None) -> str:
    return "null" if text is None else encode_basestring(text)


def _json_numbers(values: Floats) -> list[str]:
    known = np.isfinite(values).tolist()
    return [repr(value) if is_known else "null" for value, is_known in zip((values + 0.0).tolist(), known, strict=True)]


def _blocks(rows: NeedsRows) -> Iterator[tuple[NeedsColumns, slice]]:
    for columns in rows.columns():
        for start in range(0, len(columns), _ROWS_PER_BLOCK):
            yield columns, slice(start, start + _ROWS_PER_BLOCK)


def _texts(columns: NeedsColumns, part: slice) -> list[list[str | None]]:
    """Columns of texts, in the order of `_TEXTS`."""
    ids: list[str | None] = [str(one) for one in columns.ids[part]]
    optional = (columns.names, columns.areas, columns.states)
    others: list[list[str | None]] = [
        [None] * len(ids) if values is None else list(values[part]) for values in optional
    ]
    return [[columns.capacity] * len(ids), [columns.role] * len(ids), ids, *others]


def write_needs_xlsx(needs: ListNeeds, file: BinaryIO, lang: str) -> None:
    """A workbook with a sheet for all together, one for areas and one for lists. Raises TooManyRowsError."""
    require_room(len(needs.lists))
    with workbook(needs.result, file) as book:
        columns = (*_TEXTS, *_figures(needs))
        write_sheet(book, "Together", columns, _cells(needs.together, needs))
        if needs.areas:
            write_sheet(book, "Areas", columns, _cells(needs.areas, needs))
        write_sheet(book, "Lists", columns, _cells(needs.lists, needs))
        write_sheet(book, "About", ("what", "value"), about(needs.result, lang))


def _figures(needs: ListNeeds) -> tuple[str, ...]:
    return (*NEEDS_FIGURES, *(() if needs.norm is None else NORM_FIGURES))


def _cells(rows: Iterable[NeedsRow], needs: ListNeeds) -> Iterable[list[Any]]:
    for row in rows:
        yield [getattr(row, name) for name in _TEXTS] + [row.figures[name] for name in _figures(needs)]


def _document(row: NeedsRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _TEXTS} | row.figures


NEEDS_CSV = Output("csv", ListNeeds, lambda needs, file, _: write_needs_csv(needs, file), suffix="csv")
NEEDS_JSON = Output("json", ListNeeds, lambda needs, file, _: write_needs_json(needs, file), suffix="json")
NEEDS_XLSX = Output("xlsx", ListNeeds, write_needs_xlsx, suffix="xlsx", is_binary=True)
