"""JSON-stat 2, in which statistics offices give tables: read as a long table with a row for each value.

A dimension is a column under its id, or its label, that holds the labels of its categories; `ID code` holds their
codes. The values are the column `value`. The form: https://json-stat.org/full/
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
import pyarrow as pa

from tnt import limits
from tnt.diagnostics import Place, Problems
from tnt.reading.tables.files.arrow_numpy import column_of_texts, positions_of
from tnt.reading.tables.files.cells import column_of
from tnt.reading.tables.files.file import check_size, too_large, unreadable, with_rows
from tnt.reading.tables.files.sheet import Sheet, filled

VALUE = "value"


@dataclass(frozen=True)
class _Dimension:
    """Codes and labels of its categories, and how many values stand between one category and the next."""

    codes: list[str]
    labels: list[str]
    step: int = 1

    def column(self, values: int, *, of_codes: bool) -> pa.ChunkedArray:
        """The category of each value; the last dimension changes fastest."""
        texts = column_of_texts(self.codes if of_codes else self.labels)
        return texts.take(positions_of(np.arange(values) // self.step % len(self.codes)))


class JsonStatFile:
    """A data set of JSON-stat."""

    def __init__(self, path: Path, name: str) -> None:
        """Read the data set at `path`, which messages call `name`."""
        self.name, self.heading_row = name, 1
        self._place = Place(name)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise unreadable(self._place, error.strerror or "permission") from None
        if len(content) > limits.JSON_TABLE_BYTES:
            raise too_large(self._place, limits.JSON_TABLE_BYTES, "bytes")
        self._sha256 = hashlib.sha256(content).hexdigest()
        try:
            data = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_refuse)
            self._columns, size = self._dimensions(data)
            self._values = _values(data[VALUE], size)
            _check_texts(self._columns)
        except UnicodeDecodeError:
            raise unreadable(self._place, "encoding") from None
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError):
            raise self._no_json_stat() from None
        self.header = [*data["id"], VALUE, *(name for name in self._columns if name not in data["id"])]

    def read(self, columns: Sequence[str]) -> Sheet:
        """These columns of all values; row 1 is the first value."""
        rows = len(self._values)
        check_size(self._place, rows, len(columns))
        read = {column: self._read(column) for column in columns}
        return with_rows(filled(self.name, self._sha256, read, rows, first_row=1))

    def _read(self, column: str) -> pa.ChunkedArray:
        if column == VALUE:
            return column_of(self._values)
        dimension, of_codes = self._columns[column]
        return dimension.column(len(self._values), of_codes=of_codes)

    def _dimensions(self, data: Mapping[str, Any]) -> tuple[dict[str, tuple[_Dimension, bool]], int]:
        """Name of a column -> its dimension, and whether it holds codes; and the number of values."""
        if (data["version"], data["class"]) != ("2.0", "dataset"):
            raise ValueError
        ids, sizes = data["id"], data["size"]
        if not len(ids) == len(sizes) == len(set(ids)) or not all(type(size) is int and size > 0 for size in sizes):
            raise ValueError
        values = prod(sizes)
        check_size(self._place, values, len(ids))
        by_id: dict[str, tuple[_Dimension, bool]] = {}
        by_label: dict[str, tuple[_Dimension, bool]] = {}
        for index, (name, size) in enumerate(zip(ids, sizes, strict=True)):
            given = data["dimension"][name]
            dimension = _dimension(given["category"], size, prod(sizes[index + 1 :]))
            by_id |= {name: (dimension, False), f"{name} code": (dimension, True)}
            label = given.get("label", name).strip()
            by_label |= {label: (dimension, False), f"{label} code": (dimension, True)}
        return {name: column for name, column in {**by_id, **by_label, **by_id}.items() if name != VALUE}, values

    def _no_json_stat(self) -> Problems:
        return unreadable(self._place, "json-stat")


def _dimension(category: Mapping[str, Any], size: int, step: int) -> _Dimension:
    labels: Mapping[str, str] = category.get("label", {})
    index = category.get("index", list(labels))  # one category may have a label only
    codes = index if isinstance(index, list) else sorted(index, key=index.__getitem__)
    if isinstance(index, dict) and sorted(index.values()) != list(range(size)):
        raise ValueError
    _check_texts((*codes, *labels.values()))
    if len(codes) != size:
        raise ValueError
    return _Dimension(codes, [labels.get(code, code) for code in codes], step)


def _values(given: object, size: int) -> list[Any]:
    """A value a row, None where it is missing."""
    if isinstance(given, dict):
        positions = {int(position): value for position, value in given.items()}
        if positions and not 0 <= min(positions) <= max(positions) < size:
            raise ValueError
        given = [positions.get(position) for position in range(size)]
    if not isinstance(given, list) or len(given) != size:
        raise ValueError
    if not all(value is None or isinstance(value, int | float | str) for value in given):
        raise ValueError
    _check_texts(value for value in given if isinstance(value, str))
    return given


def _check_texts(texts: Iterable[str]) -> None:
    """TypeError for what is no text, ValueError for what no text file can hold: JSON can name it."""
    text = "".join(texts)
    text.encode()  # halves of a letter
    if "\0" in text:
        raise ValueError


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A key that stands twice has two values, and nobody knows which is meant."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError
