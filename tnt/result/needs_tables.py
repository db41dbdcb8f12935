"""`tnt lists` as CSV, JSON and XLSX: numbers unrounded, unknown is empty or null, text is never run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, BinaryIO

import pyarrow as pa
from pyarrow.csv import CSVWriter, WriteOptions

from tnt.locale import Texts
from tnt.result.list_needs import FIGURES, NORM_FIGURES, ListNeeds, NeedsRow
from tnt.result.manifest import inputs, manifest
from tnt.result.notice_text import role_titles, warnings
from tnt.result.to_csv import prefixed
from tnt.result.to_xlsx import MOST_ROWS, TooManyRowsError, about, workbook, write_sheet

FORMAT = "tnt-lists/1"
_TEXTS = ("capacity", "role", "id", "name", "area", "state")


def write_needs_csv(needs: ListNeeds, file: BinaryIO) -> None:
    """One row a capacity, role and list; a row an area where rows by area were asked for."""
    rows = needs.areas or needs.lists
    figures = _figures(needs)
    schema = pa.schema([(name, pa.string()) for name in _TEXTS] + [(name, pa.float64()) for name in figures])
    texts = [prefixed(pa.array([getattr(row, name) for row in rows], pa.string())) for name in _TEXTS]
    numbers = [pa.array([row.figures[name] for row in rows], pa.float64()) for name in figures]
    with CSVWriter(file, schema, write_options=WriteOptions(quoting_header="none")) as writer:
        writer.write_batch(pa.record_batch([*texts, *numbers], schema=schema))


def needs_json(needs: ListNeeds) -> str:
    """Everything, as JSON text that ends with a newline."""
    result = needs.result
    document: dict[str, Any] = {
        "format": FORMAT,
        "as_of": result.as_of.isoformat(),
        "inputs": inputs(result.inputs),
        "scenarios": [asdict(one) for one in result.scenarios],
        "warnings": warnings(result.notices, role_titles(result, Texts("en"))),
        "norm": needs.norm,
        "capacities": [{"id": name, "title": title} for name, title in needs.capacities],
        "at_least": {role: total.at_least for role, total in result.total.items()},
        "together": [_document(row) for row in needs.together],
        "areas": [_document(row) for row in needs.areas],
        "lists": [_document(row) for row in needs.lists],
        "manifest": manifest(result),
    }
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def write_needs_xlsx(needs: ListNeeds, file: BinaryIO, lang: str) -> None:
    """A workbook with a sheet for all together, one for areas and one for lists. Raises TooManyRowsError."""
    if len(needs.lists) > MOST_ROWS:
        raise TooManyRowsError(len(needs.lists))
    with workbook(needs.result, file) as book:
        columns = (*_TEXTS, *_figures(needs))
        write_sheet(book, "Together", columns, _cells(needs.together, needs))
        if needs.areas:
            write_sheet(book, "Areas", columns, _cells(needs.areas, needs))
        write_sheet(book, "Lists", columns, _cells(needs.lists, needs))
        write_sheet(book, "About", ("what", "value"), about(needs.result, lang))


def _figures(needs: ListNeeds) -> tuple[str, ...]:
    return FIGURES if needs.norm is None else FIGURES + NORM_FIGURES


def _cells(rows: Sequence[NeedsRow], needs: ListNeeds) -> Iterable[list[Any]]:
    for row in rows:
        yield [getattr(row, name) for name in _TEXTS] + [row.figures[name] for name in _figures(needs)]


def _document(row: NeedsRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _TEXTS} | row.figures
