"""CSV and CSV.gz: header first, then only the columns that are needed, as text."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.csv as arrow_csv

from tnt import limits
from tnt.diagnostics import Code, Place, problem
from tnt.language.documents.second_table import Encoding
from tnt.reading.tables.files.file import check_size, sha256_of, too_large, unreadable, with_rows
from tnt.reading.tables.files.heading import NAMED, Heading, heading_of
from tnt.reading.tables.files.ragged import RaggedRows
from tnt.reading.tables.files.sheet import TEXT, Sheet, filled
from tnt.reading.tables.files.stream import ContentTooLargeError, EncodingError, NulByteError, TableStream

T = TypeVar("T")

_BLOCK_BYTES = 4 * 2**20
"""Read at a time; no row may be longer."""


@dataclass(frozen=True)
class CsvForm:
    """How a CSV file is written."""

    separator: str | None = None
    """One character, or `tab`; None: to be found."""
    encoding: Encoding | None = "utf-8"
    """None: UTF-8, or else found."""


class CsvFile:
    """A CSV file whose header has been read."""

    def __init__(self, path: Path, name: str, form: CsvForm) -> None:
        """Read the header of the file at `path`, which messages call `name`."""
        self.name = name
        self._path, self._form, self._place = path, form, Place(name)
        self._encoding: str = form.encoding or "utf-8"
        self._encoding_found: str | None = None
        self._heading = self._in_any_encoding(self._look_at_heading)
        self.header: list[str] = self._in_any_encoding(self._read_header)

    def read(self, columns: Sequence[str]) -> Sheet:
        """These columns of all rows, as text; `Problems` for ragged rows, text that does not decode, and no rows."""
        return self._in_any_encoding(lambda: self._read(columns))

    def _read_header(self) -> list[str]:
        with self._reader([], RaggedRows(self.name, self._heading.lines_before)) as reader:
            return list(reader.schema.names)

    def _read(self, columns: Sequence[str]) -> Sheet:
        ragged = RaggedRows(self.name, self._heading.lines_before)
        batches: list[pa.RecordBatch] = []
        rows = 0
        with self._reader(columns, ragged) as reader:
            for batch in reader:
                rows += len(batch)
                check_size(self._place, rows, len(columns))
                batches.append(batch)
        ragged.findings.raise_errors()
        if not rows:
            raise unreadable(self._place, "header-only")
        table = pa.Table.from_batches(batches)
        texts = {column: table[column] for column in columns}
        sheet = with_rows(filled(self.name, sha256_of(self._path), texts, rows))
        return replace(sheet, encoding_found=self._encoding_found)

    def _in_any_encoding(self, read: Callable[[], T]) -> T:
        """Read, and once more where the text proves not to be UTF-8 and nobody stated that it is.

        What was read before is as it was: up to there all was ASCII, which is the same in both encodings.
        """
        try:
            return read()
        except EncodingError as error:
            self._encoding = self._encoding_found = error.likely or ""  # one without is a problem already
            return read()

    def _look_at_heading(self) -> Heading:
        """Its columns are counted before Arrow does: it takes kilobytes for each, and ends the program without them."""
        with self._stream() as stream:
            start = stream.read(_BLOCK_BYTES).decode("utf-8", "replace")
        try:
            heading = heading_of(start, self._form.separator)
        except csv.Error:  # a cell of more than a hundred thousand characters is no heading
            raise unreadable(self._place, "row-too-long") from None
        if heading.columns > limits.TABLE_COLUMNS:
            raise too_large(self._place, limits.TABLE_COLUMNS, "columns")
        if heading.looks_like is not None:
            words = {separator: name for name, separator in NAMED.items()}
            found, expected = (words.get(each, each) for each in (heading.looks_like, heading.separator))
            raise problem(Code.SEPARATOR, Place(self.name, cell=(1, "")), found=found, expected=expected)
        return heading

    @contextmanager
    def _reader(self, columns: Sequence[str], ragged: RaggedRows) -> Iterator[Any]:
        """Arrow's reader; what goes wrong while it is open becomes a located problem."""
        try:
            with self._stream() as stream, pa.PythonFile(stream, mode="r") as file:
                yield arrow_csv.open_csv(file, *self._options(columns, ragged))
        except pa.ArrowException as error:
            if ragged.are_too_many:
                ragged.findings.raise_errors()
            raise unreadable(self._place, _reason(str(error))) from None

    @contextmanager
    def _stream(self) -> Iterator[TableStream]:
        """The bytes of the file; what is wrong with them becomes a located problem."""
        try:
            with TableStream(self._path, self._encoding) as stream:
                yield stream
        except ContentTooLargeError:
            raise too_large(self._place, limits.TABLE_CONTENT_BYTES, "bytes") from None
        except EncodingError as error:
            if self._form.encoding is None and self._encoding_found is None and error.likely is not None:
                raise
            raise unreadable(Place(self.name, cell=(error.line, "")), "encoding") from None
        except NulByteError:
            raise unreadable(self._place, "nul") from None
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise unreadable(self._place, "gzip") from None
        except OSError as error:
            raise unreadable(self._place, error.strerror or "permission") from None

    def _options(self, columns: Sequence[str], ragged: RaggedRows) -> tuple[Any, Any, Any]:
        lines_before = self._heading.lines_before
        read = arrow_csv.ReadOptions(use_threads=False, block_size=_BLOCK_BYTES, skip_rows=lines_before)
        parse = arrow_csv.ParseOptions(
            delimiter=self._heading.separator,
            newlines_in_values=True,
            ignore_empty_lines=False,  # or row numbers would not be those a spreadsheet shows
            invalid_row_handler=ragged,
        )
        types = dict.fromkeys(columns, TEXT)
        convert = arrow_csv.ConvertOptions(include_columns=list(columns), column_types=types, strings_can_be_null=False)
        return read, parse, convert


def _reason(error: str) -> str:
    """Arrow's word for a file that is no table, as a word of the texts."""
    if "cannot infer number of columns" in error:
        return "header-only"
    if "Empty CSV file" in error:
        return "empty"
    return "row-too-long" if "straddl" in error else error
