"""The bytes of a CSV file, unpacked and counted while they are read."""

from __future__ import annotations

import codecs
import gzip
import io
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from tnt import limits

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class ContentTooLargeError(Exception):
    """The table unpacks to more than `limits.TABLE_CONTENT_BYTES`."""


class NulByteError(Exception):
    """The file is not text."""


class NotUtf8Error(Exception):
    """The file is in another encoding; `line` has the first bytes that show it."""

    def __init__(self, line: int) -> None:
        """Found in `line`, counted from 1."""
        super().__init__(line)
        self.line = line


class TableStream(io.RawIOBase):
    """A file to read from the start, once. Raises the exceptions above, and those of gzip for a file that is broken."""

    def __init__(self, path: Path, encoding: str) -> None:
        """Of the file at `path`, unpacked where the name ends with .gz, and in this encoding."""
        self._file = path.open("rb")
        packed = path.name.lower().endswith(".gz")
        self._bytes: BinaryIO | gzip.GzipFile = gzip.GzipFile(fileobj=self._file) if packed else self._file
        self._read, self._lines = 0, 1
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._reading = Lock()

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`."""
        with self._reading:
            return self._next(size)

    def _next(self, size: int) -> bytes:
        if self.closed:
            raise ValueError("closed")
        chunk = self._bytes.read(
            min(size, limits.TABLE_CONTENT_BYTES + 1) if size >= 0 else limits.TABLE_CONTENT_BYTES + 1
        )
        if self._read == 0 and chunk.startswith(_UTF16):
            raise NotUtf8Error(1)
        if b"\0" in chunk:
            raise NulByteError
        self._read += len(chunk)
        if self._read > limits.TABLE_CONTENT_BYTES:
            raise ContentTooLargeError
        try:
            self._decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            raise NotUtf8Error(self._lines + error.object[: error.start].count(b"\n")) from None
        self._lines += chunk.count(b"\n")
        return chunk

    def close(self) -> None:
        """Close the file, once nobody reads: Arrow reads ahead in a thread, and Python aborts if it ends meanwhile."""
        with self._reading:
            self._bytes.close()
            self._file.close()
            super().close()
