"""What all files of answers together have taken so far: many small files may do what one large file may not."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tnt import limits
from tnt.diagnostics import Place
from tnt.reading.tables.files.file import too_large


@dataclass
class AnswersBudget:
    """Counts that only grow; each raises `Problems`, at the file that goes too far, beyond its limit."""

    stored_bytes: int = 0
    content_bytes: int = 0
    tags: int = 0
    rows: int = 0

    def store(self, path: Path, size_bytes: int) -> None:
        """A file is to be read."""
        self.stored_bytes += size_bytes
        if size_bytes > limits.ANSWERS_FILE_BYTES or self.stored_bytes > limits.ANSWERS_BYTES:
            limit = limits.ANSWERS_FILE_BYTES if size_bytes > limits.ANSWERS_FILE_BYTES else limits.ANSWERS_BYTES
            raise too_large(Place(str(path)), limit, "bytes")

    def unpack(self, path: Path, size_bytes: int) -> None:
        """A part of a workbook is to be unpacked."""
        self.content_bytes += size_bytes
        if self.content_bytes > limits.ANSWERS_CONTENT_BYTES:
            raise too_large(Place(str(path)), limits.ANSWERS_CONTENT_BYTES, "bytes")

    def parse(self, path: Path, tags: int) -> None:
        """So many elements of XML begin or end."""
        self.tags += tags
        if self.tags > limits.ANSWERS_TAGS:
            raise too_large(Place(str(path)), limits.ANSWERS_TAGS, "tags")

    def fill(self, path: Path, rows: int) -> None:
        """Rows hold something."""
        self.rows += rows
        if self.rows > limits.ANSWERS_ROWS:
            raise too_large(Place(str(path)), limits.ANSWERS_ROWS, "rows")
