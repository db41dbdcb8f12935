"""The bytes of a CSV file, unpacked and counted while they are read."""

from __future__ import annotations

import gzip
import io
from pathlib import Path
from typing import BinaryIO

LARGEST_CONTENT_BYTES = 4 * 2**30
"""A table may unpack to this many bytes: a small file can be packed to fill any memory."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class ContentTooLargeError(Exception):
    """The table unpacks to more than `LARGEST_CONTENT_BYTES`."""


class NulByteError(Exception):
    """The file is not text."""


class NotUtf8Error(Exception):
    """The file says itself that it is UTF-16."""


class TableStream(io.RawIOBase):
    """A file to read from the start, once. Raises the exceptions above, and those of gzip for a file that is broken."""

    def __init__(self, path: Path) -> None:
        """Of the file at `path`, unpacked where the name ends with .gz."""
        self._file = path.open("rb")
        packed = path.name.lower().endswith(".gz")
        self._bytes: BinaryIO | gzip.GzipFile = gzip.GzipFile(fileobj=self._file) if packed else self._file
        self._read = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`."""
        chunk = self._bytes.read(min(size, LARGEST_CONTENT_BYTES + 1) if size >= 0 else LARGEST_CONTENT_BYTES + 1)
        if self._read == 0 and chunk.startswith(_UTF16):
            raise NotUtf8Error
        if b"\0" in chunk:
            raise NulByteError
        self._read += len(chunk)
        if self._read > LARGEST_CONTENT_BYTES:
            raise ContentTooLargeError
        return chunk

    def close(self) -> None:
        """Close the file."""
        self._bytes.close()
        self._file.close()
        super().close()
