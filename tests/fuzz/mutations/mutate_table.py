"""Changes to tables: cells, columns, rows, headings, separators; and Parquet's types."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

from tests.fuzz.mutations.hostile import EXTREMES, NUMBERS, READABLE, TEXTS

_Rows = list[list[str]]
_HEADINGS = ("", "people", "female_0-39", "all_0+", "year", "respondent", "minutes", "female_40-39", "male_0-200", "id")


def mutated_csv(data: bytes, rng: Random) -> bytes:
    """The table with one to three changes."""
    text = data.decode("utf-8", "replace")
    separator = max(",;\t", key=text.partition("\n")[0].count)
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row]
    for _ in range(rng.choice((1, 1, 2, 3))):
        if rows:
            rng.choices(_OPERATORS, _WEIGHTS)[0](rows, rng)
    if rng.random() < 0.05:
        separator = rng.choice((";", "\t", "|", " "))
    file = io.StringIO()
    csv.writer(file, delimiter=separator, lineterminator=rng.choice(("\n", "\n", "\r\n"))).writerows(rows)
    return file.getvalue().encode("utf-8", "surrogatepass")


def _cell(rows: _Rows, rng: Random) -> None:
    row = rng.choice(rows)
    if row:
        row[rng.randrange(len(row))] = _content(rng)


def _column(rows: _Rows, rng: Random) -> None:
    """A whole column of one content, its heading kept."""
    at, content = rng.randrange(max(len(rows[0]), 1)), _content(rng)
    for row in rows[1:]:
        row[at : at + 1] = [content]


def _content(rng: Random) -> str:
    return rng.choice(rng.choices((READABLE, EXTREMES, NUMBERS, TEXTS, ("",)), (4, 3, 2, 2, 1))[0])


def _heading(rows: _Rows, rng: Random) -> None:
    if rows[0]:
        rows[0][rng.randrange(len(rows[0]))] = rng.choice((*_HEADINGS, *rows[0], rng.choice(TEXTS)))


def _other_row(rows: _Rows, rng: Random) -> None:
    """A row away, again, or empty."""
    at, how = rng.randrange(len(rows)), rng.randrange(4)
    if how == 0:
        del rows[at]
    elif how == 1:
        rows[at:at] = [list(rows[at])] * rng.choice((1, 1, 20, 2000))
    elif how == 2:
        rows.insert(at, [""] * rng.choice((1, len(rows[at]))))
    else:
        del rows[max(at, 1) :]


def _ragged(rows: _Rows, rng: Random) -> None:
    row = rng.choice(rows)
    row += [_content(rng)] * rng.choice((1, 1, 3, 100))
    if rng.random() < 0.5:
        del row[: len(row) // 2]


def _other_column(rows: _Rows, rng: Random) -> None:
    """A column away, again, or changed about with another."""
    at, other, how = rng.randrange(max(len(rows[0]), 1)), rng.randrange(max(len(rows[0]), 1)), rng.randrange(3)
    for row in rows:
        if how == 0:
            del row[at : at + 1]
        elif how == 1:
            row[at:at] = row[other : other + 1]
        elif max(at, other) < len(row):
            row[at], row[other] = row[other], row[at]


_WEIGHTED = {_cell: 5, _column: 3, _heading: 2, _other_row: 2, _ragged: 1, _other_column: 1}
_OPERATORS: tuple[Callable[[_Rows, Random], None], ...] = tuple(_WEIGHTED)
_WEIGHTS = tuple(_WEIGHTED.values())

_TYPES = (
    pa.string(), pa.float64(), pa.float32(), pa.float16(), pa.int8(), pa.int64(), pa.uint64(), pa.bool_(), pa.null(),
    pa.date32(), pa.timestamp("ns", "UTC"), pa.binary(), pa.decimal128(38, 2), pa.list_(pa.int64()),
    pa.struct([("a", pa.int64())]), pa.dictionary(pa.int32(), pa.string()), pa.duration("s"), pa.large_string(),
)  # fmt: skip
_FLOATS = (float("nan"), float("inf"), -float("inf"), 1e308, 1e160, 5e-324, 1e-170, -1.0, 0.0, 1e12, None)


def mutated_parquet(data: bytes, rng: Random) -> bytes:
    """The table with a column of another type, content or name."""
    table = pq.read_table(io.BytesIO(data))
    at, how = rng.randrange(table.num_columns), rng.randrange(5)
    name, column = table.column_names[at], table.column(at).combine_chunks()
    if how == 0:
        name, column = name, _as(column, rng.choice(_TYPES))
    elif how == 1:
        column = pa.array([rng.choice(_FLOATS) for _ in range(len(column))], pa.float64())
    elif how == 2:
        column = pa.array([rng.choice(TEXTS).encode("utf-8", "replace").decode() for _ in range(len(column))])
    elif how == 3:
        name = rng.choice((*_HEADINGS, *table.column_names, "\x00", "a" * 5000))
    else:
        table = pa.concat_tables([table] * rng.choice((2, 50)))
        column = table.column(at).combine_chunks()
    file = io.BytesIO()
    pq.write_table(table.set_column(at, name, column), file, compression=rng.choice(("snappy", "zstd", "none", "gzip")))
    return file.getvalue()


def _as(column: pa.Array, wanted: pa.DataType) -> pa.Array:
    try:
        return column.cast(wanted)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return pa.nulls(len(column), wanted)
